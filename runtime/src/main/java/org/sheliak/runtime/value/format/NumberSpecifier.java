package org.sheliak.runtime.value.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The parts of a number format: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
///
/// Source: d3-format/src/formatSpecifier.js @ v3.1.
///
/// @param fill what pads to the width
/// @param align one of `<`, `>`, `=`, `^`
/// @param sign one of `+`, `-`, `(` and a space
/// @param symbol `$`, `#`, or empty
/// @param zero whether zeros pad between sign and digits
/// @param width least number of characters; 0 for none
/// @param comma whether digits are grouped
/// @param precision number of digits, or -1 when it is left out
/// @param trim whether zeros at the end are left out
/// @param type the letter of the notation, or 0
record NumberSpecifier(
        String fill,
        char align,
        char sign,
        String symbol,
        boolean zero,
        int width,
        boolean comma,
        int precision,
        boolean trim,
        char type) {
    private static final int MAX_DIGITS = 9;
    private static final Pattern SYNTAX = Pattern.compile(
            "(?:([^\\n\\r\\u2028\\u2029\\x{10000}-\\x{10ffff}])?([<>=^]))?([+\\-( ])?([$#])?(0)?(\\d+)?(,)?(\\.\\d+)?(~)?([a-z%])?",
            Pattern.CASE_INSENSITIVE);

    static NumberSpecifier parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new SheliakException(
                    ErrorCode.TYPE_MISMATCH,
                    SourceLocation.UNKNOWN,
                    "\"" + text + "\" is no number format; expected one such as \",.2f\"");
        }
        String precision = matcher.group(8);
        return new NumberSpecifier(
                        orElse(matcher.group(1), " "),
                        orElse(matcher.group(2), ">").charAt(0),
                        orElse(matcher.group(3), "-").charAt(0),
                        orElse(matcher.group(4), ""),
                        matcher.group(5) != null,
                        number(orElse(matcher.group(6), "0")),
                        matcher.group(7) != null,
                        precision == null ? -1 : number(precision.substring(1)),
                        matcher.group(9) != null,
                        orElse(matcher.group(10), "\0").charAt(0))
                .resolved();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.substring(0, Math.min(digits.length(), MAX_DIGITS)));
    }

    /// With the aliases and the default precision put in: a missing type means `~g` with 12 digits.
    private NumberSpecifier resolved() {
        boolean isKnown = "%bcdefgoprsXxn".indexOf(type) >= 0;
        char notation = isKnown && type != 'n' ? type : 'g';
        int digits = precision >= 0 ? precision : isKnown ? 6 : 12;
        boolean isSignificant = "gprs".indexOf(notation) >= 0;
        boolean fillsZeros = zero || (fill.equals("0") && align == '=');
        return new NumberSpecifier(
                fillsZeros ? "0" : fill,
                fillsZeros ? '=' : align,
                sign,
                symbol,
                fillsZeros,
                width,
                comma || type == 'n',
                isSignificant ? Math.clamp(digits, 1, 21) : Math.clamp(digits, 0, 20),
                trim || !isKnown,
                notation);
    }
}
