/// Raster grids: densities of points, level lines, thresholds.
@NullMarked
package org.sheliak.runtime.transform.grid;

import org.jspecify.annotations.NullMarked;
