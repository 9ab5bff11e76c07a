/// The values of Vega's expression language on the JVM, with JavaScript's semantics.
///
/// A value is one of: `null`, [Undefined#UNDEFINED], [Boolean], [Double], [String], [DateValue], a `List` of values,
/// or a `Map` from names to values in insertion order. Numbers are always [Double].
@NullMarked
package org.sheliak.runtime.value;

import org.jspecify.annotations.NullMarked;
