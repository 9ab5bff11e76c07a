package org.sheliak.runtime.inline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.CommunicationPlan.ClientValue;
import org.sheliak.planner.planning.Planner;
import org.sheliak.planner.planning.PlannerOptions;
import org.sheliak.planner.planning.SpecPlan;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// A plan for a kernel that is asked once, before there is a browser: each root has a value to start with.
///
/// What only the browser can know stays there, with all that reads it.
record StaticPlan(Scopes scopes, SpecPlan plan) {

    /// The plan of a spec.
    static StaticPlan of(JsonObject spec, EvaluationOptions options) {
        Scopes scopes = Scopes.of(spec, new ExpressionReader());
        Set<Variable> browserOnly = new LinkedHashSet<>();
        while (true) {
            PlannerOptions planning =
                    PlannerOptions.in(options.timezone()).withInlineRows(0).withBrowserOnly(browserOnly);
            PlannerOptions seeded = options.seed() == null ? planning : planning.withSeed(options.seed());
            StaticPlan planned = new StaticPlan(scopes, Planner.plan(spec, seeded));
            if (!browserOnly.addAll(planned.unknown(options.keepsInteraction()))) {
                return planned;
            }
        }
    }

    /// The roots that must stay in the browser.
    private List<Variable> unknown(boolean keepsInteraction) {
        List<Variable> unknown = new ArrayList<>();
        for (ClientValue value : plan.communicationPlan().clientToServer()) {
            if (!value.hasInitialValue() || (keepsInteraction && isInteractive(value.variable()))) {
                unknown.add(value.variable());
            }
        }
        return unknown;
    }

    /// The roots that events or other inputs change.
    List<Variable> interactiveRoots() {
        return plan.communicationPlan().clientToServer().stream()
                .map(ClientValue::variable)
                .filter(this::isInteractive)
                .toList();
    }

    private boolean isInteractive(Variable root) {
        Scope scope = scopes.at(root.scope());
        return root.namespace() == Namespace.DATA
                ? scopes.isChanged(root)
                : scopes.isPushed(root)
                        || (scope.signal(root.name()) instanceof Signal signal
                                && signal.spec().isInteractive());
    }

    /// JSON pointer to a root in the original spec; empty when Vega itself defines it.
    String pointer(Variable root) {
        Scope scope = scopes.at(root.scope());
        if (root.namespace() == Namespace.DATA) {
            return scope.data(root.name()) instanceof DataSet data ? data.spec().pointer() : "";
        }
        return scope.signal(root.name()) instanceof Signal signal
                ? signal.spec().pointer()
                : "";
    }
}
