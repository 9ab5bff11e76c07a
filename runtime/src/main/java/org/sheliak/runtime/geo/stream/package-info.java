/// Shapes told point by point: turned, clipped, projected and measured, as d3-geo does it.
@NullMarked
package org.sheliak.runtime.geo.stream;

import org.jspecify.annotations.NullMarked;
