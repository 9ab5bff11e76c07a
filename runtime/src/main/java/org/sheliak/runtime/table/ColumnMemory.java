package org.sheliak.runtime.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ReferenceManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.util.MemoryUtil;
import org.jspecify.annotations.Nullable;

/// The memory behind columns: that of the C library, outside of the heap.
///
/// Some of what is freed is kept for the next columns of that size. Each step of a brush makes columns of the same
/// sizes and frees those of an older step, and the system takes longer to give a process new memory than a kernel
/// takes to fill it. Netty's pool, which Arrow would take, gives back whole chunks of 4 MB and clears each new one.
/// Safe for any number of threads.
public final class ColumnMemory implements AllocationManager.Factory {
    private static final ColumnMemory OF_PROCESS = new ColumnMemory(64L << 20);
    private static final long LEAST_KEPT_BYTES = 1 << 15;

    private final long mostBytes;
    /// Addresses of free blocks by their sizes.
    private final Map<Long, Deque<Long>> free = new HashMap<>();

    private long freeBytes;
    private final ArrowBuf empty = new ArrowBuf(ReferenceManager.NO_OP, null, 0, MemoryUtil.allocateMemory(1));

    /// @param mostBytes the most that is kept of what is free
    ColumnMemory(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// An allocator of at most so many bytes. Caller closes.
    public static BufferAllocator allocator(long limit) {
        return new RootAllocator(RootAllocator.configBuilder()
                .allocationManagerFactory(OF_PROCESS)
                .maxAllocation(limit)
                .build());
    }

    @Override
    public AllocationManager create(BufferAllocator accountingAllocator, long size) {
        return new Block(accountingAllocator, take(size), size);
    }

    @Override
    public ArrowBuf empty() {
        return empty;
    }

    /// Bytes that are free and kept.
    synchronized long freeBytes() {
        return freeBytes;
    }

    private long take(long size) {
        Long kept = takeKept(size);
        return kept == null ? MemoryUtil.allocateMemory(size) : kept;
    }

    private synchronized @Nullable Long takeKept(long size) {
        Deque<Long> blocks = free.get(size);
        Long block = blocks == null ? null : blocks.pollFirst();
        freeBytes -= block == null ? 0 : size;
        return block;
    }

    private void give(long address, long size) {
        if (!isKept(address, size)) {
            MemoryUtil.freeMemory(address);
        }
    }

    private synchronized boolean isKept(long address, long size) {
        if (size < LEAST_KEPT_BYTES || freeBytes + size > mostBytes) {
            return false;
        }
        free.computeIfAbsent(size, _ -> new ArrayDeque<>()).addFirst(address);
        freeBytes += size;
        return true;
    }

    /// The memory of one buffer.
    private final class Block extends AllocationManager {
        private final long address;
        private final long size;

        Block(BufferAllocator accountingAllocator, long address, long size) {
            super(accountingAllocator);
            this.address = address;
            this.size = size;
        }

        @Override
        public long getSize() {
            return size;
        }

        @Override
        protected long memoryAddress() {
            return address;
        }

        @Override
        protected void release0() {
            give(address, size);
        }
    }
}
