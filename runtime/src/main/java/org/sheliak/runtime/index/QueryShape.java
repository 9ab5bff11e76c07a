package org.sheliak.runtime.index;

import java.util.List;
import java.util.Set;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.Statistic;

/// A query without its filters, by the content of its columns: holds none of them.
record QueryShape(int rows, List<Object> dimensions, List<MeasuredIdentity> measures) {

    /// A column in the bins of a grid.
    private record BinnedIdentity(Object column, BinGrid grid) {}

    /// A column of which statistics are kept.
    private record MeasuredIdentity(Object column, Set<Statistic> statistics) {}

    static QueryShape of(GroupQuery query) {
        return new QueryShape(
                query.rows().rows(),
                query.rows().dimensions().stream()
                        .<Object>map(dimension -> switch (dimension) {
                            case Binning binning ->
                                new BinnedIdentity(binning.column().identity(), binning.grid());
                            case CodedRows codes -> codes.identity();
                        })
                        .toList(),
                query.measures().stream()
                        .map(measure -> new MeasuredIdentity(measure.column().identity(), measure.statistics()))
                        .toList());
    }
}
