package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Filters by ranges that several data sets share: a `crossfilter` marks the rows, and each `resolvefilter` that
/// is told its signal picks some of them. Vega's marks are no values that could leave the kernel, so in a task
/// graph each `resolvefilter` has the ranges themselves.
///
/// That is the same where Vega's rows are those of the ranges: a data set ends with the crossfilter, others derive from
/// it which resolve it first and aggregate then, and nothing else reads that data set or the signal.
final class Crossfilters {
    private static final String CROSSFILTER = "crossfilter";
    private static final String RESOLVEFILTER = "resolvefilter";

    /// With more of them, Vega's filters let every row pass.
    private static final int MOST_RANGES = 7;

    private final Classification classification;
    private final ServerCapabilities capabilities;

    Crossfilters(Classification classification, ServerCapabilities capabilities) {
        this.classification = classification;
        this.capabilities = capabilities;
    }

    /// The transform as it travels in a task graph: a resolvefilter has the ranges in the place of the signal.
    static TransformSpec inlined(TransformSpec transform, Scope scope) {
        JsonObject crossfilter = transform.type().equals(RESOLVEFILTER) ? crossfilter(transform, scope) : null;
        if (crossfilter == null) {
            return transform;
        }
        JsonObject ranges = JsonObject.EMPTY;
        for (String name : List.of("fields", "query")) {
            ranges = crossfilter.get(name) instanceof JsonValue value ? ranges.with(name, value) : ranges;
        }
        return new TransformSpec(transform.json().with("filter", ranges), transform.pointer());
    }

    private static @Nullable JsonObject crossfilter(TransformSpec resolvefilter, Scope scope) {
        return Members.signal(resolvefilter.json().get("filter")) instanceof String name
                        && scope.signal(name) instanceof TransformSignal signal
                        && signal.variable().scope().equals(scope.path())
                        && signal.data().spec().transforms().get(signal.transform()) instanceof TransformSpec transform
                        && transform.type().equals(CROSSFILTER)
                ? transform.json()
                : null;
    }

