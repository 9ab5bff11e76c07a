package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.analysis.TreeReferences;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Splits a data set before the first transform that a change of the browser's values touches, so that what comes
/// before, loading above all, is evaluated once.
final class SplitInteractiveData implements Pass {

    @Override
    public Draft apply(Draft draft) {
        Splitting splitting = new Splitting(draft);
        for (ServerItem item : draft.items()) {
            if (item instanceof ServerData data) {
                splitting.add(data);
            } else {
                splitting.items.add(item);
            }
        }
        return splitting.moves.redirect(draft.withItems(splitting.items));
    }

    private static final class Splitting {
        private final Draft draft;
        private final Interactivity interactivity;
        private final StubNames names;
        private final List<ServerItem> items = new ArrayList<>();
        private final SignalMoves moves = new SignalMoves();

        Splitting(Draft draft) {
            this.draft = draft;
            this.interactivity = new Interactivity(draft);
            this.names = new StubNames(draft.original().scopes());
        }

        void add(ServerData data) {
            int at = firstChanging(data);
            if (at < 0) {
                items.add(data);
            } else {
                split(data, at);
            }
        }

        /// Where to split, or -1 when there is nothing to gain.
        private int firstChanging(ServerData data) {
            for (Variable parent : data.parents()) {
                if (interactivity.changes(parent)) {
                    return -1;
                }
            }
            if (readsChangingUrl(data)) {
                return -1;
            }
            for (int i = 0; i < data.transforms().size(); i++) {
                if (interactivity.changes(data.transforms().get(i), data.bindings())) {
                    int at = beforeTree(data.transforms().subList(0, i));
                    return at > 0 || data.parent() == null ? at : -1;
                }
            }
            return -1;
        }

        /// How many of these transforms may be split off: a tree that one of them lays over the rows is not that of the
        /// rows of another data set.
        private static int beforeTree(List<Task.Transform> transforms) {
            for (int i = 0; i < transforms.size(); i++) {
                Task.Transform transform = transforms.get(i);
                if (TreeReferences.plants(new TransformSpec(transform.definition(), transform.pointer()))) {
                    return i;
                }
            }
            return transforms.size();
        }

        private boolean readsChangingUrl(ServerData data) {
            return interactivity.changes(sourceReader(data), data.bindings());
        }

        /// An address and a format that may depend on signals, as something that reads them.
        private static Task.Transform sourceReader(ServerData data) {
            JsonObject reader =
                    data.format() == null ? JsonObject.EMPTY : JsonObject.EMPTY.with("format", data.format());
            return new Task.Transform(
                    data.source() instanceof RowSource.Url(JsonObject url) ? reader.with("url", url) : reader,
                    data.pointer());
        }

        private void split(ServerData data, int at) {
            Variable variable = data.variable();
            Variable base = new Variable(Namespace.DATA, names.unused("_base_" + variable.name()), variable.scope());
            List<Task.Transform> before = data.transforms().subList(0, at);
            List<Task.Transform> after =
                    data.transforms().subList(at, data.transforms().size());
            moves.add(before, variable, base);
            items.add(new ServerData(
                    base, data.source(), data.format(), before, null, baseBindings(data, before), data.pointer()));
            RowSource source = new RowSource.Derived(base);
            items.add(new ServerData(
                    variable, source, null, after, null, restBindings(data, before, after, base), data.pointer()));
        }

        private List<Binding> baseBindings(ServerData data, List<Task.Transform> before) {
            List<Task.Transform> readers = new ArrayList<>(before);
            readers.add(sourceReader(data));
            return draft.bindings(readers, data.bindings());
        }

        private List<Binding> restBindings(
                ServerData data, List<Task.Transform> before, List<Task.Transform> after, Variable base) {
            List<Binding> bindings = new ArrayList<>(data.bindings());
            for (Task.Transform transform : before) {
                if (Members.text(transform.definition(), "signal") instanceof String signal) {
                    bindings.add(new Binding(Namespace.SIGNAL, signal, new Target(base, signal)));
                }
            }
            return draft.bindings(after, bindings);
        }
    }
}
