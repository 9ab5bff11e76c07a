package org.sheliak.runtime.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.scale.Scale;
import org.sheliak.runtime.table.Table;

/// The inputs that a task, or a part of it, reads.
record TaskInputs(TaskGraphRun run, List<Input> inputs) {

    /// All inputs of a task.
    static TaskInputs of(TaskGraphRun run, int task) {
        return new TaskInputs(run, run.graph().task(task).inputs());
    }

    /// Those that some steps may name.
    static TaskInputs of(TaskGraphRun run, List<DataStep> steps) {
        return new TaskInputs(
                run,
                steps.stream()
                        .flatMap(step -> step.inputs().stream())
                        .distinct()
                        .toList());
    }

    /// Those that a part of the task's definition may name.
    TaskInputs namedIn(JsonValue part) {
        return new TaskInputs(run, namedIn(part, inputs));
    }

    /// Those of some inputs that a part of a task's definition may name. A name that stands nowhere in the part's texts
    /// is not read by it; with a backslash in a text, a name may be spelled differently, so all count.
    static List<Input> namedIn(JsonValue part, List<Input> inputs) {
        return inputs.stream().filter(input -> mayName(part, input)).toList();
    }

    private static boolean mayName(JsonValue part, Input input) {
        return switch (part) {
            case JsonString(String text) -> mayName(text, input) || text.indexOf('\\') >= 0;
            case JsonArray(List<JsonValue> elements) -> elements.stream().anyMatch(element -> mayName(element, input));
            case JsonObject(Map<String, JsonValue> members) ->
                members.values().stream().anyMatch(member -> mayName(member, input));
            case JsonValue.JsonNull _, JsonValue.JsonBoolean _, JsonValue.JsonNumber _ -> false;
        };
    }

    /// Scales have short names, but stand in quotes.
    private static boolean mayName(String text, Input input) {
        String name = input.name();
        return input.namespace() == Namespace.SCALE
                ? text.contains("'" + name + "'") || text.contains("\"" + name + "\"")
                : text.contains(name);
    }

    /// Adds the names and states to what a state depends on.
    void addStates(StateHash hash) {
        for (Input input : inputs) {
            hash.text(input.namespace().name()).text(input.name()).state(run.state(input.output()));
        }
    }

    /// Whether one of them depends on a root that may change.
    boolean areVolatile() {
        return inputs.stream().anyMatch(input -> run.isVolatile(input.output().task()));
    }

    /// Evaluates the inputs, which are borrowed until the run is closed.
    EvaluationContext context() {
        Map<String, @Nullable Object> signals = new HashMap<>();
        Map<String, Table> tables = new HashMap<>();
        Map<String, Scale> scales = new HashMap<>();
        for (Input input : inputs) {
            int task = input.output().task();
            switch (input.namespace()) {
                case SIGNAL -> signals.put(input.name(), run.signal(input.output()));
                case DATA -> tables.put(input.name(), run.table(task));
                case SCALE -> scales.put(input.name(), run.scale(task));
            }
        }
        return new EvaluationContext(
                        run.executor().allocator(), run.graph().timezone(), signals, tables, run.cancellation())
                .withScales(scales)
                .withLocale(run.graph().locale());
    }
}
