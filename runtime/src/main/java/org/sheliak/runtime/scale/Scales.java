package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.scale.BandScale.Layout;
import org.sheliak.runtime.scale.ContinuousScale.ContinuousOptions;
import org.sheliak.runtime.scale.ScaleType.Base;
import org.sheliak.runtime.scale.ScaleType.Form;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Makes scales from their parameters.
///
/// Differs from Vega: a scale is always made anew. Vega's keeps what it was: a linear scale with `bins`, which has a
/// zero in its domain by default, loses it when it is updated.
///
/// Source: vega-encode/src/Scale.js @ v6.4.0.
public final class Scales {
    private static final List<@Nullable Object> UNIT = Numbers.list(0, 1);
    private static final double DEFAULT_COUNT = 10;
    private static final double DEFAULT_BASE = 10;

    private final ScaleType type;
    private final ScaleParameters parameters;
    private final TimeZoneRules zone;

    private Scales(ScaleType type, ScaleParameters parameters, TimeZoneRules zone) {
        this.type = type;
        this.parameters = parameters;
        this.zone = zone;
    }

    /// The scale of these parameters.
    ///
    /// @param zone the local time of time scales
    /// @throws SheliakException with [ErrorCode#SPEC_INVALID] or [ErrorCode#TYPE_MISMATCH] when they do not fit
    public static Scale of(ScaleParameters parameters, TimeZoneRules zone) {
        return new Scales(ScaleType.of(parameters), parameters, zone).scale();
    }

    /// The names of the types that can be made.
    public static Set<String> types() {
        Set<String> names = new TreeSet<>(Set.of("sequential"));
        for (Base base : Base.values()) {
            names.add(base.vegaName());
        }
        return Collections.unmodifiableSet(names);
    }

    /// The names of the colour schemes, in lower case.
    public static Set<String> schemes() {
        return Schemes.names();
    }

    /// The names of the ways from one colour to the next.
    public static Set<String> interpolations() {
        return ColorInterpolations.names();
    }

    private Scale scale() {
        ScaleDomain domain = ScaleDomain.of(type, parameters, zone);
        List<@Nullable Object> values = domain.values();
        int count = domain.count();
        if (type.base() == Base.BIN_ORDINAL && values == null) {
            values = bins();
            count = values.size();
        }
        ScaleRange range = ScaleRange.of(type, parameters, count);
        boolean isNice = !domain.isRaw() && domain.values() != null && parameters.isTrue("nice");
        return type.isInterpolating()
                ? interpolated(values, range, isNice)
                : type.base().isContinuous()
                        ? continuous(values, range.values(), isNice)
                        : discrete(values, range.values(), isNice);
    }

    private Scale discrete(
            @Nullable List<@Nullable Object> domain, @Nullable List<@Nullable Object> values, boolean isNice) {
        List<@Nullable Object> known = domain == null ? List.of() : domain;
        List<@Nullable Object> range = values == null ? List.of() : values;
        Object unknown = parameters.get("unknown");
        return switch (type.base()) {
            case BAND, POINT -> bands(known, values == null ? UNIT : values);
            case BIN_ORDINAL -> new BinOrdinalScale(boundaries(known), range, zone);
            case QUANTILE -> new QuantileScale(known, range, unknown);
            case QUANTIZE -> {
                double[] ends = niceNumbers(domain == null ? UNIT : domain, isNice);
                yield new QuantizeScale(
                        Numbers.at(ends, 0), Numbers.at(ends, 1), values == null ? UNIT : values, unknown, zone);
            }
            case THRESHOLD ->
                new ThresholdScale(
                        domain == null ? Numbers.list(0.5) : domain, values == null ? UNIT : values, unknown, zone);
            case IDENTITY ->
                new IdentityScale(
                        values == null ? niceNumbers(domain == null ? UNIT : domain, isNice) : Numbers.of(values),
                        unknown);
            default -> new OrdinalScale(new DistinctValues(known), range);
        };
    }

    /// Numbers, but null for null and for the empty text.
    private static List<@Nullable Object> boundaries(List<@Nullable Object> values) {
        List<@Nullable Object> boundaries = new ArrayList<>();
        for (Object value : values) {
            boolean isMissing = Coercion.isNullish(value) || "".equals(value);
            boundaries.add(isMissing ? null : (Object) Coercion.toNumber(value));
        }
        return boundaries;
    }

    private Scale bands(List<@Nullable Object> domain, List<@Nullable Object> range) {
        boolean isPoint = type.base() == Base.POINT;
        double inner = isPoint ? 1 : 0;
        double outer = 0;
        double align = 0.5;
        // What comes later in the spec wins.
        for (String name : parameters.names()) {
            double number = Math.max(0, Math.min(1, parameters.number(name)));
            switch (name) {
                case "padding" -> {
                    inner = isPoint ? inner : number;
                    outer = number;
                }
                case "paddingInner" -> inner = isPoint ? inner : number;
                case "paddingOuter" -> outer = number;
                case "align" -> align = number;
                default -> {}
            }
        }
        return new BandScale(
                new DistinctValues(domain),
                Coercion.toNumber(Numbers.at(range, 0)),
                Coercion.toNumber(Numbers.at(range, 1)),
                new Layout(inner, outer, align, parameters.isTrue("round")));
    }

    private ContinuousOptions options() {
        return new ContinuousOptions(parameters.isTrue("clamp"), parameters.get("unknown"), zone);
    }

