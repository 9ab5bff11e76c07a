package org.sheliak.runtime.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.v3.lz4.Lz4FrameCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Lz4FrameTest {
    /// Version 1, blocks that may refer to earlier ones, 64 KB each at the most; the header's checksum is not read.
    private static final String LINKED = "04224d18" + "40" + "40" + "00";

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 300, 100_000, 3_000_000})
    void decompress_whatTheLibraryCompressed_isTheContent(int size) {
        Random random = new Random(size);
        byte[] content = new byte[size];
        for (int index = 0; index < size; ) {
            int run = Math.min(size - index, 1 + random.nextInt(random.nextInt(5) == 0 ? 1000 : 20));
            int back = random.nextInt(70_000);
            for (int end = index + run; index < end; index++) {
                content[index] = back < 20_000 && index > back ? content[index - back - 1] : (byte) random.nextInt(9);
            }
        }
        assertThat(decompress(compressed(content), size)).isEqualTo(content);
    }

    @Test
    void decompress_blockThatRefersToTheOneBefore_isTheContent() {
        // Ten literals. Then one literal, and a match of twelve bytes from nine before it; and the five last literals.
        String first = "0b000000" + "a0" + hex("0123456789");
        String second = "0a000000" + "18" + hex("-") + "0900" + "50" + hex("abcde");
        byte[] frame = HexFormat.of().parseHex(LINKED + first + second + "00000000");
        byte[] expected = "0123456789-23456789-234abcde".getBytes(StandardCharsets.US_ASCII);
        assertThat(decompress(frame, expected.length)).isEqualTo(expected);
    }

    @Test
    void decompress_storedBlock_isTheContent() {
        byte[] frame = HexFormat.of().parseHex(LINKED + "05000080" + hex("plain") + "00000000");
        assertThat(decompress(frame, 5)).isEqualTo("plain".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void decompress_damagedFrames_saySo() {
        byte[] content =
                "many many many bytes, many of which are the same as many others".getBytes(StandardCharsets.US_ASCII);
        byte[] frame = compressed(content);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            byte[] damaged = Arrays.copyOf(frame, random.nextInt(4) == 0 ? random.nextInt(frame.length) : frame.length);
            for (int flips = random.nextInt(3); flips >= 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Lz4Frame.decompress(damaged, content.length)).hasSizeGreaterThanOrEqualTo(content.length);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageContaining("an LZ4 frame ");
            }
        }
    }

    @Test
    void decompress_anotherSize_saysSo() {
        assertThatThrownBy(() -> decompress(compressed(new byte[40]), 41))
                .hasMessage("an LZ4 frame has 40 bytes of content where 41 were expected");
    }

    private static byte[] decompress(byte[] frame, int size) {
        return Arrays.copyOf(Lz4Frame.decompress(frame, size), size);
    }

    private static byte[] compressed(byte[] content) {
        Lz4FrameCompressor compressor = Lz4FrameCompressor.create();
        byte[] target = new byte[compressor.maxCompressedLength(content.length)];
        int length = compressor.compress(content, 0, content.length, target, 0, target.length);
        return Arrays.copyOf(target, length);
    }

    private static String hex(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
