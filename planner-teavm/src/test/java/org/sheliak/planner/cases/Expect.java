package org.sheliak.planner.cases;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The few assertions that cases need; they run where no test library does.
final class Expect {
    private Expect() {}

    static void equal(@Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("expected <" + expected + "> but was <" + actual + ">");
        }
    }

    /// Expects that `action` is rejected with this code, place and message.
    static void error(Runnable action, ErrorCode code, SourceLocation location, String message) {
        try {
            action.run();
        } catch (SheliakException exception) {
            equal(exception.detail(), message);
            equal(exception.code(), code);
            equal(exception.location(), location);
            return;
        }
        throw new AssertionError("expected the error <" + message + ">");
    }
}
