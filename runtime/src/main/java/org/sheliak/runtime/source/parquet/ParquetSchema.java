package org.sheliak.runtime.source.parquet;

import java.util.Iterator;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// The schema of a file, as parquet-column wants it. Annotations that make no difference here are left out.
final class ParquetSchema {
    private final Iterator<SchemaElement> elements;

    private ParquetSchema(List<SchemaElement> elements) {
        this.elements = elements.iterator();
    }

    /// The schema of a footer's elements, which stand in depth-first order.
    static MessageType of(List<SchemaElement> elements) throws ParquetFormatException {
        return new ParquetSchema(elements).message();
    }

    private MessageType message() throws ParquetFormatException {
        SchemaElement root = next();
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (int child = 0; child < root.getNum_children(); child++) {
            message.addField(type());
        }
        return message.named(root.getName());
    }

    private Type type() throws ParquetFormatException {
        SchemaElement element = next();
        Repetition repetition = repetition(element.getRepetition_type());
        LogicalTypeAnnotation annotation = annotation(element);
        if (element.isSetType()) {
            return Types.primitive(primitive(element.getType()), repetition)
                    .length(element.getType_length())
                    .as(annotation)
                    .named(element.getName());
        }
        Types.GroupBuilder<?> group = Types.buildGroup(repetition).as(annotation);
        for (int child = 0; child < element.getNum_children(); child++) {
            group.addField(type());
        }
        return (Type) group.named(element.getName());
    }

    private SchemaElement next() throws ParquetFormatException {
        if (!elements.hasNext()) {
            throw new ParquetFormatException("has a schema that ends too early");
        }
        return elements.next();
    }

    private static Repetition repetition(FieldRepetitionType repetition) {
        return switch (repetition) {
            case REQUIRED -> Repetition.REQUIRED;
            case OPTIONAL -> Repetition.OPTIONAL;
            case REPEATED -> Repetition.REPEATED;
        };
    }

    private static PrimitiveTypeName primitive(org.apache.parquet.format.Type type) {
        return switch (type) {
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case INT32 -> PrimitiveTypeName.INT32;
            case INT64 -> PrimitiveTypeName.INT64;
            case INT96 -> PrimitiveTypeName.INT96;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        };
    }

    private static @Nullable LogicalTypeAnnotation annotation(SchemaElement element) {
        if (element.isSetLogicalType()) {
            return annotation(element.getLogicalType());
        }
        if (element.isSetConverted_type()) {
            return converted(element);
        }
        return null;
    }

    private static @Nullable LogicalTypeAnnotation annotation(LogicalType type) {
        return switch (type.getSetField()) {
            case STRING -> LogicalTypeAnnotation.stringType();
            case MAP -> LogicalTypeAnnotation.mapType();
            case LIST -> LogicalTypeAnnotation.listType();
            case DECIMAL ->
                LogicalTypeAnnotation.decimalType(
                        type.getDECIMAL().getScale(), type.getDECIMAL().getPrecision());
            case DATE -> LogicalTypeAnnotation.dateType();
            case TIMESTAMP -> timestamp(type.getTIMESTAMP());
            case INTEGER ->
                LogicalTypeAnnotation.intType(
                        type.getINTEGER().getBitWidth(), type.getINTEGER().isIsSigned());
            case UUID -> LogicalTypeAnnotation.uuidType();
            case FLOAT16 -> LogicalTypeAnnotation.float16Type();
            default -> null;
        };
    }

    /// The annotation of a file that was written before there were logical types.
    private static @Nullable LogicalTypeAnnotation converted(SchemaElement element) {
        return switch (element.getConverted_type()) {
            case UTF8 -> LogicalTypeAnnotation.stringType();
            case MAP, MAP_KEY_VALUE -> LogicalTypeAnnotation.mapType();
            case LIST -> LogicalTypeAnnotation.listType();
            case DECIMAL -> LogicalTypeAnnotation.decimalType(element.getScale(), element.getPrecision());
            case DATE -> LogicalTypeAnnotation.dateType();
            case TIMESTAMP_MILLIS -> LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS);
            case TIMESTAMP_MICROS -> LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS);
            case INT_8 -> LogicalTypeAnnotation.intType(8, true);
            case INT_16 -> LogicalTypeAnnotation.intType(16, true);
            case UINT_8 -> LogicalTypeAnnotation.intType(8, false);
            case UINT_16 -> LogicalTypeAnnotation.intType(16, false);
            case UINT_32 -> LogicalTypeAnnotation.intType(32, false);
            case UINT_64 -> LogicalTypeAnnotation.intType(64, false);
            case INT_32, INT_64, ENUM, JSON, BSON, TIME_MILLIS, TIME_MICROS, INTERVAL -> null;
        };
    }

    private static LogicalTypeAnnotation timestamp(TimestampType type) {
        TimeUnit unit = type.getUnit();
        LogicalTypeAnnotation.TimeUnit converted = switch (unit.getSetField()) {
            case MILLIS -> LogicalTypeAnnotation.TimeUnit.MILLIS;
            case MICROS -> LogicalTypeAnnotation.TimeUnit.MICROS;
            case NANOS -> LogicalTypeAnnotation.TimeUnit.NANOS;
        };
        return LogicalTypeAnnotation.timestampType(type.isIsAdjustedToUTC(), converted);
    }
}
