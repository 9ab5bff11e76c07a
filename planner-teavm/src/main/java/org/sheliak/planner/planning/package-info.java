/// Splits a Vega spec: what the browser keeps, what the kernel evaluates, and which values go between them.
@NullMarked
package org.sheliak.planner.planning;

import org.jspecify.annotations.NullMarked;
