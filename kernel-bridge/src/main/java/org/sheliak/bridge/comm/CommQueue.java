package org.sheliak.bridge.comm;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs the tasks of one comm one after the other on threads of a pool.
final class CommQueue {
    private final Executor pool;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isRunning;

    CommQueue(Executor pool) {
        this.pool = pool;
    }

    synchronized void add(Runnable task) {
        waiting.add(task);
        if (!isRunning) {
            isRunning = true;
            pool.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        isRunning = task != null;
        return task;
    }
}
