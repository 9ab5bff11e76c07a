package org.sheliak.runtime.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.ValueOrder;
import org.sheliak.runtime.value.time.TimeZoneRules;

class RowOrdersTest {
    private static final TimeZoneRules ZONE = TimeZoneRules.UTC;

    @ParameterizedTest
    @CsvSource({"10, false", "63, true", "64, false", "1000, true", "1024, false", "20000, true", "20000, false"})
    void sorted_gapsAndTies_agreesWithASortOfBoxedValues(int rowCount, boolean descending) {
        try (BufferAllocator allocator = new RootAllocator();
                Table rows = rows(rowCount, allocator);
                Table shuffled = rows.gather(shuffled(rowCount), allocator)) {
            SortOrder sort = new SortOrder(List.of(
                    new SortOrder.Key(FieldAccess.of("number", null), descending),
                    new SortOrder.Key(FieldAccess.of("text", null), !descending)));
            assertThat(RowOrders.sorted(sort, shuffled, allocator, ZONE))
                    .containsExactly(expected(shuffled, descending));
        }
    }

    private static int[] expected(Table table, boolean descending) {
        RowView view = new RowView(table);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        IntStream.range(0, table.rowCount())
                .forEach(row -> rows.add(view.at(row).toObject()));
        ValueOrder ascending = new ValueOrder(ZONE);
        Comparator<Integer> byNumber = (left, right) ->
                ascending.compare(rows.get(left).get("number"), rows.get(right).get("number"));
        Comparator<Integer> byText = (left, right) ->
                ascending.compare(rows.get(left).get("text"), rows.get(right).get("text"));
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted((descending ? byNumber.reversed() : byNumber)
                        .thenComparing(descending ? byText : byText.reversed())
                        .thenComparing(row -> (Double) rows.get(row).get("id")))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Table rows(int count, BufferAllocator allocator) {
        Random random = new Random(count);
        TableBuilder builder = new TableBuilder();
        for (int row = 0; row < count; row++) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("id", (double) row);
            object.put("number", number(random));
            object.put("text", random.nextInt(9) == 0 ? null : "t" + random.nextInt(5));
            builder.append(object);
        }
        return builder.build(allocator);
    }

    private static @Nullable Object number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> -0.0;
            case 3 -> random.nextGaussian() * 1e9;
            default -> (double) (random.nextInt(9) - 4);
        };
    }

    private static int[] shuffled(int count) {
        Random random = new Random(7);
        int[] rows = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[other];
            rows[other] = swap;
        }
        return rows;
    }
}
