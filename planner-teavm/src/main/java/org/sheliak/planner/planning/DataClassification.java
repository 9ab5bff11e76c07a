package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Placement.InBrowser;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.TaskValues;

/// Decides for each data set how many of its transforms the kernel can evaluate.
final class DataClassification {
    /// Transforms that come out with no more rows than go in, or with one.
    private static final List<String> STEADY_TRANSFORMS = List.of(
            "aggregate",
            "bin",
            "collect",
            "dotbin",
            "extent",
            "filter",
            "formula",
            "geopoint",
            "joinaggregate",
            "pie",
            "project",
            "stack",
            "timeunit",
            "window");

    private final Classification classification;
    private final ServerCapabilities capabilities;
    private final Map<String, String> treesInBrowser;
    private final ViewHistory history;
    private final Crossfilters crossfilters;

    /// @param treesInBrowser what the browser reads the tree of a transform with, by JSON pointer to the transform
    DataClassification(
            Classification classification,
            ServerCapabilities capabilities,
            Map<String, String> treesInBrowser,
            ViewHistory history) {
        this.classification = classification;
        this.capabilities = capabilities;
        this.treesInBrowser = treesInBrowser;
        this.history = history;
        this.crossfilters = new Crossfilters(classification, capabilities);
    }

    private Sources sources() {
        return classification.sources();
    }

    /// Where a data set is evaluated.
    Placement decide(DataSet dataSet) {
        DataSpec spec = dataSet.spec();
        Scope scope = classification.scopes().at(dataSet.variable().scope());
        if (classification.scopes().isChanged(dataSet.variable())) {
            return sendableOr(dataSet, new Obstacle(spec.pointer(), "its rows are changed by signals or triggers"));
        }
        if (classification.scopes().isFacetKey(dataSet.variable())) {
            return sendableOr(dataSet, new Obstacle(spec.pointer(), "a faceted group needs its aggregate transform"));
        }
        Obstacle sourceObstacle = sourceObstacle(scope, spec);
        if (sourceObstacle != null) {
            return sendableOr(dataSet, sourceObstacle);
        }
        Map<Integer, Obstacle> kept = kept(scope, dataSet);
        boolean isAllKept = !kept.isEmpty() && kept.size() == spec.transforms().size();
        return isAllKept && !sources().isLoaded(spec)
                ? sendableOr(dataSet, kept.values().iterator().next())
                : new DataInKernel(kept);
    }

    /// The transforms that stay in the browser: those that the kernel cannot evaluate, and the ones behind them that
    /// cannot be moved before them.
    private Map<Integer, Obstacle> kept(Scope scope, DataSet dataSet) {
        List<TransformSpec> transforms = dataSet.spec().transforms();
        Map<Integer, Obstacle> kept = new LinkedHashMap<>();
        PassingTransforms passing = null;
        int first = transforms.size();
        for (int i = 0; i < transforms.size(); i++) {
            Obstacle obstacle = transformObstacle(scope, dataSet, transforms.get(i), i);
            if (obstacle == null && passing != null && !passing.canPass(transforms.get(i))) {
                obstacle = kept.values().iterator().next();
            }
            if (obstacle != null) {
                first = Math.min(first, i);
                kept.put(i, obstacle);
                passing = passing == null ? new PassingTransforms(classification, scope) : passing;
                passing.keep(transforms.get(i));
            }
        }
        int untouched = kept.isEmpty() ? first : history.untouched(scope, dataSet, first);
        for (int i = untouched; untouched < first && i < transforms.size(); i++) {
            kept.putIfAbsent(i, kept.values().iterator().next());
        }
        return kept;
    }

    private @Nullable Obstacle sourceObstacle(Scope scope, DataSpec spec) {
        if (spec.json().get("source") == null) {
            Obstacle obstacle = sources().obstacle(spec);
            obstacle = obstacle == null ? signalsObstacle(scope, spec, "url") : obstacle;
            return obstacle == null ? signalsObstacle(scope, spec, "format") : obstacle;
        }
        String pointer = JsonPointer.child(spec.pointer(), "source");
        if (spec.source() != null) {
            return sourceObstacle(scope, spec, spec.source(), pointer);
        }
        int index = 0;
        Obstacle sent = null;
        boolean isInKernel = false;
        for (JsonValue element : Members.elements(spec.json(), "source")) {
            String at = JsonPointer.child(pointer, index++);
            Obstacle obstacle = element instanceof JsonString(String name)
                    ? sourceObstacle(scope, spec, name, at)
                    : new Obstacle(at, "the name of a data set is expected");
            if (obstacle == null) {
                isInKernel = true;
            } else if (element instanceof JsonString(String name) && isSent(scope.source(spec, name))) {
                sent = sent == null ? obstacle : sent;
            } else {
                return obstacle;
            }
        }
        if (index == 0) {
            return new Obstacle(pointer, "the name of a data set is expected, or a list of names");
        }
        // Few rows of the browser are worth sending to where the others are, but not for their own sake.
        return isInKernel ? null : sent;
    }

    private boolean isSent(@Nullable Definition source) {
        return source instanceof DataSet data && classification.of(data) instanceof SentByBrowser;
    }

    /// Why the signals in the data set's address or format cannot be had in the kernel, or `null`.
    private @Nullable Obstacle signalsObstacle(Scope scope, DataSpec spec, String member) {
        JsonValue value = spec.json().get(member);
        return value == null ? null : signalsObstacle(scope, value, JsonPointer.child(spec.pointer(), member));
    }

