package org.sheliak.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class IndexBuildTest {
    private static final int LENGTH = 1000;

    @Test
    void forEachRun_visitsEveryElementOnce() {
        AtomicIntegerArray visits = new AtomicIntegerArray(LENGTH);
        new IndexBuild(() -> false).forEachRun(LENGTH, (_, from, to) -> {
            for (int element = from; element < to; element++) {
                visits.incrementAndGet(element);
            }
        });
        for (int element = 0; element < LENGTH; element++) {
            assertThat(visits.get(element)).isEqualTo(1);
        }
    }

    /// What the runs read is closed then.
    @Test
    void forEachRun_oneFails_returnsWhenNoneIsUnderWay() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch hasFailed = new CountDownLatch(1);
        assertThatThrownBy(() -> new IndexBuild(() -> false).forEachRun(LENGTH, (_, _, _) -> {
                    if (begun.getAndIncrement() == Math.min(1, ForkJoinPool.getCommonPoolParallelism())) {
                        hasFailed.countDown();
                        throw new OutOfMemoryError("no room");
                    }
                    awaitAndLinger(hasFailed);
                    ended.incrementAndGet();
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(ended.get()).isEqualTo(begun.get() - 1);
    }

    private static void awaitAndLinger(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
