package org.sheliak.runtime.index;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.Dimension;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.Measured;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// A query that owns its columns, to outlive the one that it is made of.
final class OwnedQuery implements AutoCloseable {
    private final List<Column> owned = new ArrayList<>();
    private final GroupQuery query;

    OwnedQuery(GroupQuery borrowed) {
        CountQuery rows = borrowed.rows();
        query = new GroupQuery(
                new CountQuery(
                        rows.rows(),
                        rows.filters().stream()
                                .map(filter -> new RangeFilter(share(filter.column()), filter.range()))
                                .toList(),
                        rows.codeFilters(),
                        rows.dimensions().stream().map(this::share).toList()),
                borrowed.measures().stream()
                        .map(measure -> new Measured((NumberColumn) share(measure.column()), measure.statistics()))
                        .toList());
    }

    private Dimension share(Dimension dimension) {
        return switch (dimension) {
            case Binning(NumericColumn column, var grid) -> new Binning(share(column), grid);
            case CodedRows codes -> codes;
        };
    }

    private NumericColumn share(NumericColumn column) {
        NumericColumn shared = column.share();
        owned.add(shared);
        return shared;
    }

    GroupQuery query() {
        return query;
    }

    @Override
    public void close() {
        owned.forEach(Column::close);
    }
}
