package org.sheliak.runtime.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// Extends rows by values of the row of another data set that has the same key, as text; of several, the last one.
/// Without `values` the other row itself is written, as an object.
///
/// Source: vega-transforms/src/Lookup.js and TupleIndex.js @ v6.4.0.
final class LookupTransform implements Transform {
    private final Parameters parameters;
    private final List<FieldAccess> fields;
    private final @Nullable List<FieldAccess> values;
    private final List<String> as;
    private final @Nullable Object defaultValue;

    LookupTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("fields");
        this.fields = parameters.presentFields("fields");
        this.values = parameters.fields("values") == null ? null : parameters.presentFields("values");
        this.as = outputNames();
        Object given = parameters.value("default");
        this.defaultValue = given == Undefined.UNDEFINED ? null : given;
    }

    private List<String> outputNames() {
        List<@Nullable String> names = parameters.names("as");
        if (values == null) {
            if (names == null) {
                throw parameters.invalid("expected output names in \"as\", found none");
            }
            return IntStream.range(0, Math.max(fields.size(), names.size()))
                    .mapToObj(index -> index < names.size() ? String.valueOf(names.get(index)) : "undefined")
                    .toList();
        }
        if (fields.size() > 1 && names == null) {
            throw parameters.invalid("a lookup of several fields needs output names in \"as\"");
        }
        if (names != null && names.size() != fields.size() * values.size()) {
            throw parameters.invalid(
                    "expected " + fields.size() * values.size() + " output names in \"as\", found " + names.size());
        }
        return names == null
                ? values.stream().map(FieldAccess::outputName).toList()
                : names.stream().map(String::valueOf).toList();
    }

    @Override
    public TransformResult apply(Table input) {
        Table other = parameters.data("from");
        Map<String, Integer> index = index(other);
        try (OutputColumns output = new OutputColumns(input);
                ColumnList sources =
                        ColumnList.read(values == null ? List.of() : values, other, parameters.allocator())) {
            for (int i = 0; i < fields.size(); i++) {
                int[] rows = matches(fields.get(i), input, output, index);
                if (values == null) {
                    RowView view = new RowView(other);
                    output.put(as.get(i), found(rows, row -> view.at(row).toObject()), parameters.allocator());
                }
                for (int j = 0; j < sources.columns().size(); j++) {
                    String name = as.get(i * sources.columns().size() + j);
                    output.put(name, found(rows, sources.get(j)::value), parameters.allocator());
                }
            }
            return TransformResult.of(output.build(input));
        }
    }

    /// The row of each key.
    private Map<String, Integer> index(Table other) {
        Map<String, Integer> index = new HashMap<>();
        if (parameters.json("key") instanceof JsonObject key && key.get("signal") == null) {
            throw parameters.invalid("expected the name of a field in \"key\", or a signal");
        }
        try (Column keys = parameters.requiredField("key").read(other, parameters.allocator())) {
            for (int row = 0; row < keys.length(); row++) {
                index.put(KeyForm.NAME.text(keys.value(row), parameters.zone()), row);
            }
        }
        return index;
    }

    /// The other row of each row, -1 where there is none. A field sees what lookups of earlier fields wrote.
    private int[] matches(FieldAccess field, Table input, OutputColumns written, Map<String, Integer> index) {
        int[] rows = new int[input.rowCount()];
        try (Table current = written.copy(input.rowCount());
                Column keys = field.read(current, parameters.allocator())) {
            for (int row = 0; row < rows.length; row++) {
                rows[row] = index.getOrDefault(KeyForm.NAME.text(keys.value(row), parameters.zone()), -1);
            }
        }
        return rows;
    }

    private @Nullable Object[] found(int[] rows, IntFunction<@Nullable Object> value) {
        @Nullable Object[] found = new Object[rows.length];
        for (int row = 0; row < rows.length; row++) {
            found[row] = rows[row] < 0 ? defaultValue : value.apply(rows[row]);
        }
        return found;
    }
}
