package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.runtime.table.NumericColumn;

/// The rows of a table in an order that keeps near what is near in some columns, cut into tiles.
///
/// Each column is cut into buckets, and the rows with the same bucket in every column are a tile. Tiles stand in the
/// order of the bits of their buckets, taken from all columns in turn from the highest on: so every number of leading
/// bits makes blocks of rows that stand together, and blocks of one more bit halve them. Within a tile the rows keep
/// their order. The rows with null or NaN in one of the columns stand after all others.
///
/// Source: G. M. Morton, "A computer oriented geodetic data base and a new technique in file sequencing" (1966).
final class RowOrder {
    /// Tiles with fewer rows than this on average would not make a query faster.
    private static final int ROWS_PER_TILE = 128;

    private static final int MOST_BITS = 16;

    private final int[] rows;
    private final int[] tileStarts;
    private final List<Buckets> buckets;
    private final int bits;

    private RowOrder(int[] rows, int[] tileStarts, List<Buckets> buckets, int bits) {
        this.rows = rows;
        this.tileStarts = tileStarts;
        this.buckets = buckets;
        this.bits = bits;
    }

    /// The rows of the columns, which are all of one length.
    static RowOrder of(List<? extends NumericColumn> columns) {
        int rowCount = columns.getFirst().length();
        int bitsPerColumn = bits(rowCount) / columns.size();
        int bits = bitsPerColumn * columns.size();
        int[] tileOfRow = new int[rowCount];
        int[] bucketOfRow = new int[rowCount];
        List<Buckets> buckets = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            buckets.add(Buckets.of(columns.get(column), 1 << bitsPerColumn, bucketOfRow));
            int[] spread = spread(bitsPerColumn, columns.size(), columns.size() - 1 - column);
            for (int row = 0; row < rowCount; row++) {
                boolean isPlaced = bucketOfRow[row] != Buckets.NONE && tileOfRow[row] != 1 << bits;
                tileOfRow[row] = isPlaced ? tileOfRow[row] | spread[bucketOfRow[row]] : 1 << bits;
            }
        }
        int[] starts = starts(tileOfRow, (1 << bits) + 1);
        // The buckets are used up: their array takes the rows.
        return new RowOrder(ordered(tileOfRow, starts, bucketOfRow), starts, buckets, bits);
    }

    private static int bits(int rowCount) {
        int tiles = Math.max(1, rowCount / ROWS_PER_TILE);
        return Math.clamp(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(tiles), 2, MOST_BITS);
    }

    /// For each bucket, its bits moved apart to leave room for those of the other columns.
    private static int[] spread(int bits, int columns, int shift) {
        int[] spread = new int[1 << bits];
        for (int bucket = 0; bucket < spread.length; bucket++) {
            for (int bit = 0; bit < bits; bit++) {
                spread[bucket] |= (bucket >>> bit & 1) << (bit * columns + shift);
            }
        }
        return spread;
    }

    private static int[] starts(int[] tileOfRow, int tiles) {
        int[] starts = new int[tiles + 1];
        for (int tile : tileOfRow) {
            starts[tile + 1]++;
        }
        for (int tile = 0; tile < tiles; tile++) {
            starts[tile + 1] += starts[tile];
        }
        return starts;
    }

    private static int[] ordered(int[] tileOfRow, int[] starts, int[] target) {
        int[] next = starts.clone();
        for (int row = 0; row < tileOfRow.length; row++) {
            target[next[tileOfRow[row]]++] = row;
        }
        return target;
    }

    /// The rows by their places; borrowed.
    int[] rows() {
        return rows;
    }

    /// The place of the first row with null or NaN; the other such rows follow up to the end.
    int unplaced() {
        return tileStarts[1 << bits];
    }

    /// How often a block can be halved until it is a tile.
    int bits() {
        return bits;
    }

    /// The place of the first row of a block.
    ///
    /// @param level how many leading bits tell blocks apart
    /// @param block these bits
    int start(int level, int block) {
        return tileStarts[block << (bits - level)];
    }

    List<Buckets> buckets() {
        return buckets;
    }

    long sizeBytes() {
        return Integer.BYTES * ((long) rows.length + tileStarts.length);
    }
}
