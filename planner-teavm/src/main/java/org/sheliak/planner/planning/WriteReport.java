package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Placement.InBrowser;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.planning.Placement.TransformSignalInKernel;
import org.sheliak.planner.planning.Report.Item;
import org.sheliak.planner.planning.Report.Kind;
import org.sheliak.planner.planning.Report.Place;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Writes down where each item of the original spec is evaluated.
final class WriteReport {
    private final Draft draft;
    private final Classification classification;
    private final Map<Variable, ServerItem> items = new LinkedHashMap<>();
    private final List<Item> entries = new ArrayList<>();

    private WriteReport(Draft draft) {
        this.draft = draft;
        this.classification = draft.original();
        for (ServerItem item : draft.items()) {
            items.put(item.variable(), item);
        }
    }

    static Report of(Draft draft) {
        WriteReport writer = new WriteReport(draft);
        for (Scope scope : draft.original().scopes().all()) {
            for (Definition data : scope.ownData()) {
                if (data instanceof DataSet dataSet) {
                    writer.add(dataSet);
                }
            }
            for (Definition signal : scope.ownSignals()) {
                if (signal instanceof Signal own) {
                    writer.add(own);
                }
            }
        }
        return new Report(writer.entries, writer.rawRows());
    }

    private void add(DataSet dataSet) {
        Placement placement = classification.of(dataSet);
        Obstacle obstacle = obstacle(placement);
        int inKernel = placement instanceof DataInKernel data ? data.transforms() : 0;
        Place place =
                !(placement instanceof DataInKernel) ? Place.CLIENT : obstacle == null ? Place.SERVER : Place.BOTH;
        String name = dataSet.variable().name();
        String pointer = dataSet.spec().pointer();
        entries.add(new Item(Kind.DATA, name, pointer, place, reason(obstacle, pointer)));
        int index = 0;
        for (TransformSpec transform : dataSet.spec().transforms()) {
            boolean isMoved = index++ < inKernel;
            entries.add(new Item(
                    Kind.TRANSFORM,
                    transform.type(),
                    transform.pointer(),
                    isMoved ? Place.SERVER : Place.CLIENT,
                    isMoved ? null : reason(obstacle, transform.pointer())));
        }
    }

    private void add(Signal signal) {
        boolean isComputed = items.get(signal.variable()) instanceof ServerItem.ServerSignal;
        boolean isStub = false;
        for (Stub stub : draft.stubs()) {
            isStub |= stub.target().variable().equals(signal.variable());
        }
        Place place = !isComputed ? Place.CLIENT : isStub ? Place.SERVER : Place.BOTH;
        entries.add(new Item(
                Kind.SIGNAL,
                signal.variable().name(),
                signal.spec().pointer(),
                place,
                isComputed ? null : signalReason(signal)));
    }

    private String signalReason(Signal signal) {
        return switch (classification.of(signal)) {
            case InBrowser(Obstacle obstacle) ->
                String.valueOf(reason(obstacle, signal.spec().pointer()));
            case SentByBrowser ignored
            when items.containsKey(signal.variable()) -> "the browser sets it and sends it to the kernel";
            case SentByBrowser ignored -> "the browser sets it";
            case SignalInKernel ignored -> "nothing in the kernel reads it";
            case TransformSignalInKernel ignored -> "nothing in the kernel reads it";
            case DataInKernel ignored -> "nothing in the kernel reads it";
        };
    }

    private static @Nullable Obstacle obstacle(Placement placement) {
        return switch (placement) {
            case InBrowser browser -> browser.obstacle();
            case DataInKernel data -> data.obstacle();
            case SentByBrowser ignored -> new Obstacle("", "the browser sets it");
            case SignalInKernel ignored -> null;
            case TransformSignalInKernel ignored -> null;
        };
    }

    /// The reason, with the place that forces it where that is another one.
    private static @Nullable String reason(@Nullable Obstacle obstacle, String pointer) {
        if (obstacle == null) {
            return null;
        }
        boolean isHere = obstacle.pointer().isEmpty() || obstacle.pointer().equals(pointer);
        return isHere ? obstacle.reason() : obstacle.pointer() + ": " + obstacle.reason();
    }

    private List<String> rawRows() {
        List<String> raw = new ArrayList<>();
        for (Stub stub : draft.stubs()) {
            if (stub.namespace() == Namespace.DATA && isRaw(stub.target().variable())) {
                raw.add(stub.name());
            }
        }
        return raw;
    }

    private boolean isRaw(@Nullable Variable variable) {
        if (variable == null) {
            return true;
        }
        if (!(items.get(variable) instanceof ServerData data)) {
            return false;
        }
        for (Task.Transform transform : data.transforms()) {
            TransformDefinition definition =
                    TransformDefinitions.of(new TransformSpec(transform.definition(), "").type());
            boolean isNew = definition != null
                    && definition.effect() == Effect.REPLACES_COLUMNS
                    && !definition.type().equals("project");
            if (isNew) {
                return false;
            }
        }
        return isRaw(data.parent());
    }
}
