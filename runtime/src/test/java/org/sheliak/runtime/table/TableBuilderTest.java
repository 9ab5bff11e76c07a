package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.sheliak.runtime.value.Undefined;

class TableBuilderTest {
    @Test
    void append_missingFields_areUndefined() {
        TableBuilder builder = new TableBuilder();
        builder.append(Map.of("a", 1.0));
        builder.append(Map.of("b", "x"));
        try (BufferAllocator allocator = new RootAllocator();
                Table table = builder.build(allocator)) {
            assertThat(table.columns().keySet()).containsExactly("a", "b");
            assertThat(table.column("a").value(1)).isEqualTo(Undefined.UNDEFINED);
            assertThat(table.column("b").value(0)).isEqualTo(Undefined.UNDEFINED);
            assertThat(new RowView(table).at(1).toObject()).isEqualTo(Map.of("b", "x"));
            assertThat(new RowView(table).get("c")).isEqualTo(Undefined.UNDEFINED);
        }
    }

    @Test
    void append_noObjects_becomeFieldData() {
        TableBuilder builder = new TableBuilder();
        builder.append(1.0);
        builder.append(null);
        builder.append(List.of("x"));
        try (BufferAllocator allocator = new RootAllocator();
                Table table = builder.build(allocator)) {
            assertThat(table.column("data").value(0)).isEqualTo(1.0);
            assertThat(table.column("data").value(1)).isNull();
            assertThat(table.column("0").value(2)).isEqualTo("x");
        }
    }

    @Test
    void build_noRoom_leaksNothing() {
        TableBuilder builder = new TableBuilder();
        for (int row = 0; row < 1000; row++) {
            builder.append(Map.of("a", 1.0, "b", "x"));
        }
        try (BufferAllocator allocator = new RootAllocator(12_000)) {
            assertThatThrownBy(() -> builder.build(allocator)).isInstanceOf(OutOfMemoryException.class);
        }
    }
}
