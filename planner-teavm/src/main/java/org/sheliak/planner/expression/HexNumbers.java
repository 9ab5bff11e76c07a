package org.sheliak.planner.expression;

import org.sheliak.planner.json.Numbers;

/// Values of hexadecimal numbers, rounded to the nearest double as JavaScript does.
final class HexNumbers {
    /// Sixty bits: more than a double's 53 and the two that decide how to round.
    private static final int EXACT_DIGITS = 15;

    private HexNumbers() {}

    /// The value of one or more hexadecimal digits.
    static double parse(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        int exactEnd = Math.min(first + EXACT_DIGITS, digits.length());
        long leading = 0;
        for (int i = first; i < exactEnd; i++) {
            leading = (leading << 4) | Numbers.hexDigit(digits.charAt(i));
        }
        boolean hasRest = false;
        for (int i = exactEnd; i < digits.length(); i++) {
            hasRest |= digits.charAt(i) != '0';
        }
        // The lowest bit stands for all digits left out; without it a tie would seem exact.
        double value = (double) ((leading << 1) | (hasRest ? 1 : 0)) / 2;
        for (int i = exactEnd; i < digits.length(); i++) {
            value *= 16;
        }
        return value;
    }
}
