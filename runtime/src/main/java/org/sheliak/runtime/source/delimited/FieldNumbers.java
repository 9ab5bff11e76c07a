package org.sheliak.runtime.source.delimited;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import org.sheliak.runtime.value.NumberText;

/// Numbers as JavaScript's `Number(text)` reads them, from bytes.
final class FieldNumbers {
    /// Digits whose number fits a long, whatever they are.
    private static final int MOST_DIGITS = 18;
    private static final long EXACT_INTEGER_LIMIT = 1L << 53;
    /// The powers of ten that float64 holds exactly: a quotient of two exact numbers is rounded once.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private FieldNumbers() {}

    /// The number that a field reads as; NaN when it is none, 0 when it is empty.
    static double number(Fields fields, int row) {
        byte[] bytes = fields.bytes();
        int start = fields.starts()[row];
        int end = start + fields.lengths()[row];
        int from = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
        long digits = 0;
        int at = from;
        for (; at < end && isDigit(bytes[at]); at++) {
            digits = 10 * digits + bytes[at] - '0';
        }
        int count = at - from;
        int decimals = 0;
        if (at < end && bytes[at] == '.') {
            int first = ++at;
            for (; at < end && isDigit(bytes[at]); at++) {
                digits = 10 * digits + bytes[at] - '0';
            }
            decimals = at - first;
            count += decimals;
        }
        if (count == 0 || (at < end && !isExponent(bytes, at, end))) {
            // Blanks, infinities, other radices, and what is no number.
            return NumberText.parse(fields.text(row));
        }
        if (at < end || count > MOST_DIGITS || digits > EXACT_INTEGER_LIMIT) {
            return JavaDoubleParser.parseDouble(bytes, start, end - start);
        }
        double magnitude = digits / POWERS[decimals];
        return bytes[start] == '-' ? -magnitude : magnitude;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /// Whether the rest of a number is its exponent.
    private static boolean isExponent(byte[] bytes, int from, int end) {
        int at = from + 1;
        at += at < end && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
        if ((bytes[from] | 0x20) != 'e' || at == end) {
            return false;
        }
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at == end;
    }
}
