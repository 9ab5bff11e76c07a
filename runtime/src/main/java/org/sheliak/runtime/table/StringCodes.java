package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.List;

/// Numbers strings from 0 in the order in which they first come: a hash table with open addressing, which keeps the
/// hashes, so that strings are compared only where these agree.
final class StringCodes {
    private static final int SMALLEST_CAPACITY = 16;
    private static final int MULTIPLIER = 0x9E3779B9;

    private String[] strings = new String[SMALLEST_CAPACITY];
    private int[] hashes = new int[SMALLEST_CAPACITY];
    private int size;
    /// Code plus one; 0 marks a free place.
    private int[] places = new int[2 * SMALLEST_CAPACITY];

    /// The code of a string; the next free one when the string is new.
    int code(String string) {
        int hash = string.hashCode() * MULTIPLIER;
        int place = hash >>> shift();
        while (places[place] != 0) {
            int code = places[place] - 1;
            if (hashes[code] == hash && strings[code].equals(string)) {
                return code;
            }
            place = (place + 1) & (places.length - 1);
        }
        places[place] = size + 1;
        add(string, hash);
        return size - 1;
    }

    private void add(String string, int hash) {
        strings[size] = string;
        hashes[size++] = hash;
        if (size == strings.length) {
            strings = Arrays.copyOf(strings, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            places = new int[4 * size];
            for (int code = 0; code < size; code++) {
                places[freePlace(hashes[code])] = code + 1;
            }
        }
    }

    private int freePlace(int hash) {
        int place = hash >>> shift();
        while (places[place] != 0) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    /// The leading bits of a hash choose the place.
    private int shift() {
        return Integer.numberOfLeadingZeros(places.length) + 1;
    }

    /// The string of a code.
    String string(int code) {
        return strings[code];
    }

    /// Number of strings.
    int size() {
        return size;
    }

    /// The strings by their codes. A copy.
    List<String> strings() {
        return List.of(Arrays.copyOf(strings, size));
    }
}
