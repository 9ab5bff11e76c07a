package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Moves every data set that the kernel can evaluate to the kernel, as far as it can, and leaves stubs in the browser.
///
/// A data set of which only the first transforms can be moved is split: the kernel evaluates `_server_NAME`, from which
/// the browser's NAME derives. Stubs always stand at the top level, where a view's public functions reach them; what
/// stood in a nested group derives from a stub.
final class ExtractServerData implements Pass {

    @Override
    public Draft apply(Draft draft) {
        return new Extraction(draft).run();
    }

    private static final class Extraction {
        private final Draft draft;
        private final Classification classification;
        private final ServerItems items;
        private final List<Stub> stubs = new ArrayList<>();
        private final StubNames names;
        /// The data entries that take the place of an original one, by its JSON pointer.
        private final Map<String, List<JsonObject>> replacements = new LinkedHashMap<>();

        private final Map<List<Integer>, List<JsonValue>> newSignals = new LinkedHashMap<>();
        private final List<JsonValue> hoistedData = new ArrayList<>();

        Extraction(Draft draft) {
            this.draft = draft;
            this.classification = draft.original();
            this.items = new ServerItems(classification);
            this.names = new StubNames(classification.scopes());
        }

        Draft run() {
            for (Scope scope : classification.scopes().all()) {
                for (Definition definition : scope.ownData()) {
                    if (definition instanceof DataSet dataSet
                            && classification.of(dataSet) instanceof DataInKernel placement) {
                        extract(scope, dataSet, placement);
                    }
                }
            }
            JsonObject client = ScopeRewriter.rewrite(draft.client(), this::rewrite);
            return draft.withClient(client).withItems(items.all()).withStubs(stubs);
        }

        private void extract(Scope scope, DataSet dataSet, DataInKernel placement) {
            DataSpec spec = dataSet.spec();
            Variable variable = ServerItems.variable(dataSet, placement);
            List<TransformSpec> moved = ServerItems.moved(spec, placement);
            items.addData(scope, dataSet, placement);
            addSignalStubs(scope, variable, moved);
            boolean isNested = !scope.path().isEmpty();
            String name = isNested || !placement.isComplete() ? names.unused(variable) : variable.name();
            stubs.add(new Stub(Namespace.DATA, name, Target.of(variable)));
            JsonObject stub = JsonObject.EMPTY.with("name", new JsonString(name));
            List<JsonObject> entries = new ArrayList<>();
            if (isNested) {
                hoistedData.add(stub);
            } else {
                entries.add(stub);
            }
            if (isNested || !placement.isComplete()) {
                entries.add(remainder(spec, name, placement));
            }
            replacements.put(spec.pointer(), entries);
        }

        /// What is left of a data set when the stub gives the rows and the kernel's transforms are done.
        private static JsonObject remainder(DataSpec spec, String stub, DataInKernel placement) {
            JsonObject rest = JsonObject.EMPTY;
            for (Map.Entry<String, JsonValue> member : spec.json().members().entrySet()) {
                switch (member.getKey()) {
                    case "url", "values", "format", "async", "source" -> {}
                    case "transform" -> {}
                    default -> rest = rest.with(member.getKey(), member.getValue());
                }
            }
            rest = rest.with("source", new JsonString(stub));
            List<JsonValue> transforms = Members.elements(spec.json(), "transform");
            List<JsonValue> kept = new ArrayList<>();
            for (int i = 0; i < transforms.size(); i++) {
                if (!placement.holds(i)) {
                    kept.add(transforms.get(i));
                }
            }
            return kept.isEmpty() ? rest : rest.with("transform", new JsonArray(kept));
        }

        private void addSignalStubs(Scope scope, Variable owner, List<TransformSpec> transforms) {
            for (TransformSpec transform : transforms) {
                if (transform.signal() instanceof String signal) {
                    addSignalStub(scope, signal, new Target(owner, signal), StubValues.of(transform));
                }
            }
        }

        private void addSignalStub(Scope scope, String signal, Target target, JsonValue start) {
            boolean isNested = !scope.path().isEmpty();
            String name = isNested ? names.unused(new Variable(Namespace.SIGNAL, signal, scope.path())) : signal;
            stubs.add(new Stub(Namespace.SIGNAL, name, target));
            addSignal(
                    List.of(),
                    JsonObject.EMPTY.with("name", new JsonString(name)).with("value", start));
            if (isNested) {
                JsonObject reader = JsonObject.EMPTY.with("name", new JsonString(signal));
                addSignal(scope.path(), reader.with("update", new JsonString(name)));
            }
        }

        private void addSignal(List<Integer> path, JsonObject signal) {
            newSignals.computeIfAbsent(path, ignored -> new ArrayList<>()).add(signal);
        }

        private JsonObject rewrite(ScopeSpec scope) {
            JsonObject json = scope.json();
            List<JsonValue> signals = newSignals.get(scope.path());
            if (signals != null) {
                List<JsonValue> all = new ArrayList<>(Members.elements(json, "signals"));
                all.addAll(signals);
                json = json.with("signals", new JsonArray(all));
            }
            List<JsonValue> data = rewriteData(scope);
            return data == null ? json : json.with("data", new JsonArray(data));
        }

        private @Nullable List<JsonValue> rewriteData(ScopeSpec scope) {
            List<JsonValue> data = new ArrayList<>(scope.path().isEmpty() ? hoistedData : List.of());
            boolean changed = !data.isEmpty();
            for (DataSpec spec : scope.data()) {
                List<JsonObject> entries = replacements.get(spec.pointer());
                changed |= entries != null;
                data.addAll(entries == null ? List.of(spec.json()) : entries);
            }
            return changed ? data : null;
        }
    }
}
