package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// A task in the making: like a [Task], but it names other items by their variables.
sealed interface ServerItem {
    /// The name of the item; unique among the items.
    Variable variable();

    /// What the names in the item's expressions and parameters mean.
    List<Binding> bindings();

    /// JSON pointer to the item in the original spec.
    String pointer();

    /// A value of an item: its main value, or a signal that one of its transforms sets.
    ///
    /// @param signal name of the transform's signal; empty for the main value
    record Target(Variable variable, String signal) {
        static Target of(Variable variable) {
            return new Target(variable, "");
        }
    }

    /// What a name means.
    record Binding(Namespace namespace, String name, Target target) {}

    /// A value that the browser gives.
    ///
    /// @param value the value to start with, or `null` when only the browser can know it
    /// @param changes false for a constant
    record ServerRoot(Variable variable, @Nullable TaskValue value, boolean changes, String pointer)
            implements ServerItem {
        @Override
        public List<Binding> bindings() {
            return List.of();
        }
    }

    /// A signal that an expression computes.
    record ServerSignal(Variable variable, String expression, List<Binding> bindings, String pointer)
            implements ServerItem {
        public ServerSignal {
            bindings = List.copyOf(bindings);
        }
    }

    /// A scale.
    ///
    /// @param definition the scale as in the spec, see [Task.ScaleTask]
    record ServerScale(Variable variable, JsonObject definition, List<Binding> bindings, String pointer)
            implements ServerItem {
        public ServerScale {
            bindings = List.copyOf(bindings);
        }
    }

    /// A data set.
    ///
    /// @param format Vega's `format` object, or `null`
    /// @param columns the columns that the source must deliver, or `null` when all may be needed
    record ServerData(
            Variable variable,
            RowSource source,
            @Nullable JsonObject format,
            List<Task.Transform> transforms,
            @Nullable List<String> columns,
            List<Binding> bindings,
            String pointer)
            implements ServerItem {
        public ServerData {
            transforms = List.copyOf(transforms);
            columns = columns == null ? null : List.copyOf(columns);
            bindings = List.copyOf(bindings);
        }

        ServerData withSource(RowSource other) {
            return new ServerData(variable, other, format, transforms, columns, bindings, pointer);
        }

        ServerData withTransforms(List<Task.Transform> others) {
            return new ServerData(variable, source, format, others, columns, bindings, pointer);
        }

        ServerData withColumns(@Nullable List<String> names) {
            return new ServerData(variable, source, format, transforms, names, bindings, pointer);
        }

        ServerData withBindings(List<Binding> others) {
            return new ServerData(variable, source, format, transforms, columns, others, pointer);
        }

        /// The one data set whose rows this one starts from, or `null`.
        @Nullable
        Variable parent() {
            return source instanceof RowSource.Derived derived ? derived.parent() : null;
        }

        /// The data sets whose rows this one starts from.
        List<Variable> parents() {
            return switch (source) {
                case RowSource.Derived derived -> List.of(derived.parent());
                case RowSource.Merged merged -> merged.parents();
                default -> List.of();
            };
        }
    }

    /// Where the rows of a data set come from.
    sealed interface RowSource {
        /// A file or address: a string, or an object `{"signal": expression}`.
        record Url(JsonValue url) implements RowSource {}

        /// Inline rows.
        record Values(JsonValue values) implements RowSource {}

        /// A table that the notebook gave to the chart.
        record Table(String name) implements RowSource {}

        /// The rows of another data set.
        record Derived(Variable parent) implements RowSource {}

        /// The rows of several data sets, one after the other.
        record Merged(List<Variable> parents) implements RowSource {
            public Merged {
                parents = List.copyOf(parents);
            }
        }

        /// The first transform makes the rows.
        record Generated() implements RowSource {}
    }
}
