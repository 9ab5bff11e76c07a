package org.sheliak.runtime.ipc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Decimal256Vector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.BaseListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Arrow values as values of the expression language, as Arrow's JavaScript readers give them: all numbers as float64;
/// timestamps and dates as instants, those without a time zone as if it were UTC; times of day as their stored number.
///
/// @param dictionaries the dictionaries of the stream
record VectorValues(DictionaryProvider dictionaries) {
    private static final long MILLIS_PER_DAY = 86_400_000;

    /// Appends all values of a vector.
    void appendTo(ColumnBuilder builder, FieldVector vector) {
        if (vector.getField().getDictionary() != null) {
            appendDecoded(builder, vector);
            return;
        }
        boolean isJson = TableStreamWriter.isJson(vector.getField());
        for (int row = 0; row < vector.getValueCount(); row++) {
            Object value = value(vector, row);
            builder.append(isJson ? fromJson(value) : value);
        }
    }

    private static @Nullable Object fromJson(@Nullable Object text) {
        return text == null ? Undefined.UNDEFINED : ValueText.read((String) text);
    }

    private void appendDecoded(ColumnBuilder builder, FieldVector codes) {
        Dictionary dictionary =
                dictionaries.lookup(codes.getField().getDictionary().getId());
        List<@Nullable Object> decoded =
                values(dictionary.getVector(), 0, dictionary.getVector().getValueCount());
        for (int row = 0; row < codes.getValueCount(); row++) {
            builder.append(codes.isNull(row) ? null : decoded.get((int) ((BaseIntVector) codes).getValueAsLong(row)));
        }
    }

    private List<@Nullable Object> values(FieldVector vector, int from, int to) {
        List<@Nullable Object> values = new ArrayList<>(to - from);
        for (int row = from; row < to; row++) {
            values.add(value(vector, row));
        }
        return values;
    }

    private @Nullable Object value(FieldVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case VarCharVector strings -> text(strings.get(row));
            case LargeVarCharVector strings -> text(strings.get(row));
            case ViewVarCharVector strings -> text(strings.get(row));
            case BitVector booleans -> booleans.get(row) != 0;
            case Float2Vector numbers -> (double) numbers.getValueAsFloat(row);
            case FloatingPointVector numbers -> numbers.getValueAsDouble(row);
            case UInt4Vector numbers -> (double) Integer.toUnsignedLong(numbers.get(row));
            case UInt8Vector numbers -> unsigned(numbers.get(row));
            case DateDayVector dates -> new DateValue((double) dates.get(row) * MILLIS_PER_DAY);
            case DateMilliVector dates -> new DateValue(dates.get(row));
            case TimeStampVector timestamps -> timestamp(timestamps, row);
            case DecimalVector decimals -> decimals.getObject(row).doubleValue();
            case Decimal256Vector decimals -> decimals.getObject(row).doubleValue();
            case BaseListVector lists -> list(lists, row);
            case StructVector structs -> object(structs, row);
            case NullVector _ -> null;
            default -> number(vector, row);
        };
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static double unsigned(long bits) {
        double half = (double) (bits >>> 1);
        return bits >= 0 ? bits : half * 2 + (bits & 1);
    }

    /// The instant of a timestamp; fractions of a millisecond are cut off towards zero, as JavaScript's Date does.
    private static DateValue timestamp(TimeStampVector timestamps, int row) {
        long stored = timestamps.get(row);
        if (stored == Long.MIN_VALUE) {
            return new DateValue(Double.NaN);
        }
        long millis = switch (((ArrowType.Timestamp) timestamps.getField().getType()).getUnit()) {
            case SECOND -> Math.multiplyExact(stored, 1000);
            case MILLISECOND -> stored;
            case MICROSECOND -> stored / 1000;
            case NANOSECOND -> stored / 1_000_000;
        };
        return new DateValue(millis);
    }

    private List<@Nullable Object> list(BaseListVector lists, int row) {
        FieldVector elements = lists.getChildrenFromFields().getFirst();
        return values(elements, lists.getElementStartIndex(row), lists.getElementEndIndex(row));
    }

    private Map<String, @Nullable Object> object(StructVector structs, int row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (FieldVector child : structs.getChildrenFromFields()) {
            object.put(child.getName(), value(child, row));
        }
        return object;
    }

    private static double number(FieldVector vector, int row) {
        return switch (vector) {
            case BaseIntVector numbers -> numbers.getValueAsLong(row);
            case TimeSecVector times -> times.get(row);
            case TimeMilliVector times -> times.get(row);
            case TimeMicroVector times -> times.get(row);
            case TimeNanoVector times -> times.get(row);
            default ->
                throw new SheliakException(
                        ErrorCode.UNSUPPORTED,
                        SourceLocation.UNKNOWN,
                        "column \"" + vector.getName() + "\" has Arrow's type "
                                + vector.getField().getType() + ", which has no counterpart in Vega");
        };
    }
}
