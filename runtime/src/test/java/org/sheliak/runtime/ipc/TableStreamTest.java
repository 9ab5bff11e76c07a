package org.sheliak.runtime.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Columns;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

class TableStreamTest {
    static Stream<List<Object>> columns() {
        return Stream.of(
                List.of(),
                Arrays.asList(1.0, null, -0.0, Double.NaN, Double.POSITIVE_INFINITY),
                numbers(2000, 254),
                numbers(2000, 255),
                Arrays.asList("a", null, "ü€😀", ""),
                IntStream.range(0, 100)
                        .mapToObj(row -> row % 7 == 0 ? null : (Object) ("s" + row % 3))
                        .toList(),
                Arrays.asList(true, null, false),
                Arrays.asList(new DateValue(1.7e12), null, new DateValue(Double.NaN), new DateValue(-1)),
                Arrays.asList(1.0, "a", null, Undefined.UNDEFINED, Double.NaN, -0.0, new DateValue(5)),
                Arrays.asList(
                        List.of(1.0, Undefined.UNDEFINED, new DateValue(Double.NaN)),
                        Map.of("$date", 5.0),
                        Map.of("$$a", Map.of("$number", "NaN")),
                        Map.of("a", List.of(Map.of()), "b", Double.NEGATIVE_INFINITY)));
    }

    /// Some rows of as many different numbers, -0 and NaN besides, and null.
    private static List<Object> numbers(int rows, int different) {
        return IntStream.range(0, rows)
                .mapToObj(row -> switch (row) {
                    case 0, 1500 -> null;
                    case 1 -> (Object) Double.NaN;
                    case 2 -> -0.0;
                    default -> row % different / 4.0;
                })
                .toList();
    }

    @Test
    void write_fewDifferentNumbers_takeAByteEach() {
        try (BufferAllocator allocator = new RootAllocator()) {
            assertThat(streamBytes(numbers(2000, 200), allocator)).isBetween(2000, 5000);
            assertThat(streamBytes(numbers(2000, 255), allocator)).isGreaterThan(16_000);
        }
    }

    private static int streamBytes(List<Object> values, BufferAllocator allocator) {
        try (Table table = table(values, allocator)) {
            return TableStreamWriter.write(table, allocator).length;
        }
    }

    private static Table table(List<Object> values, BufferAllocator allocator) {
        TableBuilder builder = new TableBuilder();
        for (Object value : values) {
            builder.set("x", value);
            builder.endRow();
        }
        return builder.build(allocator);
    }

    @Test
    void read_rowsWithoutColumns_areCounted() {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = new Table(new LinkedHashMap<>(), 3);
                Table read = TableStreamReader.read(TableStreamWriter.write(table, allocator), allocator)) {
            assertThat(read.rowCount()).isEqualTo(3);
            assertThat(read.columns()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void read_whatWasWritten_isTheSame(List<Object> values) {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = table(values, allocator);
                Table read = TableStreamReader.read(TableStreamWriter.write(table, allocator), allocator)) {
            assertThat(read.rowCount()).isEqualTo(values.size());
            assertThat(read.columns().keySet()).isEqualTo(table.columns().keySet());
            if (!values.isEmpty()) {
                assertThat(read.column("x")).hasSameClassAs(table.column("x"));
                assertThat(values(read.column("x"))).isEqualTo(values);
            }
        }
    }

    @Test
    void write_int64_becomesFloat64_int32_staysInt32() {
        BitSet nulls = new BitSet();
        nulls.set(1);
        try (BufferAllocator allocator = new RootAllocator();
                Table longs = new Table(
                        new LinkedHashMap<>(Map.of(
                                "x", Columns.numbers(new long[] {(1L << 53) + 1, 0, -3}, 3, nulls, allocator))),
                        3);
                Table table = longs.with("y", Columns.numbers(new int[] {1, 2, 3}, 3, nulls, allocator));
                Table read = TableStreamReader.read(TableStreamWriter.write(table, allocator), allocator)) {
            assertThat(((NumberColumn) read.column("x")).layout()).isEqualTo(NumberColumn.Layout.FLOAT64);
            assertThat(values(read.column("x"))).containsExactly(0x1p53, null, -3.0);
            assertThat(((NumberColumn) read.column("y")).layout()).isEqualTo(NumberColumn.Layout.INT32);
        }
    }

    @Test
    void write_int64OfFewDifferentNumbers_becomesFloat64() {
        long[] longs = IntStream.range(0, 2000).mapToLong(row -> row % 3).toArray();
        BitSet nulls = new BitSet();
        nulls.set(1999);
        try (BufferAllocator allocator = new RootAllocator();
                Table table = new Table(
                        new LinkedHashMap<>(Map.of("x", Columns.numbers(longs, 2000, nulls, allocator))), 2000);
                Table read = TableStreamReader.read(TableStreamWriter.write(table, allocator), allocator)) {
            assertThat(((NumberColumn) read.column("x")).layout()).isEqualTo(NumberColumn.Layout.FLOAT64);
            assertThat(values(read.column("x")).subList(1996, 2000)).containsExactly(1.0, 2.0, 0.0, null);
        }
    }

    @Test
    void read_truncated_isAProtocolError() {
        try (BufferAllocator allocator = new RootAllocator()) {
            byte[] stream;
            TableBuilder builder = new TableBuilder();
            builder.append(Map.of("x", 1.0));
            try (Table table = builder.build(allocator)) {
                stream = TableStreamWriter.write(table, allocator);
            }
            for (byte[] bytes : List.of(new byte[] {1, 2, 3}, Arrays.copyOf(stream, stream.length - 30))) {
                assertThatThrownBy(() -> TableStreamReader.read(bytes, allocator))
                        .isInstanceOfSatisfying(
                                SheliakException.class,
                                error -> assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL));
            }
        }
    }

    private static List<Object> values(Column column) {
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < column.length(); row++) {
            values.add(column.value(row));
        }
        return values;
    }
}
