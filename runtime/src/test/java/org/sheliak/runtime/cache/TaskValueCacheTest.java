package org.sheliak.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.runtime.evaluation.Cancellation;
import org.sheliak.runtime.evaluation.DataResult;
import org.sheliak.runtime.table.TableBuilder;

class TaskValueCacheTest {
    private final BufferAllocator allocator = new RootAllocator();
    private final TaskValueCache cache = new TaskValueCache(64 * 1024);
    private final AtomicInteger computations = new AtomicInteger();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.close();
        cache.close();
        allocator.close();
    }

    @Test
    void get_twice_computesOnce() {
        get(1, 10).close();
        try (DataResult again = get(1, 10)) {
            assertThat(again.rows().rowCount()).isEqualTo(10);
        }
        assertThat(computations).hasValue(1);
    }

    @Test
    void get_moreThanTheCacheHolds_staysWithinItsSize() {
        for (int state = 0; state < 50; state++) {
            get(state, 1000).close();
        }
        assertThat(cache.sizeBytes()).isLessThanOrEqualTo(64 * 1024);
        assertThat(allocator.getAllocatedMemory()).isLessThan(256 * 1024);
    }

    @Test
    void clear_resultInUse_keepsItWhole() {
        try (DataResult inUse = get(1, 10)) {
            cache.clear();
            assertThat(cache.contains(state(1))).isFalse();
            assertThat(inUse.rows().column("data").value(9)).isEqualTo(9.0);
        }
        assertThat(allocator.getAllocatedMemory()).isZero();
    }

    @Test
    void get_tooLargeToKeep_isGivenAllTheSame() {
        try (DataResult large = get(1, 100_000)) {
            assertThat(large.rows().rowCount()).isEqualTo(100_000);
            assertThat(cache.contains(state(1))).isFalse();
        }
    }

    @Test
    void get_failed_isNotKept() {
        SheliakException failure = new SheliakException(ErrorCode.DATA_SOURCE, SourceLocation.UNKNOWN, "no");
        assertThatThrownBy(() -> cache.get(
                        state(1),
                        () -> {
                            throw failure;
                        },
                        new Cancellation()))
                .isSameAs(failure);
        get(1, 10).close();
        assertThat(computations).hasValue(1);
    }

    @Test
    void get_whileAnotherThreadComputes_waitsForIt() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<DataResult> first =
                CompletableFuture.supplyAsync(() -> get(1, blocking(started, finish)), threads);
        await(started);
        CompletableFuture<DataResult> second = CompletableFuture.supplyAsync(() -> get(1, 10), threads);
        finish.countDown();
        first.join().close();
        second.join().close();
        assertThat(computations).hasValue(1);
    }

    @Test
    void get_otherThreadCancelled_computesItself() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<DataResult> first = CompletableFuture.supplyAsync(
                () -> get(1, () -> {
                    started.countDown();
                    await(finish);
                    throw new SheliakException(ErrorCode.CANCELLED, SourceLocation.UNKNOWN, "newer request");
                }),
                threads);
        await(started);
        CompletableFuture<DataResult> second = CompletableFuture.supplyAsync(() -> get(1, 10), threads);
        finish.countDown();
        second.join().close();
        assertThat(computations).hasValue(1);
        assertThat(first).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void get_cancelledWhileWaiting_stopsWaiting() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<DataResult> first =
                CompletableFuture.supplyAsync(() -> get(1, blocking(started, finish)), threads);
        await(started);
        Cancellation cancellation = new Cancellation();
        CompletableFuture<DataResult> second =
                CompletableFuture.supplyAsync(() -> cache.get(state(1), () -> rows(10), cancellation), threads);
        cancellation.cancel();
        assertThatThrownBy(second::join)
                .cause()
                .isInstanceOfSatisfying(
                        SheliakException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED));
        finish.countDown();
        first.join().close();
    }

    private Supplier<DataResult> blocking(CountDownLatch started, CountDownLatch finish) {
        return () -> {
            started.countDown();
            await(finish);
            return rows(10);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private DataResult get(int state, int rowCount) {
        return get(state, () -> rows(rowCount));
    }

    private DataResult get(int state, Supplier<DataResult> compute) {
        return cache.get(state(state), compute, new Cancellation());
    }

    private DataResult rows(int rowCount) {
        computations.incrementAndGet();
        TableBuilder builder = new TableBuilder();
        for (int row = 0; row < rowCount; row++) {
            builder.append((double) row);
        }
        return new DataResult(builder.build(allocator), Map.of());
    }

    private static Fingerprint state(int number) {
        return new Fingerprint(number, 0, 0, 0);
    }
}
