package org.sheliak.bridge.vegalite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.EcmaError;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.Members;

/// The compiler of Vega-Lite, as its npm package has it, run by Rhino: no Node is needed.
///
/// The script is interpreted, since compiling it to bytecode first takes longer than a hundred specs gain by it.
/// For one thread.
public final class VegaLite {
    private static final String SCRIPT = "vega-lite.js";
    private static final String VERSION = "vega-lite.version";

    private final ContextFactory engine = new ContextFactory();
    private final ScriptableObject globals;
    private final Scriptable exports;

    /// A Vega-Lite spec, compiled.
    ///
    /// @param spec the Vega spec
    /// @param warnings what Vega-Lite says about the original, in its words
    public record Compiled(JsonObject spec, List<String> warnings) {}

    /// Loads the script, which takes about a second.
    public VegaLite() {
        try (Context context = enter()) {
            globals = context.initSafeStandardObjects();
            globals.put("parseExpression", globals, new LambdaFunction(globals, "parseExpression", 1, this::parse));
            context.evaluateString(globals, text(SCRIPT), SCRIPT, 1, null);
            exports = (Scriptable) globals.get("vegaLite", globals);
        }
    }

    /// The version of Vega-Lite.
    public static String version() {
        return text(VERSION);
    }

    /// Compiles a spec.
    ///
    /// @param text JSON
    /// @throws SheliakException SPEC_INVALID, with the place where it is known, when it makes no sense to Vega-Lite
    public Compiled compile(String text) {
        try {
            JsonObject result = (JsonObject) JsonReader.read(call("toVega", text));
            List<String> warnings = Members.elements(result, "warnings").stream()
                    .map(warning -> warning instanceof JsonString(String message) ? message : "")
                    .toList();
            JsonObject spec = Objects.requireNonNull(Members.object(result, "spec"));
            return new Compiled(spec, warnings);
        } catch (RhinoException | StackOverflowError refused) {
            throw explained(text, refused);
        }
    }

    private SheliakException explained(String text, Throwable refused) {
        if (JsonReader.read(call("fault", text)) instanceof JsonObject fault) {
            int offset = fault.get("offset") instanceof JsonNumber(double number) ? (int) number : -1;
            SourceLocation place = new SourceLocation(String.valueOf(Members.text(fault, "pointer")), offset);
            return new SheliakException(
                    ErrorCode.SPEC_INVALID, place, String.valueOf(Members.text(fault, "message")), refused);
        }
        String detail = "Vega-Lite cannot compile it: " + message(refused);
        return new SheliakException(ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, detail, refused);
    }

    private static @Nullable String message(Throwable refused) {
        return switch (refused) {
            case JavaScriptException thrown
            when thrown.getValue() instanceof ScriptableObject error ->
                Context.toString(ScriptableObject.getProperty(error, "message"));
            case EcmaError error -> error.getErrorMessage();
            case RhinoException other -> other.details();
            default -> refused.toString();
        };
    }

    private String call(String name, String text) {
        try (Context context = enter()) {
            Function function = (Function) exports.get(name, exports);
            return Context.toString(function.call(context, globals, globals, new Object[] {text}));
        }
    }

    /// What the script calls to find a fault in an expression: throws one, or returns nothing.
    private @Nullable Object parse(Context context, Scriptable scope, Scriptable thisObject, Object[] arguments) {
        try {
            ExpressionParser.parse(Context.toString(arguments[0]));
            return null;
        } catch (SheliakException fault) {
            Scriptable error = context.newObject(scope);
            error.put("message", error, fault.detail());
            error.put("offset", error, fault.location().offset());
            throw new JavaScriptException(error, SCRIPT, 0);
        }
    }

    private Context enter() {
        Context context = engine.enterContext();
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(true);
        return context;
    }

    private static String text(String resource) {
        try (InputStream content = VegaLite.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("this build is without Vega-Lite: `make build` puts it in");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
