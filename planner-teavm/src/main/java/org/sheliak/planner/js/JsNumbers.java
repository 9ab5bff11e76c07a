package org.sheliak.planner.js;

import org.sheliak.planner.json.Numbers;
import org.teavm.jso.JSBody;

/// The browser's own conversions between numbers and text.
public final class JsNumbers implements Numbers.Platform {

    @Override
    public String text(double value) {
        return textOf(value);
    }

    @Override
    public double parse(String literal) {
        return numberOf(literal);
    }

    @JSBody(params = "value", script = "return String(value);")
    private static native String textOf(double value);

    @JSBody(params = "literal", script = "return Number(literal);")
    private static native double numberOf(String literal);
}
