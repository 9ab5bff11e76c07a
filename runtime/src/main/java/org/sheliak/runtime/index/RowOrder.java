package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.runtime.kernel.RowFilter;

/// The rows of a table in an order that keeps near what is near on some axes, cut into tiles.
///
/// Each axis is cut into buckets, and the rows with the same bucket on every axis are a tile. Tiles stand in the
/// order of the bits of their buckets, taken from all axes in turn from the highest on: so every number of leading
/// bits makes blocks of rows that stand together, and blocks of one more bit halve them. Within a tile the rows keep
/// their order. The rows with null or NaN on one of the axes stand after all others.
///
/// Source: G. M. Morton, "A computer oriented geodetic data base and a new technique in file sequencing" (1966).
final class RowOrder {
    /// Tiles with fewer rows than this on average would not make a query faster.
    private static final int ROWS_PER_TILE = 128;

    private static final int MOST_BITS = 16;

    private final int[] rows;
    private final int[] tileStarts;
    private final List<Axis> axes;
    private final List<byte[]> parts;
    private final int bits;

    private RowOrder(int[] rows, int[] tileStarts, List<Axis> axes, List<byte[]> parts, int bits) {
        this.rows = rows;
        this.tileStarts = tileStarts;
        this.axes = axes;
        this.parts = parts;
        this.bits = bits;
    }

    /// The rows, ordered by what some filters look at, whatever they let pass.
    static RowOrder of(List<RowFilter> filters, int rowCount) {
        int most = 1 << (bits(rowCount) / filters.size());
        List<Axis> axes = filters.stream().map(filter -> Axis.of(filter, most)).toList();
        int bitsPerAxis =
                axes.stream().mapToInt(axis -> bitsFor(axis.count())).max().orElseThrow();
        int bits = bitsPerAxis * axes.size();
        int[] tileOfRow = new int[rowCount];
        int[] bucketOfRow = new int[rowCount];
        List<byte[]> partsOfRows = new ArrayList<>();
        for (int number = 0; number < axes.size(); number++) {
            Axis axis = axes.get(number);
            axis.place(filters.get(number), bucketOfRow);
            partsOfRows.add(axis.parts(filters.get(number), bucketOfRow));
            int[] spread = spread(bitsPerAxis, axes.size(), axes.size() - 1 - number);
            for (int row = 0; row < rowCount; row++) {
                boolean isPlaced = bucketOfRow[row] != Axis.NONE && tileOfRow[row] != 1 << bits;
                tileOfRow[row] = isPlaced ? tileOfRow[row] | spread[bucketOfRow[row]] : 1 << bits;
            }
        }
        int[] starts = starts(tileOfRow, (1 << bits) + 1);
        // The buckets are used up: their array takes the rows.
        int[] rows = ordered(tileOfRow, starts, bucketOfRow);
        List<byte[]> parts =
                partsOfRows.stream().map(ofRows -> inOrder(ofRows, rows)).toList();
        return new RowOrder(rows, starts, axes, parts, bits);
    }

    private static int bitsFor(int buckets) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(buckets - 1));
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

    private static byte[] inOrder(byte[] ofRows, int[] rows) {
        byte[] ordered = new byte[ofRows.length];
        for (int place = 0; place < ordered.length; place++) {
            ordered[place] = ofRows[rows[place]];
        }
        return ordered;
    }

    /// By places, the part of its bucket on an axis that each row lies in; empty when the axis has no parts. Borrowed.
    byte[] parts(int axis) {
        return parts.get(axis);
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

    List<Axis> axes() {
        return axes;
    }

    long sizeBytes() {
        return Integer.BYTES * ((long) rows.length + tileStarts.length)
                + parts.stream().mapToLong(ofAxis -> ofAxis.length).sum();
    }
}
