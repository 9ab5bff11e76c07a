package org.sheliak.runtime.expression.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.RegExpValue;
import org.sheliak.runtime.value.Undefined;

/// The errors of functions whose arguments are of no use to them, where JavaScript throws too.
final class Errors {
    private Errors() {}

    static SheliakException unusable(String function, String expected, @Nullable Object found) {
        return error(ErrorCode.TYPE_MISMATCH, function + " expects " + expected + ", found " + kind(found));
    }

    static SheliakException error(ErrorCode code, String message) {
        return new SheliakException(code, SourceLocation.UNKNOWN, message);
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Undefined _ -> "undefined";
            case Boolean bool -> "the boolean " + bool;
            case Double number -> "the number " + number;
            case String text -> "the string \"" + text + "\"";
            case DateValue _ -> "a date";
            case RegExpValue _ -> "a regular expression";
            case List<?> _ -> "an array";
            default -> "an object";
        };
    }
}
