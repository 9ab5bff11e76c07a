package org.sheliak.runtime.source.delimited;

import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;

/// A column that is put together from fields, part by part. Owns what it needs until it is built.
///
/// @param <P> the values of a part
sealed interface TextColumn<P> extends AutoCloseable permits BooleanFields, NumberFields, StringFields {

    /// The values of some fields, or `null` when one of them is not of the column's type. Called by
    /// several threads at once.
    @Nullable
    P read(Fields fields);

    /// Appends the values of the next part.
    void take(P part);

    /// The column. Caller closes.
    Column build();

    @Override
    void close();
}
