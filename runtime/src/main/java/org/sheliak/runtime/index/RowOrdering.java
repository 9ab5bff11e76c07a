package org.sheliak.runtime.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sheliak.runtime.kernel.RowFilter;

/// Puts rows in order by counting: a first pass finds the tile of each row and counts the rows of tiles, a second one
/// writes each row to its place.
final class RowOrdering {
    /// Rows that are read at once.
    static final int BATCH = 1024;

    /// Tiles with fewer rows than this on average would not make a query faster.
    private static final int ROWS_PER_TILE = 128;

    /// With the tile of no row, they fit into two bytes.
    private static final int MOST_BITS = 16;

    private final List<RowFilter> filters;
    private final IndexBuild build;
    private final List<Axis> axes;
    private final int bits;

    /// For each axis the bits of a tile that are its bucket's.
    private final int[] masks;

    /// The tile of each row, counted from 1; 0 for a row with null or NaN.
    private final char[] tiles;

    /// For each run and tile the number of its rows, then the place of the next of them.
    private final int[][] places;

    RowOrdering(List<RowFilter> filters, int rowCount, IndexBuild build) {
        this.filters = filters;
        this.build = build;
        int most = (1 << (bits(rowCount) / filters.size())) - 1;
        this.axes = filters.stream().map(filter -> Axis.of(filter, most)).toList();
        int bitsPerAxis =
                axes.stream().mapToInt(axis -> bitsFor(axis.count())).max().orElseThrow();
        this.bits = bitsPerAxis * axes.size();
        this.masks = IntStream.range(0, axes.size())
                .map(axis -> mask(axis, axes.size(), bitsPerAxis))
                .toArray();
        this.tiles = new char[rowCount];
        this.places = new int[IndexBuild.runs(rowCount)][];
    }

    private static int bits(int rowCount) {
        int tiles = Math.max(1, rowCount / ROWS_PER_TILE);
        return Math.clamp(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(tiles), 2, MOST_BITS);
    }

    private static int bitsFor(int buckets) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(buckets - 1));
    }

    private static int mask(int axis, int axes, int bitsPerAxis) {
        int mask = 0;
        for (int bit = 0; bit < bitsPerAxis; bit++) {
            mask |= 1 << (bit * axes + axes - 1 - axis);
        }
        return mask;
    }

    RowOrder order() {
        build.forEachRun(tiles.length, (run, from, to) -> places[run] = count(from, to));
        int[] starts = starts();
        int[] rows = new int[tiles.length];
        List<byte[]> parts = IntStream.range(0, axes.size())
                .mapToObj(axis -> new byte[parts(axis).isPresent() ? rows.length : 0])
                .toList();
        build.forEachRun(tiles.length, (run, from, to) -> write(from, to, places[run], rows, parts));
        List<Object> columns = filters.stream().map(RowFilter::identity).toList();
        return new RowOrder(columns, rows, starts, axes, parts, bits);
    }

    private Optional<Axis.PartReader> parts(int axis) {
        return axes.get(axis).parts(filters.get(axis));
    }

    /// Finds the tiles of some rows, and how many rows each tile has.
    private int[] count(int from, int to) {
        List<Axis.Reader> readers = IntStream.range(0, axes.size())
                .mapToObj(axis -> axes.get(axis).reader(filters.get(axis)))
                .toList();
        int[] counts = new int[(1 << bits) + 1];
        int[] buckets = new int[BATCH];
        int[] batch = new int[BATCH];
        for (int first = from; first < to; first += BATCH) {
            int count = Math.min(BATCH, to - first);
            Arrays.fill(batch, 0, count, 0);
            for (int axis = 0; axis < masks.length; axis++) {
                readers.get(axis).load(first, count, buckets);
                for (int i = 0; i < count; i++) {
                    // No bits can be added to those of NONE.
                    batch[i] |= buckets[i] == Axis.NONE ? Axis.NONE : Integer.expand(buckets[i], masks[axis]);
                }
            }
            for (int i = 0; i < count; i++) {
                int tile = batch[i] + 1;
                tiles[first + i] = (char) tile;
                counts[tile]++;
            }
        }
        readers.forEach(Axis.Reader::finish);
        return counts;
    }

    /// Makes places of the counts.
    ///
    /// @return where each tile starts, and behind the last the number of rows
    private int[] starts() {
        int[] starts = new int[(1 << bits) + 1];
        int place = 0;
        for (int tile = 0; tile < starts.length; tile++) {
            for (int[] next : places) {
                int count = next[tile];
                next[tile] = place;
                place += count;
            }
            starts[tile] = place;
        }
        return starts;
    }

    /// Writes some rows, and the parts of their buckets, to their places.
    private void write(int from, int to, int[] next, int[] rows, List<byte[]> parts) {
        List<Optional<Axis.PartReader>> readers =
                IntStream.range(0, axes.size()).mapToObj(this::parts).toList();
        int[] batch = new int[BATCH];
        int[] buckets = new int[BATCH];
        byte[] batchParts = new byte[BATCH];
        for (int first = from; first < to; first += BATCH) {
            int count = Math.min(BATCH, to - first);
            for (int i = 0; i < count; i++) {
                batch[i] = next[tiles[first + i]]++;
                rows[batch[i]] = first + i;
            }
            for (int axis = 0; axis < masks.length; axis++) {
                if (readers.get(axis).isPresent()) {
                    buckets(axis, first, count, buckets);
                    readers.get(axis).get().load(first, count, buckets, batchParts);
                    byte[] ofPlaces = parts.get(axis);
                    for (int i = 0; i < count; i++) {
                        ofPlaces[batch[i]] = batchParts[i];
                    }
                }
            }
        }
    }

    /// What the tiles tell of the buckets.
    private void buckets(int axis, int first, int count, int[] buckets) {
        for (int i = 0; i < count; i++) {
            int tile = tiles[first + i] - 1;
            buckets[i] = tile < 0 ? Axis.NONE : Integer.compress(tile, masks[axis]);
        }
    }
}
