package org.sheliak.runtime.transform;

import java.util.Arrays;

/// Collects the group of each row and the first row of each group.
final class GroupBuilder {
    /// The largest number of keys for which a plain table is used in place of a hash table.
    static final int MAX_TABLE = 1 << 20;

    private final int[] groups;
    private int[] firstRows = new int[16];
    private int count;

    GroupBuilder(int rowCount) {
        groups = new int[rowCount];
    }

    /// A table for [#addSmall] and keys below `keys`.
    static int[] table(int keys) {
        int[] table = new int[keys];
        Arrays.fill(table, -1);
        return table;
    }

    /// Puts the next row into a group that exists, or into the next new one.
    void add(int row, int group) {
        groups[row] = group;
        if (group == count) {
            if (count == firstRows.length) {
                firstRows = Arrays.copyOf(firstRows, count * 2);
            }
            firstRows[count++] = row;
        }
    }

    /// Puts the next row into the group of a small key.
    void addSmall(int row, int key, int[] table) {
        int group = table[key];
        if (group < 0) {
            table[key] = group = count;
        }
        add(row, group);
    }

    Grouping build() {
        return new Grouping(groups, Arrays.copyOf(firstRows, count));
    }
}
