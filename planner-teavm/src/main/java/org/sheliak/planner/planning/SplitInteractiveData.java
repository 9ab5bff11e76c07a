package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sheliak.planner.analysis.JsonExpressions;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Splits a data set before the first transform that a change of the browser's values touches, so that what comes
/// before, loading above all, is evaluated once.
final class SplitInteractiveData implements Pass {

    @Override
    public Draft apply(Draft draft) {
        Interactivity interactivity = new Interactivity(draft.items());
        StubNames names = new StubNames(draft.original().scopes());
        List<ServerItem> items = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (ServerItem item : draft.items()) {
            int at = item instanceof ServerData data ? firstChanging(data, interactivity) : -1;
            if (item instanceof ServerData data && at >= 0) {
                split(data, at, names, items, moved);
            } else {
                items.add(item);
            }
        }
        return redirect(draft.withItems(items), moved);
    }

    /// A transform's signal that another item sets now.
    record Moved(Target from, Target to) {}

    /// Where to split, or -1 when there is nothing to gain.
    private static int firstChanging(ServerData data, Interactivity interactivity) {
        boolean isLoaded = !(data.source() instanceof RowSource.Derived);
        Variable parent = data.parent();
        if ((parent != null && interactivity.changes(parent)) || readsChangingUrl(data, interactivity)) {
            return -1;
        }
        for (int i = 0; i < data.transforms().size(); i++) {
            if (interactivity.changes(data.transforms().get(i).definition(), data.bindings())) {
                return i > 0 || isLoaded ? i : -1;
            }
        }
        return -1;
    }

    private static boolean readsChangingUrl(ServerData data, Interactivity interactivity) {
        return data.source() instanceof RowSource.Url url
                && url.url() instanceof JsonObject object
                && interactivity.changes(JsonObject.EMPTY.with("url", object), data.bindings());
    }

    private static void split(ServerData data, int at, StubNames names, List<ServerItem> items, List<Moved> moved) {
        Variable variable = data.variable();
        Variable base = new Variable(Namespace.DATA, names.unused("_base_" + variable.name()), variable.scope());
        List<Task.Transform> before = data.transforms().subList(0, at);
        List<Task.Transform> after =
                data.transforms().subList(at, data.transforms().size());
        List<Binding> bindings = new ArrayList<>(named(after, data.bindings()));
        for (Task.Transform transform : before) {
            if (Members.text(transform.definition(), "signal") instanceof String signal) {
                bindings.add(new Binding(Namespace.SIGNAL, signal, new Target(base, signal)));
                moved.add(new Moved(new Target(variable, signal), new Target(base, signal)));
            }
        }
        items.add(new ServerData(
                base, data.source(), data.format(), before, null, baseBindings(data, before), data.pointer()));
        items.add(new ServerData(variable, new RowSource.Derived(base), null, after, null, bindings, data.pointer()));
    }

    private static List<Binding> baseBindings(ServerData data, List<Task.Transform> transforms) {
        Set<Binding> bindings = new LinkedHashSet<>(named(transforms, data.bindings()));
        if (data.source() instanceof RowSource.Url(JsonObject url)) {
            bindings.addAll(named(List.of(new Task.Transform(url, data.pointer())), data.bindings()));
        }
        return List.copyOf(bindings);
    }

    /// The bindings whose names the transforms use.
    private static List<Binding> named(List<Task.Transform> transforms, List<Binding> bindings) {
        Set<String> signals = new LinkedHashSet<>();
        Set<String> data = new LinkedHashSet<>();
        for (Task.Transform transform : transforms) {
            var references = JsonExpressions.in(transform.definition());
            signals.addAll(references.signals());
            data.addAll(references.data().keySet());
        }
        List<Binding> named = new ArrayList<>(bindings);
        named.removeIf(binding -> !(binding.namespace() == Namespace.SIGNAL ? signals : data).contains(binding.name()));
        return named;
    }

    /// Makes everything that named a moved signal name its new place.
    static Draft redirect(Draft draft, List<Moved> moved) {
        if (moved.isEmpty()) {
            return draft;
        }
        List<ServerItem> items = new ArrayList<>();
        for (ServerItem item : draft.items()) {
            items.add(
                    switch (item) {
                        case ServerData data -> data.withBindings(redirect(data.bindings(), moved));
                        case ServerItem.ServerSignal signal ->
                            new ServerItem.ServerSignal(
                                    signal.variable(),
                                    signal.expression(),
                                    redirect(signal.bindings(), moved),
                                    signal.pointer());
                        case ServerItem.ServerRoot root -> root;
                    });
        }
        List<Stub> stubs = new ArrayList<>();
        for (Stub stub : draft.stubs()) {
            stubs.add(new Stub(stub.namespace(), stub.name(), redirect(stub.target(), moved)));
        }
        return draft.withItems(items).withStubs(stubs);
    }

    private static List<Binding> redirect(List<Binding> bindings, List<Moved> moved) {
        List<Binding> redirected = new ArrayList<>();
        for (Binding binding : bindings) {
            redirected.add(new Binding(binding.namespace(), binding.name(), redirect(binding.target(), moved)));
        }
        return redirected;
    }

    private static Target redirect(Target target, List<Moved> moved) {
        for (Moved move : moved) {
            if (move.from().equals(target)) {
                return move.to();
            }
        }
        return target;
    }
}
