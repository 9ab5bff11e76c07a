package org.sheliak.runtime.source.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void run_manyParts_takesEachInOrder(int threads) throws IOException {
        List<Squares> lanes = List.of(new Squares(500, -1), new Squares(0, -1), new Squares(77, -1));
        Lanes.run(lanes, threads);
        for (Squares lane : lanes) {
            assertThat(lane.taken)
                    .isEqualTo(IntStream.range(0, lane.parts)
                            .mapToObj(part -> part * part)
                            .toList());
            assertThat(lane.mostAhead.get()).isLessThanOrEqualTo(3 * threads);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void run_aPartFails_throwsItsException(int threads) {
        Squares failing = new Squares(100, 20);
        assertThatThrownBy(() -> Lanes.run(List.of(new Squares(100, -1), failing), threads))
                .isInstanceOf(IOException.class)
                .hasMessage("part 20");
        assertThat(failing.taken).hasSizeLessThanOrEqualTo(20);
    }

    private static final class Squares implements Lane<Integer> {
        private final int parts;
        private final int failing;
        private final List<Integer> taken = new ArrayList<>();
        private final AtomicInteger ahead = new AtomicInteger();
        private final AtomicInteger mostAhead = new AtomicInteger();

        Squares(int parts, int failing) {
            this.parts = parts;
            this.failing = failing;
        }

        @Override
        public int partCount() {
            return parts;
        }

        @Override
        public Integer read(int part) throws IOException {
            mostAhead.accumulateAndGet(ahead.incrementAndGet(), Math::max);
            if (part == failing) {
                throw new IOException("part " + part);
            }
            return part * part;
        }

        @Override
        public void take(int part, Integer read) {
            ahead.decrementAndGet();
            assertThat(part).isEqualTo(taken.size());
            taken.add(read);
        }
    }
}
