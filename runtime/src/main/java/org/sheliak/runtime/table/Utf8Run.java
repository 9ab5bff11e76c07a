package org.sheliak.runtime.table;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Some values of a column of strings.
///
/// @param count how many, nulls among them
/// @param nulls which are null
/// @param strings one for each value that is not null, or the dictionary of their codes
/// @param codes of the values that are not null, in `strings`; `null` when it has one for each
@SuppressWarnings("ArrayRecordComponent")
public record Utf8Run(int count, BitSet nulls, Utf8Source strings, int @Nullable [] codes) {}
