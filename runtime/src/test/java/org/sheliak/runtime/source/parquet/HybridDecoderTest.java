package org.sheliak.runtime.source.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HybridDecoderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 20, 24, 25, 31, 32})
    void read_whatParquetMrWrites_givesItBack(int width) throws IOException {
        Random random = new Random(width);
        for (int round = 0; round < 50; round++) {
            int[] values = values(random, width);
            byte[] bytes = encoded(values, width);
            HybridDecoder decoder = decoder(bytes, width);
            int[] read = new int[values.length];
            for (int done = 0; done < values.length; ) {
                int count = Math.min(values.length - done, 1 + random.nextInt(40));
                int[] some = new int[count];
                decoder.read(some, count);
                System.arraycopy(some, 0, read, done, count);
                done += count;
            }
            assertThat(read).isEqualTo(values);
        }
    }

    @Test
    void isOneRun_ofOneValue_saysSoWithoutReading() throws IOException {
        int[] ones = new int[1000];
        Arrays.fill(ones, 1);
        HybridDecoder decoder = decoder(encoded(ones, 1), 1);
        assertThat(decoder.isOneRun(1, 1000)).isTrue();
        assertThat(decoder.isOneRun(0, 1000)).isFalse();
        assertThat(decoder.isOneRun(1, 1001)).isFalse();
    }

    @Test
    void read_tooFewBytes_fails() throws IOException {
        byte[] bytes = encoded(values(new Random(5), 11), 11);
        assertThatThrownBy(() -> decoder(Arrays.copyOf(bytes, 3), 11).read(new int[5000], 5000))
                .isInstanceOf(ParquetFormatException.class);
        assertThatThrownBy(() -> new HybridDecoder(bytes, 0, bytes.length, 33))
                .hasMessage("has values of 33 bits where 0 to 32 were expected");
    }

    /// Runs of one value and of many, of any length.
    private static int[] values(Random random, int width) {
        int[] values = new int[1 + random.nextInt(400)];
        int mask = (int) ((1L << width) - 1);
        for (int index = 0; index < values.length; index++) {
            boolean isRun = index > 0 && random.nextInt(10) > 1 && index % 100 > 40;
            values[index] = isRun ? values[index - 1] : random.nextInt() & mask;
        }
        return values;
    }

    private static byte[] encoded(int[] values, int width) throws IOException {
        try (var encoder = new RunLengthBitPackingHybridEncoder(width, 64, 1 << 20, new HeapByteBufferAllocator())) {
            for (int value : values) {
                encoder.writeInt(value);
            }
            return encoder.toBytes().toInputStream().readAllBytes();
        }
    }

    private static HybridDecoder decoder(byte[] bytes, int width) throws ParquetFormatException {
        return new HybridDecoder(Arrays.copyOf(bytes, bytes.length + PageDecompressor.PADDING), 0, bytes.length, width);
    }
}
