package org.sheliak.runtime.transform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Errors in parameters, each at its place in the spec.
final class ParameterErrors {
    private ParameterErrors() {}

    /// A value of the wrong type.
    static SheliakException mismatch(String place, String expected, @Nullable Object found) {
        return new SheliakException(
                ErrorCode.TYPE_MISMATCH, SourceLocation.at(place), "expected " + expected + ", found " + shown(found));
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text ? "\"" + text + "\"" : Coercion.toText(value, TimeZoneRules.UTC);
    }

    /// Does a step whose errors belong to a place.
    static <T> T locatedAt(String place, Supplier<T> step) {
        try {
            return step.get();
        } catch (SheliakException failure) {
            throw failure.at(SourceLocation.at(place));
        }
    }
}
