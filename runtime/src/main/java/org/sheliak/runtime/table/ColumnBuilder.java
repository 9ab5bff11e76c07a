package org.sheliak.runtime.table;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.DateValue;

/// Collects the values of a column, one by one, and finds its type: numbers, dates, booleans or strings when all values
/// but the nulls are of that type, else a [ValueColumn]. A column of nulls only is a [NumberColumn].
///
/// Holds nothing off the heap until [#build].
public final class ColumnBuilder {

    private enum Type {
        UNKNOWN,
        NUMBER,
        DATE,
        BOOLEAN,
        STRING,
        VALUE
    }

    private static final int SMALLEST_CAPACITY = 16;

    private Type type = Type.UNKNOWN;
    private int length;
    private final BitSet nulls = new BitSet();
    // Of these, the one of the current type is in use.
    private double[] numbers = {};
    private final BitSet trues = new BitSet();
    private @Nullable Object[] values = {};
    private StringColumnBuilder strings = new StringColumnBuilder(0);
    private int capacity;

    /// An empty column.
    ///
    /// @param expectedLength how many values will come, as a hint
    public ColumnBuilder(int expectedLength) {
        this.capacity = Math.max(SMALLEST_CAPACITY, expectedLength);
    }

    /// Number of values so far.
    public int length() {
        return length;
    }

    /// Appends any value of the expression language.
    public void append(@Nullable Object value) {
        switch (value) {
            case null -> appendNull();
            case Double number -> appendNumber(number);
            case String string -> appendString(string);
            case Boolean bool -> appendBoolean(bool);
            case DateValue(double epochMillis) -> appendDate(epochMillis);
            default -> appendValue(value);
        }
    }

    public void appendNull() {
        if (type == Type.VALUE) {
            reserve();
            values[length] = null;
        }
        if (type == Type.STRING) {
            strings.appendNull();
        }
        nulls.set(length++);
    }

    public void appendNumber(double number) {
        if (become(Type.NUMBER)) {
            numbers[length++] = number;
        } else {
            appendValue(number);
        }
    }

    /// Appends a date.
    ///
    /// @param epochMillis milliseconds since 1970-01-01T00:00:00Z; NaN for an invalid date
    public void appendDate(double epochMillis) {
        if (become(Type.DATE)) {
            numbers[length++] = epochMillis;
        } else {
            appendValue(new DateValue(epochMillis));
        }
    }

    public void appendBoolean(boolean bool) {
        if (become(Type.BOOLEAN)) {
            trues.set(length++, bool);
        } else {
            appendValue(bool);
        }
    }

    public void appendString(String string) {
        if (become(Type.STRING)) {
            strings.append(string);
            length++;
        } else {
            appendValue(string);
        }
    }

    private void appendValue(Object value) {
        if (type != Type.VALUE) {
            keepValues();
        }
        reserve();
        values[length++] = value;
    }

    /// The column. Caller closes; the builder is not used any more.
    public Column build(BufferAllocator allocator) {
        reserve();
        return switch (type) {
            case UNKNOWN -> Columns.numbers(new double[length], length, nulls, allocator);
            case NUMBER -> Columns.numbers(numbers, length, nulls, allocator);
            case DATE -> Columns.dates(numbers, length, nulls, allocator);
            case BOOLEAN -> Columns.booleans(trues, length, nulls, allocator);
            case STRING -> strings.build(allocator);
            case VALUE -> new ValueColumn(Arrays.copyOf(values, length));
        };
    }

    /// Whether the next value can be stored as this type; makes room for it then.
    private boolean become(Type wanted) {
        if (type == Type.UNKNOWN) {
            type = wanted;
            startStrings();
        }
        if (type == wanted) {
            reserve();
        }
        return type == wanted;
    }

    private void startStrings() {
        if (type == Type.STRING) {
            strings = new StringColumnBuilder(capacity);
            for (int row = 0; row < length; row++) {
                strings.appendNull();
            }
        }
    }

    private void reserve() {
        capacity = length < capacity ? capacity : Math.max(length + 1, capacity + (capacity >> 1));
        switch (type) {
            case NUMBER, DATE -> numbers = numbers.length < capacity ? Arrays.copyOf(numbers, capacity) : numbers;
            case VALUE -> values = values.length < capacity ? Arrays.copyOf(values, capacity) : values;
            case UNKNOWN, BOOLEAN, STRING -> {}
        }
    }

    /// Turns what was collected into boxed values, because the next one has another type.
    private void keepValues() {
        @Nullable Object[] boxed = new Object[Math.max(capacity, length + 1)];
        for (int row = 0; row < length; row++) {
            boxed[row] = nulls.get(row) ? null : boxed(row);
        }
        values = boxed;
        type = Type.VALUE;
        numbers = new double[0];
        strings = new StringColumnBuilder(0);
    }

    private Object boxed(int row) {
        return switch (type) {
            case NUMBER -> numbers[row];
            case DATE -> new DateValue(numbers[row]);
            case BOOLEAN -> trues.get(row);
            case STRING -> strings.string(row);
            case UNKNOWN, VALUE -> throw new IllegalStateException("no value at row " + row);
        };
    }
}
