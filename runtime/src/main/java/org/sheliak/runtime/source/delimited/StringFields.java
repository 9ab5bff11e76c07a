package org.sheliak.runtime.source.delimited;

import java.util.BitSet;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Utf8ColumnBuilder;
import org.sheliak.runtime.table.Utf8Slices;

/// Strings.
final class StringFields implements TextColumn<StringFields.Part> {
    private final boolean emptyIsNull;
    private final Utf8ColumnBuilder builder;

    /// Takes ownership of the builder.
    StringFields(boolean emptyIsNull, Utf8ColumnBuilder builder) {
        this.emptyIsNull = emptyIsNull;
        this.builder = builder;
    }

    /// @param strings those of the rows that are not null
    /// @param nulls which rows are null
    record Part(int rows, Utf8Slices strings, BitSet nulls) {}

    @Override
    public Part read(Fields fields) {
        Utf8Slices strings = new Utf8Slices(fields.bytes(), fields.count());
        BitSet nulls = new BitSet();
        for (int row = 0; row < fields.count(); row++) {
            if (emptyIsNull && fields.isEmpty(row)) {
                nulls.set(row);
            } else {
                strings.add(fields.starts()[row], fields.lengths()[row]);
            }
        }
        return new Part(fields.count(), strings, nulls);
    }

    @Override
    public void take(Part part) {
        builder.append(builder.codes(part.strings), part.rows, part.nulls);
    }

    @Override
    public Column build() {
        return builder.build();
    }

    @Override
    public void close() {
        builder.close();
    }
}
