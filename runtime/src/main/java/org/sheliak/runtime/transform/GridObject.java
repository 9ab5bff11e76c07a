package org.sheliak.runtime.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.transform.grid.GridValues;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// A raster grid as it stands in a row: an object with `width`, `height`, `values` and perhaps the place of its origin
/// and its scale.
///
/// @param object the grid
record GridObject(@Nullable Object object, Parameters parameters) {

    /// A member; undefined when the grid has none of that name.
    ///
    /// @throws org.sheliak.planner.error.SheliakException TYPE_MISMATCH where there is no object
    @Nullable
    Object member(String name) {
        return Members.get(object, name);
    }

    /// Number of columns.
    int width() {
        return side(parameters, member("width"));
    }

    /// Number of rows.
    int height() {
        return side(parameters, member("height"));
    }

    GridValues values() {
        if (member("values") instanceof List<?> values) {
            return GridValues.of(values);
        }
        throw parameters.invalid("expected a grid with \"values\", found none");
    }

    /// A number; 0 when the member is absent.
    double numberOrZero(String name) {
        Object value = member(name);
        return Coercion.toBoolean(value) ? Coercion.toNumber(value) : 0;
    }

    /// How many cells a grid has along one side.
    static int side(Parameters parameters, @Nullable Object size) {
        double cells = Math.floor(Coercion.toNumber(size));
        if (cells >= 0) {
            return (int) cells;
        }
        throw parameters.invalid("expected the size of a grid, found " + Coercion.toText(size, parameters.zone()));
    }
}
