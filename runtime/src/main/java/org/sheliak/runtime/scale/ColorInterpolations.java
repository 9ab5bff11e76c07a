package org.sheliak.runtime.scale;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.ColorValue;
import org.sheliak.runtime.value.ColorValue.Space;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Power;
import org.sheliak.runtime.value.color.ColorParser;
import org.sheliak.runtime.value.color.Colors;
import org.sheliak.runtime.value.color.Cubehelix;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Ways from one colour to another, through different colour spaces. The colours come out as CSS texts.
///
/// Source: d3-interpolate/src/color.js, rgb.js, hsl.js, lab.js, hcl.js, cubehelix.js @ v3.0.
final class ColorInterpolations {
    /// Straight through the channels of RGB.
    static final Interpolation RGB = rgb(1);

    private static final double FULL_CIRCLE = 360;
    private static final double HALF_CIRCLE = 180;

    private static final Map<String, Interpolation> BY_NAME = Map.of(
            "rgb", RGB,
            "hsl", in(Space.HSL, ColorInterpolations::hue),
            "hsl-long", in(Space.HSL, ColorInterpolations::channel),
            "lab", in(Space.LAB, ColorInterpolations::channel),
            "hcl", in(Space.HCL, ColorInterpolations::hue),
            "hcl-long", in(Space.HCL, ColorInterpolations::channel),
            "cubehelix", cubehelix(ColorInterpolations::hue, 1),
            "cubehelix-long", cubehelix(ColorInterpolations::channel, 1));

    /// A way from one number to another.
    @FunctionalInterface
    private interface Channel {
        double at(double place);
    }

    @FunctionalInterface
    private interface ChannelInterpolation {
        Channel between(double first, double second);
    }

    private ColorInterpolations() {}

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /// The interpolation of a name.
    ///
    /// @param gamma bends the channels where that is known, NaN for not at all
    /// @throws SheliakException with [ErrorCode#UNSUPPORTED] when there is none of this name
    static Interpolation named(String name, double gamma) {
        String key = name.toLowerCase(Locale.ROOT);
        Interpolation found = BY_NAME.get(key);
        if (found == null) {
            throw new SheliakException(
                    ErrorCode.UNSUPPORTED, SourceLocation.UNKNOWN, "unknown interpolation \"" + name + "\"");
        }
        return Double.isNaN(gamma)
                ? found
                : switch (key) {
                    case "rgb" -> rgb(gamma);
                    case "cubehelix" -> cubehelix(ColorInterpolations::hue, gamma);
                    case "cubehelix-long" -> cubehelix(ColorInterpolations::channel, gamma);
                    default -> found;
                };
    }

    private static ColorValue color(@Nullable Object value) {
        return value instanceof ColorValue color ? color : ColorParser.parse(Coercion.toText(value, TimeZoneRules.UTC));
    }

    private static Channel channel(double first, double second) {
        double change = second - first;
        if (change == 0 || Double.isNaN(change)) {
            double constant = Double.isNaN(first) ? second : first;
            return _ -> constant;
        }
        return place -> first + place * change;
    }

    /// The shorter way around the circle.
    private static Channel hue(double first, double second) {
        double change = second - first;
        boolean isLong = change > HALF_CIRCLE || change < -HALF_CIRCLE;
        double turned = isLong ? change - FULL_CIRCLE * Operations.round(change / FULL_CIRCLE) : change;
        return change == 0 || Double.isNaN(change) ? channel(first, second) : place -> first + place * turned;
    }

    private static Channel bent(double first, double second, double gamma) {
        double change = second - first;
        if (gamma == 1 || change == 0 || Double.isNaN(change)) {
            return channel(first, second);
        }
        double from = Power.of(first, gamma);
        double rise = Power.of(second, gamma) - from;
        double inverse = 1 / gamma;
        return place -> Power.of(from + place * rise, inverse);
    }

    private static Interpolation rgb(double gamma) {
        return in(
                Space.RGB,
                (first, second) -> bent(first, second, gamma),
                (first, second) -> bent(first, second, gamma));
    }

    private static Interpolation in(Space space, ChannelInterpolation firstChannel) {
        return in(space, firstChannel, ColorInterpolations::channel);
    }

    private static Interpolation in(Space space, ChannelInterpolation firstChannel, ChannelInterpolation others) {
        return (start, end) -> {
            ColorValue from = Colors.convert(color(start), space);
            ColorValue to = Colors.convert(color(end), space);
            Channel first = firstChannel.between(from.channel(0), to.channel(0));
            Channel second = others.between(from.channel(1), to.channel(1));
            Channel third = others.between(from.channel(2), to.channel(2));
            Channel opacity = channel(from.channel(3), to.channel(3));
            return place -> Colors.color(space, first.at(place), second.at(place), third.at(place), opacity.at(place))
                    .toString();
        };
    }

    private static Interpolation cubehelix(ChannelInterpolation hues, double gamma) {
        return (start, end) -> {
            Cubehelix from = Cubehelix.of(color(start));
            Cubehelix to = Cubehelix.of(color(end));
            Channel hue = hues.between(from.hue(), to.hue());
            Channel saturation = channel(from.saturation(), to.saturation());
            Channel lightness = channel(from.lightness(), to.lightness());
            Channel opacity = channel(from.opacity(), to.opacity());
            return place -> new Cubehelix(
                            hue.at(place),
                            saturation.at(place),
                            lightness.at(Power.of(place, gamma)),
                            opacity.at(place))
                    .toRgb()
                    .toString();
        };
    }
}
