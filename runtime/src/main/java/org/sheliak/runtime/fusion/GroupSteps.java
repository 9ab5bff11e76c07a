package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;

/// The shape `filter* (bin | formula | timeunit)* aggregate` at the start of a pipeline.
///
/// @param filters the expressions of the filters
/// @param derivations the bins, formulas and time units, in order: what a row gets does not depend on other rows
/// @param aggregate the aggregate
record GroupSteps(List<String> filters, List<Derivation> derivations, GroupAggregate aggregate) {

    /// A step that gives fields to each row.
    sealed interface Derivation {
        Task.Transform transform();

        /// Whether the step writes a field.
        boolean writes(String name);
    }

    /// A bin transform.
    ///
    /// @param field the binned field, a plain name
    /// @param start the field that gets the start of the bin
    /// @param end the field that gets its end
    record BinStep(Task.Transform transform, String field, String start, String end) implements Derivation {
        @Override
        public boolean writes(String name) {
            return name.equals(start) || name.equals(end);
        }
    }

    /// A formula or time unit.
    record MapStep(Task.Transform transform, List<String> fields) implements Derivation {
        @Override
        public boolean writes(String name) {
            return fields.contains(name);
        }
    }

    /// Number of steps.
    int size() {
        return filters.size() + derivations.size() + 1;
    }

    /// The steps after the filters, in order.
    List<Task.Transform> afterFilters() {
        List<Task.Transform> steps = new ArrayList<>();
        derivations.forEach(derivation -> steps.add(derivation.transform()));
        steps.add(aggregate.transform());
        return steps;
    }

    /// The formulas and time units, in order.
    List<Task.Transform> maps() {
        return derivations.stream()
                .filter(MapStep.class::isInstance)
                .map(Derivation::transform)
                .toList();
    }

    /// Reads the shape; empty where the pipeline starts in another way.
    static Optional<GroupSteps> read(List<Task.Transform> pipeline) {
        List<String> filters = new ArrayList<>();
        List<Derivation> derivations = new ArrayList<>();
        for (Task.Transform transform : pipeline) {
            String type = type(transform);
            if (type.equals("aggregate")) {
                return GroupAggregate.read(transform)
                        .filter(aggregate -> aggregate.measures().stream()
                                .noneMatch(measure -> isWritten(measure.field(), derivations)))
                        .map(aggregate -> new GroupSteps(filters, derivations, aggregate));
            }
            boolean isRead = type.equals("filter")
                    ? derivations.isEmpty() && readFilter(transform, filters)
                    : readDerivation(type, transform, derivations);
            if (!isRead) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String type(Task.Transform transform) {
        return transform.definition().get("type") instanceof JsonString(String type) ? type : "";
    }

    private static boolean isWritten(String field, List<Derivation> derivations) {
        return derivations.stream().anyMatch(derivation -> derivation.writes(field));
    }

    private static boolean readFilter(Task.Transform transform, List<String> filters) {
        return transform.definition().get("expr") instanceof JsonString(String expression) && filters.add(expression);
    }

    private static boolean readDerivation(String type, Task.Transform transform, List<Derivation> derivations) {
        Optional<? extends Derivation> derivation = switch (type) {
            case "bin" -> bin(transform).filter(bin -> !isWritten(bin.field(), derivations));
            case "formula" -> formula(transform).filter(map -> RowSteps.dependsOnRowAlone(map.transform()));
            case "timeunit" -> timeUnit(transform).filter(map -> RowSteps.dependsOnRowAlone(map.transform()));
            default -> Optional.empty();
        };
        derivation.ifPresent(derivations::add);
        return derivation.isPresent();
    }

    private static Optional<BinStep> bin(Task.Transform transform) {
        JsonObject definition = transform.definition();
        return ParameterTexts.list(definition, "as")
                .filter(_ -> ParameterTexts.isPlainName(definition.get("field")))
                .map(as -> new BinStep(
                        transform,
                        ParameterTexts.text(definition.get("field")),
                        ParameterTexts.element(as, 0, "bin0"),
                        ParameterTexts.element(as, 1, "bin1")));
    }

    private static Optional<MapStep> formula(Task.Transform transform) {
        JsonObject definition = transform.definition();
        boolean isPure = definition.get("expr") instanceof JsonString && definition.get("initonly") == null;
        return isPure && definition.get("as") instanceof JsonString(String as)
                ? Optional.of(new MapStep(transform, List.of(as)))
                : Optional.empty();
    }

    /// Without `units` they would be chosen by what rows there are, as is the value of its signal.
    private static Optional<MapStep> timeUnit(Task.Transform transform) {
        JsonObject definition = transform.definition();
        return definition.get("units") == null || definition.get("signal") != null
                ? Optional.empty()
                : ParameterTexts.list(definition, "as")
                        .map(as -> new MapStep(
                                transform,
                                List.of(
                                        ParameterTexts.element(as, 0, "unit0"),
                                        ParameterTexts.element(as, 1, "unit1"))));
    }
}
