package org.sheliak.runtime.inline;

import org.apache.arrow.memory.OutOfMemoryException;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.CommunicationPlan.ServerValue;
import org.sheliak.planner.planning.SpecPlan;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.inline.EvaluatedSpec.Kind;
import org.sheliak.runtime.inline.EvaluatedSpec.Warning;
import org.sheliak.runtime.task.TaskGraphRun;

/// Turns a Vega spec into one that has its data in it: the kernel evaluates what it can, once, and the values take the
/// place of what computed them. The rest of the spec stays as it is.
///
/// Safe for any number of threads.
public final class SpecEvaluator {
    private final SheliakRuntime runtime;

    /// @param runtime borrowed; gives the tables and files that specs may name
    public SpecEvaluator(SheliakRuntime runtime) {
        this.runtime = runtime;
    }

    /// The spec with its values.
    ///
    /// @param spec a Vega spec; Vega-Lite must have been compiled
    /// @throws SheliakException with the place in the spec: DATA_SOURCE for a file that is not there,
    ///     RESOURCE_LIMIT for rows that memory has no room for
    public EvaluatedSpec evaluate(JsonObject spec, EvaluationOptions options) {
        StaticPlan planned = StaticPlan.of(spec, options);
        SpecPlan plan = planned.plan();
        InlineSpec inline = new InlineSpec(plan.clientSpec(), options.rowLimit());
        try (TaskGraphRun run = runtime.run(plan.taskGraph())) {
            for (ServerValue value : plan.communicationPlan().serverToClient()) {
                fill(inline, run, value, plan);
            }
        }
        for (Variable root : planned.interactiveRoots()) {
            inline.warn(new Warning(Kind.INTERACTION, planned.pointer(root), frozen(root)));
        }
        EmbedFiles files = new EmbedFiles(
                runtime.locations(),
                (data, reason) -> inline.warn(new Warning(Kind.ADDRESS, planned.pointer(data), reason)));
        return new EvaluatedSpec(files.apply(inline.spec()), plan.report(), inline.warnings());
    }

    private void fill(InlineSpec inline, TaskGraphRun run, ServerValue value, SpecPlan plan) {
        Variable variable = value.variable();
        String pointer = plan.taskGraph().tasks().get(value.output().task()).pointer();
        try {
            if (variable.namespace() == Namespace.DATA) {
                inline.setRows(variable.name(), run.table(value.output().task()), pointer);
            } else {
                inline.setSignal(variable.name(), run.signal(value.output()));
            }
        } catch (OutOfMemoryException noRoom) {
            throw new SheliakException(
                    ErrorCode.RESOURCE_LIMIT,
                    SourceLocation.at(pointer),
                    "the rows of " + variable.name() + " need more memory than there is: give Java more with -Xmx",
                    noRoom);
        }
    }

    private static String frozen(Variable root) {
        String what = root.namespace() == Namespace.DATA ? "the data set " : "the signal ";
        return "data were computed with the value that " + what + root.name()
                + " starts with, and do not follow it any more";
    }
}
