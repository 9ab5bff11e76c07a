package org.sheliak.runtime.source.delimited;

import java.io.IOException;
import java.util.Arrays;

/// Where the fields of the wanted columns lie, row by row.
final class RowFields {
    private static final int SMALLEST_CAPACITY = 64;
    private static final int UNWANTED = -1;

    /// By index in a line: the wanted column that the field belongs to, or [#UNWANTED].
    private final int[] columnOf;
    private final int[][] starts;
    private final int[][] lengths;
    private int count;

    /// @param indexes in a line, of the wanted columns
    RowFields(int[] indexes) {
        columnOf = new int[Arrays.stream(indexes).max().orElse(UNWANTED) + 1];
        Arrays.fill(columnOf, UNWANTED);
        for (int column = 0; column < indexes.length; column++) {
            columnOf[indexes[column]] = column;
        }
        starts = new int[indexes.length][SMALLEST_CAPACITY];
        lengths = new int[indexes.length][SMALLEST_CAPACITY];
    }

    /// Number of rows.
    int count() {
        return count;
    }

    /// Adds the next line as a row.
    void add(FieldScanner scanner) throws IOException {
        reserve();
        int index = 0;
        for (boolean goesOn = true; goesOn; index++) {
            goesOn = scanner.next();
            int column = index < columnOf.length ? columnOf[index] : UNWANTED;
            if (column != UNWANTED) {
                starts[column][count] = scanner.fieldStart();
                lengths[column][count] = scanner.fieldLength();
            }
        }
        for (; index < columnOf.length; index++) {
            if (columnOf[index] != UNWANTED) {
                lengths[columnOf[index]][count] = 0;
            }
        }
        count++;
    }

    private void reserve() {
        for (int column = 0; column < starts.length && count == starts[column].length; column++) {
            starts[column] = Arrays.copyOf(starts[column], 2 * count);
            lengths[column] = Arrays.copyOf(lengths[column], 2 * count);
        }
    }

    /// The fields of a wanted column.
    ///
    /// @param bytes that were scanned
    Fields fields(int column, byte[] bytes, boolean isWellFormed) {
        return new Fields(bytes, starts[column], lengths[column], count, isWellFormed);
    }
}
