package org.sheliak.planner.planning;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.ExpressionParser;

/// Whether the kernel can evaluate an expression, apart from the values that it names.
///
/// @param references what the expression refers to
/// @param obstacle why it cannot be evaluated, or `null`
record ExpressionSupport(
        ExpressionReferences references, @Nullable Obstacle obstacle) {

    /// Where an expression stands.
    enum Place {
        /// It is evaluated once for each row, which it calls `datum`.
        ROW,
        /// It takes the place of a field.
        FIELD,
        /// It is evaluated once.
        SIGNAL
    }

    static ExpressionSupport of(String expression, Place place, ServerCapabilities capabilities, String pointer) {
        ExpressionReferences references;
        boolean staysInBrowser;
        boolean asksForTime;
        try {
            Expression tree = ExpressionParser.parse(expression);
            references = ExpressionReferences.of(tree);
            staysInBrowser = BrowserValues.isIn(tree);
            asksForTime = ClockSignal.isAskedIn(tree);
        } catch (SheliakException error) {
            return new ExpressionSupport(
                    ExpressionReferences.NONE,
                    new Obstacle(pointer, "the expression cannot be parsed: " + error.detail()));
        }
        String reason = asksForTime
                ? "it asks for the time, which is another one when it is evaluated again"
                : reason(references, place, capabilities);
        if (reason == null && staysInBrowser) {
            reason = "the value is a colour or a regular expression, which cannot be sent to the browser";
        }
        return new ExpressionSupport(references, reason == null ? null : new Obstacle(pointer, reason));
    }

    private static @Nullable String reason(
            ExpressionReferences references, Place place, ServerCapabilities capabilities) {
        for (String function : references.functions()) {
            if (place != Place.ROW && RandomDraws.FUNCTIONS.contains(function)) {
                return "the function " + function + "() gives another value each time";
            }
            if (!capabilities.functions().contains(function)) {
                return "the kernel has no function " + function + "()";
            }
        }
        if (references.anyScale()) {
            return "the expression computes which scale it reads";
        }
        Set<String> context = references.context();
        if (context.contains("event") || context.contains("item")) {
            return "the expression reads the event or the mark's item at hand";
        }
        if (context.contains("datum") && place == Place.SIGNAL) {
            return "the expression reads datum where there is no row";
        }
        return null;
    }
}
