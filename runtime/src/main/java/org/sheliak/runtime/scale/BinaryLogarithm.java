package org.sheliak.runtime.scale;

/// `Math.log2` as V8 computes it, to the last bit.
///
/// x = 2^k * (1 + f) with sqrt(2)/2 < 1 + f < sqrt(2); log(1 + f) = f - f²/2 + r with r from a series; the sum of k and
/// the logarithm's high and low parts, multiplied by 1/ln 2 in two parts, is exact enough.
///
/// Source: FreeBSD's e_log2.c and k_log.h (K. C. Ng), as in src/base/ieee754.cc of V8 @ 11.3.
final class BinaryLogarithm {
    private static final double INVERSE_LN2_HIGH = 0x1.71547652p0;
    private static final double INVERSE_LN2_LOW = 0x1.705fc2eefa2p-33;
    private static final int SIGNIFICAND_BITS = 52;
    private static final int BIAS = 1023;
    private static final long SIGNIFICAND = 0xF_FFFF_FFFF_FFFFL;
    /// Moves significands above sqrt(2) into the next binade.
    private static final long HALF_BINADE = 0x95F64L << Integer.SIZE;

    private static final long ONE = 0x3FF0_0000_0000_0000L;
    private static final long HIGH_WORD = 0xFFFF_FFFF_0000_0000L;
    private static final int SUBNORMAL_SHIFT = 54;

    /// Coefficients of the series, of even and of odd powers of s², from the highest power down.
    private static final double[] EVEN = {0x1.39a09d078c69fp-3, 0x1.c71c51d8e78afp-3, 0x1.999999997fa04p-2};

    private static final double[] ODD = {
        0x1.2f112df3e5244p-3, 0x1.7466496cb03dep-3, 0x1.2492494229359p-2, 0x1.5555555555593p-1
    };

    private BinaryLogarithm() {}

    static double of(double x) {
        if (!(x > 0) || Double.isInfinite(x) || x == 1) {
            return x == 1 ? 0 : StrictMath.log(x);
        }
        boolean isSubnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(isSubnormal ? Math.scalb(x, SUBNORMAL_SHIFT) : x);
        long significand = bits & SIGNIFICAND;
        long carry = ((significand & HIGH_WORD) + HALF_BINADE) & (1L << SIGNIFICAND_BITS);
        double normal = Double.longBitsToDouble(significand | (carry ^ ONE));
        double exponent =
                (bits >> SIGNIFICAND_BITS) - BIAS - (isSubnormal ? SUBNORMAL_SHIFT : 0) + (carry >> SIGNIFICAND_BITS);
        double f = normal - 1;
        double half = 0.5 * f * f;
        double high = Double.longBitsToDouble(Double.doubleToRawLongBits(f - half) & HIGH_WORD);
        double low = (f - high) - half + rest(f, half);
        double scaledHigh = high * INVERSE_LN2_HIGH;
        double scaledLow = (low + high) * INVERSE_LN2_LOW + low * INVERSE_LN2_HIGH;
        double sum = exponent + scaledHigh;
        return scaledLow + ((exponent - sum) + scaledHigh) + sum;
    }

    /// log(1 + f) - (f - f²/2).
    private static double rest(double f, double half) {
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        return s * (half + (z * series(ODD, w) + w * series(EVEN, w)));
    }

    private static double series(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = coefficient + x * sum;
        }
        return sum;
    }
}
