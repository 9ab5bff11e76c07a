package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Scale;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Definition.TransformSignal;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.planning.Placement.DataInKernel;
import org.sheliak.planner.planning.Placement.InBrowser;
import org.sheliak.planner.planning.Placement.ScaleInKernel;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.planning.Placement.TransformSignalInKernel;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Item;
import org.sheliak.planner.planning.Report.Kind;
import org.sheliak.planner.planning.Report.Place;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

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
            for (DataSpec data : scope.spec().data()) {
                writer.add(scope, data);
            }
            for (SignalSpec signal : scope.spec().signals()) {
                writer.add(scope, signal);
            }
            for (Definition definition : scope.ownScales()) {
                if (definition instanceof Scale scale && draft.original().isDecided(scale)) {
                    writer.add(scale);
                }
            }
        }
        return new Report(writer.entries, WriteCrossings.of(draft), List.of());
    }

    private void add(Scope scope, DataSpec spec) {
        DataSet dataSet = defined(scope, spec);
        if (dataSet == null) {
            Obstacle hidden = new Obstacle(spec.pointer(), "another data set has the same name");
            addData(spec, Place.CLIENT, new InBrowser(hidden));
            return;
        }
        Placement placement = classification.of(dataSet);
        Obstacle obstacle = obstacle(placement);
        Place place =
                !(placement instanceof DataInKernel) ? Place.CLIENT : obstacle == null ? Place.SERVER : Place.BOTH;
        addData(spec, place, placement);
        for (Definition signal : scope.ownSignals()) {
            if (signal instanceof TransformSignal set && set.data().equals(dataSet)) {
                TransformSpec transform = spec.transforms().get(set.transform());
                String pointer = JsonPointer.child(transform.pointer(), "signal");
                Obstacle kept = obstacle(placement, set.transform());
                entries.add(new Item(
                        Kind.SIGNAL,
                        set.variable().name(),
                        pointer,
                        kept == null ? Place.SERVER : Place.CLIENT,
                        cause(kept, pointer)));
            }
        }
    }

    private static @Nullable DataSet defined(Scope scope, DataSpec spec) {
        for (Definition definition : scope.ownData()) {
            if (definition instanceof DataSet dataSet
                    && dataSet.spec().pointer().equals(spec.pointer())) {
                return dataSet;
            }
        }
        return null;
    }

    private void addData(DataSpec spec, Place place, Placement placement) {
        Cause cause = cause(obstacle(placement), spec.pointer());
        entries.add(new Item(Kind.DATA, spec.name(), spec.pointer(), place, cause));
        int index = 0;
        for (TransformSpec transform : spec.transforms()) {
            Obstacle kept = obstacle(placement, index++);
            entries.add(new Item(
                    Kind.TRANSFORM,
                    transform.type(),
                    transform.pointer(),
                    kept == null ? Place.SERVER : Place.CLIENT,
                    cause(kept, transform.pointer())));
        }
    }

    /// Why a transform of a data set stays in the browser, or `null`.
    private static @Nullable Obstacle obstacle(Placement placement, int transform) {
        return placement instanceof DataInKernel data ? data.kept().get(transform) : obstacle(placement);
    }

    private void add(Scope scope, SignalSpec spec) {
        Definition definition = spec.pushesOuter() ? null : scope.signal(spec.name());
        if (!(definition instanceof Signal signal) || !signal.spec().pointer().equals(spec.pointer())) {
            String reason = spec.pushesOuter()
                    ? "it sets the signal of the enclosing group"
                    : "another signal has the same name";
            Obstacle obstacle = new Obstacle(spec.pointer(), reason);
            entries.add(
                    new Item(Kind.SIGNAL, spec.name(), spec.pointer(), Place.CLIENT, cause(obstacle, spec.pointer())));
            return;
        }
        boolean isComputed = items.get(signal.variable()) instanceof ServerItem.ServerSignal;
        boolean isStub = false;
        for (Stub stub : draft.stubs()) {
            isStub |= stub.target().variable().equals(signal.variable());
        }
        Place place = !isComputed ? Place.CLIENT : isStub ? Place.SERVER : Place.BOTH;
        Cause cause = isComputed ? null : cause(signalObstacle(signal), spec.pointer());
        entries.add(new Item(Kind.SIGNAL, spec.name(), spec.pointer(), place, cause));
    }

    private void add(Scale scale) {
        String pointer = scale.spec().pointer();
        Cause cause = cause(obstacle(classification.of(scale)), pointer);
        if (cause != null || items.containsKey(scale.variable())) {
            Place place = cause == null ? Place.BOTH : Place.CLIENT;
            entries.add(new Item(Kind.SCALE, scale.variable().name(), pointer, place, cause));
        }
    }

    private Obstacle signalObstacle(Signal signal) {
        return switch (classification.of(signal)) {
            case InBrowser(Obstacle obstacle) -> obstacle;
            case SentByBrowser ignored
            when items.containsKey(signal.variable()) ->
                new Obstacle("", "the browser sets it and sends it to the kernel");
            case SentByBrowser ignored -> new Obstacle("", "the browser sets it");
            case SignalInKernel ignored -> new Obstacle("", "nothing in the kernel reads it");
            case TransformSignalInKernel ignored -> new Obstacle("", "nothing in the kernel reads it");
            case ScaleInKernel ignored -> new Obstacle("", "nothing in the kernel reads it");
            case DataInKernel ignored -> new Obstacle("", "nothing in the kernel reads it");
        };
    }

    private static @Nullable Obstacle obstacle(Placement placement) {
        return switch (placement) {
            case InBrowser browser -> browser.obstacle();
            case DataInKernel data -> data.obstacle();
            case SentByBrowser sent ->
                sent.obstacle() == null ? new Obstacle("", "the browser sets it") : sent.obstacle();
            case SignalInKernel ignored -> null;
            case TransformSignalInKernel ignored -> null;
            case ScaleInKernel ignored -> null;
        };
    }

    private static @Nullable Cause cause(@Nullable Obstacle obstacle, String pointer) {
        if (obstacle == null) {
            return null;
        }
        return new Cause(obstacle.pointer().isEmpty() ? pointer : obstacle.pointer(), sentence(obstacle.reason()));
    }

    /// A clause as a sentence.
    static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }
}
