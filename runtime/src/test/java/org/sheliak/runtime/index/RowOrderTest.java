package org.sheliak.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.RowFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumberColumn;

class RowOrderTest {
    /// The fewest that have as many tiles as there can be.
    private static final int ROWS = 1 << 23;

    private static final IndexBuild BUILD = new IndexBuild(() -> false);

    private final BufferAllocator allocator = new RootAllocator();
    private final Random random = new Random(7);

    @AfterEach
    void close() {
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void of_mostTiles_placesEveryRowOnceWithinTheRangeOfItsTile(int axes) {
        double[][] numbers = new double[axes][];
        for (int axis = 0; axis < axes; axis++) {
            numbers[axis] = random.doubles(ROWS).toArray();
            numbers[axis][axis] = Double.NaN;
        }
        RowOrder order = order(numbers);
        assertThat(order.bits()).isEqualTo(16);
        assertThat(order.unplaced()).isEqualTo(axes);
        assertThat(Arrays.copyOf(order.rows(), axes)).isEqualTo(axes == 1 ? new int[] {0} : new int[] {0, 1});
        BitSet seen = new BitSet(ROWS);
        Arrays.stream(order.rows()).forEach(seen::set);
        assertThat(seen.cardinality()).isEqualTo(ROWS);
        for (int axis = 0; axis < axes; axis++) {
            double[][] ranges = ranges(order, axis, axes, numbers[axis]);
            for (int bucket = 1; bucket < ranges.length; bucket++) {
                assertThat(ranges[bucket][0]).isGreaterThan(ranges[bucket - 1][1]);
            }
        }
    }

    @Test
    void of_unwanted_isGivenUp() {
        IndexBuild unwanted = new IndexBuild(() -> true);
        try (NumberColumn column = NumberColumn.of(new double[100], 100, allocator)) {
            List<RowFilter> filters = List.of(new RangeFilter(column, ValueRange.ALL));
            assertThatThrownBy(() -> RowOrder.of(filters, 100, unwanted)).hasMessage("nobody wants the index any more");
        }
    }

    private RowOrder order(double[][] numbers) {
        List<NumberColumn> columns = Arrays.stream(numbers)
                .map(each -> NumberColumn.of(each, ROWS, allocator))
                .toList();
        try {
            return RowOrder.of(
                    columns.stream()
                            .<RowFilter>map(column -> new RangeFilter(column, ValueRange.ALL))
                            .toList(),
                    ROWS,
                    BUILD);
        } finally {
            columns.forEach(NumberColumn::close);
        }
    }

    /// The least and the greatest number of each bucket of an axis that has rows, by a plain loop over the tiles.
    private static double[][] ranges(RowOrder order, int axis, int axes, double[] numbers) {
        int buckets = 1 << (order.bits() / axes);
        double[] least = new double[buckets];
        double[] greatest = new double[buckets];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        for (int tile = 0; tile < 1 << order.bits(); tile++) {
            int bucket = 0;
            for (int bit = 0; bit < order.bits() / axes; bit++) {
                bucket |= (tile >>> (bit * axes + axes - 1 - axis) & 1) << bit;
            }
            for (int place = order.start(order.bits(), tile); place < order.start(order.bits(), tile + 1); place++) {
                double number = numbers[order.rows()[place]];
                least[bucket] = Math.min(least[bucket], number);
                greatest[bucket] = Math.max(greatest[bucket], number);
            }
        }
        return IntStream.range(0, buckets)
                .filter(bucket -> least[bucket] <= greatest[bucket])
                .mapToObj(bucket -> new double[] {least[bucket], greatest[bucket]})
                .toArray(double[][]::new);
    }
}
