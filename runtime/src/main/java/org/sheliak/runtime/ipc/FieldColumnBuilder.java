package org.sheliak.runtime.ipc;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// Collects the vectors that the record batches of a stream hold for one field, into a column.
sealed interface FieldColumnBuilder extends AutoCloseable
        permits CodedStrings, StringVectors, FieldColumnBuilder.FixedWidthVectors, FieldColumnBuilder.ConvertedValues {

    /// Appends the values of a batch; the vector is borrowed.
    void append(FieldVector vector);

    /// The column. Caller closes.
    Column build();

    @Override
    void close();

    /// A builder for the vectors of a field.
    ///
    /// @param allocator where the column lies that is not left where the batches have it
    static FieldColumnBuilder of(Field field, DictionaryProvider dictionaries, BufferAllocator allocator) {
        DictionaryEncoding encoding = field.getDictionary();
        if (encoding != null) {
            ArrowType coded = dictionaries.lookup(encoding.getId()).getVectorType();
            return isText(coded)
                    ? new CodedStrings(encoding, dictionaries, allocator)
                    : new ConvertedValues(new VectorValues(dictionaries), allocator);
        }
        return switch (field.getType()) {
            case ArrowType.FloatingPoint type
            when type.getPrecision() != FloatingPointPrecision.HALF -> new FixedWidthVectors(field, allocator);
            case ArrowType.Int type when type.getIsSigned() -> new FixedWidthVectors(field, allocator);
            case ArrowType.Timestamp type
            when type.getUnit() == TimeUnit.MILLISECOND -> new FixedWidthVectors(field, allocator);
            case ArrowType type when isText(type) && !TableStreamWriter.isJson(field) -> new StringVectors(allocator);
            default -> new ConvertedValues(new VectorValues(dictionaries), allocator);
        };
    }

    private static boolean isText(ArrowType type) {
        return type instanceof ArrowType.Utf8
                || type instanceof ArrowType.LargeUtf8
                || type instanceof ArrowType.Utf8View;
    }

    /// A second owner of a vector's values, which are not copied. Caller closes.
    static FieldVector share(FieldVector vector) {
        FieldVector shared = vector.getField().createVector(vector.getAllocator());
        shared.loadFieldBuffers(
                new ArrowFieldNode(vector.getValueCount(), vector.getNullCount()), vector.getFieldBuffers());
        return shared;
    }

    /// Numbers or dates that stay where the batches have them.
    final class FixedWidthVectors implements FieldColumnBuilder {
        private final Field field;
        private final BufferAllocator allocator;
        private final List<FieldVector> batches = new ArrayList<>();

        FixedWidthVectors(Field field, BufferAllocator allocator) {
            this.field = field;
            this.allocator = allocator;
        }

        @Override
        public void append(FieldVector vector) {
            if (vector.getValueCount() > 0) {
                batches.add(share(vector));
            }
        }

        @Override
        public NumericColumn build() {
            if (batches.isEmpty()) {
                batches.add(field.createVector(allocator));
            }
            NumericColumn column = field.getType() instanceof ArrowType.Timestamp
                    ? new DateColumn(all(TimeStampVector.class))
                    : new NumberColumn(all(BaseFixedWidthVector.class));
            batches.clear();
            return column;
        }

        private <V extends FieldVector> List<V> all(Class<V> type) {
            return batches.stream().map(type::cast).toList();
        }

        @Override
        public void close() {
            batches.forEach(FieldVector::close);
            batches.clear();
        }
    }

    /// Any other type: values converted one by one.
    final class ConvertedValues implements FieldColumnBuilder {
        private final VectorValues values;
        private final BufferAllocator allocator;
        private final ColumnBuilder builder = new ColumnBuilder(0);

        ConvertedValues(VectorValues values, BufferAllocator allocator) {
            this.values = values;
            this.allocator = allocator;
        }

        @Override
        public void append(FieldVector vector) {
            values.appendTo(builder, vector);
        }

        @Override
        public Column build() {
            return builder.build(allocator);
        }

        @Override
        public void close() {}
    }
}
