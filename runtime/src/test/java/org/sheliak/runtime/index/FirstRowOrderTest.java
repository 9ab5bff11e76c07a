package org.sheliak.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRowOrderTest {
    private static final int CELLS = 3000;

    /// As many rows as need one, two and three digits, and the most that there can be.
    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 4097, 1 << 24, (1 << 24) + 1, Integer.MAX_VALUE})
    void of_ordersCellsByTheirFirstRows(int rows) {
        Random random = new Random(rows);
        int[] firstRows = random.ints(CELLS, 0, rows).toArray();
        firstRows[7] = rows - 1;
        int[] seen = IntStream.range(0, CELLS).filter(cell -> cell % 3 != 0).toArray();
        int[] expected = IntStream.of(seen)
                .boxed()
                .sorted(Comparator.comparingInt(cell -> firstRows[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(FirstRowOrder.of(seen, seen.length, firstRows)).isEqualTo(expected);
        assertThat(FirstRowOrder.of(seen, 0, firstRows)).isEmpty();
    }
}
