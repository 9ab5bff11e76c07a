package org.sheliak.runtime.scale;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// What kind of scale: the type of the spec, and whether a continuous scale has turned into one of colours.
///
/// Source: vega-scale/src/scales.js; vega-encode/src/Scale.js (`scaleKey`) @ v6.4.0.
///
/// @param base the type without what it has turned into
record ScaleType(Base base, Form form) {

    /// The types of scales.
    enum Base {
        LINEAR,
        LOG,
        POW,
        SQRT,
        SYMLOG,
        TIME,
        UTC,
        IDENTITY,
        ORDINAL,
        BAND,
        POINT,
        BIN_ORDINAL,
        QUANTILE,
        QUANTIZE,
        THRESHOLD;

        static @Nullable Base named(String name) {
            for (Base base : values()) {
                if (base.vegaName().equals(name)) {
                    return base;
                }
            }
            return null;
        }

        /// The name in a spec.
        String vegaName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether the domain is an extent of numbers or dates.
        boolean isContinuous() {
            return compareTo(UTC) <= 0;
        }

        boolean isTemporal() {
            return this == TIME || this == UTC;
        }
    }

    /// How a continuous scale gets from its domain to its range.
    enum Form {
        PLAIN,
        SEQUENTIAL,
        DIVERGING
    }

    static ScaleType of(ScaleParameters parameters) {
        String name = parameters.has("type") ? String.valueOf(parameters.get("type")) : "linear";
        if (name.equals("sequential")) {
            return new ScaleType(Base.LINEAR, Form.SEQUENTIAL);
        }
        Base base = known(name);
        return new ScaleType(base, isOfColors(base, parameters) ? form(parameters) : Form.PLAIN);
    }

    private static Base known(String name) {
        Base base = Base.named(name);
        if (base == null) {
            throw new SheliakException(
                    ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "unrecognized scale type \"" + name + "\"");
        }
        return base;
    }

    private static boolean isOfColors(Base base, ScaleParameters parameters) {
        if (!base.isContinuous() || base.isTemporal()) {
            return false;
        }
        return parameters.isTrue("scheme")
                || (parameters.get("range") instanceof List<?> range
                        && !range.isEmpty()
                        && range.stream().allMatch(String.class::isInstance));
    }

    private static Form form(ScaleParameters parameters) {
        int count = parameters.get("domain") instanceof List<?> domain
                ? domain.size() + (parameters.has("domainMid") ? 1 : 0)
                : 0;
        return count == 2 ? Form.SEQUENTIAL : count == 3 ? Form.DIVERGING : Form.PLAIN;
    }

    boolean isInterpolating() {
        return form != Form.PLAIN;
    }
}
