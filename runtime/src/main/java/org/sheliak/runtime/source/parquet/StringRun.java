package org.sheliak.runtime.source.parquet;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Utf8Slices;

/// Some values of a column of strings.
///
/// @param count how many, nulls among them
/// @param nulls which are null
/// @param strings one for each value that is not null, or the dictionary of their codes
/// @param codes of the values that are not null, in `strings`; `null` when it has one for each
@SuppressWarnings("ArrayRecordComponent")
record StringRun(int count, BitSet nulls, Utf8Slices strings, int @Nullable [] codes) {}
