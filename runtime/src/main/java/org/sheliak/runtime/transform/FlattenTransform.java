package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.OutputColumns;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Makes a row of each element of list-valued fields, read side by side; the shorter lists go on with nulls.
/// A row in which a field has no length (a number, say) gives none; null fails, as in Vega.
///
/// Source: vega-transforms/src/Flatten.js @ v6.4.0.
final class FlattenTransform implements Transform {
    private final Parameters parameters;
    private final List<FieldAccess> fields;
    private final List<String> names;
    private final String index;

    FlattenTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("fields");
        this.fields = parameters.presentFields("fields");
        this.names = parameters.outputNames(fields);
        this.index = parameters.text("index", "");
    }

    @Override
    public TransformResult apply(Table input) {
        try (ColumnList lists = ColumnList.read(fields, input, parameters.allocator());
                OutputColumns output = new OutputColumns()) {
            int[] lengths = IntStream.range(0, input.rowCount())
                    .map(row -> length(lists.columns(), row))
                    .toArray();
            int[] rows = repeated(lengths);
            int[] positions = positions(lengths, rows.length);
            input.columns().forEach((name, column) -> output.put(name, column.gather(rows, parameters.allocator())));
            for (int i = 0; i < names.size(); i++) {
                output.put(names.get(i), elements(lists.get(i), rows, positions), parameters.allocator());
            }
            if (!index.isEmpty()) {
                output.put(index, indices(positions), parameters.allocator());
            }
            return TransformResult.of(output.build(rows.length));
        }
    }

    /// Length of the longest list in a row; 0 when a field has none.
    private static int length(List<Column> lists, int row) {
        double longest = 0;
        for (Column list : lists) {
            longest = Math.max(longest, Coercion.toNumber(Members.get(list.value(row), "length")));
        }
        return Double.isNaN(longest) ? 0 : (int) Math.ceil(longest);
    }

    private static int[] repeated(int[] lengths) {
        int[] rows =
                new int[Math.toIntExact(IntStream.of(lengths).asLongStream().sum())];
        int at = 0;
        for (int row = 0; row < lengths.length; row++) {
            for (int i = 0; i < lengths[row]; i++) {
                rows[at++] = row;
            }
        }
        return rows;
    }

    private static int[] positions(int[] lengths, int total) {
        int[] positions = new int[total];
        int at = 0;
        for (int length : lengths) {
            for (int i = 0; i < length; i++) {
                positions[at++] = i;
            }
        }
        return positions;
    }

    private static @Nullable Object[] elements(Column lists, int[] rows, int[] positions) {
        @Nullable Object[] elements = new Object[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Object element = Members.get(lists.value(rows[i]), (double) positions[i]);
            elements[i] = Coercion.isNullish(element) ? null : element;
        }
        return elements;
    }

    private static @Nullable Object[] indices(int[] positions) {
        List<@Nullable Object> indices = new ArrayList<>(positions.length);
        for (int position : positions) {
            indices.add((double) position);
        }
        return indices.toArray();
    }
}
