package org.sheliak.runtime.expression;

import java.util.List;

/// Strings as codes in a dictionary; the code at a null is undefined.
final class StringVector extends TypedVector {
    final int[] codes = new int[BATCH];
    final List<String> dictionary;

    StringVector(boolean isNullable, List<String> dictionary) {
        super(isNullable);
        this.dictionary = dictionary;
    }
}
