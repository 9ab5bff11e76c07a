package org.sheliak.runtime.value.color;

import org.sheliak.runtime.value.ColorValue;
import org.sheliak.runtime.value.ColorValue.Space;

/// A colour in the space of Green's cubehelix. NaN stands for a channel without a value.
///
/// Source: d3-color/src/cubehelix.js @ v3.1.
public record Cubehelix(double hue, double saturation, double lightness, double opacity) {
    private static final double A = -0.14861;
    private static final double B = 1.78277;
    private static final double C = -0.29227;
    private static final double D = -0.90649;
    private static final double E = 1.97294;
    private static final double ED = E * D;
    private static final double EB = E * B;
    private static final double BC_DA = B * C - D * A;
    private static final double START = 120;
    private static final double RADIANS = Math.PI / 180;
    private static final double DEGREES = 180 / Math.PI;

    /// The same colour.
    public static Cubehelix of(ColorValue color) {
        ColorValue rgb = Colors.convert(color, Space.RGB);
        double red = rgb.channel(0) / 255;
        double green = rgb.channel(1) / 255;
        double blue = rgb.channel(2) / 255;
        double lightness = (BC_DA * blue + ED * red - EB * green) / (BC_DA + ED - EB);
        double x = blue - lightness;
        double y = (E * (green - lightness) - C * x) / D;
        double saturation = Math.sqrt(y * y + x * x) / (E * lightness * (1 - lightness));
        boolean isGray = saturation == 0 || Double.isNaN(saturation);
        double hue = isGray ? Double.NaN : StrictMath.atan2(y, x) * DEGREES - START;
        return new Cubehelix(hue < 0 ? hue + 360 : hue, saturation, lightness, rgb.channel(3));
    }

    /// The same colour in RGB.
    public ColorValue toRgb() {
        double angle = Double.isNaN(hue) ? 0 : (hue + START) * RADIANS;
        double amplitude = Double.isNaN(saturation) ? 0 : saturation * lightness * (1 - lightness);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        return Colors.color(
                Space.RGB,
                255 * (lightness + amplitude * (A * cosine + B * sine)),
                255 * (lightness + amplitude * (C * cosine + D * sine)),
                255 * (lightness + amplitude * (E * cosine)),
                opacity);
    }
}