    private Scale continuous(
            @Nullable List<@Nullable Object> domain, @Nullable List<@Nullable Object> range, boolean isNice) {
        double[] numbers = niceNumbers(domain == null ? defaultDomain() : domain, isNice);
        ContinuousScale scale = new ContinuousScale(
                numbers, range == null ? UNIT : range, transform(numbers), interpolation(range), options());
        return type.base().isTemporal() ? new TimeScale(scale) : scale;
    }

    private Interpolation interpolation(@Nullable List<@Nullable Object> range) {
        if (range != null && parameters.isTrue("interpolate")) {
            String name = String.valueOf(parameters.get("interpolate"));
            return ColorInterpolations.named(name, ScaleRange.gamma(parameters));
        }
        return parameters.isTrue("round") ? Interpolations::rounded : Interpolations.values(zone);
    }

    private Scale interpolated(@Nullable List<@Nullable Object> domain, ScaleRange range, boolean isNice) {
        if (range.interpolator() == null) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "a scale of colours needs a range or a scheme");
        }
        boolean isDiverging = type.form() == Form.DIVERGING;
        List<@Nullable Object> ends = domain == null ? defaultDomain() : domain;
        double[] numbers = niceNumbers(ends, isNice);
        double[] used = new double[isDiverging ? 3 : 2];
        for (int i = 0; i < used.length; i++) {
            used[i] = Numbers.at(numbers, i);
        }
        return new InterpolatedScale(used, transform(used), range.interpolator(), options());
    }

    private List<@Nullable Object> defaultDomain() {
        boolean isDiverging = type.form() == Form.DIVERGING;
        return switch (type.base()) {
            case LOG -> isDiverging ? Numbers.list(0.1, 1, 10) : Numbers.list(1, 10);
            case TIME -> {
                LocalCalendar calendar = new LocalCalendar(zone);
                yield Numbers.list(calendar.midnight(2000, 0, 1), calendar.midnight(2000, 0, 2));
            }
            case UTC -> Numbers.list(LocalCalendar.UTC.midnight(2000, 0, 1), LocalCalendar.UTC.midnight(2000, 0, 2));
            default -> isDiverging ? Numbers.list(0, 0.5, 1) : UNIT;
        };
    }

    private NumberTransform transform(double[] domain) {
        return switch (type.base()) {
            case LOG -> NumberTransform.log(Numbers.at(domain, 0));
            case POW -> NumberTransform.pow(parameters.isUndefined("exponent") ? 1 : parameters.number("exponent"));
            case SQRT -> NumberTransform.pow(parameters.isUndefined("exponent") ? 0.5 : parameters.number("exponent"));
            case SYMLOG ->
                NumberTransform.symlog(parameters.isUndefined("constant") ? 1 : parameters.number("constant"));
            default -> NumberTransform.IDENTITY;
        };
    }

    private double[] niceNumbers(List<@Nullable Object> domain, boolean isNice) {
        double[] numbers = Numbers.of(domain);
        if (type.base().isTemporal()) {
            for (int i = 0; i < numbers.length; i++) {
                boolean isDate = domain.get(i) instanceof DateValue;
                numbers[i] = isDate ? numbers[i] : Operations.round(numbers[i]);
            }
        }
        if (!isNice) {
            return numbers;
        }
        return switch (type.base()) {
            case TIME -> niceDates(numbers, new LocalCalendar(zone));
            case UTC -> niceDates(numbers, LocalCalendar.UTC);
            case LOG -> {
                double base = parameters.isUndefined("base") ? DEFAULT_BASE : parameters.number("base");
                Logarithm logarithm = Logarithm.of(base, Numbers.at(numbers, 0));
                yield Nice.ends(
                        numbers,
                        x -> logarithm
                                .power()
                                .applyAsDouble(Math.floor(logarithm.exponent().applyAsDouble(x))),
                        x -> logarithm
                                .power()
                                .applyAsDouble(Math.ceil(logarithm.exponent().applyAsDouble(x))));
            }
            default -> Nice.linear(numbers, niceCount());
        };
    }

    private double niceCount() {
        Object nice = parameters.get("nice") instanceof Map<?, ?> map ? map.get("interval") : parameters.get("nice");
        if (nice instanceof String) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID,
                    SourceLocation.UNKNOWN,
                    "only time and utc scales can be made nice by an interval");
        }
        return nice instanceof Double count ? count : DEFAULT_COUNT;
    }

    private double[] niceDates(double[] dates, LocalCalendar calendar) {
        TimeRounding rounding = TimeTicks.rounding(parameters.get("nice"), dates, calendar);
        return rounding == null ? dates : Nice.ends(dates, rounding::floor, rounding::ceil);
    }

    /// The boundaries of bins, which are the domain of a scale that has none.
    private List<@Nullable Object> bins() {
        if (!(parameters.get("bins") instanceof Map<?, ?> bins)) {
            List<@Nullable Object> listed = parameters.list("bins");
            return listed == null ? List.of() : listed;
        }
        double step = Coercion.toNumber(bins.get("step"));
        if (step == 0 || Double.isNaN(step)) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "the bins of a scale have no step");
        }
        double start = Coercion.toNumber(bins.containsKey("start") ? bins.get("start") : Double.NaN);
        double stop = Coercion.toNumber(bins.containsKey("stop") ? bins.get("stop") : Double.NaN);
        int count = Coercion.toInt32(Math.max(0, Math.ceil((stop + step / 2 - start) / step)));
        List<@Nullable Object> boundaries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boundaries.add(start + i * step);
        }
        return boundaries;
    }
}
