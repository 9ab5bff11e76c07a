package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.ServerItem.Binding;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Sends of each data set only the columns that the browser reads.
final class ProjectColumns implements Pass {
    private final Set<Variable> keep;

    /// @param keep data sets that are sent with all their columns
    ProjectColumns(Set<Variable> keep) {
        this.keep = keep;
    }

    @Override
    public Draft apply(Draft draft) {
        References references = draft.references();
        StubNames names = new StubNames(draft.original().scopes());
        ServerItems items = new ServerItems(draft.original(), draft.items());
        OutputColumns output = new OutputColumns(draft);
        Set<String> kept = keptData(draft);
        List<Stub> stubs = new ArrayList<>();
        for (Stub stub : draft.stubs()) {
            Variable variable = new Variable(stub.namespace(), stub.name(), List.of());
            ColumnUsage columns = references.columns(variable);
            boolean isNarrowed = stub.namespace() == Namespace.DATA
                    && !kept.contains(stub.name())
                    && !columns.all()
                    && items.get(stub.target().variable()) instanceof ServerData
                    && !hasOnly(output.of(stub.target().variable()), columns);
            stubs.add(isNarrowed ? project(items, stub, columns, names) : stub);
        }
        return draft.withItems(items.all()).withStubs(stubs);
    }

    /// The data sets to keep, and those of the browser that they derive from.
    private Set<String> keptData(Draft draft) {
        Set<String> kept = new LinkedHashSet<>();
        for (DataSpec data : ScopeSpec.root(draft.client()).data().reversed()) {
            boolean isKept = keep.contains(new Variable(Namespace.DATA, data.name(), List.of()));
            if (isKept || kept.contains(data.name())) {
                kept.add(data.name());
                if (data.source() instanceof String source) {
                    kept.add(source);
                }
            }
        }
        return kept;
    }

    private static boolean hasOnly(@Nullable Set<String> existing, ColumnUsage read) {
        return existing != null && read.names().containsAll(existing);
    }

    private static Stub project(ServerItems items, Stub stub, ColumnUsage columns, StubNames names) {
        Variable all = stub.target().variable();
        if (!(items.get(all) instanceof ServerData data)) {
            return stub;
        }
        List<JsonValue> fields = new ArrayList<>();
        for (String column : columns.names()) {
            fields.add(new JsonString(FieldNames.reference(column)));
        }
        JsonObject definition =
                JsonObject.EMPTY.with("type", new JsonString("project")).with("fields", new JsonArray(fields));
        Task.Transform project = new Task.Transform(definition, data.pointer());
        if (!isRead(items, all)) {
            List<Task.Transform> transforms = new ArrayList<>(data.transforms());
            transforms.add(project);
            items.put(data.withTransforms(transforms));
            return stub;
        }
        Variable narrow = new Variable(Namespace.DATA, names.unused(all.name() + "_columns"), all.scope());
        RowSource source = new RowSource.Derived(all);
        items.put(new ServerData(narrow, source, null, List.of(project), null, List.of(), data.pointer()));
        return new Stub(stub.namespace(), stub.name(), Target.of(narrow));
    }

    private static boolean isRead(ServerItems items, Variable variable) {
        for (ServerItem item : items.all()) {
            if (item instanceof ServerData data && data.parents().contains(variable)) {
                return true;
            }
            for (Binding binding : item.bindings()) {
                if (binding.target().equals(Target.of(variable))) {
                    return true;
                }
            }
        }
        return false;
    }
}
