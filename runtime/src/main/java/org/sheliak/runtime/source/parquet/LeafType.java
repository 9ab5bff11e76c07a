package org.sheliak.runtime.source.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// How the stored values of a primitive type become values here.
///
/// Numbers stay numbers of the same width; decimals become float64; dates and timestamps become instants,
/// those that are not adjusted to UTC as if they were, and fractions of a millisecond are cut off. Binary
/// is text.
///
/// @param multiplier what a stored integer is multiplied by, and then
/// @param divisor divided by, to give an integer or epoch millis
record LeafType(Kind kind, @Nullable LogicalTypeAnnotation annotation, long multiplier, long divisor) {
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    /// The Julian day number of 1970-01-01.
    private static final int JULIAN_EPOCH_DAY = 2_440_588;

    /// What a column of the type holds.
    enum Kind {
        INT8,
        INT16,
        INT32,
        INT64,
        FLOAT32,
        FLOAT64,
        BOOLEAN,
        DATE,
        STRING
    }

    static LeafType of(PrimitiveType type) {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        Kind kind = switch (annotation) {
            case DecimalLogicalTypeAnnotation _ -> Kind.FLOAT64;
            case DateLogicalTypeAnnotation _ -> Kind.DATE;
            case TimestampLogicalTypeAnnotation _ -> Kind.DATE;
            case IntLogicalTypeAnnotation integer -> integer(integer);
            case Float16LogicalTypeAnnotation _ -> Kind.FLOAT32;
            case null, default -> plain(type);
        };
        return new LeafType(
                kind,
                annotation,
                annotation instanceof DateLogicalTypeAnnotation ? MILLIS_PER_DAY : 1,
                divisor(annotation));
    }

    private static long divisor(@Nullable LogicalTypeAnnotation annotation) {
        if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
            return switch (timestamp.getUnit()) {
                case MILLIS -> 1;
                case MICROS -> 1000;
                case NANOS -> NANOS_PER_MILLI;
            };
        }
        return 1;
    }

    /// Whether the values are kept as floating numbers.
    boolean isFloating() {
        return kind == Kind.FLOAT32 || kind == Kind.FLOAT64;
    }

    /// Whether values of a column have the bits that are stored in so many bytes, an integer's.
    boolean isStoredAs(int bytes) {
        return switch (kind) {
            case INT32 -> bytes == Integer.BYTES;
            case INT64, DATE -> bytes == Long.BYTES && multiplier == divisor;
            case INT8, INT16, FLOAT32, FLOAT64, BOOLEAN, STRING -> false;
        };
    }

    private static Kind integer(IntLogicalTypeAnnotation integer) {
        return switch (integer.getBitWidth()) {
            case 8 -> integer.isSigned() ? Kind.INT8 : Kind.INT16;
            case 16 -> integer.isSigned() ? Kind.INT16 : Kind.INT32;
            case 32 -> integer.isSigned() ? Kind.INT32 : Kind.INT64;
            default -> integer.isSigned() ? Kind.INT64 : Kind.FLOAT64;
        };
    }

    private static Kind plain(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> Kind.BOOLEAN;
            case INT32 -> Kind.INT32;
            case INT64 -> Kind.INT64;
            case INT96 -> Kind.DATE;
            case FLOAT -> Kind.FLOAT32;
            case DOUBLE -> Kind.FLOAT64;
            case BINARY, FIXED_LEN_BYTE_ARRAY -> Kind.STRING;
        };
    }

    /// A stored int32 or int64 as an integer, or as epoch millis.
    long toLong(long stored) {
        return stored * multiplier / divisor;
    }

    /// A stored int32 as an integer, or as epoch millis.
    long toLong(int stored) {
        return toLong(isUnsigned() ? Integer.toUnsignedLong(stored) : stored);
    }

    private boolean isUnsigned() {
        return annotation instanceof IntLogicalTypeAnnotation integer && !integer.isSigned();
    }

    /// A stored int32 or int64 as float64.
    double toDouble(long stored) {
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(stored, decimal.getScale()).doubleValue();
        }
        return isUnsigned() && stored < 0 ? (stored >>> 1) * 2.0 + (stored & 1) : stored;
    }

    /// Stored bytes as float64.
    double toDouble(Binary stored) {
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(new BigInteger(stored.getBytesUnsafe()), decimal.getScale()).doubleValue();
        }
        return Float.float16ToFloat(
                stored.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort());
    }

    /// A stored int96, nanoseconds of a Julian day, as epoch millis.
    long toMillis(Binary stored) {
        ByteBuffer parts = stored.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = parts.getLong();
        return (parts.getInt() - JULIAN_EPOCH_DAY) * MILLIS_PER_DAY + nanosOfDay / NANOS_PER_MILLI;
    }

    /// Stored bytes as text.
    String toText(Binary stored) {
        if (annotation instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer bytes = stored.toByteBuffer();
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        }
        return stored.toStringUsingUTF8();
    }
}
