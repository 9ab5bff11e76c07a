package org.sheliak.runtime.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/// The answer to a [GroupQuery].
///
/// @param statistics of each measured column, in the order of the query
public record GroupTable(CellCounts counts, List<CellStatistics> statistics) {

    public GroupTable {
        statistics = List.copyOf(statistics);
    }

    /// The answer where there are no rows: no cells at all.
    public static GroupTable empty(int measures) {
        int[] none = {};
        return new GroupTable(
                new CellCounts(none, none, none),
                Collections.nCopies(measures, new CellStatistics(EnumSet.noneOf(Statistic.class), 0)));
    }

    /// One answer from the answers for runs of rows, given in the order of the rows.
    static GroupTable inOrder(List<GroupTable> runs) {
        List<CellStatistics> merged = new ArrayList<>();
        GroupTable first = runs.getFirst();
        for (int measure = 0; measure < first.statistics.size(); measure++) {
            CellStatistics total = first.statistics.get(measure);
            for (GroupTable run : runs.subList(1, runs.size())) {
                total.addAll(run.statistics.get(measure), run.counts.seen());
            }
            merged.add(total);
        }
        return new GroupTable(
                CellCounts.inOrder(runs.stream().map(GroupTable::counts).toArray(CellCounts[]::new)), merged);
    }
}
