package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

class ColumnBuilderTest {
    static Stream<Arguments> columns() {
        DateValue date = new DateValue(86_400_000);
        return Stream.of(
                Arguments.of(NumberColumn.class, Arrays.asList(1.0, null, -0.0, Double.NaN)),
                Arguments.of(NumberColumn.class, Arrays.asList(null, null)),
                Arguments.of(NumberColumn.class, List.of()),
                Arguments.of(StringColumn.class, Arrays.asList(null, "a", "b", "a")),
                Arguments.of(BooleanColumn.class, Arrays.asList(true, false, null, true)),
                Arguments.of(DateColumn.class, Arrays.asList(null, date, new DateValue(Double.NaN))),
                Arguments.of(ValueColumn.class, Arrays.asList(1.0, null, "a", 2.0)),
                Arguments.of(ValueColumn.class, Arrays.asList("a", "b", "a", Undefined.UNDEFINED)),
                Arguments.of(ValueColumn.class, Arrays.asList(null, true, date)),
                Arguments.of(ValueColumn.class, Arrays.asList(List.of(1.0), Map.of("a", 1.0))));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void build_findsTheTypeAndKeepsTheValues(Class<? extends Column> type, List<Object> values) {
        ColumnBuilder builder = new ColumnBuilder(0);
        values.forEach(builder::append);
        try (BufferAllocator allocator = new RootAllocator();
                Column column = builder.build(allocator)) {
            assertThat(column).isInstanceOf(type);
            assertThat(values(column)).isEqualTo(values);
        }
    }

    @Test
    void build_moreValuesThanExpected_keepsAll() {
        ColumnBuilder numbers = new ColumnBuilder(3);
        ColumnBuilder strings = new ColumnBuilder(3);
        for (int row = 0; row < 1000; row++) {
            numbers.append(row % 7 == 0 ? null : (Object) (double) row);
            strings.append(row % 5 == 0 ? null : "s" + row % 11);
        }
        try (BufferAllocator allocator = new RootAllocator();
                Column numberColumn = numbers.build(allocator);
                Column stringColumn = strings.build(allocator)) {
            for (int row = 0; row < 1000; row++) {
                assertThat(numberColumn.value(row)).isEqualTo(row % 7 == 0 ? null : (Object) (double) row);
                assertThat(stringColumn.value(row)).isEqualTo(row % 5 == 0 ? null : "s" + row % 11);
            }
        }
    }

    private static List<Object> values(Column column) {
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < column.length(); row++) {
            assertThat(column.isNull(row)).isEqualTo(column.value(row) == null);
            values.add(column.value(row));
        }
        return values;
    }
}
