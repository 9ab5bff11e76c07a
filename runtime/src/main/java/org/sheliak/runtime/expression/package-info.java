/// Vega expressions, compiled: over whole columns where the types are known, row by row with JavaScript's semantics
/// everywhere else.
@NullMarked
package org.sheliak.runtime.expression;

import org.jspecify.annotations.NullMarked;
