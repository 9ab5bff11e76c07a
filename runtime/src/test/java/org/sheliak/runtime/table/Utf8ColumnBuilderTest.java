package org.sheliak.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Utf8ColumnBuilderTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void append_manyStrings_numbersThemAsTheyComeFirst() {
        Random random = new Random(7);
        List<String> texts = IntStream.range(0, 200_000)
                .mapToObj(_ -> text(random.nextInt(90_000)))
                .toList();
        try (StringColumn column = column(texts)) {
            assertThat(column.dictionary())
                    .containsExactlyElementsOf(texts.stream().distinct().toList());
            assertThat(IntStream.range(0, texts.size()).mapToObj(column::value).toList())
                    .isEqualTo(texts);
            assertThat(column.sizeBytes()).isGreaterThan(4 * 200_000);
        }
    }

    @Test
    void append_malformed_isAsWhatItReadsAs() {
        byte[][] parts = {
            {(byte) 0xFF},
            {(byte) 0xFE},
            "\uFFFD".getBytes(StandardCharsets.UTF_8),
            {'a', (byte) 0xC3},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF0, (byte) 0x9F, (byte) 0x98}
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        Utf8Slices slices = new Utf8Slices(bytes.toByteArray(), 0);
        int start = 0;
        for (byte[] part : parts) {
            slices.add(start, part.length);
            start += part.length;
        }
        try (Utf8ColumnBuilder builder = new Utf8ColumnBuilder(0, false, allocator)) {
            builder.append(builder.codes(slices), parts.length, new BitSet());
            try (StringColumn column = builder.build()) {
                assertThat(column.dictionary()).containsExactly("\uFFFD", "a\uFFFD", "\uFFFD\uFFFD\uFFFD");
                assertThat(column.code(1)).isZero();
                assertThat(column.code(2)).isZero();
                assertThat(column.code(5)).isZero();
            }
        }
    }

    @Test
    void append_singleSurrogates_keepsThem() {
        List<String> texts = List.of("\ud83d", "x\ude00?", "\ud83d\ude00", "?", "\ufffd", "a\ud83d\ud83d\ude00b");
        try (StringColumn column = column(texts)) {
            assertThat(List.copyOf(column.dictionary())).isEqualTo(texts);
        }
    }

    @Test
    void append_nulls_areNull() {
        try (Utf8ColumnBuilder builder = new Utf8ColumnBuilder(0, true, allocator)) {
            BitSet nulls = new BitSet();
            nulls.set(1);
            for (int run = 0; run < 100; run++) {
                int[] codes = builder.codes(Utf8Slices.of(List.of("a", "b" + run)));
                builder.append(codes, 3, nulls);
            }
            assertThat(builder.length()).isEqualTo(300);
            try (StringColumn column = builder.build()) {
                assertThat(column.value(297)).isEqualTo("a");
                assertThat(column.value(298)).isNull();
                assertThat(column.value(299)).isEqualTo("b99");
                assertThat(column.validity().nullCount()).isEqualTo(100);
            }
        }
    }

    private StringColumn column(List<String> texts) {
        try (Utf8ColumnBuilder builder = new Utf8ColumnBuilder(0, true, allocator)) {
            for (int from = 0; from < texts.size(); from += 999) {
                List<String> some = new ArrayList<>(texts.subList(from, Math.min(texts.size(), from + 999)));
                builder.append(builder.codes(Utf8Slices.of(some)), some.size(), new BitSet());
            }
            return builder.build();
        }
    }

    /// Of any length, some of them longer than a block of memory.
    private static String text(int number) {
        return switch (number % 7) {
            case 0 -> "";
            case 1 -> "é" + number;
            case 2 -> "x".repeat(number % 40) + number;
            case 3 -> Integer.toString(number, 36);
            case 4 -> number < 200 ? "long ".repeat(1000) + number : "n" + number;
            default -> "name " + number;
        };
    }
}
