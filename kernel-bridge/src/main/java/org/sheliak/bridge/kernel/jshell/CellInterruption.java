package org.sheliak.bridge.kernel.jshell;

import org.jspecify.annotations.Nullable;

/// How a running cell is made to end. The classes of cells call [#check] at the start of every method and
/// before every jump backwards, so their own loops end too.
///
/// What cannot be interrupted: a loop inside a library that calls no code of the cell and does not look at the
/// thread's interrupt flag, and code that catches every `Throwable` in a loop.
public final class CellInterruption {
    private static volatile @Nullable Thread interrupted;

    private CellInterruption() {}

    /// Thrown in the thread of the cell. Not an exception, so that `catch (Exception e)` lets it through.
    static final class InterruptedCell extends Error {
        InterruptedCell() {
            super("the cell was interrupted");
        }
    }

    /// Called by the code of cells.
    public static void check() {
        Thread thread = interrupted;
        if (thread != null && thread.equals(Thread.currentThread())) {
            throw new InterruptedCell();
        }
    }

    static void request(Thread cell) {
        interrupted = cell;
    }

    static void clear() {
        interrupted = null;
    }

    static boolean isRequested() {
        return interrupted != null;
    }
}
