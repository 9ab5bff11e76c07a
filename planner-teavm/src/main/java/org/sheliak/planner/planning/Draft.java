package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Task;

/// A plan in the making, handed from pass to pass.
///
/// @param original what is known of the original spec
/// @param client the client spec as it stands
/// @param analysis what is known of the client spec
/// @param items what the kernel evaluates
/// @param stubs what the client spec expects from the kernel
record Draft(Classification original, JsonObject client, Analysis analysis, List<ServerItem> items, List<Stub> stubs) {
    Draft {
        items = List.copyOf(items);
        stubs = List.copyOf(stubs);
    }

    /// The plan before anything is moved.
    static Draft of(Classification original, JsonObject spec) {
        return new Draft(original, spec, new Analysis(spec, original.reader()), List.of(), List.of());
    }

    Draft withClient(JsonObject spec) {
        return new Draft(original, spec, new Analysis(spec, original.reader()), items, stubs);
    }

    Draft withItems(List<ServerItem> others) {
        return new Draft(original, client, analysis, others, stubs);
    }

    Draft withStubs(List<Stub> others) {
        return new Draft(original, client, analysis, items, others);
    }

    /// What reads what in the client spec.
    References references() {
        return analysis.references();
    }

    /// What a transform of an item refers to.
    TransformReferences references(Task.Transform transform) {
        TransformSpec spec = new TransformSpec(transform.definition(), transform.pointer());
        return TransformReferences.of(spec, original.reader(), references().selectionFields());
    }

    /// The bindings of names that these transforms use.
    List<Binding> bindings(List<Task.Transform> transforms, List<Binding> bindings) {
        Set<String> signals = new LinkedHashSet<>();
        Set<String> data = new LinkedHashSet<>();
        Set<String> scales = new LinkedHashSet<>();
        for (Task.Transform transform : transforms) {
            TransformReferences read = references(transform);
            signals.addAll(read.expressions().signals());
            data.addAll(read.allData().keySet());
            scales.addAll(read.expressions().scales());
        }
        List<Binding> used = new ArrayList<>(bindings);
        used.removeIf(binding -> {
            Set<String> names = switch (binding.namespace()) {
                case SIGNAL -> signals;
                case DATA -> data;
                case SCALE -> scales;
            };
            return !names.contains(binding.name());
        });
        return used;
    }

    /// Finds the references in a spec when they are asked for: most passes leave none of them as they were.
    static final class Analysis {
        private final JsonObject spec;
        private final ExpressionReader reader;
        private @Nullable References references;

        Analysis(JsonObject spec, ExpressionReader reader) {
            this.spec = spec;
            this.reader = reader;
        }

        References references() {
            References known = references;
            if (known == null) {
                known = References.in(spec, reader);
                references = known;
            }
            return known;
        }
    }

    /// One step of the planner.
    interface Pass {
        /// The plan after this step.
        Draft apply(Draft draft);
    }
}
