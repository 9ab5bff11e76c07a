package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.transform.aggregate.AggregateOp;

/// An aggregate of which a kernel can compute every output.
///
/// @param groupby the names of the fields to group by
/// @param facets how many of these are the fields of a facet, which tell rows apart before the others do
/// @param counts the names of the outputs that count rows
/// @param distincts the outputs that count different values
/// @param measures the other outputs
record GroupAggregate(
        Task.Transform transform,
        List<String> groupby,
        int facets,
        List<String> counts,
        List<GroupDistinct> distincts,
        List<GroupMeasure> measures) {

    private static final String FACETS = "facets";
    private static final Set<String> PLAIN_PARAMETERS =
            Set.of("type", "groupby", FACETS, "ops", "fields", "as", "drop");

    /// Reads an aggregate; empty where a parameter is computed, or an output is none that a kernel computes.
    static Optional<GroupAggregate> read(Task.Transform transform) {
        JsonObject definition = transform.definition();
        if (!PLAIN_PARAMETERS.containsAll(definition.members().keySet())) {
            return Optional.empty();
        }
        return ParameterTexts.list(definition, "groupby")
                .filter(groupby -> groupby.stream().allMatch(ParameterTexts::isPlainName))
                .flatMap(groupby -> outputs(transform, groupby));
    }

    private static Optional<GroupAggregate> outputs(Task.Transform transform, List<String> groupby) {
        JsonObject definition = transform.definition();
        Optional<List<String>> ops = ParameterTexts.list(definition, "ops");
        Optional<List<String>> as = ParameterTexts.list(definition, "as");
        Optional<List<String>> fields =
                definition.get("fields") == null ? Optional.of(List.of("")) : ParameterTexts.list(definition, "fields");
        if (ops.isEmpty() || as.isEmpty() || fields.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = ops.get().isEmpty() ? List.of("count") : ops.get();
        return names.size() == fields.get().size()
                ? outputs(transform, groupby, names, fields.get(), as.get())
                : Optional.empty();
    }

    private static Optional<GroupAggregate> outputs(
            Task.Transform transform, List<String> groupby, List<String> ops, List<String> fields, List<String> as) {
        List<String> counts = new ArrayList<>();
        List<GroupDistinct> distincts = new ArrayList<>();
        List<GroupMeasure> measures = new ArrayList<>();
        Set<String> measured = new HashSet<>(groupby);
        for (int i = 0; i < ops.size(); i++) {
            AggregateOp op = AggregateOp.named(ops.get(i));
            String field = fields.get(i);
            if (op == AggregateOp.COUNT) {
                counts.add(ParameterTexts.element(as, i, field.isEmpty() ? "count" : "count_" + field));
            } else if (op != null && isKnown(op) && ParameterTexts.isPlainName(field)) {
                String name = ParameterTexts.element(as, i, op.vegaName() + "_" + field);
                if (op == AggregateOp.DISTINCT) {
                    distincts.add(new GroupDistinct(field, name));
                } else {
                    measures.add(new GroupMeasure(op, field, name));
                }
                // Of two outputs with one name the later wins, by a rule that the aggregate knows.
                if (!measured.add(name)) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        boolean countsOnly = measures.isEmpty() && distincts.isEmpty();
        return counts.stream().anyMatch(measured::contains) && !countsOnly
                ? Optional.empty()
                : Optional.of(new GroupAggregate(transform, groupby, facets(transform), counts, distincts, measures));
    }

    private static boolean isKnown(AggregateOp op) {
        return op == AggregateOp.DISTINCT || GroupMeasure.knows(op);
    }

    /// The same, computed row by row in their order.
    GroupAggregate inOrder() {
        return new GroupAggregate(
                transform,
                groupby,
                facets,
                counts,
                distincts,
                measures.stream().map(GroupMeasure::inOrder).toList());
    }

    /// The names of all outputs.
    List<String> outputs() {
        return Stream.of(
                        counts.stream(),
                        distincts.stream().map(GroupDistinct::as),
                        measures.stream().map(GroupMeasure::as))
                .flatMap(names -> names)
                .toList();
    }

    private static int facets(Task.Transform transform) {
        return transform.definition().get(FACETS) instanceof JsonNumber(double facets) ? (int) facets : 0;
    }
}
