package org.sheliak.runtime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/// Numbers strings in UTF-8 from 0 in the order in which they first come, without making a [String] of
/// any: a hash table with open addressing, whose places hold the hash beside the number, so that bytes
/// are compared only where the hashes agree.
final class Utf8Codes {
    private static final int SMALLEST_CAPACITY = 16;
    /// How many strings may be looked up together.
    static final int TOGETHER = 64;
    /// The position of no string.
    private static final long NOWHERE = 0;
    private static final long CODE_BITS = 0xFFFFFFFFL;

    private final Utf8Bytes bytes = new Utf8Bytes();
    private final boolean isWellFormed;
    private long[] positions = new long[SMALLEST_CAPACITY];
    private final long[] guessed = new long[TOGETHER];
    private final int[] guessedLengths = new int[TOGETHER];
    private int size;
    /// The hash in the upper half, the code plus one in the lower; 0 marks a free place.
    private long[] places = new long[2 * SMALLEST_CAPACITY];

    /// @param isWellFormed whether all strings are known to be well-formed; in others, what is malformed
    ///     is replaced by U+FFFD, so that strings that read the same have one code
    Utf8Codes(boolean isWellFormed) {
        this.isWellFormed = isWellFormed;
    }

    /// The code of a string; the next free one when the string is new.
    ///
    /// @param hash of the bytes, by [Utf8Bytes#hash]
    int code(byte[] source, int from, int length, int hash) {
        int mask = places.length - 1;
        int place = hash & mask;
        for (long found = places[place]; found != 0; found = places[place]) {
            if ((int) (found >>> Integer.SIZE) == hash) {
                int code = (int) (found & CODE_BITS) - 1;
                if (bytes.equals(positions[code], source, from, length)) {
                    return code;
                }
            }
            place = (place + 1) & mask;
        }
        byte[] repaired =
                isWellFormed || Utf8Text.isAscii(source, from, length) ? null : Utf8Text.repaired(source, from, length);
        return repaired == null
                ? add(source, from, length, hash, place)
                : code(repaired, 0, repaired.length, Utf8Bytes.hash(repaired, 0, repaired.length));
    }

    /// The codes of the `count` strings from `first` on. Of a large table, what is looked for lies in no
    /// cache: so the look-ups go together, step by step, and the memory answers several at once.
    void codes(byte[] source, int[] starts, int[] lengths, int[] hashes, int first, int count, int[] target) {
        guess(hashes, first, count, target);
        for (int index = first; index < first + count; index++) {
            long position = target[index] < 0 ? NOWHERE : positions[target[index]];
            guessed[index - first] = position;
            guessedLengths[index - first] = position == NOWHERE ? -1 : bytes.length(position);
        }
        for (int index = first; index < first + count; index++) {
            boolean isSame = guessedLengths[index - first] == lengths[index]
                    && bytes.equals(guessed[index - first], source, starts[index], lengths[index]);
            if (!isSame) {
                target[index] = code(source, starts[index], lengths[index], hashes[index]);
            }
        }
    }

    /// For each hash, the first code with the same hash, or -1.
    private void guess(int[] hashes, int first, int count, int[] target) {
        int mask = places.length - 1;
        for (int index = 0; index < count; index++) {
            guessed[index] = places[hashes[first + index] & mask];
        }
        for (int index = 0; index < count; index++) {
            int hash = hashes[first + index];
            long found = guessed[index];
            for (int place = hash; found != 0 && (int) (found >>> Integer.SIZE) != hash; ) {
                found = places[++place & mask];
            }
            target[first + index] = (int) (found & CODE_BITS) - 1;
        }
    }

    private int add(byte[] source, int from, int length, int hash, int place) {
        places[place] = ((long) hash << Integer.SIZE) | (size + 1);
        positions[size++] = bytes.add(source, from, length);
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            rehash(new long[4 * size]);
        }
        return size - 1;
    }

    private void rehash(long[] larger) {
        int mask = larger.length - 1;
        for (long entry : places) {
            if (entry != 0) {
                int place = (int) (entry >>> Integer.SIZE) & mask;
                while (larger[place] != 0) {
                    place = (place + 1) & mask;
                }
                larger[place] = entry;
            }
        }
        places = larger;
    }

    /// The strings by their codes. No more are added.
    List<String> strings() {
        return new Utf8Strings(bytes.blocks(), positions, size);
    }

    /// The strings of several by codes that they have together. No more are added to any.
    ///
    /// @param codeOf the code of a string, by the index of the one that numbered it and its code there
    /// @param count how many codes there are
    static List<String> strings(List<Utf8Codes> parts, IntBinaryOperator codeOf, int count) {
        List<byte[]> blocks = new ArrayList<>();
        long[] positions = new long[count];
        for (int part = 0; part < parts.size(); part++) {
            Utf8Codes codes = parts.get(part);
            long before = (long) blocks.size() << Integer.SIZE;
            blocks.addAll(Arrays.asList(codes.bytes.blocks()));
            for (int code = 0; code < codes.size; code++) {
                positions[codeOf.applyAsInt(part, code)] = before + codes.positions[code];
            }
        }
        return new Utf8Strings(blocks.toArray(byte[][]::new), positions, count);
    }
}
