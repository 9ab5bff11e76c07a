package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.analysis.Reference;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Draft.Pass;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScaleSpec;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Keeps rows in the kernel that the browser would need for nothing but the domains of scales: in their place the
/// kernel sends the extents and the distinct values.
final class SplitDomainData implements Pass {

    @Override
    public Draft apply(Draft draft) {
        Draft result = draft;
        for (Stub stub : draft.stubs()) {
            if (stub.namespace() == Namespace.DATA) {
                result = split(result, stub);
            }
        }
        return result;
    }

    private static Draft split(Draft draft, Stub stub) {
        References references = draft.references();
        List<Reference> readers = references.to(new Variable(Namespace.DATA, stub.name(), List.of()));
        for (Reference reader : readers) {
            if (reader.role() != Role.SCALE) {
                return draft;
            }
        }
        DomainSplit split = new DomainSplit(references.scopes(), stub);
        Map<String, JsonObject> domains = new LinkedHashMap<>();
        for (Scope scope : references.scopes().all()) {
            for (ScaleSpec scale : scope.spec().scales()) {
                String pointer = JsonPointer.child(scale.pointer(), "domain");
                if (!reads(readers, scale)) {
                    continue;
                }
                JsonObject domain =
                        reads(readers, JsonPointer.child(scale.pointer(), "range")) ? null : split.domain(scope, scale);
                if (domain == null) {
                    return draft;
                }
                domains.put(pointer, domain);
            }
        }
        return domains.isEmpty() ? draft : rewrite(draft, split, domains);
    }

    private static boolean reads(List<Reference> readers, ScaleSpec scale) {
        return reads(readers, JsonPointer.child(scale.pointer(), "domain"))
                || reads(readers, JsonPointer.child(scale.pointer(), "range"));
    }

    private static boolean reads(List<Reference> readers, String pointer) {
        for (Reference reader : readers) {
            if (reader.pointer().equals(pointer)) {
                return true;
            }
        }
        return false;
    }

    private static Draft rewrite(Draft draft, DomainSplit split, Map<String, JsonObject> domains) {
        JsonObject client = ScopeRewriter.rewrite(draft.client(), scope -> rewriteScales(scope, domains));
        client = append(client, "data", split.newData());
        client = append(client, "signals", split.newSignals());
        List<ServerItem> items = new ArrayList<>(draft.items());
        items.addAll(split.items());
        List<Stub> stubs = new ArrayList<>(draft.stubs());
        stubs.addAll(split.stubs());
        return draft.withClient(client).withItems(items).withStubs(stubs);
    }

    private static JsonObject rewriteScales(ScopeSpec scope, Map<String, JsonObject> domains) {
        List<JsonValue> scales = new ArrayList<>();
        boolean changed = false;
        for (ScaleSpec scale : scope.scales()) {
            JsonObject domain = domains.get(JsonPointer.child(scale.pointer(), "domain"));
            changed |= domain != null;
            scales.add(domain == null ? scale.json() : scale.json().with("domain", domain));
        }
        return changed ? scope.json().with("scales", new JsonArray(scales)) : scope.json();
    }

    private static JsonObject append(JsonObject spec, String member, List<JsonObject> added) {
        if (added.isEmpty()) {
            return spec;
        }
        List<JsonValue> all = new ArrayList<>(Members.elements(spec, member));
        all.addAll(added);
        return spec.with(member, new JsonArray(all));
    }
}
