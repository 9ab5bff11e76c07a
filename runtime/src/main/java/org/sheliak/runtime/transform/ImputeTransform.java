package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// Adds a row for each key that a group lacks, after the rows that are there. The new rows have the group's key fields,
/// the key, an imputed value and the mark `_impute`; their other fields are undefined.
/// A row whose value is null is not touched.
///
/// Source: vega-transforms/src/Impute.js @ v6.4.0.
final class ImputeTransform implements Transform {
    private static final int NO_ROW = -1;
    private static final String MARK = "_impute";

    private final Parameters parameters;
    private final FieldAccess field;
    private final FieldAccess key;
    private final List<FieldAccess> groupby;
    private final ImputeMethod method;

    ImputeTransform(Parameters parameters) {
        this.parameters = parameters;
        this.field = parameters.requiredField("field");
        this.key = parameters.requiredField("key");
        this.groupby = parameters.presentFields("groupby");
        this.method = ImputeMethod.of(parameters);
    }

    @Override
    public TransformResult apply(Table input) {
        List<Map<String, @Nullable Object>> added;
        try (Column values = field.read(input, parameters.allocator());
                Column keys = key.read(input, parameters.allocator());
                ColumnList groups = ColumnList.read(groupby, input, parameters.allocator())) {
            added = impute(values, keys, groups.columns());
        }
        return TransformResult.of(
                added.isEmpty() ? input.share() : AppendedRows.to(input, added, parameters.allocator()));
    }

    private List<Map<String, @Nullable Object>> impute(Column values, Column keys, List<Column> groups) {
        int rowCount = values.length();
        Grouping grouping = Grouping.of(groups, rowCount, KeyForm.LIST, parameters);
        List<@Nullable Object> domain = new ArrayList<>();
        int[] keyCodes = keyCodes(keys, domain);
        int[][] rowsByKey = rowsByKey(grouping, keyCodes);
        List<Map<String, @Nullable Object>> added = new ArrayList<>();
        for (int group = 0; group < grouping.count(); group++) {
            Object imputed = Double.NaN;
            for (int code = 0; code < domain.size(); code++) {
                if (code < rowsByKey[group].length && rowsByKey[group][code] != NO_ROW) {
                    continue;
                }
                if (imputed instanceof Double number && number.isNaN()) {
                    imputed = method.impute(rowsByKey[group], values);
                }
                added.add(row(groups, grouping.firstRows()[group], domain.get(code), imputed));
            }
        }
        return added;
    }

    /// The place of each row's key in the domain, which is filled: the wanted keys, then those that occur.
    private int[] keyCodes(Column keys, List<@Nullable Object> domain) {
        Map<String, Integer> codes = new HashMap<>();
        List<@Nullable Object> wanted = parameters.list("keyvals");
        for (Object value : wanted == null ? List.<@Nullable Object>of() : wanted) {
            codes.put(KeyForm.NAME.text(value, parameters.zone()), domain.size());
            domain.add(value);
        }
        int[] keyCodes = new int[keys.length()];
        for (int row = 0; row < keyCodes.length; row++) {
            Object value = keys.value(row);
            keyCodes[row] = codes.computeIfAbsent(KeyForm.NAME.text(value, parameters.zone()), _ -> {
                domain.add(value);
                return domain.size() - 1;
            });
        }
        return keyCodes;
    }

    /// The last row of each group with each key, up to the last key that the group has.
    private static int[][] rowsByKey(Grouping grouping, int[] keyCodes) {
        int[][] rows = new int[grouping.count()][0];
        for (int row = 0; row < keyCodes.length; row++) {
            int group = grouping.groups()[row];
            int length = rows[group].length;
            if (keyCodes[row] >= length) {
                rows[group] = Arrays.copyOf(rows[group], keyCodes[row] + 1);
                Arrays.fill(rows[group], length, keyCodes[row], NO_ROW);
            }
            rows[group][keyCodes[row]] = row;
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(
            List<Column> groups, int firstRow, @Nullable Object keyValue, @Nullable Object imputed) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(MARK, true);
        for (int i = 0; i < groups.size(); i++) {
            row.put(groupby.get(i).outputName(), groups.get(i).value(firstRow));
        }
        row.put(key.outputName(), keyValue);
        row.put(field.outputName(), imputed);
        return row;
    }
}
