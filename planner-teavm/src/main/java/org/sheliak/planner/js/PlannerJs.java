package org.sheliak.planner.js;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.expression.Estree;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.Numbers;
import org.sheliak.planner.planning.Planner;
import org.sheliak.planner.planning.PlannerOptionsReader;
import org.sheliak.planner.planning.SpecPlan;
import org.sheliak.planner.taskgraph.TaskGraphEncoder;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// The exports of `planner.js`, whose types are in `planner.d.ts`.
public final class PlannerJs {
    static {
        Numbers.install(new JsNumbers());
    }

    private PlannerJs() {}

    /// The ESTree node of a Vega expression.
    @JSExport
    public static @Nullable JSObject parseExpression(String source) {
        return throwingErrors(() -> JsValues.toJs(Estree.of(ExpressionParser.parse(source))));
    }

    /// The plan for a Vega spec: an object with `clientSpec`, `taskGraph` (bytes), `communication` and `report`.
    ///
    /// @param options as [PlannerOptionsReader] reads them
    @JSExport
    public static @Nullable JSObject plan(JSObject spec, JSObject options) {
        return throwingErrors(() -> {
            SpecPlan plan = Planner.plan(object(spec, "spec"), PlannerOptionsReader.read(object(options, "options")));
            return result(
                    JsValues.toJs(plan.clientSpec()),
                    TaskGraphEncoder.encode(plan.taskGraph()),
                    JsValues.toJs(plan.communicationPlan().toJson()),
                    JsValues.toJs(plan.report().toJson()));
        });
    }

    private static JsonObject object(@Nullable JSObject value, String what) {
        if (JsValues.toJson(value) instanceof JsonObject object) {
            return object;
        }
        throw new SheliakException(
                ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "the " + what + " is not an object, as was expected");
    }

    @JSBody(
            params = {"clientSpec", "taskGraph", "communication", "report"},
            script = "return {clientSpec: clientSpec, taskGraph: taskGraph, communication: communication,"
                    + " report: report};")
    private static native JSObject result(
            @Nullable JSObject clientSpec,
            byte[] taskGraph,
            @Nullable JSObject communication,
            @Nullable JSObject report);

    /// Lets errors reach JavaScript with all that they know, instead of the message alone.
    private static <T extends @Nullable JSObject> T throwingErrors(Supplier<T> action) {
        try {
            return action.get();
        } catch (SheliakException exception) {
            raise(
                    exception.code().name(),
                    exception.detail(),
                    exception.location().pointer(),
                    exception.location().offset());
            throw exception;
        }
    }

    @JSBody(
            params = {"code", "message", "pointer", "offset"},
            script = "throw Object.assign(new Error(message),"
                    + " {name: 'SheliakError', code: code, pointer: pointer, offset: offset});")
    private static native void raise(String code, String message, String pointer, int offset);
}
