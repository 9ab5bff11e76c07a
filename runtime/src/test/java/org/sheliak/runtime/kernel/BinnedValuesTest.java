package org.sheliak.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sheliak.runtime.table.ZoneMap;

class BinnedValuesTest {
    private static final double[] STEPS = {0.1, 0.2, 1, 2.5, 100, 1e-7};

    private final Random random = new Random(7);
    private final BatchLoops loops = new VectorLoops();

    @Test
    void bin_withWhatIsKnown_isAsWithout() {
        Set<BinnedValues> seen = EnumSet.noneOf(BinnedValues.class);
        for (int round = 0; round < 2000; round++) {
            double step = STEPS[random.nextInt(STEPS.length)];
            double start = step * (random.nextInt(100) - 50);
            BinGrid grid = new BinGrid(start, start + step * (1 + random.nextInt(40)), step);
            double[] values = values(grid, round % 4);
            BinnedValues known = BinnedValues.of(grid, zones(values));
            seen.add(known);
            int[] slots = new int[values.length];
            loops.bin(values, values.length, grid, known, slots);
            int[] expected = Arrays.stream(values).mapToInt(grid::slotOf).toArray();
            assertThat(slots).describedAs("%s %s", grid, known).isEqualTo(expected);
        }
        assertThat(seen).containsExactlyInAnyOrder(BinnedValues.values());
    }

    @Test
    void of_aColumnOfWhichNothingIsKnown_isAny() {
        ZoneMap unknown = new ZoneMap(
                new double[] {Double.NEGATIVE_INFINITY},
                new double[] {Double.POSITIVE_INFINITY},
                new boolean[] {true},
                new boolean[] {true});
        assertThat(BinnedValues.of(new BinGrid(0, 10, 1), unknown)).isEqualTo(BinnedValues.ANY);
    }

    /// Values on the edges of bins and next to them, and others: within the bins, or beyond them on one side or both.
    private double[] values(BinGrid grid, int kind) {
        double span = grid.stop() - grid.start();
        double from = kind == 3 ? grid.start() - span : grid.start();
        double to = kind == 0 ? grid.lastStart() : kind == 1 ? grid.stop() : grid.stop() + span;
        double[] values = new double[1 + random.nextInt(200)];
        for (int i = 0; i < values.length; i++) {
            double value = switch (random.nextInt(3)) {
                case 0 -> grid.start() + grid.step() * random.nextInt(50);
                case 1 -> Math.nextDown(grid.start() + grid.step() * random.nextInt(50));
                default -> from + (to - from) * random.nextDouble();
            };
            values[i] = Math.clamp(value, from, to);
        }
        return values;
    }

    private static ZoneMap zones(double[] values) {
        return new ZoneMap(
                new double[] {Arrays.stream(values).min().orElseThrow()},
                new double[] {Arrays.stream(values).max().orElseThrow()},
                new boolean[1],
                new boolean[1]);
    }
}
