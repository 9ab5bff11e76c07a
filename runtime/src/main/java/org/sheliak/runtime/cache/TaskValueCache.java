package org.sheliak.runtime.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.DataResult;

/// Evaluated data sets by their state, weighed in bytes, shared by all charts. Errors are not kept.
///
/// The cache is one owner of a result, and whoever gets it from here is another: a result stays whole while it is
/// used, although it is evicted. Two threads that want the same state at once compute it once.
public final class TaskValueCache implements AutoCloseable {
    private static final int BYTES_PER_WEIGHT = 1024;
    private static final long CANCELLATION_CHECK_MILLIS = 20;

    private final Cache<Fingerprint, Entry> entries;
    private final ConcurrentMap<Fingerprint, CompletableFuture<Entry>> inFlight = new ConcurrentHashMap<>();

    /// An empty cache that keeps at most so many bytes, as [DataResult#sizeBytes()] counts them.
    public TaskValueCache(long maximumBytes) {
        entries = Caffeine.newBuilder()
                .maximumWeight(maximumBytes / BYTES_PER_WEIGHT)
                .weigher((Fingerprint state, Entry entry) -> entry.weight())
                .executor(Runnable::run)
                .removalListener((@Nullable Fingerprint state, @Nullable Entry entry, RemovalCause cause) -> {
                    if (entry != null) {
                        entry.close();
                    }
                })
                .build();
    }

    /// The result of this state: kept, or being computed by another thread, or computed here. Caller closes.
    ///
    /// @param compute gives the result, which its caller owns
    /// @param cancellation ends the waiting for another thread
    /// @throws SheliakException what the computation threw; with [ErrorCode#CANCELLED] when the caller is cancelled
    public DataResult get(Fingerprint state, Supplier<DataResult> compute, Cancellation cancellation) {
        while (true) {
            cancellation.check();
            Entry kept = entries.getIfPresent(state);
            DataResult shared = kept == null ? null : kept.share();
            if (shared != null) {
                return shared;
            }
            CompletableFuture<Entry> promise = new CompletableFuture<>();
            CompletableFuture<Entry> other = inFlight.putIfAbsent(state, promise);
            if (other == null) {
                return compute(state, compute, promise);
            }
            DataResult awaited = await(other, cancellation);
            if (awaited != null) {
                return awaited;
            }
        }
    }

    private DataResult compute(Fingerprint state, Supplier<DataResult> compute, CompletableFuture<Entry> promise) {
        try {
            DataResult result = compute.get();
            Entry entry = new Entry(result.share());
            entries.put(state, entry);
            promise.complete(entry);
            return result;
        } catch (Throwable failure) {
            promise.completeExceptionally(failure);
            throw failure;
        } finally {
            inFlight.remove(state, promise);
        }
    }

    /// The result that another thread computes, or `null` when it was cancelled or its result is gone already.
    private static @Nullable DataResult await(CompletableFuture<Entry> other, Cancellation cancellation) {
        while (true) {
            try {
                return other.get(CANCELLATION_CHECK_MILLIS, TimeUnit.MILLISECONDS)
                        .share();
            } catch (TimeoutException _) {
                cancellation.check();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SheliakException(
                        ErrorCode.CANCELLED, SourceLocation.UNKNOWN, "the thread was interrupted", interrupted);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof SheliakException error && error.code() != ErrorCode.CANCELLED) {
                    throw error;
                }
                return null;
            }
        }
    }

    /// Whether a result of this state is kept now.
    public boolean contains(Fingerprint state) {
        return entries.getIfPresent(state) != null;
    }

    /// Bytes kept, rounded up for each result.
    public long sizeBytes() {
        entries.cleanUp();
        return entries.policy().eviction().orElseThrow().weightedSize().orElseThrow() * BYTES_PER_WEIGHT;
    }

    /// Gives up the result of a state, when one is kept.
    public void remove(Fingerprint state) {
        entries.invalidate(state);
    }

    /// Gives up all results that are kept.
    public void clear() {
        entries.invalidateAll();
        entries.cleanUp();
    }

    @Override
    public void close() {
        clear();
    }

    /// The cache's share of a result.
    private static final class Entry {
        private final DataResult result;
        private boolean closed;

        Entry(DataResult result) {
            this.result = result;
        }

        int weight() {
            return (int) Math.min(Integer.MAX_VALUE, 1 + result.sizeBytes() / BYTES_PER_WEIGHT);
        }

        /// A second owner, or `null` when the cache has given the result up.
        synchronized @Nullable DataResult share() {
            return closed ? null : result.share();
        }

        synchronized void close() {
            if (!closed) {
                closed = true;
                result.close();
            }
        }
    }
}
