package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void share_closedOnce_keepsTheBuffersForTheOtherOwner() {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = numbers(allocator, 1, 2, 3)) {
            table.share().close();
            assertThat(table.column("x").value(2)).isEqualTo(3.0);
        }
    }

    @Test
    void gather_repeatsAndReorders() {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = numbers(allocator, 1, 2, 3);
                Table gathered = table.gather(new int[] {2, 0, 2}, allocator)) {
            assertThat(gathered.rowCount()).isEqualTo(3);
            assertThat(gathered.column("x").value(0)).isEqualTo(3.0);
            assertThat(gathered.column("x").value(1)).isEqualTo(1.0);
        }
    }

    @Test
    void with_existingName_keepsItsPlace() {
        try (BufferAllocator allocator = new RootAllocator();
                Table table = numbers(allocator, 1, 2);
                Table wider = table.with("y", NumberColumn.of(new double[] {3, 4}, 2, allocator));
                Table replaced = wider.with("x", NumberColumn.of(new double[] {5, 6}, 2, allocator))) {
            assertThat(replaced.columns().keySet()).containsExactly("x", "y");
            assertThat(replaced.column("x").value(0)).isEqualTo(5.0);
        }
    }

    private static Table numbers(BufferAllocator allocator, double... numbers) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", NumberColumn.of(numbers, numbers.length, allocator));
        return new Table(columns, numbers.length);
    }
}
