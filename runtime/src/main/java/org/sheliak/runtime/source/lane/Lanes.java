package org.sheliak.runtime.source.lane;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs lanes on the calling thread and the common pool's. What has been read is taken as soon as it can
/// be; few parts of a lane are read ahead of that, so that memory stays bounded.
public final class Lanes {
    /// Parts of a lane that may be read and not taken yet, for each thread.
    private static final int AHEAD = 3;

    private final List<State<?>> states;
    private final int threads;
    private int running;
    private @Nullable Throwable failure;

    private Lanes(List<? extends Lane<?>> lanes, int threads) {
        this.threads = threads;
        this.states = List.copyOf(
                lanes.stream().<State<?>>map(lane -> new State<>(lane)).toList());
    }

    /// Returns when all parts of all lanes have been taken. Parts of the first lanes are read first:
    /// those whose parts take longest to be taken should come first.
    ///
    /// @throws IOException the first that a lane throws, as its unchecked exceptions; no part is begun
    ///     after it
    public static void run(List<? extends Lane<?>> lanes) throws IOException {
        long parts = lanes.stream().mapToLong(Lane::partCount).sum();
        run(lanes, Math.clamp(parts, 1, ForkJoinPool.getCommonPoolParallelism() + 1));
    }

    /// The same on so many threads at most.
    static void run(List<? extends Lane<?>> lanes, int threads) throws IOException {
        Lanes run = new Lanes(lanes, threads);
        if (threads == 1) {
            run.work();
        } else {
            IntStream.range(0, threads).parallel().forEach(_ -> run.work());
        }
        run.finish();
    }

    private void finish() throws IOException {
        switch (failure) {
            case null -> {}
            case IOException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        }
    }

    /// Works until nothing is left to begin.
    private void work() {
        for (Step step = next(); step != null; step = next()) {
            Throwable thrown = null;
            try {
                step.run();
            } catch (IOException | RuntimeException | Error failed) {
                thrown = failed;
            }
            end(thrown);
        }
    }

    private synchronized void end(@Nullable Throwable thrown) {
        running--;
        failure = failure == null ? thrown : failure;
        notifyAll();
    }

    /// The next step, or `null` when none is left. Waits for one only while another thread works, which
    /// brings it.
    private synchronized @Nullable Step next() {
        while (failure == null) {
            Step step = ready();
            if (step != null) {
                running++;
                return step;
            }
            if (running == 0) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failure = new IOException("reading was interrupted", interrupted);
            }
        }
        return null;
    }

    private @Nullable Step ready() {
        for (State<?> state : states) {
            Step taking = state.taking();
            if (taking != null) {
                return taking;
            }
        }
        for (State<?> state : states) {
            Step reading = state.reading(threads * AHEAD);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    private interface Step {
        void run() throws IOException;
    }

    /// How far a lane is. All members are guarded by the run's monitor, but for what the steps do.
    private final class State<P> {
        private final Lane<P> lane;
        private final Deque<Part<P>> ahead = new ArrayDeque<>();
        private int begun;
        private boolean isTaking;

        State(Lane<P> lane) {
            this.lane = lane;
        }

        @Nullable
        Step taking() {
            Part<P> first = ahead.peekFirst();
            P read = first == null ? null : first.read;
            if (isTaking || first == null || read == null) {
                return null;
            }
            isTaking = true;
            return () -> take(first, read);
        }

        private void take(Part<P> part, P read) throws IOException {
            lane.take(part.index, read);
            synchronized (Lanes.this) {
                ahead.removeFirst();
                isTaking = false;
            }
        }

        @Nullable
        Step reading(int mostAhead) {
            if (begun == lane.partCount() || ahead.size() >= mostAhead) {
                return null;
            }
            Part<P> part = new Part<>(begun++);
            ahead.addLast(part);
            return () -> read(part);
        }

        private void read(Part<P> part) throws IOException {
            P read = lane.read(part.index);
            synchronized (Lanes.this) {
                part.read = read;
            }
        }
    }

    /// A part that was begun.
    private static final class Part<P> {
        private final int index;
        private @Nullable P read;

        Part(int index) {
            this.index = index;
        }
    }
}
