package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sheliak.runtime.kernel.RandomColumns;
import org.sheliak.runtime.table.NumberColumn.Layout;

/// Zone maps against a plain loop.
class ZoneMapTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void zones_ofEachLayoutWithNullsAndNaN_holdEachZone() {
        try (RandomColumns random = new RandomColumns(new Random(1), allocator)) {
            for (NumericColumn column : random.columns(2 * ZoneMap.ZONE + 1)) {
                check(column, column.zones());
            }
        }
    }

    @Test
    void zones_ofZeros_areThePositiveOne() {
        try (NumberColumn zeros = NumberColumn.of(new double[] {-0.0, -0.0}, 2, allocator)) {
            assertThat(zeros.zones().minimum()).isEqualTo(0.0);
            assertThat(zeros.zones().maximum()).isEqualTo(0.0);
        }
    }

    @Test
    void zones_ofNoRows_haveNoNumbers() {
        try (NumberColumn none = NumberColumn.of(new double[0], 0, allocator)) {
            assertThat(none.zones().minimum()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(none.zones().maximum()).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void sampledZones_ofManyZones_tellNothingOfTheOthers() {
        double[] numbers = new Random(2).doubles(40 * ZoneMap.ZONE).toArray();
        try (NumberColumn column = NumberColumn.of(numbers, numbers.length, allocator)) {
            ZoneMap sample = column.sampledZones();
            assertThat(sample.maxima()[0]).isLessThan(1);
            assertThat(sample.maxima()[1]).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(sample.hasNumbersOnly(1)).isFalse();
            check(column, column.zones());
            assertThat(column.sampledZones()).isSameAs(column.zones());
        }
    }

    @Test
    void build_whereAllRowsWereLookedAt_knowsTheZones() {
        double[] numbers = new Random(3).doubles(ZoneMap.ZONE + 1000).toArray();
        numbers[70] = Double.NaN;
        try (NumericColumn column = built(numbers, new BitSet())) {
            check(column, column.zones());
            assertThat(((NumberColumn) column).isKnownToBeNumbers()).isFalse();
        }
        numbers[70] = 0.5;
        try (NumericColumn column = built(numbers, new BitSet());
                NumericColumn shared = column.share()) {
            assertThat(((NumberColumn) column).isKnownToBeNumbers()).isTrue();
            assertThat(shared.zones()).isSameAs(column.zones());
        }
    }

    @Test
    void build_withNulls_findsTheZonesLater() {
        double[] numbers = new Random(4).doubles(3000).toArray();
        BitSet nulls = new BitSet();
        nulls.set(2999);
        try (NumericColumn column = built(numbers, nulls)) {
            check(column, column.zones());
            assertThat(((NumberColumn) column).isKnownToBeNumbers()).isFalse();
        }
    }

    /// In runs of a thousand rows; those without null are looked at.
    private NumericColumn built(double[] numbers, BitSet nulls) {
        try (FixedWidthBuilder builder = FixedWidthBuilder.numbers(Layout.FLOAT64, numbers.length, allocator)) {
            builder.append(numbers, numbers.length, nulls);
            for (int from = 0; from < numbers.length; from += 1000) {
                int count = Math.min(1000, numbers.length - from);
                if (nulls.get(from, from + count).isEmpty()) {
                    builder.summarize(from, count);
                }
            }
            return builder.build();
        }
    }

    private static void check(NumericColumn column, ZoneMap map) {
        assertThat(map.minima()).hasSize(ZoneMap.zones(column.length()));
        double[] number = new double[1];
        for (int zone = 0; zone < map.minima().length; zone++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            boolean hasNaN = false;
            boolean hasNull = false;
            for (int row = zone * ZoneMap.ZONE; row < Math.min(column.length(), (zone + 1) * ZoneMap.ZONE); row++) {
                column.load(row, 1, number);
                boolean isNull = column.isNull(row);
                hasNull |= isNull;
                hasNaN |= !isNull && Double.isNaN(number[0]);
                least = !isNull && number[0] < least ? number[0] : least;
                greatest = !isNull && number[0] > greatest ? number[0] : greatest;
            }
            assertThat(map.minima()[zone]).isEqualTo(least + 0.0);
            assertThat(map.maxima()[zone]).isEqualTo(greatest + 0.0);
            assertThat(map.hasNaN()[zone]).isEqualTo(hasNaN);
            assertThat(map.hasNull()[zone]).isEqualTo(hasNull);
        }
    }
}
