package org.sheliak.planner.taskgraph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// One signal, data set or scale of a task graph, and how it is computed.
///
/// @param inputs what the task's expressions and parameters can name besides constants
/// @param pointer JSON pointer to the item in the original spec
public record Task(Variable variable, List<Input> inputs, Kind kind, String pointer) {
    public Task {
        inputs = List.copyOf(inputs);
    }

    /// Binds a name that an expression uses to the output that it means.
    public record Input(Namespace namespace, String name, Output output) {}

    /// A value of a task: its main value, or a signal that one of its transforms sets.
    ///
    /// @param signal name of the transform's signal; empty for the main value
    public record Output(int task, String signal) {}

    /// How a task gets its value.
    public sealed interface Kind {}

    /// A root: set by the client.
    public record ValueTask(TaskValue value) implements Kind {}

    /// A signal computed by an expression.
    public record SignalTask(String expression) implements Kind {}

    /// A scale, or a projection.
    ///
    /// @param definition the scale as in the spec, but for its name; a range that has a name is written out;
    ///     or an object with a projection as its member `projection`
    public record ScaleTask(JsonObject definition) implements Kind {}

    /// A data set: rows of a source, passed through transforms.
    ///
    /// @param source `null` when the first transform generates the rows
    /// @param format Vega's `format` object, or `null`
    /// @param columns the columns that the source must deliver, or `null` when all may be needed
    public record DataTask(
            @Nullable Source source,
            @Nullable JsonObject format,
            List<Transform> transforms,
            @Nullable List<String> columns)
            implements Kind {
        public DataTask {
            transforms = List.copyOf(transforms);
            columns = columns == null ? null : List.copyOf(columns);
        }
    }

    /// One transform of a data task.
    ///
    /// @param definition the transform as in the spec: `type` and parameters
    /// @param pointer JSON pointer to the transform in the original spec
    public record Transform(JsonObject definition, String pointer) {}

    /// Where the rows of a data task come from.
    public sealed interface Source {}

    /// A file or address: a string, or an object `{"signal": expression}`.
    public record UrlSource(JsonValue url) implements Source {}

    /// Inline rows.
    public record ValuesSource(TaskValue values) implements Source {}

    /// A table that the notebook gave to the chart.
    public record TableSource(String name) implements Source {}

    /// The rows of another data task.
    public record DataSource(int task) implements Source {}

    /// The rows of several data tasks, one after the other.
    public record MergedSource(List<Integer> tasks) implements Source {
        public MergedSource {
            tasks = List.copyOf(tasks);
        }
    }
}
