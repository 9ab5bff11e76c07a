package org.sheliak.runtime.index;

import java.util.List;
import org.sheliak.runtime.kernel.RowFilter;

/// The rows of a table in an order that keeps near what is near on some axes, cut into tiles.
///
/// Each axis is cut into buckets, and the rows with the same bucket on every axis are a tile. Tiles stand in the
/// order of the bits of their buckets, taken from all axes in turn from the highest on: so every number of leading
/// bits makes blocks of rows that stand together, and blocks of one more bit halve them. Within a tile the rows keep
/// their order. The rows with null or NaN on one of the axes stand before all others.
///
/// Source: G. M. Morton, "A computer oriented geodetic data base and a new technique in file sequencing" (1966).
///
/// @param columns what the axes look at, by identity
/// @param rows the rows by their places; borrowed
/// @param tileStarts the place of the first row of each tile, and behind the last tile the number of rows
/// @param parts for each axis, by places, the part of its bucket that each row lies in; empty when the axis has no
///     parts. Borrowed
/// @param bits how often a block can be halved until it is a tile
@SuppressWarnings("ArrayRecordComponent")
record RowOrder(List<Object> columns, int[] rows, int[] tileStarts, List<Axis> axes, List<byte[]> parts, int bits) {

    /// The rows, ordered by what some filters look at, whatever they let pass.
    static RowOrder of(List<RowFilter> filters, int rowCount, IndexBuild build) {
        return new RowOrdering(filters, rowCount, build).order();
    }

    /// The number of rows with null or NaN, which have the first places.
    int unplaced() {
        return tileStarts[0];
    }

    /// The place of the first row of a block.
    ///
    /// @param level how many leading bits tell blocks apart
    /// @param block these bits
    int start(int level, int block) {
        return tileStarts[block << (bits - level)];
    }

    long sizeBytes() {
        return Integer.BYTES * ((long) rows.length + tileStarts.length)
                + parts.stream().mapToLong(ofAxis -> ofAxis.length).sum();
    }
}