    /// Why the kernel cannot filter as Vega does, or `null`; also `null` for other transforms.
    @Nullable
    Obstacle obstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        return switch (transform.type()) {
            case CROSSFILTER -> crossfilterObstacle(scope, owner, transform, index);
            case RESOLVEFILTER ->
                index == 0
                                && scope.signal(filterSignal(transform)) instanceof TransformSignal signal
                                && resolves(owner.spec(), signal.data(), scope)
                        ? null
                        : new Obstacle(transform.pointer(), "only the browser can say which rows it picks");
            default -> null;
        };
    }

    private @Nullable Obstacle crossfilterObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        boolean isLast = index == owner.spec().transforms().size() - 1;
        if (!isLast || transform.signal() == null) {
            return new Obstacle(transform.pointer(), "its rows go on without being filtered");
        }
        Obstacle range = rangeObstacle(transform);
        if (range != null) {
            return range;
        }
        for (DataSpec reader : scope.spec().data()) {
            Obstacle found = resolves(reader, owner, scope) ? readerObstacle(reader, scope) : null;
            if (found != null) {
                return found;
            }
        }
        return isReadElsewhere(owner, transform.signal(), scope)
                ? new Obstacle(transform.pointer(), "only the browser can say which rows pass its filters")
                : null;
    }

    private static @Nullable Obstacle rangeObstacle(TransformSpec crossfilter) {
        String pointer = JsonPointer.child(crossfilter.pointer(), "query");
        List<JsonValue> query = Members.elements(crossfilter.json(), "query");
        if (query.size() > MOST_RANGES) {
            return new Obstacle(pointer, "the kernel does not filter by more than " + MOST_RANGES + " ranges");
        }
        for (JsonValue range : query) {
            boolean isRange = Members.signal(range) != null
                    || (range instanceof JsonArray(List<JsonValue> ends)
                            && ends.size() == 2
                            && ends.stream().noneMatch(JsonObject.class::isInstance));
            if (!isRange) {
                return new Obstacle(pointer, "ranges of two values are expected");
            }
        }
        return null;
    }

    /// Whether a data set picks rows of a crossfilter's and aggregates them before it does anything else.
    private boolean resolves(DataSpec reader, DataSet owner, Scope scope) {
        List<TransformSpec> transforms = reader.transforms();
        if (transforms.size() < 2
                || !transforms.get(0).type().equals(RESOLVEFILTER)
                || !transforms.get(1).type().equals("aggregate")
                || !(scope.data(reader.name()) instanceof DataSet own)
                || !own.spec().pointer().equals(reader.pointer())) {
            return false;
        }
        boolean isPlain = !classification.scopes().isChanged(own.variable())
                && !classification.scopes().isFacetKey(own.variable())
                && transforms.subList(2, transforms.size()).stream().noneMatch(ViewHistory::mayLookOnce);
        List<Definition> sources = scope.sources(reader);
        return isPlain
                && sources.size() == 1
                && sources.getFirst().equals(owner)
                && scope.signal(filterSignal(transforms.getFirst())) instanceof TransformSignal signal
                && signal.data().equals(owner);
    }

    private static String filterSignal(TransformSpec resolvefilter) {
        String name = Members.signal(resolvefilter.json().get("filter"));
        return name == null ? "" : name;
    }

    /// Why the kernel cannot pick a reader's rows and aggregate them, or `null`.
    private @Nullable Obstacle readerObstacle(DataSpec reader, Scope scope) {
        for (TransformSpec transform : reader.transforms().subList(0, 2)) {
            Obstacle found =
                    TransformSupport.of(inlined(transform, scope), capabilities).obstacle();
            found = found == null ? KnownParameters.obstacle(transform, scope) : found;
            if (found != null) {
                return found;
            }
        }
        return ignoreObstacle(reader, scope);
    }

    /// Vega does not pick rows anew when only `ignore` changes.
    private static @Nullable Obstacle ignoreObstacle(DataSpec reader, Scope scope) {
        TransformSpec resolvefilter = reader.transforms().getFirst();
        String name = Members.signal(resolvefilter.json().get("ignore"));
        boolean isSteady = name == null
                || (scope.signal(name) instanceof Signal signal
                        && signal.spec().expression() == null
                        && !signal.spec().isInteractive());
        return isSteady
                ? null
                : new Obstacle(
                        JsonPointer.child(resolvefilter.pointer(), "ignore"),
                        "only the browser knows when the rows are picked again");
    }

    private boolean isReadElsewhere(DataSet owner, String signal, Scope home) {
        if (classification.isKept(owner) || classification.isKept(home.signal(signal))) {
            return true;
        }
        for (Scope scope : classification.scopes().all()) {
            JsonObject rest = scope == home ? without(owner, scope) : Scopes.ownJson(scope.spec());
            ExpressionReferences references = classification.reader().in(rest);
            if (references.signals().contains(signal)
                    || references.data().containsKey(owner.variable().name())
                    || names(rest, owner.variable().name())) {
                return true;
            }
        }
        return false;
    }

    /// What a scope holds besides the data set and the first transforms of those that resolve it.
    private JsonObject without(DataSet owner, Scope scope) {
        List<JsonValue> rest = new ArrayList<>();
        for (DataSpec data : scope.spec().data()) {
            if (resolves(data, owner, scope)) {
                List<JsonValue> transforms = Members.elements(data.json(), "transform");
                rest.add(data.json()
                        .without("source")
                        .with("transform", new JsonArray(transforms.subList(1, transforms.size()))));
            } else if (!data.pointer().equals(owner.spec().pointer())) {
                rest.add(data.json().without("values"));
            }
        }
        for (MarkSpec mark : scope.spec().marks()) {
            if (!mark.isGroup()) {
                rest.add(mark.json());
            }
        }
        return Scopes.ownJson(scope.spec()).with("data", new JsonArray(rest));
    }

    private static boolean names(JsonValue value, String name) {
        return switch (value) {
            case JsonString(String text) -> text.equals(name);
            case JsonArray(List<JsonValue> elements) -> elements.stream().anyMatch(element -> names(element, name));
            case JsonObject object -> object.members().values().stream().anyMatch(member -> names(member, name));
            default -> false;
        };
    }
}
