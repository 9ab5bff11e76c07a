package org.sheliak.runtime.ipc;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampMilliTZVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.TransferPair;
import org.apache.arrow.vector.util.VectorBatchAppender;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;

/// Collects the vectors that the record batches of a stream hold for one field, into a column.
sealed interface FieldColumnBuilder extends AutoCloseable {

    /// Appends the values of a batch; the vector is borrowed.
    void append(FieldVector vector);

    /// The column. Caller closes.
    Column build(BufferAllocator allocator);

    @Override
    void close();

    /// A builder for the vectors of a field.
    static FieldColumnBuilder of(Field field, VectorValues values) {
        if (field.getDictionary() != null) {
            return new ConvertedValues(values);
        }
        return switch (field.getType()) {
            case ArrowType.FloatingPoint type
            when type.getPrecision() != FloatingPointPrecision.HALF -> new FixedWidthVectors(field);
            case ArrowType.Int type when type.getIsSigned() -> new FixedWidthVectors(field);
            case ArrowType.Timestamp type when type.getUnit() == TimeUnit.MILLISECOND -> new FixedWidthVectors(field);
            default -> new ConvertedValues(values);
        };
    }

    /// Numbers or dates that keep their layout: the only batch as it is, several copied behind one another.
    final class FixedWidthVectors implements FieldColumnBuilder {
        private final Field field;
        private final List<BaseFixedWidthVector> batches = new ArrayList<>();

        FixedWidthVectors(Field field) {
            this.field = field;
        }

        @Override
        public void append(FieldVector vector) {
            TransferPair pair = vector.getTransferPair(vector.getAllocator());
            pair.splitAndTransfer(0, vector.getValueCount());
            batches.add((BaseFixedWidthVector) pair.getTo());
        }

        @Override
        public NumericColumn build(BufferAllocator allocator) {
            return column(batches.size() == 1 ? batches.removeFirst() : joined(allocator), allocator);
        }

        private BaseFixedWidthVector joined(BufferAllocator allocator) {
            BaseFixedWidthVector all = (BaseFixedWidthVector) field.createVector(allocator);
            try {
                all.allocateNew(
                        batches.stream().mapToInt(ValueVector::getValueCount).sum());
                VectorBatchAppender.batchAppend(all, batches.toArray(ValueVector[]::new));
                return all;
            } catch (RuntimeException noRoom) {
                all.close();
                throw noRoom;
            }
        }

        /// The column of a vector, which it takes ownership of.
        private static NumericColumn column(BaseFixedWidthVector vector, BufferAllocator allocator) {
            return switch (vector) {
                case TimeStampMilliVector dates -> new DateColumn(dates);
                case TimeStampMilliTZVector dates -> {
                    try (dates) {
                        TimeStampMilliVector instants = new TimeStampMilliVector("", allocator);
                        instants.loadFieldBuffers(
                                new ArrowFieldNode(dates.getValueCount(), dates.getNullCount()),
                                dates.getFieldBuffers());
                        yield new DateColumn(instants);
                    }
                }
                default -> new NumberColumn(vector);
            };
        }

        @Override
        public void close() {
            batches.forEach(BaseFixedWidthVector::close);
            batches.clear();
        }
    }

    /// Any other type: values converted one by one.
    final class ConvertedValues implements FieldColumnBuilder {
        private final VectorValues values;
        private final ColumnBuilder builder = new ColumnBuilder(0);

        ConvertedValues(VectorValues values) {
            this.values = values;
        }

        @Override
        public void append(FieldVector vector) {
            values.appendTo(builder, vector);
        }

        @Override
        public Column build(BufferAllocator allocator) {
            return builder.build(allocator);
        }

        @Override
        public void close() {}
    }
}
