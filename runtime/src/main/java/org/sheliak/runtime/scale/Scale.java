package org.sheliak.runtime.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Maps values of data to values of marks. Immutable; for one thread at a time.
public sealed interface Scale
        permits BandScale,
                BinOrdinalScale,
                ContinuousScale,
                IdentityScale,
                InterpolatedScale,
                OrdinalScale,
                ProjectionScale,
                QuantileScale,
                QuantizeScale,
                ThresholdScale,
                TimeScale {

    /// `scale(name, value)`: the value of marks that stands for a value of data.
    @Nullable
    Object apply(@Nullable Object value);

    /// `domain(name)`.
    List<@Nullable Object> domain();

    /// `range(name)`.
    List<@Nullable Object> range();

    /// `bandwidth(name)`: 0 where there are no bands.
    default double bandwidth() {
        return 0;
    }

    /// `invert(name, value)`: the value of data that a value of marks stands for, or the interval of data.
    ///
    /// @throws SheliakException with [ErrorCode#TYPE_MISMATCH] where the scale has no inverse
    default @Nullable Object invert(@Nullable Object value) {
        throw noInverse();
    }

    /// `invert(name, [low, high])`: the data that an interval of marks stands for.
    ///
    /// @throws SheliakException with [ErrorCode#TYPE_MISMATCH] where the scale has no inverse
    default @Nullable Object invertRange(List<?> interval) {
        throw noInverse();
    }

    private static SheliakException noInverse() {
        return new SheliakException(
                ErrorCode.TYPE_MISMATCH, SourceLocation.UNKNOWN, "a scale of this type cannot be inverted");
    }
}
