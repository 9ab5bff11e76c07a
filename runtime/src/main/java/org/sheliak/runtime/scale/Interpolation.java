package org.sheliak.runtime.scale;

import org.jspecify.annotations.Nullable;

/// A way from one value to another.
@FunctionalInterface
interface Interpolation {
    Interpolator between(@Nullable Object first, @Nullable Object second);
}
