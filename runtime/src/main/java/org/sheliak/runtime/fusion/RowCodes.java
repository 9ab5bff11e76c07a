package org.sheliak.runtime.fusion;

import org.sheliak.runtime.kernel.CodedRows;

/// The rows of a table by the values of some fields.
///
/// @param codes a code for each combination of values that occurs
/// @param firstRows the first row of each code
/// @param areExact true when rows of one code agree in the values themselves; false when they agree in the texts of
///     the values, as Vega's groups do
@SuppressWarnings("ArrayRecordComponent")
record RowCodes(CodedRows codes, int[] firstRows, boolean areExact) {}
