package org.sheliak.runtime.fusion;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;

/// A step before an aggregate that a kernel's pass can take in.
sealed interface FusedStep {
    Task.Transform transform();

    /// A filter.
    record FilterStep(Task.Transform transform, String expression) implements FusedStep {}

    /// An extent transform.
    ///
    /// @param field a plain name
    /// @param signal the signal that gets the extent
    record ExtentStep(Task.Transform transform, String field, String signal) implements FusedStep {}

    /// A bin transform.
    ///
    /// @param field the binned field, a plain name
    /// @param start the field that gets the start of the bin
    /// @param end the field that gets its end
    record BinStep(Task.Transform transform, String field, String start, String end) implements FusedStep {
        boolean writes(String name) {
            return name.equals(start) || name.equals(end);
        }
    }

    /// A joinaggregate.
    ///
    /// @param aggregate what it writes to all rows of a group, under names that are none of the groups' fields
    record JoinStep(Task.Transform transform, GroupAggregate aggregate) implements FusedStep {}

    /// A formula or time unit: what a row gets depends on that row alone.
    ///
    /// @param fields the fields that it writes
    record MapStep(Task.Transform transform, List<String> fields) implements FusedStep {}

    /// Reads a transform; empty where it is none of these, or a parameter that tells is computed.
    static Optional<FusedStep> read(Task.Transform transform) {
        return switch (ParameterTexts.text(transform.definition().get("type"))) {
            case "filter" -> filter(transform);
            case "extent" -> extent(transform);
            case "bin" -> bin(transform);
            case "joinaggregate" -> join(transform);
            case "formula" -> formula(transform);
            case "timeunit" -> timeUnit(transform);
            default -> Optional.empty();
        };
    }

    private static Optional<FusedStep> filter(Task.Transform transform) {
        return transform.definition().get("expr") instanceof JsonString(String expression)
                ? Optional.of(new FilterStep(transform, expression))
                : Optional.empty();
    }

    private static Optional<FusedStep> extent(Task.Transform transform) {
        JsonObject definition = transform.definition();
        return ParameterTexts.isPlainName(definition.get("field"))
                ? Optional.of(new ExtentStep(
                        transform,
                        ParameterTexts.text(definition.get("field")),
                        ParameterTexts.text(definition.get("signal"))))
                : Optional.empty();
    }

    private static Optional<FusedStep> bin(Task.Transform transform) {
        JsonObject definition = transform.definition();
        return ParameterTexts.list(definition, "as")
                .filter(_ -> ParameterTexts.isPlainName(definition.get("field")))
                .map(as -> new BinStep(
                        transform,
                        ParameterTexts.text(definition.get("field")),
                        ParameterTexts.element(as, 0, "bin0"),
                        ParameterTexts.element(as, 1, "bin1")));
    }

    private static Optional<FusedStep> join(Task.Transform transform) {
        return GroupAggregate.read(transform)
                .filter(aggregate -> aggregate.distincts().isEmpty()
                        && Collections.disjoint(aggregate.groupby(), aggregate.outputs()))
                .map(aggregate -> new JoinStep(transform, aggregate.inOrder()));
    }

    private static Optional<FusedStep> formula(Task.Transform transform) {
        JsonObject definition = transform.definition();
        boolean isPure = definition.get("expr") instanceof JsonString && definition.get("initonly") == null;
        return isPure && definition.get("as") instanceof JsonString(String as) && RowSteps.dependsOnRowAlone(transform)
                ? Optional.of(new MapStep(transform, List.of(as)))
                : Optional.empty();
    }

    /// Without `units` they would be chosen by what rows there are, as is the value of its signal.
    private static Optional<FusedStep> timeUnit(Task.Transform transform) {
        JsonObject definition = transform.definition();
        boolean isKnown = definition.get("units") != null && definition.get("signal") == null;
        return isKnown && RowSteps.dependsOnRowAlone(transform)
                ? ParameterTexts.list(definition, "as")
                        .map(as -> new MapStep(
                                transform,
                                List.of(
                                        ParameterTexts.element(as, 0, "unit0"),
                                        ParameterTexts.element(as, 1, "unit1"))))
                : Optional.empty();
    }
}
