package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
/// The rows are ordered by what these look at ([RowOrder]). Each of the blocks of that order with the most rows has a
/// table of its groups; the tables of the blocks that lie within the ranges are added up, and of the blocks on the
/// edges the rows themselves. Nothing is ever subtracted, so minima, maxima and the first rows of groups come out as
/// well as sums do.
final class GroupIndex {
    /// What is done by one thread before a second one is worth asking.
    private static final int COST_PER_SHARE = 1 << 15;

    /// Each share has a table of its own, which must be added to the others.
    private static final int MOST_SHARES = 4;

    private static final int[] ALL_PASS = {};
    private static final int NO_TABLE = -1;

    private final RowOrder order;
    private final RowCells cells;

    /// By the numbers of blocks, which are 1 for that of all rows, and 2n and 2n + 1 for the halves of block n.
    private final int[] tableOf;

    private final GroupSums tables;
    private final List<Optional<DecimalNumbers>> ordered;

    /// @param query what is counted, in which cells, by which filters besides the brushed ones
    GroupIndex(RowOrder order, GroupQuery query, ColumnKernels kernels, long tableBytes, IndexBuild build) {
        this.order = order;
        this.cells = inOrder(kernels.cells(query.rows()), order.rows(), build);
        int cellCount = query.rows().cells();
        int mostTables = (int) (tableBytes / (GroupSums.bytesPerCell(query.measures()) * cellCount));
        int[] blocks = blocks(order, mostTables, cellCount);
        this.tableOf = new int[2 << order.bits()];
        Arrays.fill(tableOf, NO_TABLE);
        for (int table = 0; table < blocks.length; table++) {
            tableOf[blocks[table]] = table;
        }
        this.tables = new GroupSums(query.measures(), cellCount, blocks.length);
        this.ordered = query.measures().stream()
                .map(measure -> DecimalNumbers.of(measure.column(), order.rows(), build))
                .toList();
        fill(blocks, query.measures(), build);
    }

    private static RowCells inOrder(RowCells ofRows, int[] order, IndexBuild build) {
        RowCells ordered = ofRows.unfilled();
        build.forEachRun(order.length, (_, from, to) -> ordered.gather(ofRows, order, from, to));
        return ordered;
    }

    /// For each table its block. The blocks with the most rows have one, a block always before its halves.
    private static int[] blocks(RowOrder order, int mostTables, int cells) {
        return IntStream.range(1, 2 << order.bits())
                .filter(block -> rows(order, block) > cost(cells))
                .mapToLong(block -> (long) -rows(order, block) << Integer.SIZE | block)
                .sorted()
                .limit(mostTables)
                .mapToInt(block -> (int) block)
                .toArray();
    }

    private static int rows(RowOrder order, int block) {
        return end(order, block) - start(order, block);
    }

    /// The first place of a block.
    private static int start(RowOrder order, int block) {
        int level = level(block);
        return order.start(level, block - (1 << level));
    }

    private static int end(RowOrder order, int block) {
        int level = level(block);
        return order.start(level, block + 1 - (1 << level));
    }

    private static int level(int block) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(block);
    }

    /// About how many rows could be added in the time that it takes to add a table: the cells of a table are added in
    /// their order, rows wherever their cells are.
    private static int cost(int cells) {
        return 1 + cells / 4;
    }

    /// Fills the tables: first with the rows of their blocks that are not in a table of a half, then with these tables.
    private void fill(int[] blocks, List<Measured> measures, IndexBuild build) {
        build.forEachRun(blocks.length, (_, from, to) -> {
            RowSums rows = new RowSums(order, cells, measures, ordered, tables);
            for (int table = from; table < to; table++) {
                int block = blocks[table];
                int first = hasTable(2 * block) ? end(order, 2 * block) : start(order, block);
                int last = hasTable(2 * block + 1) ? start(order, 2 * block + 1) : end(order, block);
                rows.addAll(first, last, table);
            }
        });
        for (int table = blocks.length - 1; table > 0; table--) {
            tables.addTable(tableOf[blocks[table] / 2], tables, table);
        }
    }

    private boolean hasTable(int block) {
        return block < tableOf.length && tableOf[block] != NO_TABLE;
    }

    /// The answer for brushed filters. The cores share the work; how it is cut depends on the query alone, so that the
    /// answer is the same on any number of cores.
    ///
    /// @param filters by what they look at; where there is none for an axis, all rows pass
    /// @param measures the measured columns of this query
    GroupTable answer(Map<Object, RowFilter> filters, List<Measured> measures) {
        List<Optional<RowFilter>> ranges = order.columns().stream()
                .map(column -> Optional.ofNullable(filters.get(column)))
                .toList();
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
                case TableOf(int table, int _) -> {
                    if (begins) {
                        sums.addTable(0, tables, table);
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

    RowOrder order() {
        return order;
    }

    /// Bytes of the index without those of the order.
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
    private record TableOf(int table, int cells) implements Piece {
        @Override
        public int cost() {
            return GroupIndex.cost(cells);
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
            pieces.add(new RowsOf(0, order.unplaced(), noBuckets));
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
            int table = tableOf[(1 << level) + block];
            if (isWithin && table != NO_TABLE) {
                pieces.add(new TableOf(table, tables.cells()));
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
