/// Scales as Vega's: domain and range from their parameters, and the maps between the two.
@NullMarked
package org.sheliak.runtime.scale;

import org.jspecify.annotations.NullMarked;
