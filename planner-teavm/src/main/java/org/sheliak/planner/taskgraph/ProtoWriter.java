package org.sheliak.planner.taskgraph;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Writes a protobuf message field by field, byte for byte as protobuf-java does when the fields come in the order of
/// their numbers.
///
/// Every call writes its field. A field without presence that has its default value is left out by the caller, as
/// proto3 demands.
///
/// Source: protobuf encoding, https://protobuf.dev/programming-guides/encoding.
public final class ProtoWriter {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int LARGEST_VARINT32 = 5;
    private static final byte[] REPLACEMENT_CHARACTER = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private byte[] bytes = new byte[64];
    private int size;

    /// The message as written up to now.
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// A `uint32`; also an `enum`, by its number.
    public void uint32(int field, int value) {
        tag(field, VARINT);
        varint(value);
    }

    /// A `bool`.
    public void bool(int field, boolean value) {
        uint32(field, value ? 1 : 0);
    }

    /// A `double`; all NaNs are written alike.
    public void float64(int field, double value) {
        tag(field, FIXED64);
        long bits = Double.doubleToLongBits(value);
        fixed32((int) bits);
        fixed32((int) (bits >>> 32));
    }

    /// A `string`, as UTF-8; half a surrogate pair becomes U+FFFD.
    public void string(int field, String value) {
        delimited(field, () -> utf8(value));
    }

    /// A `bytes`.
    public void bytes(int field, byte[] value) {
        delimited(field, () -> append(value));
    }

    /// A nested message, whose fields `fields` writes.
    public void message(int field, Consumer<ProtoWriter> fields) {
        delimited(field, () -> fields.accept(this));
    }

    /// A `repeated uint32`, packed; an empty list is left out.
    public void packedUint32(int field, List<Integer> values) {
        if (!values.isEmpty()) {
            delimited(field, () -> values.forEach(this::varint));
        }
    }

    private void tag(int field, int wireType) {
        varint((field << 3) | wireType);
    }

    /// Writes the content first and moves it when its length is known: the length takes 1 to 5 bytes.
    private void delimited(int field, Runnable content) {
        tag(field, LENGTH_DELIMITED);
        int start = size;
        content.run();
        int length = size - start;
        varint(length);
        int lengthBytes = size - start - length;
        byte[] prefix = Arrays.copyOfRange(bytes, start + length, size);
        System.arraycopy(bytes, start, bytes, start + lengthBytes, length);
        System.arraycopy(prefix, 0, bytes, start, lengthBytes);
    }

    private void varint(int value) {
        reserve(LARGEST_VARINT32);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void fixed32(int value) {
        reserve(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.codePointAt(i);
            reserve(4);
            if (codePoint < 0x80) {
                bytes[size++] = (byte) codePoint;
            } else if (codePoint < 0x800) {
                bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
                continuation(codePoint);
            } else if (codePoint >= 0x10000) {
                bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
                continuation(codePoint >> 12);
                continuation(codePoint >> 6);
                continuation(codePoint);
                i++;
            } else if (Character.isSurrogate((char) codePoint)) {
                append(REPLACEMENT_CHARACTER);
            } else {
                bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
                continuation(codePoint >> 6);
                continuation(codePoint);
            }
        }
    }

    private void continuation(int bits) {
        bytes[size++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
