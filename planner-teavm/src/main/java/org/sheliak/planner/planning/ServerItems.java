package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.ScaleReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Placement.InBrowser;
import org.sheliak.planner.planning.Placement.ScaleInKernel;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.planning.Placement.TransformSignalInKernel;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.planning.ServerItem.ServerScale;
import org.sheliak.planner.planning.ServerItem.ServerSignal;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Collects what the kernel evaluates: with each item, all that it reads.
final class ServerItems {
    private final Classification classification;
    private final Map<Variable, ServerItem> items = new LinkedHashMap<>();

    ServerItems(Classification classification) {
        this.classification = classification;
    }

    /// Continues a collection.
    ServerItems(Classification classification, List<ServerItem> begun) {
        this(classification);
        for (ServerItem item : begun) {
            items.put(item.variable(), item);
        }
    }

    List<ServerItem> all() {
        return List.copyOf(items.values());
    }

    /// The name of a data set among the items: its own, or `_server_NAME` when the browser does the rest of it.
    static Variable variable(DataSet dataSet, DataInKernel placement) {
        Variable own = dataSet.variable();
        return placement.isComplete() ? own : new Variable(own.namespace(), "_server_" + own.name(), own.scope());
    }

    /// The transforms of a data set that the kernel evaluates.
    static List<TransformSpec> moved(DataSpec spec, DataInKernel placement) {
        List<TransformSpec> moved = new ArrayList<>();
        int index = 0;
        for (TransformSpec transform : spec.transforms()) {
            if (placement.holds(index++)) {
                moved.add(transform);
            }
        }
        return moved;
    }

    /// Adds a data set.
    void addData(Scope scope, DataSet dataSet, DataInKernel placement) {
        DataSpec spec = dataSet.spec();
        List<Task.Transform> transforms = new ArrayList<>();
        Set<String> own = new LinkedHashSet<>();
        Set<Binding> bindings = new LinkedHashSet<>();
        if (Members.signal(spec.url()) instanceof String expression) {
            bindings.addAll(bind(scope, classification.reader().of(expression), own));
        }
        if (spec.format() instanceof JsonObject format) {
            bindings.addAll(bind(scope, classification.reader().in(format), own));
        }
        for (Definition source : scope.sources(spec)) {
            if (classification.of(source) instanceof SentByBrowser sent) {
                addRoot(source, sent);
            }
        }
        for (TransformSpec named : moved(spec, placement)) {
            TransformSpec transform =
                    Crossfilters.inlined(InlinedProjections.in(named, scope, classification.scopes()), scope);
            transforms.add(new Task.Transform(transform.json(), transform.pointer()));
            bindings.addAll(
                    bind(scope, classification.reader().in(transform.json().without("signal")), own));
            for (String name : TransformReferences.data(transform)) {
                bindings.addAll(bindData(scope, name));
            }
            if (transform.signal() instanceof String signal) {
                own.add(signal);
            }
        }
        Variable variable = variable(dataSet, placement);
        boolean derives = !spec.sources().isEmpty();
        items.put(
                variable,
                new ServerData(
                        variable,
                        source(scope, spec),
                        derives ? null : classification.sources().format(spec),
                        transforms,
                        null,
                        List.copyOf(bindings),
                        spec.pointer()));
    }

    private RowSource source(Scope scope, DataSpec spec) {
        List<Variable> sources =
                scope.sources(spec).stream().map(Definition::variable).toList();
        return switch (sources.size()) {
            case 0 -> classification.sources().source(spec);
            case 1 -> new RowSource.Derived(sources.getFirst());
            default -> new RowSource.Merged(sources);
        };
    }

    /// Adds a signal that the kernel computes, or that the browser sends.
    void addSignal(Definition definition) {
        if (items.containsKey(definition.variable())) {
            return;
        }
        switch (classification.of(definition)) {
            case SentByBrowser sent -> addRoot(definition, sent);
            case SignalInKernel ignored -> {
                if (definition instanceof Signal signal && signal.spec().expression() instanceof String expression) {
                    Scope scope = classification.scopes().at(signal.variable().scope());
                    List<Binding> bindings = bind(scope, classification.reader().of(expression), Set.of());
                    String pointer = signal.spec().pointer();
                    items.put(signal.variable(), new ServerSignal(signal.variable(), expression, bindings, pointer));
                }
            }
            case TransformSignalInKernel ignored -> {}
            case DataInKernel ignored -> throw new IllegalArgumentException("no signal: " + definition);
            case ScaleInKernel ignored -> throw new IllegalArgumentException("no signal: " + definition);
            case InBrowser browser -> throw new IllegalArgumentException("not in the kernel: " + browser);
        }
    }

    private void addScale(Scale scale) {
        if (items.containsKey(scale.variable())
                || !(classification.of(scale) instanceof ScaleInKernel(JsonObject definition))) {
            return;
        }
        Scope scope = classification.scopes().at(scale.variable().scope());
        ScaleReferences references = ScaleReferences.of(definition, classification.reader());
        Set<Binding> bindings = new LinkedHashSet<>(bind(scope, references.expressions(), Set.of()));
        for (String name : references.data().keySet()) {
            bindings.addAll(bindData(scope, name));
        }
        items.put(
                scale.variable(),
                new ServerScale(
                        scale.variable(),
                        definition,
                        List.copyOf(bindings),
                        scale.spec().pointer()));
    }

    private void addRoot(Definition definition, SentByBrowser sent) {
        Variable variable = definition.variable();
        items.putIfAbsent(variable, new ServerRoot(variable, sent.value(), sent.changes(), pointer(definition)));
    }

    private static String pointer(Definition definition) {
        return switch (definition) {
            case Signal signal -> signal.spec().pointer();
            case DataSet data -> data.spec().pointer();
            default -> "/" + definition.variable().name();
        };
    }

    /// What the names of an expression mean; all that they name is added too.
    private List<Binding> bind(Scope scope, ExpressionReferences references, Set<String> own) {
        List<Binding> bindings = new ArrayList<>();
        for (String name : references.signals()) {
            Definition signal = own.contains(name) ? null : scope.signal(name);
            if (signal != null) {
                addSignal(signal);
                bindings.add(new Binding(Namespace.SIGNAL, name, signalTarget(signal)));
            }
        }
        for (String name : references.data().keySet()) {
            bindings.addAll(bindData(scope, name));
        }
        for (String name : references.scales()) {
            if (scope.scale(name) instanceof Scale scale) {
                addScale(scale);
                bindings.add(new Binding(Namespace.SCALE, name, Target.of(scale.variable())));
            }
        }
        return bindings;
    }

    private List<Binding> bindData(Scope scope, String name) {
        Definition data = scope.data(name);
        if (data == null) {
            return List.of();
        }
        if (classification.of(data) instanceof SentByBrowser sent) {
            addRoot(data, sent);
        }
        return List.of(new Binding(Namespace.DATA, name, Target.of(data.variable())));
    }

    private Target signalTarget(Definition signal) {
        return signal instanceof TransformSignal set && classification.of(set.data()) instanceof DataInKernel placement
                ? new Target(variable(set.data(), placement), signal.variable().name())
                : Target.of(signal.variable());
    }

    /// The item of this name, or `null`.
    @Nullable
    ServerItem get(Variable variable) {
        return items.get(variable);
    }

    /// Adds an item, or puts it in the place of the one with its name.
    void put(ServerItem item) {
        items.put(item.variable(), item);
    }
}
