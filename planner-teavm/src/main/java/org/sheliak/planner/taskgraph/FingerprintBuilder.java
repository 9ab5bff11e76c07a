package org.sheliak.planner.taskgraph;

/// Computes a [Fingerprint] of values that are put in one after the other. Values of variable length are preceded by
/// their length, so that no two different sequences of calls put in the same bytes.
///
/// The hash is MurmurHash3_x86_128 with seed 0, which needs nothing but 32-bit arithmetic.
///
/// Source: https://github.com/aappleby/smhasher, MurmurHash3.cpp (public domain).
public final class FingerprintBuilder {
    private static final int BLOCK_BYTES = 16;
    private static final int C1 = 0x239b961b;
    private static final int C2 = 0xab0e9789;
    private static final int C3 = 0x38b34ae5;
    private static final int C4 = 0xa1e38b93;

    private int h1;
    private int h2;
    private int h3;
    private int h4;
    private int length;

    /// The block that is being filled; its first bytes are the low ones of `k1`.
    private int k1;

    private int k2;
    private int k3;
    private int k4;

    /// A builder of the fingerprint of nothing.
    public FingerprintBuilder() {
        this(0);
    }

    FingerprintBuilder(int seed) {
        h1 = seed;
        h2 = seed;
        h3 = seed;
        h4 = seed;
    }

    /// Four bytes.
    public FingerprintBuilder putInt(int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            put(value >>> shift);
        }
        return this;
    }

    /// Eight bytes; all NaNs are the same, the two zeros are not.
    public FingerprintBuilder putDouble(double value) {
        long bits = Double.doubleToLongBits(value);
        return putInt((int) bits).putInt((int) (bits >>> 32));
    }

    /// The length and the UTF-16 code units of a string.
    public FingerprintBuilder putString(String value) {
        putInt(value.length());
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
            put(value.charAt(i) >>> 8);
        }
        return this;
    }

    /// The length and the elements of an array.
    public FingerprintBuilder putBytes(byte[] value) {
        putInt(value.length);
        for (byte element : value) {
            put(element);
        }
        return this;
    }

    /// The fingerprint of something that this content depends on.
    public FingerprintBuilder putFingerprint(Fingerprint value) {
        return putInt(value.first())
                .putInt(value.second())
                .putInt(value.third())
                .putInt(value.fourth());
    }

    /// The fingerprint of what was put in up to now. The builder can go on.
    public Fingerprint build() {
        int a = h1 ^ scramble(k1, C1, 15, C2) ^ length;
        int b = h2 ^ scramble(k2, C2, 16, C3) ^ length;
        int c = h3 ^ scramble(k3, C3, 17, C4) ^ length;
        int d = h4 ^ scramble(k4, C4, 18, C1) ^ length;
        a += b + c + d;
        b += a;
        c += a;
        d += a;
        a = avalanche(a);
        b = avalanche(b);
        c = avalanche(c);
        d = avalanche(d);
        a += b + c + d;
        return new Fingerprint(a, b + a, c + a, d + a);
    }

    /// Puts in the low byte of `value`.
    void put(int value) {
        int bits = (value & 0xFF) << ((length & 3) * 8);
        switch ((length >> 2) & 3) {
            case 0 -> k1 |= bits;
            case 1 -> k2 |= bits;
            case 2 -> k3 |= bits;
            default -> k4 |= bits;
        }
        length++;
        if (length % BLOCK_BYTES == 0) {
            mixBlock();
        }
    }

    private void mixBlock() {
        h1 = (Integer.rotateLeft(h1 ^ scramble(k1, C1, 15, C2), 19) + h2) * 5 + 0x561ccd1b;
        h2 = (Integer.rotateLeft(h2 ^ scramble(k2, C2, 16, C3), 17) + h3) * 5 + 0x0bcaa747;
        h3 = (Integer.rotateLeft(h3 ^ scramble(k3, C3, 17, C4), 15) + h4) * 5 + 0x96cd1c35;
        h4 = (Integer.rotateLeft(h4 ^ scramble(k4, C4, 18, C1), 13) + h1) * 5 + 0x32ac3b17;
        k1 = 0;
        k2 = 0;
        k3 = 0;
        k4 = 0;
    }

    private static int scramble(int word, int factor, int rotation, int nextFactor) {
        return Integer.rotateLeft(word * factor, rotation) * nextFactor;
    }

    private static int avalanche(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
