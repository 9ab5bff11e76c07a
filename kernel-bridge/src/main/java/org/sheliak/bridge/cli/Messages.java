package org.sheliak.bridge.cli;

import java.io.PrintWriter;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;

/// What is said about specs while they are worked on: a line for each fault, as `file: JSON pointer: message`.
final class Messages {
    private final PrintWriter out;
    private int specs;
    private int failures;

    Messages(PrintWriter out) {
        this.out = out;
    }

    /// Does the work on one spec; when it fails, says so, and the others go on.
    void of(SpecFile file, Runnable work) {
        specs++;
        try {
            work.run();
        } catch (SheliakException error) {
            failures++;
            say(file, error.location().toString(), error.detail());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError defect) {
            failures++;
            say(file, "", "this is a fault of Sheliak (" + ErrorCode.INTERNAL + "): " + defect);
        }
    }

    void warn(SpecFile file, String pointer, String message) {
        say(file, pointer, "warning: " + message);
    }

    void note(SpecFile file, String pointer, String message) {
        say(file, pointer, message);
    }

    private void say(SpecFile file, String pointer, String message) {
        out.println(file.name() + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + message);
        out.flush();
    }

    int failures() {
        return failures;
    }

    /// Says how many specs there were, if there were several, and gives the exit status.
    int summarize() {
        if (specs > 1) {
            out.println(specs + " specs, " + (failures == 0 ? "none" : failures) + " failed");
            out.flush();
        }
        return failures == 0 ? 0 : 1;
    }
}
