package org.sheliak.runtime.value.color;

import org.sheliak.runtime.value.ColorValue;
import org.sheliak.runtime.value.ColorValue.Space;
import org.sheliak.runtime.value.NumberText;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Power;

/// Colours in the spaces RGB, HSL, CIELAB and CIELCh, and the ways between them.
///
/// Source: d3-color/src/color.js and lab.js @ v3.1.
public final class Colors {
    private static final double X_WHITE = 0.96422;
    private static final double Z_WHITE = 0.82521;
    private static final double T0 = 4.0 / 29;
    private static final double T1 = 6.0 / 29;
    private static final double T2 = 3 * T1 * T1;
    private static final double T3 = T1 * T1 * T1;
    private static final double RADIANS = Math.PI / 180;
    private static final double DEGREES = 180 / Math.PI;

    /// What d3 makes of a text that is no colour.
    public static final ColorValue NONE = color(Space.RGB, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private Colors() {}

    /// Whether a text that was read as this is a colour.
    public static boolean isColor(ColorValue read) {
        return !read.equals(NONE);
    }

    /// The colour of three channels and an opacity; NaN where a channel has no value.
    public static ColorValue color(Space space, double first, double second, double third, double opacity) {
        double[] channels = {first, second, third, opacity};
        return new ColorValue(space, channels, css(toRgb(space, channels)));
    }

    /// The colour in another space.
    public static ColorValue convert(ColorValue color, Space space) {
        if (color.space() == space) {
            return color;
        }
        return switch (space) {
            case RGB -> fromChannels(Space.RGB, toRgb(color.space(), channels(color)));
            case HSL -> fromChannels(Space.HSL, rgbToHsl(toRgb(color.space(), channels(color))));
            case LAB -> fromChannels(Space.LAB, toLab(color));
            case HCL -> fromChannels(Space.HCL, labToHcl(toLab(color)));
        };
    }

    private static ColorValue fromChannels(Space space, double[] channels) {
        return color(space, channels[0], channels[1], channels[2], channels[3]);
    }

    private static double[] channels(ColorValue color) {
        return new double[] {color.channel(0), color.channel(1), color.channel(2), color.channel(3)};
    }

    private static double[] toRgb(Space space, double[] channels) {
        return switch (space) {
            case RGB -> channels;
            case HSL -> hslToRgb(channels);
            case LAB -> labToRgb(channels);
            case HCL -> labToRgb(hclToLab(channels));
        };
    }

    private static double[] toLab(ColorValue color) {
        return switch (color.space()) {
            case LAB -> channels(color);
            case HCL -> hclToLab(channels(color));
            case RGB, HSL -> rgbToLab(toRgb(color.space(), channels(color)));
        };
    }

    private static double[] hslToRgb(double[] hsl) {
        double hue = hsl[0] % 360 + (hsl[0] < 0 ? 360 : 0);
        double saturation = Double.isNaN(hue) || Double.isNaN(hsl[1]) ? 0 : hsl[1];
        double lightness = hsl[2];
        double high = lightness + (lightness < 0.5 ? lightness : 1 - lightness) * saturation;
        double low = 2 * lightness - high;
        return new double[] {
            hueToRgb(hue >= 240 ? hue - 240 : hue + 120, low, high),
            hueToRgb(hue, low, high),
            hueToRgb(hue < 120 ? hue + 240 : hue - 120, low, high),
            hsl[3]
        };
    }

    private static double hueToRgb(double hue, double low, double high) {
        double value = hue < 60
                ? low + (high - low) * hue / 60
                : hue < 180 ? high : hue < 240 ? low + (high - low) * (240 - hue) / 60 : low;
        return value * 255;
    }

    private static double[] rgbToHsl(double[] rgb) {
        double red = rgb[0] / 255;
        double green = rgb[1] / 255;
        double blue = rgb[2] / 255;
        double min = Math.min(red, Math.min(green, blue));
        double max = Math.max(red, Math.max(green, blue));
        double range = max - min;
        double lightness = (max + min) / 2;
        if (range == 0 || Double.isNaN(range)) {
            double saturation = lightness > 0 && lightness < 1 ? 0 : Double.NaN;
            return new double[] {Double.NaN, saturation, lightness, rgb[3]};
        }
        double hue = red == max
                ? (green - blue) / range + (green < blue ? 6 : 0)
                : green == max ? (blue - red) / range + 2 : (red - green) / range + 4;
        double saturation = range / (lightness < 0.5 ? max + min : 2 - max - min);
        return new double[] {hue * 60, saturation, lightness, rgb[3]};
    }

    private static double[] rgbToLab(double[] rgb) {
        double red = linear(rgb[0]);
        double green = linear(rgb[1]);
        double blue = linear(rgb[2]);
        double y = xyzToLab(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue);
        boolean isGray = red == green && green == blue;
        double x = isGray ? y : xyzToLab((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / X_WHITE);
        double z = isGray ? y : xyzToLab((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / Z_WHITE);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z), rgb[3]};
    }

    private static double[] labToRgb(double[] lab) {
        double y = (lab[0] + 16) / 116;
        double x = Double.isNaN(lab[1]) ? y : y + lab[1] / 500;
        double z = Double.isNaN(lab[2]) ? y : y - lab[2] / 200;
        x = X_WHITE * labToXyz(x);
        y = labToXyz(y);
        z = Z_WHITE * labToXyz(z);
        return new double[] {
            gamma(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            gamma(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            gamma(0.0719453 * x - 0.2289914 * y + 1.4052427 * z),
            lab[3]
        };
    }

    private static double[] labToHcl(double[] lab) {
        if (lab[1] == 0 && lab[2] == 0) {
            double chroma = lab[0] > 0 && lab[0] < 100 ? 0 : Double.NaN;
            return new double[] {Double.NaN, chroma, lab[0], lab[3]};
        }
        double hue = StrictMath.atan2(lab[2], lab[1]) * DEGREES;
        double chroma = Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
        return new double[] {hue < 0 ? hue + 360 : hue, chroma, lab[0], lab[3]};
    }

    private static double[] hclToLab(double[] hcl) {
        if (Double.isNaN(hcl[0])) {
            return new double[] {hcl[2], 0, 0, hcl[3]};
        }
        double hue = hcl[0] * RADIANS;
        return new double[] {hcl[2], StrictMath.cos(hue) * hcl[1], StrictMath.sin(hue) * hcl[1], hcl[3]};
    }

    private static double xyzToLab(double t) {
        return t > T3 ? Power.of(t, 1.0 / 3) : t / T2 + T0;
    }

    private static double labToXyz(double t) {
        return t > T1 ? t * t * t : T2 * (t - T0);
    }

    private static double gamma(double linear) {
        return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * Power.of(linear, 1 / 2.4) - 0.055);
    }

    private static double linear(double channel) {
        double value = channel / 255;
        return value <= 0.04045 ? value / 12.92 : Power.of((value + 0.055) / 1.055, 2.4);
    }

    /// The relative luminance of WCAG 2.0.
    public static double luminance(ColorValue rgb) {
        return 0.2126 * luminance(rgb.channel(0))
                + 0.7152 * luminance(rgb.channel(1))
                + 0.0722 * luminance(rgb.channel(2));
    }

    private static double luminance(double channel) {
        double value = channel / 255;
        return value <= 0.03928 ? value / 12.92 : Power.of((value + 0.055) / 1.055, 2.4);
    }

    private static String css(double[] rgb) {
        double opacity = Double.isNaN(rgb[3]) ? 1 : Math.max(0, Math.min(1, rgb[3]));
        String channels = byteOf(rgb[0]) + ", " + byteOf(rgb[1]) + ", " + byteOf(rgb[2]);
        return opacity == 1 ? "rgb(" + channels + ")" : "rgba(" + channels + ", " + NumberText.toText(opacity) + ")";
    }

    private static int byteOf(double channel) {
        double rounded = Operations.round(channel);
        return Double.isNaN(rounded) ? 0 : (int) Math.max(0, Math.min(255, rounded));
    }
}