    private @Nullable Obstacle signalsObstacle(Scope scope, JsonValue value, String pointer) {
        if (!(value instanceof JsonObject object)) {
            return null;
        }
        if (Members.signal(object) instanceof String expression) {
            return classification.expressionObstacle(scope, expression, pointer);
        }
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String at = JsonPointer.child(pointer, member.getKey());
            if (signalsObstacle(scope, member.getValue(), at) instanceof Obstacle found) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Obstacle sourceObstacle(Scope scope, DataSpec spec, String name, String pointer) {
        return switch (scope.source(spec, name)) {
            case null -> new Obstacle(pointer, "there is no data set " + name);
            case DataSet source
            when classification.of(source) instanceof DataInKernel inKernel && inKernel.isComplete() -> null;
            case DataSet source -> new Obstacle(pointer, "its source " + name + " stays in the browser");
            case Definition other -> new Obstacle(pointer, "its source " + name + " only the browser has");
        };
    }

    private @Nullable Obstacle transformObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        TransformSpec inlined =
                Crossfilters.inlined(InlinedProjections.in(transform, scope, classification.scopes()), scope);
        TransformSupport support = TransformSupport.of(inlined, capabilities);
        if (support.obstacle() != null) {
            return support.obstacle();
        }
        if (crossfilters.obstacle(scope, owner, transform, index) instanceof Obstacle found) {
            return found;
        }
        if (KnownParameters.obstacle(transform, scope) instanceof Obstacle found) {
            return found;
        }
        if (RowsInRows.obstacle(owner.spec().transforms(), index) instanceof Obstacle found) {
            return found;
        }
        if (treesInBrowser.get(transform.pointer()) instanceof String reader) {
            return new Obstacle(
                    transform.pointer(),
                    "the browser reads its tree with " + reader + ", and only rows leave the kernel");
        }
        for (String name : support.signals()) {
            boolean isOwn = scope.signal(name) instanceof TransformSignal own
                    && own.data().equals(owner)
                    && own.transform() < index;
            Obstacle obstacle = isOwn ? null : classification.signalObstacle(scope, name, transform.pointer());
            if (obstacle != null) {
                return obstacle;
            }
        }
        Obstacle obstacle =
                classification.rowsOrScaleObstacle(scope, support.data(), support.scales(), transform.pointer());
        if (obstacle != null) {
            return obstacle;
        }
        Obstacle named =
                classification.namesObstacle(scope, classification.reader().in(transform.json()), transform.pointer());
        return named == null ? history.obstacle(scope, owner, index) : named;
    }

    /// A data set that stays in the browser may still be read by the kernel when it is small and stands for itself,
    /// as the stores of selections do.
    private Placement sendableOr(DataSet dataSet, Obstacle obstacle) {
        if (!isSendable(dataSet)) {
            return new InBrowser(obstacle);
        }
        boolean isChanged = classification.scopes().isChanged(dataSet.variable());
        Obstacle unknown = classification.firstValues().rowsObstacle(dataSet);
        if (unknown != null) {
            return new InBrowser(isChanged ? unknown : obstacle);
        }
        return new SentByBrowser(firstRows(dataSet), true, isChanged ? null : obstacle);
    }

    /// The rows that a data set of the browser starts with, or `null` when only the browser can know them.
    private @Nullable TaskValue firstRows(DataSet dataSet) {
        DataSpec spec = dataSet.spec();
        boolean isWritten = !classification.scopes().writers(dataSet.variable()).isEmpty();
        boolean isOnlySorted = spec.transforms().stream()
                .allMatch(transform -> transform.type().equals("collect"));
        boolean isPlain = spec.format() == null && (spec.transforms().isEmpty() || (isOnlySorted && hasOneRow(spec)));
        boolean isEmpty = spec.values() == null && isOnlySorted;
        if (isWritten || !spec.isSelfContained() || !(isPlain || isEmpty)) {
            return null;
        }
        return TaskValues.of(spec.values() == null ? new JsonArray(List.of()) : spec.values());
    }

    private static boolean hasOneRow(DataSpec spec) {
        return spec.values() instanceof JsonArray rows && rows.elements().size() <= 1;
    }

    /// True for a data set of few rows that comes from nothing but the spec and what the user does.
    private boolean isSendable(DataSet dataSet) {
        return isSendable(dataSet, 0);
    }

    /// @param depth how many data sets it was reached through, from each to its source
    private boolean isSendable(DataSet dataSet, int depth) {
        DataSpec spec = dataSet.spec();
        if (!dataSet.variable().scope().isEmpty() || spec.url() != null || spec.values() instanceof JsonObject) {
            return false;
        }
        if (classification.scopes().isShadowed(dataSet.variable())) {
            return false;
        }
        for (TransformSpec transform : spec.transforms()) {
            if (!STEADY_TRANSFORMS.contains(transform.type())) {
                return false;
            }
        }
        if (spec.json().get("source") == null) {
            return !(spec.values() instanceof JsonString)
                    && (!(spec.values() instanceof JsonArray rows)
                            || rows.elements().size() <= Sources.FEW_ROWS);
        }
        List<Definition> found = classification.scopes().at(List.of()).sources(spec);
        if (found.isEmpty() || found.size() != spec.sources().size() || depth >= Classification.MAXIMUM_DEPTH) {
            return false;
        }
        for (Definition source : found) {
            if (!(source instanceof DataSet data) || !isBrowsers(data, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /// True for a data set whose rows the browser has without asking the kernel.
    boolean isBrowsers(DataSet dataSet) {
        return isBrowsers(dataSet, 0);
    }

    private boolean isBrowsers(DataSet dataSet, int depth) {
        return isSendable(dataSet, depth)
                && (classification.scopes().isChanged(dataSet.variable())
                        || dataSet.spec().json().get("source") != null
                        || sources().obstacle(dataSet.spec()) != null
                        || classification.of(dataSet) instanceof SentByBrowser);
    }
}
