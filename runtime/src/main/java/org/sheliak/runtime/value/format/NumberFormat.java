package org.sheliak.runtime.value.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.Operations;

/// Writes numbers by a d3 format specifier.
///
/// Source: d3-format/src/locale.js, formatPrefixAuto.js, formatRounded.js, formatTrim.js, formatGroup.js @ v3.1.
public final class NumberFormat {
    private static final String[] PREFIXES = {
        "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"
    };
    /// How many UTF-16 units a text has at most in V8.
    private static final int LONGEST_TEXT = (1 << 29) - 24;

    private final NumberSpecifier specifier;
    private final NumberLocale locale;

    private NumberFormat(NumberSpecifier specifier, NumberLocale locale) {
        this.specifier = specifier;
        this.locale = locale;
    }

    /// The format that a specifier such as `,.2f` asks for.
    ///
    /// @throws org.sheliak.planner.error.SheliakException TYPE_MISMATCH when the text is no specifier
    public static NumberFormat of(String specifier, FormatLocale locale) {
        return new NumberFormat(NumberSpecifier.parse(specifier), locale.numbers());
    }

    /// Whether the value's own text is written (type `c`), by [#formatText].
    public boolean isText() {
        return specifier.type() == 'c';
    }

    /// Pads a text as the specifier says.
    public String formatText(String text) {
        return pad(prefix(), "", text + suffix());
    }

    public String format(double number) {
        boolean isNegative = number < 0 || 1 / number < 0;
        Notation notation = Double.isNaN(number) ? new Notation(locale.nan(), "") : notation(Math.abs(number));
        String text = notation.text;
        if (specifier.trim()) {
            text = trim(text);
        }
        if (isNegative && specifier.sign() != '+' && NumberText.parse(text) == 0) {
            isNegative = false;
        }
        String prefix = sign(isNegative) + prefix();
        String suffix = notation.unit + suffix() + (isNegative && specifier.sign() == '(' ? ")" : "");
        int end = "defgprs%".indexOf(specifier.type()) >= 0 ? digitsEnd(text) : text.length();
        String fraction = text.startsWith(".", end) ? locale.decimal() + text.substring(end + 1) : text.substring(end);
        return pad(prefix, text.substring(0, end), fraction + suffix);
    }

    /// A number without its sign.
    ///
    /// @param unit the SI prefix that the digits are to be read with
    private record Notation(String text, String unit) {}

    private Notation notation(double number) {
        int precision = specifier.precision();
        if (specifier.type() == 's') {
            return siPrefix(number, precision);
        }
        String text = switch (specifier.type()) {
            case '%' -> NumberText.toFixed(number * 100, precision);
            case 'b' -> NumberText.toText(Operations.round(number), 2);
            case 'd' -> whole(Operations.round(number));
            case 'e' -> NumberText.toExponential(number, precision);
            case 'f' -> NumberText.toFixed(number, precision);
            case 'o' -> NumberText.toText(Operations.round(number), 8);
            case 'p' -> rounded(number * 100, precision);
            case 'r' -> rounded(number, precision);
            case 'X' -> NumberText.toText(Operations.round(number), 16).toUpperCase(Locale.ROOT);
            case 'x' -> NumberText.toText(Operations.round(number), 16);
            default -> NumberText.toPrecision(number, precision);
        };
        return new Notation(text, "");
    }

    private static String whole(double number) {
        return number < 1e21 || Double.isInfinite(number)
                ? Double.isInfinite(number) ? "\u221e" : NumberText.toText(number)
                : new BigDecimal(NumberText.toText(number)).toPlainString();
    }

    /// Significant digits and the power of ten of the first, as `toExponential` gives them.
    private record Decimal(String digits, int exponent) {
        static Decimal of(double number, int precision) {
            String text = NumberText.toExponential(number, precision - 1);
            int e = text.indexOf('e');
            String mantissa = text.substring(0, e);
            String digits = mantissa.length() > 1 ? mantissa.charAt(0) + mantissa.substring(2) : mantissa;
            return new Decimal(digits, (int) NumberText.parse(text.substring(e + 1)));
        }

        static boolean exists(double number) {
            return number != 0 && !Double.isInfinite(number) && !Double.isNaN(number);
        }
    }

