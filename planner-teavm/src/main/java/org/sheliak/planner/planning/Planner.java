package org.sheliak.planner.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Draft.Pass;

/// Splits a Vega spec between the browser and the kernel.
///
/// Nothing is refused as long as the spec is an object: what cannot be understood, or not be evaluated by the kernel,
/// stays in the browser, which knows best what to do with it.
///
/// Source: the passes follow those of VegaFusion's planner, vegafusion-core/src/planning.
public final class Planner {
    private Planner() {}

    /// The plan for a spec, given what the kernel of this version can evaluate.
    ///
    /// @param spec a Vega spec; Vega-Lite must have been compiled
    /// @throws SheliakException SPEC_INVALID when the spec is one of Vega-Lite
    public static SpecPlan plan(JsonObject spec, PlannerOptions options) {
        return plan(spec, options, ServerCapabilities.CURRENT);
    }

    /// The plan for a spec, given what a kernel can evaluate.
    ///
    /// @throws SheliakException SPEC_INVALID when the spec is one of Vega-Lite
    public static SpecPlan plan(JsonObject spec, PlannerOptions options, ServerCapabilities capabilities) {
        if (spec.get("data") instanceof JsonObject || spec.get("mark") != null) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.at(spec.get("mark") == null ? "/data" : "/mark"),
                    "found a Vega-Lite spec, expected a Vega spec: compile it with vega-lite first");
        }
        Obstacle malformed = SpecShape.obstacle(spec);
        if (malformed != null) {
            return MalformedSpec.plan(spec, options, malformed);
        }
        Scopes scopes = Scopes.of(spec, new ExpressionReader());
        Obstacle sorted = SortedSources.obstacle(scopes);
        if (sorted != null) {
            return MalformedSpec.plan(spec, options, sorted);
        }
        SpecLocale locale = SpecLocale.of(scopes.config());
        ServerCapabilities usable = locale.usable(capabilities);
        SplitLoops split = SplitLoops.in(ClockSignal.in(scopes, options, usable), options, usable);
        LiftedSpec lifted = LiftFacets.in(split.scopes(), options, usable).after(split.origins());
        Draft draft = draft(lifted, options, usable);
        Stitch stitch = new Stitch(draft, lifted.origins());
        return new SpecPlan(
                draft.client(),
                stitch.taskGraph(options, locale.definition()),
                stitch.communicationPlan(),
                LiftedReport.of(WriteReport.of(draft), lifted, scopes));
    }

    /// The plan of the passes, made anew as long as the browser expects a tree that only the kernel would have.
    private static Draft draft(LiftedSpec lifted, PlannerOptions options, ServerCapabilities capabilities) {
        Classification classification = lifted.classification();
        Map<String, String> trees = new LinkedHashMap<>();
        while (true) {
            Draft draft = Draft.of(classification, lifted.spec());
            for (Pass pass : passes(options)) {
                draft = pass.apply(draft);
            }
            int known = trees.size();
            trees.putAll(MissingTrees.in(draft));
            if (trees.size() == known) {
                return draft;
            }
            classification = Classification.of(classification.scopes(), options, capabilities, trees);
        }
    }

    private static List<Pass> passes(PlannerOptions options) {
        return List.of(
                new ExtractServerData(),
                new NumberIdentifiers(),
                new PruneUnused(options.keep()),
                new MoveSignals(),
                new SplitDomainData(),
                new PruneUnused(options.keep()),
                new ProjectColumns(options.keep()),
                new SplitInteractiveData(),
                new FuseDataSets(),
                new SelectColumns(),
                new RenameShadowedStubs());
    }
}
