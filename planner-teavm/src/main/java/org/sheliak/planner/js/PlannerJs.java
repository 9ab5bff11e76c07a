package org.sheliak.planner.js;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Estree;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.json.Numbers;
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