    private static String rounded(double number, int precision) {
        if (!Decimal.exists(number)) {
            return NumberText.toText(number);
        }
        Decimal decimal = Decimal.of(number, precision);
        String digits = decimal.digits;
        int exponent = decimal.exponent;
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        return digits.length() > exponent + 1
                ? digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1)
                : digits + "0".repeat(exponent - digits.length() + 1);
    }

    private static Notation siPrefix(double number, int precision) {
        if (!Decimal.exists(number)) {
            return new Notation(NumberText.toPrecision(number, precision), "");
        }
        Decimal decimal = Decimal.of(number, precision);
        int thousands = Math.clamp(Math.floorDiv(decimal.exponent, 3), -8, 8);
        int point = decimal.exponent - thousands * 3 + 1;
        String digits = decimal.digits;
        String text;
        if (point >= digits.length()) {
            text = digits + "0".repeat(point - digits.length());
        } else if (point > 0) {
            text = digits.substring(0, point) + "." + digits.substring(point);
        } else {
            // Less than one yocto: fewer digits are left. None left means all of them, as in d3.
            text = "0." + "0".repeat(-point) + Decimal.of(number, Math.max(0, precision + point - 1)).digits;
        }
        return new Notation(text, PREFIXES[8 + thousands]);
    }

    /// Without the zeros that end the fraction.
    private static String trim(String text) {
        int from = -1;
        int to = 0;
        for (int i = 1; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '.') {
                from = to = i;
            } else if (character == '0') {
                from = from == 0 ? i : from;
                to = i;
            } else if (character < '1' || character > '9') {
                break;
            } else if (from > 0) {
                from = 0;
            }
        }
        return from > 0 ? text.substring(0, from) + text.substring(to + 1) : text;
    }

    private String sign(boolean isNegative) {
        char sign = specifier.sign();
        if (isNegative) {
            return sign == '(' ? "(" : locale.minus();
        }
        return sign == '-' || sign == '(' ? "" : String.valueOf(sign);
    }

    private String prefix() {
        return switch (specifier.symbol()) {
            case "$" -> locale.currencyPrefix();
            case "#" -> "boxX".indexOf(specifier.type()) >= 0 ? "0" + Character.toLowerCase(specifier.type()) : "";
            default -> "";
        };
    }

    private String suffix() {
        if (specifier.symbol().equals("$")) {
            return locale.currencySuffix();
        }
        return specifier.type() == '%' || specifier.type() == 'p' ? locale.percent() : "";
    }

    private static int digitsEnd(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private String pad(String prefix, String digits, String suffix) {
        String value = specifier.comma() && !specifier.zero() ? group(digits, Integer.MAX_VALUE) : digits;
        int missing = Math.max(0, specifier.width() - prefix.length() - value.length() - suffix.length());
        if (missing > LONGEST_TEXT) {
            throw new SheliakException(
                    ErrorCode.RESOURCE_LIMIT,
                    SourceLocation.UNKNOWN,
                    "a number format asks for a width of " + specifier.width() + ", more than a text can have");
        }
        String padding = specifier.fill().repeat(missing);
        if (specifier.comma() && specifier.zero()) {
            int width = missing > 0 ? specifier.width() - suffix.length() : Integer.MAX_VALUE;
            value = group(padding + value, width);
            padding = "";
        }
        String aligned = switch (specifier.align()) {
            case '<' -> prefix + value + suffix + padding;
            case '=' -> prefix + padding + value + suffix;
            case '^' -> {
                int half = padding.length() / 2;
                yield padding.substring(0, half) + prefix + value + suffix + padding.substring(half);
            }
            default -> padding + prefix + value + suffix;
        };
        return locale.localized(aligned);
    }

    /// Signs between the thousands, as many digits as fit into the width.
    private String group(String digits, int width) {
        if (locale.grouping().isEmpty()) {
            return digits;
        }
        List<String> groups = new ArrayList<>();
        int length = 0;
        int end = digits.length();
        while (end > 0) {
            int size = locale.grouping().get(groups.size() % locale.grouping().size());
            if (length + size + 1 > width) {
                size = Math.max(1, width - length);
            }
            groups.add(digits.substring(Math.max(0, end - size), end));
            end -= size;
            length += size + 1;
            if (length > width) {
                break;
            }
        }
        Collections.reverse(groups);
        return String.join(locale.thousands(), groups);
    }
}
