/// Calendar and time zone arithmetic of JavaScript Dates and of d3-time and vega-time, on milliseconds as plain
/// numbers.
@NullMarked
package org.sheliak.runtime.value.time;

import org.jspecify.annotations.NullMarked;
