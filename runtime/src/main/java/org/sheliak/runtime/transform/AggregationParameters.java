package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.transform.Aggregation.Request;
import org.sheliak.runtime.transform.aggregate.AggregateOp;

/// Reads `ops`, `fields`, `as` and `aggregate_params`.
///
/// Source: vega-transforms/src/Aggregate.js @ v6.4.0.
final class AggregationParameters {
    private AggregationParameters() {}

    /// @param hasRatios whether the transform knows `aggregate_params`
    static Aggregation read(Parameters parameters, boolean hasRatios) {
        List<@Nullable FieldAccess> fields = parameters.fields("fields");
        List<@Nullable String> ops = parameters.names("ops");
        List<@Nullable String> as = parameters.names("as");
        List<@Nullable Double> ratios = hasRatios ? parameters.numbers("aggregate_params") : null;
        int count = fields == null ? 1 : fields.size();
        if (count != (ops == null ? 1 : ops.size())) {
            throw parameters.invalid(
                    "expected as many ops as fields, found " + (ops == null ? 1 : ops.size()) + " and " + count);
        }
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AggregateOp op = op(parameters, ops == null ? "count" : ops.get(i));
            FieldAccess field = fields == null ? null : fields.get(i);
            if (field == null && op != AggregateOp.COUNT) {
                throw parameters.invalid("\"" + op.vegaName() + "\" needs a field, found none");
            }
            requests.add(new Request(op, field, element(as, i), ratio(element(ratios, i))));
        }
        return Aggregation.of(requests);
    }

    /// The operation of a name.
    static AggregateOp op(Parameters parameters, @Nullable String name) {
        AggregateOp op = name == null ? null : AggregateOp.named(name);
        if (op == null) {
            throw parameters.invalid("\"" + name + "\" is no aggregate operation");
        }
        return op;
    }

    /// The element at an index; `null` when there is no list, or it is too short.
    static <T> @Nullable T element(@Nullable List<@Nullable T> list, int index) {
        return list == null || index >= list.size() ? null : list.get(index);
    }

    /// Zero is no parameter, to Vega.
    static @Nullable Double ratio(@Nullable Double parameter) {
        return parameter == null || parameter == 0 || parameter.isNaN() ? null : parameter;
    }
}
