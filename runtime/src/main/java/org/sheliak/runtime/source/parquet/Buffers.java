package org.sheliak.runtime.source.parquet;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The arrays that columns are read with.
sealed interface Buffers {
    /// An array of at least so many bytes, for the caller alone until it gives it back. What is in it is
    /// undefined.
    byte[] take(int size);

    /// Takes an array that is not needed any more.
    void giveBack(byte[] bytes);

    /// Whether arrays are used again, so that what was read must not stay in them.
    boolean areReused();

    /// An array of at least so many bytes for one that is not needed any more.
    byte[] exchange(byte[] bytes, int size);

    /// Arrays that one column uses after the other: large ones, which are dear to make. For any number of
    /// threads.
    final class Reused implements Buffers {
        private final Deque<byte[]> free = new ConcurrentLinkedDeque<>();

        @Override
        public boolean areReused() {
            return true;
        }

        @Override
        public byte[] take(int size) {
            byte[] last = free.pollLast();
            return last != null && last.length >= size ? last : new byte[size];
        }

        @Override
        public void giveBack(byte[] bytes) {
            free.addLast(bytes);
        }

        @Override
        public byte[] exchange(byte[] bytes, int size) {
            return bytes.length >= size ? bytes : new byte[size];
        }
    }

    /// Arrays that nobody uses again, so that what was read may stay in them.
    final class New implements Buffers {
        @Override
        public boolean areReused() {
            return false;
        }

        @Override
        public byte[] take(int size) {
            return new byte[size];
        }

        @Override
        public void giveBack(byte[] bytes) {}

        @Override
        public byte[] exchange(byte[] bytes, int size) {
            return new byte[size];
        }
    }
}
