package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class ColumnMemoryTest {
    private static final int MEGABYTE = 1 << 20;

    private final ColumnMemory memory = new ColumnMemory(MEGABYTE, 2L * MEGABYTE);

    @Test
    void buffer_ofASizeThatWasFreed_isTheSameMemory() {
        try (BufferAllocator allocator = allocator()) {
            long first = freed(allocator, MEGABYTE);
            assertThat(memory.freeBytes()).isEqualTo(MEGABYTE);
            try (ArrowBuf other = allocator.buffer(2 * MEGABYTE);
                    ArrowBuf same = allocator.buffer(MEGABYTE)) {
                assertThat(same.memoryAddress()).isEqualTo(first).isNotEqualTo(other.memoryAddress());
                assertThat(memory.freeBytes()).isZero();
                same.setLong(0, 5);
                other.setLong(2 * MEGABYTE - Long.BYTES, 6);
                assertThat(same.getLong(0)).isEqualTo(5);
            }
        }
    }

    @Test
    void free_keepsNoMoreThanIsAllowed_andNothingSmall() {
        try (BufferAllocator allocator = allocator()) {
            freed(allocator, 64);
            assertThat(memory.freeBytes()).isZero();
            freed(allocator, 4 * MEGABYTE);
            assertThat(memory.freeBytes()).isZero();
            try (ArrowBuf first = allocator.buffer(MEGABYTE);
                    ArrowBuf second = allocator.buffer(MEGABYTE);
                    ArrowBuf third = allocator.buffer(MEGABYTE)) {
                assertThat(first.capacity() + second.capacity() + third.capacity())
                        .isEqualTo(3L * MEGABYTE);
            }
            assertThat(memory.freeBytes()).isEqualTo(2L * MEGABYTE);
        }
    }

    @Test
    void giveBack_afterSomeSeconds_leavesWhatIsAlwaysKept() {
        try (BufferAllocator allocator = allocator()) {
            ArrowBuf older = allocator.buffer(MEGABYTE);
            long newer = freed(allocator, MEGABYTE / 2);
            older.close();
            freed(allocator, MEGABYTE / 2);
            assertThat(memory.freeBytes()).isEqualTo(3L * MEGABYTE / 2);
            memory.giveBack(System.nanoTime());
            assertThat(memory.freeBytes()).isEqualTo(3L * MEGABYTE / 2);
            memory.giveBack(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
            assertThat(memory.freeBytes()).isEqualTo(MEGABYTE / 2);
            assertThat(freed(allocator, MEGABYTE / 2)).isEqualTo(newer);
        }
    }

    @Test
    void buffer_largerThanTheMemory_fails_andNothingIsKept() {
        try (BufferAllocator allocator = allocator()) {
            freed(allocator, MEGABYTE);
            assertThatThrownBy(() -> allocator.buffer(1L << 60)).isInstanceOf(OutOfMemoryError.class);
            assertThat(memory.freeBytes()).isZero();
        }
    }

    @Test
    void allocator_overItsLimit_fails() {
        try (BufferAllocator allocator = ColumnMemory.allocator(MEGABYTE)) {
            assertThatThrownBy(() -> allocator.buffer(2 * MEGABYTE)).isInstanceOf(OutOfMemoryException.class);
            assertThat(allocator.getAllocatedMemory()).isZero();
            assertThat(allocator.getEmpty().capacity()).isZero();
        }
    }

    private BufferAllocator allocator() {
        return new RootAllocator(
                RootAllocator.configBuilder().allocationManagerFactory(memory).build());
    }

    /// The address of a buffer that is free again.
    private static long freed(BufferAllocator allocator, int size) {
        try (ArrowBuf buffer = allocator.buffer(size)) {
            return buffer.memoryAddress();
        }
    }
}
