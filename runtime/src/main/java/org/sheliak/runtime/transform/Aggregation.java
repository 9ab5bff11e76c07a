package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.transform.aggregate.AggregateOp;

/// What is to be computed of each group: outputs in the order in which Vega writes them, counts first, then field by
/// field. Fields of the same name are taken for one, the first.
///
/// Source: `init` of vega-transforms/src/Aggregate.js @ v6.4.0.
record Aggregation(List<String> counts, List<FieldMeasure> measures) {
    Aggregation {
        counts = List.copyOf(counts);
        measures = List.copyOf(measures);
    }

    /// One result.
    record Output(AggregateOp op, String name) {}

    /// All results of one field.
    ///
    /// @param ratio the parameter of `exponential`; NaN when there is none
    record FieldMeasure(FieldAccess field, List<Output> outputs, double ratio) {
        FieldMeasure {
            outputs = outputs.stream()
                    .sorted(Comparator.comparingInt(output -> output.op().rank()))
                    .toList();
        }

        Set<AggregateOp> ops() {
            Set<AggregateOp> ops = EnumSet.noneOf(AggregateOp.class);
            outputs.forEach(output -> ops.add(output.op()));
            return ops;
        }
    }

    /// One requested operation.
    ///
    /// @param field `null` only for a count
    /// @param as the name to write under; `null` or empty for the default one
    /// @param parameter the parameter of `exponential`, or `null`
    record Request(
            AggregateOp op,
            @Nullable FieldAccess field,
            @Nullable String as,
            @Nullable Double parameter) {

        /// Source: `measureName` of vega-transforms/src/util/AggregateOps.js @ v6.4.0.
        String outputName() {
            String name = field == null ? null : field.name();
            return outputName(op.vegaName(), name, as);
        }

        static String outputName(String op, @Nullable String field, @Nullable String as) {
            if (as != null && !as.isEmpty()) {
                return as;
            }
            return field == null || field.isEmpty() ? op : op + "_" + field;
        }
    }

    /// The results that the requests ask for.
    static Aggregation of(List<Request> requests) {
        List<String> counts = new ArrayList<>();
        Map<String, Collected> byField = new LinkedHashMap<>();
        for (Request request : requests) {
            FieldAccess field = request.field();
            if (request.op() == AggregateOp.COUNT || field == null) {
                counts.add(request.outputName());
            } else {
                byField.computeIfAbsent(field.outputName(), _ -> new Collected(field))
                        .add(request);
            }
        }
        return new Aggregation(
                counts, byField.values().stream().map(Collected::measure).toList());
    }

    /// Outputs of one field in the making.
    private static final class Collected {
        private final FieldAccess field;
        private final List<Output> outputs = new ArrayList<>();
        private double ratio = Double.NaN;

        Collected(FieldAccess field) {
            this.field = field;
        }

        void add(Request request) {
            outputs.add(new Output(request.op(), request.outputName()));
            if (request.op() == AggregateOp.EXPONENTIAL) {
                Double parameter = request.parameter();
                ratio = parameter == null ? Double.NaN : parameter;
            }
        }

        FieldMeasure measure() {
            return new FieldMeasure(field, outputs, ratio);
        }
    }
}
