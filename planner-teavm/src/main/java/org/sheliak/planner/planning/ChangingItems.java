package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
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
import org.sheliak.planner.planning.Placement.ScaleInKernel;
import org.sheliak.planner.planning.Placement.SentByBrowser;
import org.sheliak.planner.planning.Placement.SignalInKernel;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// Which of the kernel's items may change their value while the user works with the chart.
final class ChangingItems {
    private final Classification classification;
    private final Map<Variable, Boolean> known = new LinkedHashMap<>();
    private int depth;

    ChangingItems(Classification classification) {
        this.classification = classification;
    }

    /// True when the rows of a data set may change before or in a transform.
    ///
    /// @param index the transform's place in the data set
    boolean reach(Scope scope, DataSet owner, int index) {
        DataSpec spec = owner.spec();
        if (classification.scopes().isChanged(owner.variable())) {
            return true;
        }
        for (Definition source : scope.sources(spec)) {
            if (changes(source)) {
                return true;
            }
        }
        if (expression(scope, owner, Members.signal(spec.url()))
                || (spec.format() instanceof JsonObject format
                        && names(scope, owner, classification.reader().in(format)))) {
            return true;
        }
        for (TransformSpec transform : spec.transforms().subList(0, index + 1)) {
            if (reads(scope, owner, transform)) {
                return true;
            }
        }
        return false;
    }

    private boolean reads(Scope scope, DataSet owner, TransformSpec transform) {
        if (names(scope, owner, classification.reader().in(transform.json().without("signal")))) {
            return true;
        }
        return areChanging(scope, TransformReferences.data(transform));
    }

    /// True when the rows of one of these data sets may change.
    boolean areChanging(Scope scope, Set<String> data) {
        for (String name : data) {
            if (scope.data(name) instanceof Definition definition && changes(definition)) {
                return true;
            }
        }
        return false;
    }

    /// True when an expression reads something that may change.
    boolean isReadBy(Scope scope, String expression) {
        return expression(scope, null, expression);
    }

    private boolean expression(Scope scope, @Nullable DataSet owner, @Nullable String expression) {
        return expression != null && names(scope, owner, classification.reader().of(expression));
    }

    private boolean names(Scope scope, @Nullable DataSet owner, ExpressionReferences references) {
        for (String name : references.signals()) {
            Definition signal = scope.signal(name);
            boolean isOwn = signal instanceof TransformSignal set && set.data().equals(owner);
            if (signal != null && !isOwn && changes(signal)) {
                return true;
            }
        }
        if (areChanging(scope, references.data().keySet())) {
            return true;
        }
        for (String name : references.scales()) {
            if (scope.scale(name) instanceof Scale scale && changes(scale)) {
                return true;
            }
        }
        return false;
    }

    private boolean reads(Scope scope, JsonObject scale) {
        ScaleReferences references = ScaleReferences.of(scale, classification.reader());
        return areChanging(scope, references.data().keySet()) || names(scope, null, references.expressions());
    }

    /// True when the rows or the value of an item may change, or when it stands at the end of a chain that is too
    /// long to tell.
    boolean changes(Definition definition) {
        Boolean answer = known.get(definition.variable());
        if (answer != null) {
            return answer;
        }
        if (depth >= Classification.MAXIMUM_DEPTH) {
            return true;
        }
        depth++;
        // What depends on itself stays in the browser; the entry only ends the search.
        known.put(definition.variable(), true);
        answer = decide(definition);
        known.put(definition.variable(), answer);
        depth--;
        return answer;
    }

    private boolean decide(Definition definition) {
        Scope scope = classification.scopes().at(definition.variable().scope());
        return switch (definition) {
            case DataSet data when classification.of(data) instanceof SentByBrowser sent -> sent.changes();
            case DataSet data -> reach(scope, data, data.spec().transforms().size() - 1);
            case TransformSignal signal -> changes(signal.data());
            case Signal signal
            when classification.of(signal) instanceof SignalInKernel ->
                expression(scope, null, signal.spec().update());
            case Scale scale
            when classification.of(scale) instanceof ScaleInKernel(JsonObject json) -> reads(scope, json);
            case Definition other -> !(classification.of(other) instanceof SentByBrowser sent) || sent.changes();
        };
    }
}
