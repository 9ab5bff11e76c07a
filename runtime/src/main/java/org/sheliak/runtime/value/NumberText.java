package org.sheliak.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as text and back, digit for digit as in JavaScript.
///
/// Source: ECMA-262 (2024), 6.1.6.1.20 `Number::toString`, 7.1.4.1 `StringToNumber`, 19.2.4 `parseFloat`,
/// 19.2.5 `parseInt`, 21.1.3 `toExponential`, `toFixed`, `toPrecision`.
public final class NumberText {
    private static final double FIXED_NOTATION_LIMIT = 1e21;
    private static final double EXACT_INTEGER_LIMIT = 0x1p53;

    private NumberText() {}

    /// The shortest digits of a finite number that read back as the same number.
    ///
    /// @param negative whether the number is below zero
    /// @param digits the significant digits, without zeros at either end; `"0"` for zero
    /// @param exponent the power of ten of the first digit
    record Decimal(boolean negative, String digits, int exponent) {
        static Decimal shortest(double number) {
            BigDecimal decimal = shortestDecimal(Math.abs(number));
            if (decimal.signum() == 0) {
                return new Decimal(false, "0", 0);
            }
            BigDecimal stripped = decimal.stripTrailingZeros();
            String digits = stripped.unscaledValue().toString();
            return new Decimal(number < 0, digits, digits.length() - 1 - stripped.scale());
        }

        /// [Double#toString] gives two digits where one would do (`4.9E-324` for `5e-324`).
        private static BigDecimal shortestDecimal(double number) {
            BigDecimal decimal = new BigDecimal(Double.toString(number));
            if (decimal.stripTrailingZeros().precision() != 2) {
                return decimal;
            }
            BigDecimal oneDigit =
                    decimal.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            return oneDigit.doubleValue() == number ? oneDigit : decimal;
        }
    }

    /// `String(number)`.
    public static String toText(double number) {
        if (number == (int) number) {
            return Integer.toString((int) number);
        }
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        Decimal decimal = Decimal.shortest(number);
        String text = decimal.exponent >= -6 && decimal.exponent < 21
                ? positional(decimal.digits, decimal.exponent)
                : exponential(decimal.digits, decimal.exponent);
        return decimal.negative ? "-" + text : text;
    }

    private static String positional(String digits, int exponent) {
        int length = digits.length();
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        return length <= exponent + 1
                ? digits + "0".repeat(exponent + 1 - length)
                : digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }

    private static String exponential(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /// `number.toString(radix)` of a whole number.
    public static String toText(double whole, int radix) {
        if (Double.isNaN(whole) || Double.isInfinite(whole)) {
            return toText(whole);
        }
        return Math.abs(whole) < EXACT_INTEGER_LIMIT
                ? Long.toString((long) whole, radix)
                : new BigDecimal(whole).toBigInteger().toString(radix);
    }

    /// `number.toFixed(digits)`.
    public static String toFixed(double number, int digits) {
        if (!(Math.abs(number) < FIXED_NOTATION_LIMIT)) {
            return toText(number);
        }
        String text = new BigDecimal(Math.abs(number))
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return number < 0 ? "-" + text : text;
    }

    /// `number.toExponential(digits)`; with -1 digits, as many as needed.
    public static String toExponential(double number, int digits) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return toText(number);
        }
        Decimal decimal = digits < 0 ? Decimal.shortest(number) : rounded(number, digits + 1);
        String text = exponential(decimal.digits, decimal.exponent);
        return decimal.negative ? "-" + text : text;
    }

    /// `number.toPrecision(precision)`.
    public static String toPrecision(double number, int precision) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return toText(number);
        }
        Decimal decimal = rounded(number, precision);
        String text = decimal.exponent < -6 || decimal.exponent >= precision
                ? exponential(decimal.digits, decimal.exponent)
                : positional(decimal.digits, decimal.exponent);
        return decimal.negative ? "-" + text : text;
    }

    /// The number to so many significant digits, zeros at the end included; ties go away from zero.
    private static Decimal rounded(double number, int precision) {
        if (number == 0) {
            return new Decimal(false, "0".repeat(precision), 0);
        }
        BigDecimal exact = new BigDecimal(Math.abs(number));
        BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_UP));
        BigInteger unscaled = rounded.unscaledValue();
        String digits = unscaled.toString();
        int exponent = digits.length() - 1 - rounded.scale();
        String padded = digits + "0".repeat(Math.max(0, precision - digits.length()));
        return new Decimal(number < 0, padded.substring(0, precision), exponent);
    }

    /// `Number(text)`.
    public static double parse(String text) {
        String trimmed = WhiteSpace.trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (trimmed.length() > 2 && trimmed.charAt(0) == '0') {
            int radix = radixOf(trimmed.charAt(1));
            if (radix != 0) {
                return digitsOnly(trimmed, 2, radix) ? wholeNumber(trimmed.substring(2), radix) : Double.NaN;
            }
        }
        int length = decimalLength(trimmed);
        return length == trimmed.length() ? decimal(trimmed) : Double.NaN;
    }

    private static int radixOf(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static boolean digitsOnly(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            if (digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }

    /// `parseFloat(text)`.
    public static double parseFloat(String text) {
        String trimmed = WhiteSpace.trim(text);
        int length = decimalLength(trimmed);
        return length == 0 ? Double.NaN : decimal(trimmed.substring(0, length));
    }

    /// `parseInt(text, radix)`, where radix 0 means that the text decides.
    public static double parseInt(String text, int radix) {
        String trimmed = WhiteSpace.trim(text);
        boolean negative = trimmed.startsWith("-");
        int start = negative || trimmed.startsWith("+") ? 1 : 0;
        boolean hexPrefix = trimmed.startsWith("0x", start) || trimmed.startsWith("0X", start);
        int base = radix == 0 ? (hexPrefix ? 16 : 10) : radix;
        if (base < 2 || base > 36) {
            return Double.NaN;
        }
        if (hexPrefix && base == 16) {
            start += 2;
        }
        int end = start;
        while (end < trimmed.length() && digit(trimmed.charAt(end), base) >= 0) {
            end++;
        }
        if (end == start) {
            return Double.NaN;
        }
        double number = wholeNumber(trimmed.substring(start, end), base);
        return negative ? -number : number;
    }

    private static double wholeNumber(String digits, int radix) {
        boolean isExact = radix == 10 || Integer.bitCount(radix) == 1;
        return isExact ? new BigInteger(digits, radix).doubleValue() : wholeNumberInParts(digits, radix);
    }

    /// In other radices ECMA-262 lets engines round: V8 adds up parts of as many digits as 32 bits hold.
    ///
    /// Source: v8/src/numbers/conversions.cc (`NumberParseIntHelper`).
    private static double wholeNumberInParts(String digits, int radix) {
        long greatestMultiplier = 0xffffffffL / 36;
        double number = 0;
        int position = 0;
        while (position < digits.length()) {
            long part = 0;
            long multiplier = 1;
            while (position < digits.length() && multiplier * radix <= greatestMultiplier) {
                part = part * radix + digit(digits.charAt(position++), radix);
                multiplier *= radix;
            }
            number = number * multiplier + part;
        }
        return number;
    }

    private static int digit(char character, int radix) {
        return character < 128 ? Character.digit(character, radix) : -1;
    }

    private static double decimal(String text) {
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.startsWith("Infinity", sign)) {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }

    /// Length of the longest decimal literal at the start: sign, digits, fraction, exponent, or `Infinity`; 0 if none.
    private static int decimalLength(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.startsWith("Infinity", start)) {
            return start + "Infinity".length();
        }
        int whole = skipDigits(text, start);
        int end = whole;
        if (whole < text.length() && text.charAt(whole) == '.') {
            end = skipDigits(text, whole + 1);
            if (end == whole + 1 && whole == start) {
                return 0;
            }
        }
        if (end == start) {
            return 0;
        }
        return exponentEnd(text, end);
    }

    private static int exponentEnd(String text, int end) {
        if (end >= text.length() || (text.charAt(end) | 0x20) != 'e') {
            return end;
        }
        int digits = end + 1;
        if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
            digits++;
        }
        int exponentEnd = skipDigits(text, digits);
        return exponentEnd == digits ? end : exponentEnd;
    }

    private static int skipDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
