package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sheliak.runtime.index.Axis.AxisRange;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.GroupTable;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.kernel.RowCells;
import org.sheliak.runtime.kernel.RowFilter;

/// Answers a query for any filters of some kinds, the brushed ones, at a cost that hardly grows with the rows.
///
/// The rows are ordered by what these look at ([RowOrder]). Each of the larger blocks of that order has a table of its
/// groups; the tables of the blocks that lie within the ranges are added up, and of the blocks on the edges the rows
/// themselves. Nothing is ever subtracted, so minima, maxima and the first rows of groups come out as well as sums do.
final class GroupIndex {
    /// What is done by one thread before a second one is worth asking.
    private static final int COST_PER_SHARE = 1 << 15;

    /// Each share has a table of its own, which must be added to the others.
    private static final int MOST_SHARES = 4;

    private static final int[] ALL_PASS = {};

    private final RowOrder order;
    private final RowCells cells;
    private final int levels;
    private final GroupSums tables;
    private final List<Optional<DecimalNumbers>> ordered;

    /// @param query what is counted, in which cells, by which filters besides the brushed ones
    GroupIndex(RowOrder order, GroupQuery query, ColumnKernels kernels, long tableBytes) {
        this.order = order;
        this.cells = kernels.cells(query.rows()).inOrder(order.rows());
        int cellCount = query.rows().cells();
        this.levels = levels(order, GroupSums.bytesPerCell(query.measures()) * cellCount, tableBytes);
        this.tables = new GroupSums(query.measures(), cellCount, 2 << levels);
        this.ordered = query.measures().stream()
                .map(measure -> DecimalNumbers.of(measure.column(), order.rows()))
                .toList();
        RowSums rows = new RowSums(order, cells, query.measures(), ordered, tables);
        for (int block = 0; block < 1 << levels; block++) {
            rows.addAll(order.start(levels, block), order.start(levels, block + 1), (1 << levels) + block);
        }
        for (int node = (1 << levels) - 1; node > 0; node--) {
            tables.addTable(node, tables, 2 * node);
            tables.addTable(node, tables, 2 * node + 1);
        }
    }

    /// As many as there is room for.
    private static int levels(RowOrder order, long bytesPerBlock, long tableBytes) {
        int levels = 0;
        while (levels < order.bits() && (4L << levels) * bytesPerBlock <= tableBytes) {
            levels++;
        }
        return levels;
    }

    /// The answer for brushed filters. The cores share the work; how it is cut depends on the query alone, so the
    /// answer
    /// is the same on any number of cores.
    ///
    /// @param ranges one for each axis, empty where all rows pass
    /// @param measures the measured columns of this query
    GroupTable answer(List<Optional<RowFilter>> ranges, List<Measured> measures) {
        List<Piece> pieces = new Search(ranges).pieces();
        long cost = pieces.stream().mapToLong(Piece::cost).sum();
        int shares = Math.clamp(cost / COST_PER_SHARE, 1, MOST_SHARES);
        List<GroupSums> sums = IntStream.range(0, shares)
                .parallel()
                .mapToObj(share -> sums(pieces, ranges, measures, cost * share / shares, cost * (share + 1) / shares))
                .toList();
        GroupSums all = sums.getFirst();
        sums.subList(1, shares).forEach(others -> all.addTable(0, others, 0));
        return all.table();
    }

    /// What the pieces from one cost to another add up to.
    private GroupSums sums(
            List<Piece> pieces, List<Optional<RowFilter>> ranges, List<Measured> measures, long from, long to) {
        GroupSums sums = new GroupSums(measures, tables.cells(), 1);
        RowSums rows = new RowSums(order, cells, measures, ordered, sums);
        long before = 0;
        for (Piece piece : pieces) {
            boolean begins = from <= before && before < to;
            switch (piece) {
                case TableOf(int node, int _) -> {
                    if (begins) {
                        sums.addTable(0, tables, node);
                    }
                }
                case RowsOf(int first, int last, int[] buckets) -> {
                    int start = Math.clamp(first + from - before, first, last);
                    int end = Math.clamp(first + to - before, first, last);
                    if (buckets.length == 0) {
                        rows.addAll(start, end, 0);
                    } else {
                        rows.addPassing(start, end, ranges, buckets);
                    }
                }
            }
            before += piece.cost();
        }
        return sums;
    }

    long sizeBytes() {
        long orderedBytes = ordered.stream()
                .flatMap(Optional::stream)
                .mapToLong(DecimalNumbers::sizeBytes)
                .sum();
        return cells.sizeBytes() + tables.sizeBytes() + orderedBytes;
    }

    /// A part of an answer.
    private sealed interface Piece {
        /// About how many rows could be added in the time that this takes.
        int cost();
    }

    /// The table of a block.
    private record TableOf(int node, int cells) implements Piece {
        @Override
        public int cost() {
            // The cells of a table are added in order, rows wherever their cells are.
            return 1 + cells / 4;
        }
    }

    /// The rows of some places.
    ///
    /// @param buckets those of their tile, by axes, where not all of them may pass; else none
    @SuppressWarnings("ArrayRecordComponent")
    private record RowsOf(int from, int to, int[] buckets) implements Piece {
        @Override
        public int cost() {
            return to - from;
        }
    }

    /// One walk through the blocks.
    private final class Search {
        private final AxisRange[] edges;
        private final int[] from;
        private final int[] to;
        private final List<Piece> pieces = new ArrayList<>();

        Search(List<Optional<RowFilter>> ranges) {
            this.edges = new AxisRange[ranges.size()];
            this.from = new int[edges.length];
            this.to = new int[edges.length];
            for (int column = 0; column < edges.length; column++) {
                edges[column] =
                        order.axes().get(column).range(ranges.get(column).orElse(null));
                to[column] = 1 << (order.bits() / edges.length);
            }
        }

        /// All that has to be added.
        List<Piece> pieces() {
            block(0, 0);
            int[] noBuckets = new int[edges.length];
            Arrays.fill(noBuckets, Axis.NONE);
            pieces.add(new RowsOf(order.unplaced(), order.rows().length, noBuckets));
            return pieces;
        }

        /// Adds a block, of which `from` and `to` hold the buckets.
        private void block(int level, int block) {
            boolean isWithin = true;
            for (int column = 0; column < edges.length; column++) {
                if (!edges[column].touches(from[column], to[column])) {
                    return;
                }
                isWithin &= edges[column].contains(from[column], to[column]);
            }
            if (isWithin && level <= levels) {
                pieces.add(new TableOf((1 << level) + block, tables.cells()));
            } else if (isWithin) {
                pieces.add(new RowsOf(order.start(level, block), order.start(level, block + 1), ALL_PASS));
            } else if (level == order.bits()) {
                pieces.add(new RowsOf(order.start(level, block), order.start(level, block + 1), from.clone()));
            } else {
                halves(level, block);
            }
        }

        private void halves(int level, int block) {
            int column = level % edges.length;
            int middle = (from[column] + to[column]) >>> 1;
            int end = to[column];
            to[column] = middle;
            block(level + 1, 2 * block);
            int start = from[column];
            to[column] = end;
            from[column] = middle;
            block(level + 1, 2 * block + 1);
            from[column] = start;
        }
    }
}
