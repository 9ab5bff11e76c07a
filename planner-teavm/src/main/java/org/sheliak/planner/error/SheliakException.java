package org.sheliak.planner.error;

import org.jspecify.annotations.Nullable;

/// The one exception that a person may see. Its message says what was found, what was expected and where.
public final class SheliakException extends RuntimeException {
    private final ErrorCode code;
    private final SourceLocation location;
    private final String detail;

    public SheliakException(ErrorCode code, SourceLocation location, String detail, @Nullable Throwable cause) {
        super(location.equals(SourceLocation.UNKNOWN) ? detail : location + ": " + detail, cause);
        this.code = code;
        this.location = location;
        this.detail = detail;
    }

    public SheliakException(ErrorCode code, SourceLocation location, String detail) {
        this(code, location, detail, null);
    }

    public ErrorCode code() {
        return code;
    }

    public SourceLocation location() {
        return location;
    }

    /// The message without the place.
    public String detail() {
        return detail;
    }

    /// The same error at a place that the thrower did not know.
    public SheliakException at(SourceLocation place) {
        return new SheliakException(code, place, detail, this);
    }
}
