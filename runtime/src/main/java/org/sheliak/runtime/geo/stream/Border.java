package org.sheliak.runtime.geo.stream;

import org.jspecify.annotations.Nullable;

/// The border of a region that shapes are clipped to. Points of it have an order, against which polygons are closed
/// along the border.
interface Border {

    /// Where a point of the border comes, relative to another one.
    int compare(double[] a, double[] b);

    /// Tells the points of the border between two of its points, the end included; all around without them.
    ///
    /// @param direction 1 or -1
    void tell(double @Nullable [] from, double @Nullable [] to, int direction, GeoSink sink);
}
