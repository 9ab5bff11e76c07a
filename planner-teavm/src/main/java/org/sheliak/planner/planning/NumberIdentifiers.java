package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Lets each identifier transform go on where the one before it has ended, as Vega's do: one sets a signal to its last
/// number, and the next one starts there.
///
/// Source: vega-view-transforms/src/Identifier.js @ v6.4.0.
final class NumberIdentifiers implements Pass {
    private static final String TYPE = "identifier";

    @Override
    public Draft apply(Draft draft) {
        int count = 0;
        for (ServerItem item : draft.items()) {
            count += item instanceof ServerData data ? count(data) : 0;
        }
        return count < 2 ? draft : draft.withItems(new Numbering(draft, count).run());
    }

    private static int count(ServerData data) {
        int count = 0;
        for (Task.Transform transform : data.transforms()) {
            count += isIdentifier(transform) ? 1 : 0;
        }
        return count;
    }

    /// True for a transform that numbers rows.
    static boolean isIdentifier(TransformSpec transform) {
        return transform.type().equals(TYPE);
    }

    private static boolean isIdentifier(Task.Transform transform) {
        return isIdentifier(new TransformSpec(transform.definition(), transform.pointer()));
    }

    private static final class Numbering {
        private final Draft draft;
        private final StubNames names;
        private final int count;
        private int seen;
        private @Nullable Target last;

        Numbering(Draft draft, int count) {
            this.draft = draft;
            this.names = new StubNames(draft.original().scopes());
            this.count = count;
        }

        List<ServerItem> run() {
            List<ServerItem> items = new ArrayList<>();
            for (ServerItem item : draft.items()) {
                items.add(item instanceof ServerData data && count(data) > 0 ? number(data) : item);
            }
            return items;
        }

        private ServerData number(ServerData data) {
            List<Task.Transform> transforms = new ArrayList<>();
            List<Binding> bindings = new ArrayList<>(data.bindings());
            for (Task.Transform transform : data.transforms()) {
                transforms.add(isIdentifier(transform) ? number(data, transform, bindings) : transform);
            }
            return data.withTransforms(transforms).withBindings(bindings);
        }

        private Task.Transform number(ServerData data, Task.Transform transform, List<Binding> bindings) {
            JsonObject definition = transform.definition();
            if (last != null) {
                JsonObject start = JsonObject.EMPTY.with("signal", new JsonString(last.signal()));
                definition = definition.with("start", start);
                if (!last.variable().equals(data.variable())) {
                    bindings.add(new Binding(Namespace.SIGNAL, last.signal(), last));
                }
            }
            if (++seen < count) {
                String signal = Members.text(definition, "signal");
                String name = signal == null ? names.unused("_identifier_" + seen) : signal;
                definition = definition.with("signal", new JsonString(name));
                last = new Target(data.variable(), name);
            }
            return new Task.Transform(definition, transform.pointer());
        }
    }
}
