package org.sheliak.runtime.regexp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which characters are the same to a pattern with the flag `i`.
///
/// Source: ECMA-262 (2024), 22.2.2.7.3 (`Canonicalize`).
enum CaseFolding {
    /// Letters are different.
    NONE,
    /// As their upper case is, where that is one unit, and none of ASCII for others than ASCII.
    UPPER_CASE,
    /// As their simple case folding is.
    SIMPLE;

    private static final int DOTTED_I = 0x130;
    private static final int DOTLESS_I = 0x131;
    private static final int[] NO_OTHERS = {};

    private static final class UpperCaseClasses {
        static final Map<Integer, int[]> ALL = UPPER_CASE.classes(Character.MAX_VALUE);
    }

    private static final class SimpleClasses {
        static final Map<Integer, int[]> ALL = SIMPLE.classes(Character.MAX_CODE_POINT);
    }

    /// The one of all characters that are the same which stands for them.
    int canonical(int character) {
        return switch (this) {
            case NONE -> character;
            case UPPER_CASE -> upperCase(character);
            case SIMPLE -> simple(character);
        };
    }

    /// The set with all that is the same as one of its members.
    CharacterSet closed(CharacterSet set) {
        return this == NONE ? set : character -> set.contains(character) || containsAny(set, same(character));
    }

    private static boolean containsAny(CharacterSet set, int[] characters) {
        for (int character : characters) {
            if (set.contains(character)) {
                return true;
            }
        }
        return false;
    }

    private int[] same(int character) {
        return switch (this) {
            case NONE -> NO_OTHERS;
            case UPPER_CASE -> UpperCaseClasses.ALL.getOrDefault(character, NO_OTHERS);
            case SIMPLE -> SimpleClasses.ALL.getOrDefault(character, NO_OTHERS);
        };
    }

    /// The characters that are the same, by each of them, where there are several.
    private Map<Integer, int[]> classes(int greatest) {
        Map<Integer, List<Integer>> byCanonical = new HashMap<>();
        for (int character = 0; character <= greatest; character++) {
            int canonical = canonical(character);
            if (canonical != character) {
                byCanonical
                        .computeIfAbsent(canonical, first -> new ArrayList<>(List.of(first)))
                        .add(character);
            }
        }
        Map<Integer, int[]> all = new HashMap<>();
        for (List<Integer> same : byCanonical.values()) {
            int[] members = same.stream().mapToInt(Integer::intValue).toArray();
            same.forEach(member -> all.put(member, members));
        }
        return all;
    }

    private static int upperCase(int unit) {
        String upper = String.valueOf((char) unit).toUpperCase(Locale.ROOT);
        boolean isOneUnit = upper.length() == 1;
        return !isOneUnit || (unit >= 128 && upper.charAt(0) < 128) ? unit : upper.charAt(0);
    }

    private static int simple(int character) {
        return character == DOTTED_I || character == DOTLESS_I
                ? character
                : Character.toLowerCase(Character.toUpperCase(character));
    }
}
