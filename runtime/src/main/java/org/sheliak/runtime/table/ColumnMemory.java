package org.sheliak.runtime.table;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ReferenceManager;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.util.MemoryUtil;
import org.jspecify.annotations.Nullable;

/// The memory behind columns: that of the C library, outside of the heap.
///
/// What is freed is kept for the next columns of that size: some of it always, the rest for some seconds. Each step of
/// a brush makes columns of the same sizes and frees those of an older step, and a cell of a notebook that is run again
/// reads the same file; and the system takes longer to give a process new memory than a kernel takes to fill it.
/// Netty's pool, which Arrow would take, gives back whole chunks of 4 MB and clears each new one.
/// Where there is no more memory, nothing is kept. Safe for any number of threads.
///
/// Source: the time for which free memory is kept is that of jemalloc's `dirty_decay_ms`.
public final class ColumnMemory implements AllocationManager.Factory {
    private static final ColumnMemory OF_PROCESS = new ColumnMemory(64L << 20, 2L << 30);
    private static final long LEAST_KEPT_BYTES = 1 << 15;
    private static final Duration KEPT_FOR = Duration.ofSeconds(10);

    private final long bytesKeptAlways;
    private final long mostBytes;

    /// By their addresses, those that were freed first before the others.
    private final SequencedMap<Long, FreeBlock> free = new LinkedHashMap<>();

    /// The addresses of free blocks by their sizes, those that were freed last before the others.
    private final Map<Long, Deque<Long>> freeBySize = new HashMap<>();

    private long freeBytes;
    private boolean willGiveBack;
    private final ArrowBuf empty = new ArrowBuf(ReferenceManager.NO_OP, null, 0, MemoryUtil.allocateMemory(1));

    private record FreeBlock(long size, long freedNanos) {}

    /// @param bytesKeptAlways what is kept of what is free, however long nobody needs it
    /// @param mostBytes the most that is kept
    ColumnMemory(long bytesKeptAlways, long mostBytes) {
        this.bytesKeptAlways = bytesKeptAlways;
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
        return kept == null ? allocate(size) : kept;
    }

    private long allocate(long size) {
        try {
            return MemoryUtil.allocateMemory(size);
        } catch (OutOfMemoryError noRoom) {
            giveBackAll();
            return MemoryUtil.allocateMemory(size);
        }
    }

    private synchronized @Nullable Long takeKept(long size) {
        Deque<Long> blocks = freeBySize.get(size);
        Long block = blocks == null ? null : blocks.pollFirst();
        if (block != null) {
            free.remove(block);
            freeBytes -= size;
        }
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
        free.put(address, new FreeBlock(size, System.nanoTime()));
        freeBySize.computeIfAbsent(size, _ -> new ArrayDeque<>()).addFirst(address);
        freeBytes += size;
        giveBackLater();
        return true;
    }

    private synchronized void giveBackLater() {
        if (!willGiveBack && freeBytes > bytesKeptAlways) {
            willGiveBack = true;
            long keptNanos = System.nanoTime() - free.firstEntry().getValue().freedNanos();
            CompletableFuture.delayedExecutor(KEPT_FOR.toNanos() - keptNanos, TimeUnit.NANOSECONDS)
                    .execute(() -> giveBack(System.nanoTime()));
        }
    }

    /// Gives the system what nobody has needed for a while, but for what is always kept.
    ///
    /// @param nowNanos the time, as of [System#nanoTime()]
    synchronized void giveBack(long nowNanos) {
        willGiveBack = false;
        while (freeBytes > bytesKeptAlways
                && nowNanos - free.firstEntry().getValue().freedNanos() >= KEPT_FOR.toNanos()) {
            giveBackOldest();
        }
        giveBackLater();
    }

    private synchronized void giveBackAll() {
        while (!free.isEmpty()) {
            giveBackOldest();
        }
    }

    private synchronized void giveBackOldest() {
        Entry<Long, FreeBlock> oldest = free.pollFirstEntry();
        long size = oldest.getValue().size();
        Objects.requireNonNull(freeBySize.get(size)).pollLast();
        freeBytes -= size;
        MemoryUtil.freeMemory(oldest.getKey());
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
