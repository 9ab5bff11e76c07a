package org.sheliak.runtime.table;

/// Copies of strings in another order: those together whose hashes begin with the same bits, and among these in the
/// order in which they came. So whoever goes through a partition reads memory from front to back.
///
/// @param bytes where the copies lie
/// @param places of each string, in the order in which they came
/// @param bounds the strings of partition `p` stand from `bounds[p]` to `bounds[p + 1]`
@SuppressWarnings("ArrayRecordComponent")
record Utf8Spread(byte[] bytes, int[] starts, int[] lengths, int[] hashes, int[] places, int[] bounds) {
    static final int PARTITION_BITS = 8;
    static final int PARTITIONS = 1 << PARTITION_BITS;

    private static int partition(int hash) {
        return hash >>> (Integer.SIZE - PARTITION_BITS);
    }

    /// The strings of some slices.
    ///
    /// @param size how many strings the arrays hold, which may be longer
    static Utf8Spread of(byte[] bytes, int[] starts, int[] lengths, int[] hashes, int size) {
        int[] bounds = new int[PARTITIONS + 1];
        int[] nextByte = new int[PARTITIONS + 1];
        for (int i = 0; i < size; i++) {
            int partition = partition(hashes[i]);
            bounds[partition + 1]++;
            nextByte[partition + 1] += lengths[i];
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            bounds[partition + 1] += bounds[partition];
            nextByte[partition + 1] += nextByte[partition];
        }
        int[] next = bounds.clone();
        byte[] copies = new byte[nextByte[PARTITIONS]];
        Utf8Spread spread = new Utf8Spread(copies, new int[size], new int[size], new int[size], new int[size], bounds);
        for (int i = 0; i < size; i++) {
            int partition = partition(hashes[i]);
            int place = next[partition]++;
            spread.starts[place] = nextByte[partition];
            Utf8Bytes.copy(bytes, starts[i], copies, nextByte[partition], lengths[i]);
            nextByte[partition] += lengths[i];
            spread.lengths[place] = lengths[i];
            spread.hashes[place] = hashes[i];
            spread.places[place] = i;
        }
        return spread;
    }
}
