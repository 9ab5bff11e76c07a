/// The values of Vega's expression language on the JVM, with JavaScript's semantics.
///
/// A value is one of: `null`, [Undefined#UNDEFINED], [Boolean], [Double], [String], [DateValue], a `List` of values,
/// a `Map` from names to values in insertion order, a [RegExpValue] or a [SetValue]. A colour ([ColorValue]) is a
/// `Map` whose text is a CSS colour. Numbers are always [Double]. Dates, lists and maps are equal to JavaScript
/// only when they are the same object.
@NullMarked
package org.sheliak.runtime.value;

import org.jspecify.annotations.NullMarked;
