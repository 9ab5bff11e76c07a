package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.scale.ScaleType.Base;
import org.sheliak.runtime.scale.Schemes.Scheme;
import org.sheliak.runtime.value.Coercion;

/// The range of a scale: values, or an interpolator.
///
/// Source: vega-encode/src/Scale.js (`configureRange`, `configureRangeStep`, `configureScheme`); vega-scale/src/
/// interpolate.js @ v6.4.0.
///
/// @param values `null` when the scale is to have its own range
/// @param interpolator not `null` for scales that interpolate colours
record ScaleRange(
        @Nullable List<@Nullable Object> values, @Nullable Interpolator interpolator) {
    private static final int DEFAULT_COUNT = 5;

    /// @param count how many values the domain has
    static ScaleRange of(ScaleType type, ScaleParameters parameters, int count) {
        List<@Nullable Object> values = parameters.list("range");
        if (parameters.has("rangeStep")) {
            values = steps(type.base(), parameters, count);
        } else if (parameters.isTrue("scheme")) {
            return ofScheme(type, parameters, count);
        }
        List<@Nullable Object> flipped = values == null ? null : flip(values, parameters);
        return flipped != null && type.isInterpolating()
                ? new ScaleRange(null, Interpolations.piecewise(colors(parameters), flipped))
                : new ScaleRange(flipped, null);
    }

    private static List<@Nullable Object> flip(List<@Nullable Object> values, ScaleParameters parameters) {
        return parameters.isTrue("reverse") ? values.reversed() : values;
    }

    private static Interpolation colors(ScaleParameters parameters) {
        String name = parameters.isTrue("interpolate") ? String.valueOf(parameters.get("interpolate")) : "rgb";
        return ColorInterpolations.named(name, gamma(parameters));
    }

    /// The bend of the interpolation; NaN when there is none.
    static double gamma(ScaleParameters parameters) {
        return parameters.has("interpolateGamma") ? parameters.number("interpolateGamma") : Double.NaN;
    }

    private static List<@Nullable Object> steps(Base base, ScaleParameters parameters, int count) {
        if (base != Base.BAND && base != Base.POINT) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "only band and point scales have a range of steps");
        }
        double outer = padding("paddingOuter", parameters);
        double inner = base == Base.POINT ? 1 : padding("paddingInner", parameters);
        return Numbers.list(0, parameters.number("rangeStep") * BandScale.space(count, inner, outer));
    }

    private static double padding(String name, ScaleParameters parameters) {
        return parameters.numberOr(parameters.has(name) ? name : "padding", 0);
    }

    private static ScaleRange ofScheme(ScaleType type, ScaleParameters parameters, int count) {
        if (parameters.get("scheme") instanceof List<?> list) {
            return through(type, parameters, count, Interpolations.piecewise(colors(parameters), Numbers.copy(list)));
        }
        String name = String.valueOf(parameters.get("scheme"));
        Scheme scheme = Schemes.named(name);
        if (scheme == null) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "unrecognized scheme name \"" + name + "\"");
        }
        return scheme.isContinuous()
                ? through(type, parameters, count, Interpolations.piecewise(ColorInterpolations.RGB, scheme.colors()))
                : listed(type, parameters, count, scheme.colors());
    }

    /// A way through colours, or samples of it.
    private static ScaleRange through(
            ScaleType type, ScaleParameters parameters, int count, Interpolator interpolator) {
        if (type.isInterpolating()) {
            return new ScaleRange(null, adjusted(interpolator, parameters, parameters.isTrue("reverse")));
        }
        Interpolator part = adjusted(interpolator, parameters, false);
        return new ScaleRange(flip(samples(part, size(type.base(), parameters, count)), parameters), null);
    }

    /// Colours that stand for themselves.
    private static ScaleRange listed(
            ScaleType type, ScaleParameters parameters, int count, List<@Nullable Object> colors) {
        if (type.isInterpolating()) {
            return new ScaleRange(null, Interpolations.piecewise(colors(parameters), flip(colors, parameters)));
        }
        if (type.base() == Base.ORDINAL) {
            return new ScaleRange(flip(colors, parameters), null);
        }
        int size = size(type.base(), parameters, count);
        int end = size < 0 ? Math.max(0, colors.size() + size) : Math.min(size, colors.size());
        return new ScaleRange(flip(colors.subList(0, end), parameters), null);
    }

    private static int size(Base base, ScaleParameters parameters, int count) {
        return switch (base) {
            case THRESHOLD -> count + 1;
            case BIN_ORDINAL -> count - 1;
            case ORDINAL -> (int) parameters.numberOr("schemeCount", count == 0 ? DEFAULT_COUNT : count);
            case QUANTILE, QUANTIZE -> (int) parameters.numberOr("schemeCount", DEFAULT_COUNT);
            default -> count;
        };
    }

    /// The part of a scheme that the extent says, perhaps backwards.
    private static Interpolator adjusted(Interpolator scheme, ScaleParameters parameters, boolean isReversed) {
        List<@Nullable Object> extent = parameters.list("schemeExtent");
        if (extent == null && !isReversed) {
            return scheme;
        }
        List<@Nullable Object> ends = extent == null ? Numbers.list(0, 1) : extent;
        List<@Nullable Object> ordered = isReversed ? ends.reversed() : ends;
        double start = Coercion.toNumber(ordered.getFirst());
        double span = Coercion.toNumber(ordered.getLast()) - start;
        return place -> scheme.at(start + place * span);
    }

    private static List<@Nullable Object> samples(Interpolator interpolator, int count) {
        List<@Nullable Object> samples = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            samples.add(interpolator.at((double) i / (count + 1)));
        }
        return samples;
    }
}
