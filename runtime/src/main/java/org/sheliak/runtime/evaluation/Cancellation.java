package org.sheliak.runtime.evaluation;

import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Whether a request is still wanted. Any thread may cancel; the evaluating threads check between batches of rows.
public final class Cancellation {
    private volatile boolean cancelled;

    /// Asks the evaluation to stop at its next check. Cannot be undone.
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Cheap enough to call once for every few thousand rows.
    ///
    /// @throws SheliakException with [ErrorCode#CANCELLED] once [#cancel()] was called
    public void check() {
        if (cancelled) {
            throw new SheliakException(
                    ErrorCode.CANCELLED, SourceLocation.UNKNOWN, "a newer request took the place of this one");
        }
    }
}
