package org.sheliak.planner.planning;

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
import org.sheliak.planner.taskgraph.TaskValues;

/// Decides for each data set how many of its transforms the kernel can evaluate.
final class DataClassification {
    private final Classification classification;
    private final ServerCapabilities capabilities;
    private final Map<String, String> treesInBrowser;
    private final ViewHistory history;

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
        int count = 0;
        Obstacle obstacle = null;
        for (TransformSpec transform : spec.transforms()) {
            obstacle = transformObstacle(scope, dataSet, transform, count);
            if (obstacle != null) {
                break;
            }
            count++;
        }
        if (obstacle != null) {
            count = history.untouched(scope, dataSet, count);
        }
        return count == 0 && obstacle != null && !sources().isLoaded(spec)
                ? new InBrowser(obstacle)
                : new DataInKernel(count, obstacle);
    }

    private @Nullable Obstacle sourceObstacle(Scope scope, DataSpec spec) {
        if (spec.json().get("source") == null) {
            Obstacle obstacle = sources().obstacle(spec);
            String url = Members.signal(spec.url());
            return obstacle != null || url == null
                    ? obstacle
                    : classification.expressionObstacle(scope, url, JsonPointer.child(spec.pointer(), "url"));
        }
        String pointer = JsonPointer.child(spec.pointer(), "source");
        if (spec.source() != null) {
            return sourceObstacle(scope, spec, spec.source(), pointer);
        }
        int index = 0;
        for (JsonValue element : Members.elements(spec.json(), "source")) {
            String at = JsonPointer.child(pointer, index++);
            Obstacle obstacle = element instanceof JsonString(String name)
                    ? sourceObstacle(scope, spec, name, at)
                    : new Obstacle(at, "the name of a data set is expected");
            if (obstacle != null) {
                return obstacle;
            }
        }
        return index > 0 ? null : new Obstacle(pointer, "the name of a data set is expected, or a list of names");
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
        TransformSupport support = TransformSupport.of(transform, capabilities);
        if (support.obstacle() != null) {
            return support.obstacle();
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
        for (String name : support.data()) {
            Obstacle obstacle = classification.dataObstacle(scope, name, transform.pointer());
            if (obstacle != null) {
                return obstacle;
            }
        }
        Obstacle shadowed =
                classification.shadowObstacle(scope, classification.reader().in(transform.json()), transform.pointer());
        return shadowed == null ? history.obstacle(scope, owner, index) : shadowed;
    }

    /// A data set that stays in the browser may still be read by the kernel when it is small and stands for itself,
    /// as the stores of selections do.
    private Placement sendableOr(DataSet dataSet, Obstacle obstacle) {
        if (!isSendable(dataSet)) {
            return new InBrowser(obstacle);
        }
        Obstacle unknown = classification.firstValues().obstacle(dataSet);
        if (unknown != null) {
            return new InBrowser(unknown);
        }
        DataSpec spec = dataSet.spec();
        boolean isPlain = spec.transforms().isEmpty() && spec.format() == null;
        JsonValue values = spec.values() == null ? new JsonArray(List.of()) : spec.values();
        boolean isKnown = (isPlain || spec.values() == null)
                && classification.scopes().writers(dataSet.variable()).isEmpty();
        return new SentByBrowser(isKnown ? TaskValues.of(values) : null, true);
    }

    private boolean isSendable(DataSet dataSet) {
        DataSpec spec = dataSet.spec();
        if (!dataSet.variable().scope().isEmpty() || !spec.isSelfContained() || spec.values() instanceof JsonObject) {
            return false;
        }
        if (classification.scopes().isShadowed(dataSet.variable())) {
            return false;
        }
        for (TransformSpec transform : spec.transforms()) {
            if (!transform.type().equals("collect")) {
                return false;
            }
        }
        return !(spec.values() instanceof JsonArray rows) || rows.elements().size() <= Sources.FEW_ROWS;
    }

    /// True for a data set whose rows the browser has without asking the kernel.
    boolean isBrowsers(DataSet dataSet) {
        return isSendable(dataSet)
                && (classification.scopes().isChanged(dataSet.variable())
                        || sources().obstacle(dataSet.spec()) != null);
    }
}
