package org.sheliak.runtime.session;

import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.evaluation.Cancellation;

/// Threads that evaluate what a request asks for, as many for each request as there are cores. They are none of the
/// common pool's, whose tasks they wait for: a thread of that pool which waits may take up another task, and that could
/// wait for the first.
public final class EvaluationThreads implements AutoCloseable {
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sheliak-evaluation-", 0).factory());

    /// Runs work that several threads share, and returns when all of them are done.
    ///
    /// @param parts into which the work falls; no more threads than these are used, and none for a single one
    /// @param cancellation is cancelled when the calling thread is interrupted
    /// @throws SheliakException what the work threw, as other unchecked exceptions and errors
    void run(int parts, Cancellation cancellation, Runnable work) {
        int count = Math.min(parts, cores);
        if (count <= 1) {
            work.run();
            return;
        }
        try {
            for (Future<?> done : threads.invokeAll(Collections.nCopies(count, Executors.callable(work)))) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            cancellation.cancel();
            Thread.currentThread().interrupt();
            throw new SheliakException(
                    ErrorCode.CANCELLED, SourceLocation.UNKNOWN, "the thread was interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        switch (failed.getCause()) {
            case RuntimeException failure -> throw failure;
            case Error exhausted -> throw exhausted;
            case null, default -> throw new IllegalStateException(failed);
        }
    }

    /// Waits for what is being evaluated.
    @Override
    public void close() {
        threads.close();
    }
}
