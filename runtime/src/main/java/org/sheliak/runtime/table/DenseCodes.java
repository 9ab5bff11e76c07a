package org.sheliak.runtime.table;

/// Numbers longs from 0 in the order in which they are first seen: a hash table with open addressing. For one
/// thread.
public final class DenseCodes {
    /// A few hundred keys seldom meet, and stay in the first-level cache.
    private static final int SMALLEST_CAPACITY = 2048;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[SMALLEST_CAPACITY];
    /// Code plus one; 0 marks a free place.
    private int[] codes = new int[SMALLEST_CAPACITY];
    private int shift = Long.numberOfLeadingZeros(SMALLEST_CAPACITY - 1);
    private int size;

    /// The code of a key; the next free one when the key is new.
    public int code(long key) {
        int place = find(key);
        if (codes[place] != 0) {
            return codes[place] - 1;
        }
        keys[place] = key;
        codes[place] = ++size;
        if (size * 2 > codes.length) {
            grow();
        }
        return size - 1;
    }

    /// Number of keys.
    public int size() {
        return size;
    }

    private int find(long key) {
        int place = (int) ((key * MULTIPLIER) >>> shift);
        while (codes[place] != 0 && keys[place] != key) {
            place = (place + 1) & (codes.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        keys = new long[oldKeys.length * 2];
        codes = new int[oldCodes.length * 2];
        shift--;
        for (int i = 0; i < oldCodes.length; i++) {
            if (oldCodes[i] != 0) {
                int place = find(oldKeys[i]);
                keys[place] = oldKeys[i];
                codes[place] = oldCodes[i];
            }
        }
    }
}
