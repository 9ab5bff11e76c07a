package org.sheliak.runtime.value.color;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sheliak.runtime.value.ColorValue;
import org.sheliak.runtime.value.ColorValue.Space;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.WhiteSpace;

/// Reads CSS colours: `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()`, `hsla()` with commas, and
/// names.
///
/// Source: d3-color/src/color.js @ v3.1.
public final class ColorParser {
    private static final String INTEGER = "\\s*([+-]?\\d+)\\s*";
    private static final String NUMBER = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:e[+-]?\\d+)?)\\s*";
    private static final String PERCENT = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:e[+-]?\\d+)?)%\\s*";

    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,8})");
    private static final Pattern RGB = pattern("rgb", INTEGER, INTEGER, INTEGER);
    private static final Pattern RGB_PERCENT = pattern("rgb", PERCENT, PERCENT, PERCENT);
    private static final Pattern RGBA = pattern("rgba", INTEGER, INTEGER, INTEGER, NUMBER);
    private static final Pattern RGBA_PERCENT = pattern("rgba", PERCENT, PERCENT, PERCENT, NUMBER);
    private static final Pattern HSL = pattern("hsl", NUMBER, PERCENT, PERCENT);
    private static final Pattern HSLA = pattern("hsla", NUMBER, PERCENT, PERCENT, NUMBER);

    private ColorParser() {}

    private static Pattern pattern(String name, String... channels) {
        return Pattern.compile(name + "\\(" + String.join(",", channels) + "\\)");
    }

    /// The colour, [Colors#NONE] when the text is none.
    public static ColorValue parse(String text) {
        String color = WhiteSpace.trim(text).toLowerCase(Locale.ROOT);
        Matcher hex = HEX.matcher(color);
        if (hex.matches()) {
            return hex(hex.group(1));
        }
        if (color.equals("transparent")) {
            return Colors.color(Space.RGB, Double.NaN, Double.NaN, Double.NaN, 0);
        }
        Integer named = CssColors.named(color);
        return named == null
                ? function(color)
                : Colors.color(Space.RGB, named >> 16, named >> 8 & 0xff, named & 0xff, 1);
    }

    private static ColorValue hex(String digits) {
        return switch (digits.length()) {
            case 3 -> Colors.color(Space.RGB, digit(digits, 0), digit(digits, 1), digit(digits, 2), 1);
            case 4 -> rgba(digit(digits, 0), digit(digits, 1), digit(digits, 2), digit(digits, 3) / 255);
            case 6 -> Colors.color(Space.RGB, octet(digits, 0), octet(digits, 2), octet(digits, 4), 1);
            case 8 -> rgba(octet(digits, 0), octet(digits, 2), octet(digits, 4), octet(digits, 6) / 255);
            default -> Colors.NONE;
        };
    }

    private static double digit(String digits, int index) {
        return Character.digit(digits.charAt(index), 16) * 17.0;
    }

    private static double octet(String digits, int index) {
        return Integer.parseInt(digits.substring(index, index + 2), 16);
    }

    private static ColorValue function(String color) {
        Matcher matcher = RGB.matcher(color);
        if (matcher.matches()) {
            return Colors.color(Space.RGB, number(matcher, 1), number(matcher, 2), number(matcher, 3), 1);
        }
        matcher.usePattern(RGB_PERCENT);
        if (matcher.matches()) {
            return Colors.color(Space.RGB, percent(matcher, 1), percent(matcher, 2), percent(matcher, 3), 1);
        }
        matcher.usePattern(RGBA);
        if (matcher.matches()) {
            return rgba(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4));
        }
        matcher.usePattern(RGBA_PERCENT);
        if (matcher.matches()) {
            return rgba(percent(matcher, 1), percent(matcher, 2), percent(matcher, 3), number(matcher, 4));
        }
        matcher.usePattern(HSL);
        if (matcher.matches()) {
            return hsla(number(matcher, 1), number(matcher, 2) / 100, number(matcher, 3) / 100, 1);
        }
        matcher.usePattern(HSLA);
        return matcher.matches()
                ? hsla(number(matcher, 1), number(matcher, 2) / 100, number(matcher, 3) / 100, number(matcher, 4))
                : Colors.NONE;
    }

    private static double number(Matcher matcher, int group) {
        return NumberText.parse(matcher.group(group));
    }

    private static double percent(Matcher matcher, int group) {
        return number(matcher, group) * 255 / 100;
    }

    private static ColorValue rgba(double red, double green, double blue, double opacity) {
        return opacity <= 0
                ? Colors.color(Space.RGB, Double.NaN, Double.NaN, Double.NaN, opacity)
                : Colors.color(Space.RGB, red, green, blue, opacity);
    }

    /// Channels that make no difference are NaN.
    private static ColorValue hsla(double hue, double saturation, double lightness, double opacity) {
        if (opacity <= 0) {
            return Colors.color(Space.HSL, Double.NaN, Double.NaN, Double.NaN, opacity);
        }
        if (lightness <= 0 || lightness >= 1) {
            return Colors.color(Space.HSL, Double.NaN, Double.NaN, lightness, opacity);
        }
        return Colors.color(Space.HSL, saturation <= 0 ? Double.NaN : hue, saturation, lightness, opacity);
    }
}
