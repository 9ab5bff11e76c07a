package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strings numbered on all cores, and late, against a map that numbers them one by one.
class Utf8NumberingTest {
    private static final String[] PIECES = {"", "a", "zone ", "é", "\u4e16\u754c", "\ud83d\ude00", "twelve bytes", "\0"
    };

    private final BufferAllocator allocator = new RootAllocator();
    private final List<@Nullable String> expected = new ArrayList<>();
    private final Map<String, Integer> codes = new LinkedHashMap<>();

    @AfterEach
    void close() {
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 10_000, 1 << 30})
    void number_randomRuns_numbersThemAsTheyComeFirst(int stringsTogether) {
        List<Utf8Run> runs = runs(new Random(stringsTogether), 60);
        int[] written = new int[expected.size()];
        List<String> dictionary = Utf8Numbering.number(runs, MemorySegment.ofArray(written), stringsTogether);
        assertThat(dictionary).containsExactlyElementsOf(codes.keySet());
        for (int row = 0; row < written.length; row++) {
            String text = expected.get(row);
            if (text != null) {
                assertThat(written[row]).isEqualTo(codes.get(text));
            }
        }
    }

    @Test
    void number_malformed_isAsWhatItReadsAs() {
        byte[] bytes = "\u00ff\u00fe\u00ef\u00bf\u00bdplain\u00c3".getBytes(StandardCharsets.ISO_8859_1);
        Utf8Slices slices = new Utf8Slices(bytes, 5);
        slices.add(0, 1);
        slices.add(1, 1);
        slices.add(5, 5);
        slices.add(2, 3);
        slices.add(9, 2);
        int[] written = new int[5];
        List<Utf8Run> runs = List.of(new Utf8Run(5, new BitSet(), slices, null));
        assertThat(List.copyOf(Utf8Numbering.number(runs, MemorySegment.ofArray(written))))
                .containsExactly("\uFFFD", "plain", "n\uFFFD");
        assertThat(written).containsExactly(0, 0, 1, 0, 2);
    }

    @Test
    void build_runs_numbersForWhoeverAsksFirst() throws Exception {
        try (StringColumn column = column(new Random(3));
                StringColumn shared = column.share();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                StringColumn read = i % 2 == 0 ? column : shared;
                readers.add(() -> {
                    check(read);
                    return true;
                });
            }
            for (var done : threads.invokeAll(readers)) {
                assertThat(done.get()).isTrue();
            }
            try (StringColumn third = shared.share()) {
                check(third);
            }
        }
    }

    @Test
    void build_runs_giveTheirMemoryBackWithoutCodes() {
        StringColumn column = column(new Random(4));
        assertThat(column.length()).isEqualTo(expected.size());
        assertThat(column.sizeBytes()).isGreaterThan(4L * expected.size());
        for (int row = 0; row < expected.size(); row++) {
            assertThat(column.isNull(row)).isEqualTo(expected.get(row) == null);
        }
        StringColumn shared = column.share();
        column.close();
        shared.close();
        assertThat(shared.dictionary()).isEmpty();
    }

    @Test
    void gather_beforeAnybodyAsked_hasTheRows() {
        try (StringColumn column = column(new Random(5));
                StringColumn gathered = column.gather(new int[] {7, 2, 7}, allocator)) {
            assertThat(gathered.value(0)).isEqualTo(expected.get(7));
            assertThat(gathered.value(1)).isEqualTo(expected.get(2));
            assertThat(gathered.value(2)).isEqualTo(expected.get(7));
        }
    }

    private void check(StringColumn column) {
        assertThat(column.dictionary()).containsExactlyElementsOf(codes.keySet());
        int[] loaded = new int[column.length()];
        column.load(0, loaded.length, loaded);
        for (int row = 0; row < expected.size(); row++) {
            String text = expected.get(row);
            assertThat(column.value(row)).isEqualTo(text);
            if (text != null) {
                assertThat(column.code(row)).isEqualTo(loaded[row]).isEqualTo(codes.get(text));
            }
        }
    }

    private StringColumn column(Random random) {
        try (Utf8ColumnBuilder builder = new Utf8ColumnBuilder(0, false, allocator)) {
            return builder.build(runs(random, 20));
        }
    }

    /// Plain strings, and codes of dictionaries that several runs share.
    private List<Utf8Run> runs(Random random, int count) {
        List<Utf8Run> runs = new ArrayList<>();
        List<String> dictionary = List.of();
        Utf8Slices slices = Utf8Slices.of(dictionary);
        for (int run = 0; run < count; run++) {
            if (run % 7 == 0) {
                dictionary = texts(random, 1 + random.nextInt(500));
                slices = Utf8Slices.of(dictionary);
            }
            int rows = random.nextInt(900);
            BitSet nulls = new BitSet();
            for (int row = 0; row < rows; row++) {
                nulls.set(row, run % 3 == 0 && random.nextInt(4) == 0);
            }
            int present = rows - nulls.cardinality();
            boolean isCoded = random.nextBoolean();
            int[] chosen = random.ints(present, 0, dictionary.size()).toArray();
            List<String> texts = isCoded ? dictionary : texts(random, present);
            texts.forEach(text -> codes.putIfAbsent(text, codes.size()));
            runs.add(new Utf8Run(rows, nulls, isCoded ? slices : Utf8Slices.of(texts), isCoded ? chosen : null));
            int next = 0;
            for (int row = 0; row < rows; row++) {
                expected.add(nulls.get(row) ? null : texts.get(isCoded ? chosen[next++] : next++));
            }
        }
        return runs;
    }

    private static List<String> texts(Random random, int count) {
        return random.ints(count, 0, 5000)
                .mapToObj(number -> PIECES[number % PIECES.length] + (number % 3 == 0 ? "" : number))
                .toList();
    }
}
