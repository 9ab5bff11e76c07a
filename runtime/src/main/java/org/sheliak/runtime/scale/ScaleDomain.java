package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.scale.ScaleType.Base;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The domain of a scale before it is made nice: the values of the spec or of the data, with zero, the given ends and
/// middle, and room for the padding.
///
/// Source: vega-encode/src/Scale.js (`configureDomain`, `padDomain`) @ v6.4.0.
///
/// @param values `null` when the scale is to have its own domain
/// @param count how many values the range is to be made for
/// @param isRaw whether the values are to be taken as they are
record ScaleDomain(@Nullable List<@Nullable Object> values, int count, boolean isRaw) {

    static ScaleDomain of(ScaleType type, ScaleParameters parameters, TimeZoneRules zone) {
        List<@Nullable Object> raw = parameters.list("domainRaw");
        if (raw != null) {
            return new ScaleDomain(raw, raw.size(), true);
        }
        List<@Nullable Object> domain = parameters.list("domain");
        if (domain == null) {
            return new ScaleDomain(null, 0, false);
        }
        domain = withEnds(domain, includesZero(type, parameters), parameters, zone);
        boolean isPadded = type.base().isContinuous()
                && parameters.isTrue("padding")
                && !Operations.strictEquals(Numbers.at(domain, 0), Numbers.last(domain));
        domain = isPadded ? padded(type.base(), domain, parameters) : domain;
        return new ScaleDomain(domain, domain.size(), false);
    }

    private static boolean includesZero(ScaleType type, ScaleParameters parameters) {
        boolean byDefault = !type.isInterpolating()
                && switch (type.base()) {
                    case LINEAR, POW, SQRT -> true;
                    default -> false;
                };
        return parameters.isTrue("zero") || (parameters.isUndefined("zero") && byDefault);
    }

    private static List<@Nullable Object> withEnds(
            List<@Nullable Object> values, boolean zero, ScaleParameters parameters, TimeZoneRules zone) {
        List<@Nullable Object> domain = new ArrayList<>(values);
        int last = Math.max(1, domain.size() - 1);
        if (zero && Operations.lessThan(0.0, Numbers.at(domain, 0), zone)) {
            set(domain, 0, 0.0);
        }
        if (zero && Operations.lessThan(Numbers.at(domain, last), 0.0, zone)) {
            set(domain, last, 0.0);
        }
        if (parameters.has("domainMin")) {
            set(domain, 0, parameters.get("domainMin"));
        }
        if (parameters.has("domainMax")) {
            set(domain, last, parameters.get("domainMax"));
        }
        if (parameters.has("domainMid")) {
            Object middle = parameters.get("domainMid");
            int place = Operations.lessThan(Numbers.at(domain, last), middle, zone)
                    ? last + 1
                    : Operations.lessThan(middle, Numbers.at(domain, 0), zone) ? 0 : last;
            domain.add(Math.min(place, domain.size()), middle);
        }
        return domain;
    }

    private static void set(List<@Nullable Object> domain, int place, @Nullable Object value) {
        while (domain.size() <= place) {
            domain.add(Undefined.UNDEFINED);
        }
        domain.set(place, value);
    }

    /// The domain widened so that its ends lie so many pixels inside of the range.
    private static List<@Nullable Object> padded(Base base, List<@Nullable Object> domain, ScaleParameters parameters) {
        List<@Nullable Object> range = parameters.list("range");
        List<@Nullable Object> ends = range == null ? List.of() : range;
        double span = Math.abs(Coercion.toNumber(Numbers.last(ends)) - Coercion.toNumber(Numbers.at(ends, 0)));
        double factor = span / (span - 2 * parameters.number("padding"));
        double start = Coercion.toNumber(domain.getFirst());
        NumberTransform transform = switch (base) {
            case LOG -> NumberTransform.zoomLog(start);
            case SQRT -> NumberTransform.signedPow(0.5);
            case POW -> NumberTransform.signedPow(parameters.numberOr("exponent", 1));
            case SYMLOG -> NumberTransform.symlog(parameters.numberOr("constant", 1));
            default -> NumberTransform.IDENTITY;
        };
        double first = transform.lift().applyAsDouble(start);
        double last = transform.lift().applyAsDouble(Coercion.toNumber(domain.getLast()));
        double middle = (first + last) / 2;
        List<@Nullable Object> padded = new ArrayList<>(domain);
        padded.set(0, transform.ground().applyAsDouble(middle + (first - middle) * factor));
        padded.set(padded.size() - 1, transform.ground().applyAsDouble(middle + (last - middle) * factor));
        return padded;
    }
}
