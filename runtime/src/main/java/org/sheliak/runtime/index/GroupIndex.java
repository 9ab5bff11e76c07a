package org.sheliak.runtime.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /// The answer for brushed filters.
    ///
    /// @param ranges one for each axis, empty where all rows pass
    /// @param measures the measured columns of this query
    GroupTable answer(List<Optional<RowFilter>> ranges, List<Measured> measures) {
        GroupSums sums = new GroupSums(measures, tables.cells(), 1);
        RowSums rows = new RowSums(order, cells, measures, ordered, sums);
        new Search(ranges, sums, rows).block(0, 0);
        int[] noBuckets = new int[ranges.size()];
        Arrays.fill(noBuckets, Axis.NONE);
        rows.addPassing(order.unplaced(), order.rows().length, ranges, noBuckets);
        return sums.table();
    }

    long sizeBytes() {
        long orderedBytes = ordered.stream()
                .flatMap(Optional::stream)
                .mapToLong(DecimalNumbers::sizeBytes)
                .sum();
        return cells.sizeBytes() + tables.sizeBytes() + orderedBytes;
    }

    /// One walk through the blocks.
    private final class Search {
        private final List<Optional<RowFilter>> ranges;
        private final GroupSums sums;
        private final RowSums rows;
        private final AxisRange[] edges;
        private final int[] from;
        private final int[] to;

        Search(List<Optional<RowFilter>> ranges, GroupSums sums, RowSums rows) {
            this.ranges = ranges;
            this.sums = sums;
            this.rows = rows;
            this.edges = new AxisRange[ranges.size()];
            this.from = new int[edges.length];
            this.to = new int[edges.length];
            for (int column = 0; column < edges.length; column++) {
                edges[column] =
                        order.axes().get(column).range(ranges.get(column).orElse(null));
                to[column] = 1 << (order.bits() / edges.length);
            }
        }

        /// Adds a block, of which `from` and `to` hold the buckets.
        void block(int level, int block) {
            boolean isWithin = true;
            for (int column = 0; column < edges.length; column++) {
                if (!edges[column].touches(from[column], to[column])) {
                    return;
                }
                isWithin &= edges[column].contains(from[column], to[column]);
            }
            if (isWithin && level <= levels) {
                sums.addTable(0, tables, (1 << level) + block);
            } else if (isWithin) {
                rows.addAll(order.start(level, block), order.start(level, block + 1), 0);
            } else if (level == order.bits()) {
                rows.addPassing(order.start(level, block), order.start(level, block + 1), ranges, from);
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
