/// Cartographic projections of points, and grids of meridians and parallels.
@NullMarked
package org.sheliak.runtime.geo;

import org.jspecify.annotations.NullMarked;
