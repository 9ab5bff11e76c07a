package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.List;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DenseCodes;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Rows in groups, numbered from 0 in the order of their first rows.
///
/// @param groups the group of each row
/// @param firstRows the first row of each group
@SuppressWarnings("ArrayRecordComponent")
public record Grouping(int[] groups, int[] firstRows) {

    /// Number of groups.
    public int count() {
        return firstRows.length;
    }

    /// Number of rows.
    public int rowCount() {
        return groups.length;
    }

    /// All rows in one group; none when there are no rows.
    static Grouping single(int rowCount) {
        return new Grouping(new int[rowCount], rowCount == 0 ? new int[0] : new int[1]);
    }

    /// The groups by which `aggregate` tells rows apart.
    ///
    /// @param zone of the dates' texts
    public static Grouping byName(List<Column> columns, int rowCount, TimeZoneRules zone) {
        return of(columns, rowCount, KeyForm.NAME, zone);
    }

    /// Whether the texts by which [#byName] tells rows apart may run into those of another column.
    public static boolean mayRunTogether(Column column) {
        return KeyForm.NAME.mayHoldSeparator(column);
    }

    /// The groups of rows that agree in the values of columns of numbers, dates, strings or booleans.
    public static Grouping byValue(List<Column> columns, int rowCount, TimeZoneRules zone) {
        return of(columns, rowCount, KeyForm.VALUE, zone);
    }

    /// The groups by a transform's `groupby`. Of a transform that was lifted out of a facet, the first `facets` fields
    /// are the facet's: rows of different facets are of different groups, whatever the other fields hold.
    static Grouping of(List<Column> columns, int rowCount, KeyForm form, Parameters parameters) {
        int facets = Math.clamp((long) parameters.number("facets", 0), 0, columns.size());
        Grouping within = of(columns.subList(facets, columns.size()), rowCount, form, parameters.zone());
        return facets == 0
                ? within
                : of(columns.subList(0, facets), rowCount, KeyForm.NAME, parameters.zone())
                        .refine(within);
    }

    /// Rows that agree in the text of all columns are one group; without columns all rows are.
    static Grouping of(List<Column> columns, int rowCount, KeyForm form, TimeZoneRules zone) {
        if (columns.isEmpty()) {
            return single(rowCount);
        }
        KeyCoder coder = new KeyCoder(form, zone);
        if (columns.size() > 1 && columns.stream().anyMatch(form::mayHoldSeparator)) {
            return coder.groupByText(columns, rowCount);
        }
        Grouping grouping = coder.group(columns.getFirst());
        for (Column column : columns.subList(1, columns.size())) {
            grouping = grouping.refine(coder.group(column));
        }
        return grouping;
    }

    /// The groups of rows that agree in both groupings.
    private Grouping refine(Grouping other) {
        GroupBuilder builder = new GroupBuilder(groups.length);
        long width = Math.max(1, other.count());
        if (count() * width <= GroupBuilder.MAX_TABLE) {
            int[] table = GroupBuilder.table((int) (count() * width));
            for (int row = 0; row < groups.length; row++) {
                builder.addSmall(row, (int) (groups[row] * width) + other.groups[row], table);
            }
        } else {
            DenseCodes codes = new DenseCodes();
            for (int row = 0; row < groups.length; row++) {
                builder.add(row, codes.code(groups[row] * width + other.groups[row]));
            }
        }
        return builder.build();
    }

    /// The rows of each group, in order: those of group `g` stand from `starts[g]` to `starts[g + 1]`.
    Rows rows() {
        int[] starts = new int[count() + 1];
        for (int group : groups) {
            starts[group + 1]++;
        }
        for (int group = 0; group < count(); group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = Arrays.copyOf(starts, count());
        int[] rows = new int[groups.length];
        for (int row = 0; row < groups.length; row++) {
            rows[next[groups[row]]++] = row;
        }
        return new Rows(starts, rows);
    }

    /// The rows group by group.
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(int[] starts, int[] rows) {
        int[] of(int group) {
            return Arrays.copyOfRange(rows, starts[group], starts[group + 1]);
        }
    }
}
