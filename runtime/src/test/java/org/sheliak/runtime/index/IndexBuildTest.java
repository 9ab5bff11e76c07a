package org.sheliak.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
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

    /// What the runs read is closed then. The caller's own run fails, which it could tell at once.
    @Test
    void forEachRun_oneFails_returnsWhenNoneIsUnderWay() {
        Thread caller = Thread.currentThread();
        CountDownLatch isOtherUnderWay = new CountDownLatch(1);
        CountDownLatch hasFailed = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        assertThatThrownBy(() -> new IndexBuild(() -> false).forEachRun(LENGTH, (_, _, _) -> {
                    if (Thread.currentThread().equals(caller)) {
                        await(isOtherUnderWay);
                        hasFailed.countDown();
                        throw new OutOfMemoryError("no room");
                    }
                    underWay.incrementAndGet();
                    isOtherUnderWay.countDown();
                    await(hasFailed);
                    linger();
                    underWay.decrementAndGet();
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(isOtherUnderWay.getCount()).isZero();
        assertThat(underWay.get()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void linger() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
