package org.sheliak.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.runtime.kernel.BinGrid;
import org.sheliak.runtime.kernel.Binning;
import org.sheliak.runtime.kernel.ColumnKernels;
import org.sheliak.runtime.kernel.CountQuery;
import org.sheliak.runtime.kernel.CpuKernels;
import org.sheliak.runtime.kernel.GroupQuery;
import org.sheliak.runtime.kernel.RandomColumns;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumericColumn;

class IndexStoreTest {
    private static final int ROWS = 5000;
    private static final IndexBuild BUILD = new IndexBuild(() -> false);
    private static final Object OTHER = "another column";

    private final BufferAllocator allocator = new RootAllocator();
    private final RandomColumns random = new RandomColumns(new Random(7), allocator);
    private final ColumnKernels kernels = new ColumnKernels(List.of(), CpuKernels.widest());
    private final NumericColumn first = random.column(0, ROWS, 0);
    private final NumericColumn second = random.column(0, ROWS, 0);
    private final GroupQuery query = new GroupQuery(
            new CountQuery(ROWS, List.of(), List.of(new Binning(random.column(0, ROWS, 0), new BinGrid(-50, 50, 10)))));
    private final QueryShape shape = QueryShape.of(query);

    @AfterEach
    void close() {
        random.close();
        allocator.close();
    }

    @Test
    void keep_manyFiltersBesideTheBrush_keepsTheLastThree() {
        IndexStore store = new IndexStore(Long.MAX_VALUE);
        RowOrder order = order(first);
        for (int filter = 0; filter < 5; filter++) {
            List<IndexKey> gone = store.keep(key(first, filter), index(order), store.questions());
            assertThat(gone).isEqualTo(filter < 3 ? List.of() : List.of(key(first, filter - 3)));
        }
        assertThat(store.sizeBytes())
                .isEqualTo(order.sizeBytes() + 3 * index(order).sizeBytes());
        assertThat(find(store, first, 1)).isFalse();
        assertThat(find(store, first, 2)).isTrue();
        // It has answered last now, so another one is the next to go.
        assertThat(store.keep(key(first, 5), index(order), store.questions())).containsExactly(key(first, 3));
    }

    @Test
    void keep_noRoom_takesThePlaceOfThoseThatHaveNotAnsweredSince() {
        RowOrder order = order(first);
        IndexStore store = new IndexStore(order.sizeBytes() + index(order).sizeBytes());
        store.keep(key(first, 0), index(order), store.questions());
        long asked = store.questions();
        assertThat(find(store, first, 0)).isTrue();
        assertThat(store.keep(key(second, 0), index(order(second)), asked)).isEmpty();
        assertThat(find(store, second, 0)).isFalse();
        assertThat(store.keep(key(second, 0), index(order(second)), store.questions()))
                .containsExactly(key(first, 0));
        assertThat(find(store, second, 0)).isTrue();
        assertThat(store.order(List.of(first.identity()))).isEmpty();
        assertThat(store.order(List.of(second.identity()))).isPresent();
    }

    private static RowOrder order(NumericColumn column) {
        return RowOrder.of(List.of(new RangeFilter(column, ValueRange.ALL)), ROWS, BUILD);
    }

    private GroupIndex index(RowOrder order) {
        return new GroupIndex(order, query, kernels, 1 << 20, BUILD);
    }

    /// @param filter what a filter beside the brush accepts
    private IndexKey key(NumericColumn brushed, int filter) {
        return new IndexKey(shape, List.of(brushed.identity()), Map.of(OTHER, filter));
    }

    private boolean find(IndexStore store, NumericColumn brushed, int filter) {
        return store.find(shape, Map.of(brushed.identity(), ValueRange.atLeast(0), OTHER, filter))
                .isPresent();
    }
}
