package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;

/// Keeps the rows that are within the ranges of a crossfilter, except for those ranges whose bits are set in `ignore`.
/// The parameter `filter` is the crossfilter's `fields` and `query`, an object, where a spec has the crossfilter's
/// signal. A range has its start and lacks its end. When every range is ignored, no row is kept.
///
/// Source: vega-crossfilter/src/{ResolveFilter,CrossFilter,Bitmaps}.js @ v6.4.0.
final class ResolveFilterTransform implements Transform {
    /// With more of them, Vega's filters let every row pass.
    private static final int MOST_RANGES = 7;

    private final Parameters parameters;
    private final int resolved;
    private final List<FieldAccess> fields;
    private final List<ValueRange> ranges;

    ResolveFilterTransform(Parameters parameters) {
        this.parameters = parameters;
        parameters.require("ignore");
        if (!(parameters.json("filter") instanceof JsonObject definition)) {
            throw parameters.invalid("expected a \"filter\" with fields and a query");
        }
        Parameters filter = parameters.nested("filter", definition);
        this.resolved = ~Coercion.toInt32(Coercion.toNumber(parameters.value("ignore")));
        this.fields = filter.presentFields("fields");
        this.ranges = ranges(filter);
        if (ranges.size() > MOST_RANGES) {
            throw filter.invalid("expected at most " + MOST_RANGES + " ranges, found " + ranges.size());
        }
        if (fields.size() < ranges.size()) {
            throw filter.invalid("expected a field for each range, found " + fields.size() + " for " + ranges.size());
        }
    }

    private static List<ValueRange> ranges(Parameters filter) {
        List<@Nullable Object> query = filter.list("query");
        List<ValueRange> ranges = new ArrayList<>();
        for (Object range : query == null ? List.of() : query) {
            if (!(range instanceof List<?> ends) || ends.size() < 2) {
                throw filter.invalid("expected a list of ranges in \"query\", each a list of two values");
            }
            ranges.add(new ValueRange(ends.get(0), ends.get(1), filter.zone()));
        }
        return ranges;
    }

    @Override
    public TransformResult apply(Table input) {
        boolean resolvesAny = (((1 << ranges.size()) - 1) & resolved) != 0;
        int[] rows = resolvesAny ? rowsWithin(outside(input)) : new int[0];
        boolean all = rows.length == input.rowCount();
        return TransformResult.of(all ? input.share() : input.gather(rows, parameters.allocator()));
    }

    /// For each row the bits of the ranges that it is outside of.
    private int[] outside(Table input) {
        int[] outside = new int[input.rowCount()];
        for (int i = 0; i < ranges.size(); i++) {
            int bit = 1 << i;
            try (Column column = fields.get(i).read(input, parameters.allocator())) {
                ranges.get(i).outside(column).forEach(row -> outside[row] |= bit);
            }
        }
        return outside;
    }

    private int[] rowsWithin(int[] outside) {
        int[] rows = new int[outside.length];
        int count = 0;
        for (int row = 0; row < outside.length; row++) {
            if ((outside[row] & resolved) == 0) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
