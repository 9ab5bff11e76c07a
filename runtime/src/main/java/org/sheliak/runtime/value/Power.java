package org.sheliak.runtime.value;

/// `Math.pow` and `**` as V8 computes them, to the last bit.
///
/// V8 uses fdlibm's algorithm, but in the last division the correction stands in the denominator, not beside the
/// quotient: one result in thirty differs from [StrictMath#pow] by its last bit, 10 ** -4 among them. Vega's bins are
/// made of powers of ten, so the bit decides on which side of a boundary a value falls.
///
/// 1. |x| = 2^n * f, with f near 1 (base 0) or 1.5 (base 1); log2(f) as a sum of a high and a low part, from a series
///    in s = (f - base) / (f + base);
/// 2. y * log2(|x|) = k + rest, |rest| <= 0.5, again in two parts;
/// 3. 2^rest from a rational approximation, scaled by 2^k.
///
/// Source: fdlibm 5.3, e_pow.c (K. C. Ng); src/base/ieee754.cc of V8 @ 11.3.
public final class Power {
    private static final int SIGNIFICAND_BITS = 20;
    private static final int SIGNIFICAND = 0xFFFFF;
    private static final int SIGN_FREE = 0x7FFFFFFF;
    private static final int ONE_HIGH_WORD = 0x3FF00000;
    /// High word of the significand of sqrt(3/2).
    private static final int SQRT_1_5 = 0x3988E;
    /// High word of the significand of sqrt(3).
    private static final int SQRT_3 = 0xBB67A;

    private static final double[] BASE = {1, 1.5};
    private static final double[] LOG2_BASE_HIGH = {0, 0x1.2b8034p-1};
    private static final double[] LOG2_BASE_LOW = {0, 0x1.cfdeb43cfd006p-27};
    /// Coefficients of the series of log, from the highest power down.
    private static final double[] LOG_SERIES = {
        0x1.a7e284a454eefp-3,
        0x1.d864a93c9db65p-3,
        0x1.17460a91d4101p-2,
        0x1.55555518f264dp-2,
        0x1.b6db6db6fabffp-2,
        0x1.3333333333303p-1
    };
    /// Coefficients of the approximation of the exponential function, from the highest power down.
    private static final double[] EXP_SERIES = {
        0x1.6376972bea4d0p-25,
        -0x1.bbd41c5d26bf1p-20,
        0x1.1566aaf25de2cp-14,
        -0x1.6c16c16bebd93p-9,
        0x1.555555555553ep-3
    };
    /// 2 / (3 ln 2), and as a sum.
    private static final double CP = 0x1.ec709dc3a03fdp-1;

    private static final double CP_HIGH = 0x1.ec709ep-1;
    private static final double CP_LOW = -0x1.e2fe0145b01f5p-28;
    /// ln 2, and as a sum.
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private static final double LN2_HIGH = 0x1.62e43p-1;
    private static final double LN2_LOW = -0x1.05c610ca86c39p-29;

    /// Beyond this the result is no normal number, and the last bit does not show.
    private static final double MAX_EXPONENT = 1020;

    private static final double HALF = 0.5;

    private Power() {}

    /// `x ** y`.
    public static double of(double x, double y) {
        double exact = StrictMath.pow(x, y);
        boolean isSpecial = y == 0 || y == 2 || y == HALF || Math.abs(y) == 1 || Math.abs(x) == 1;
        if (isSpecial || Double.isNaN(exact) || Math.abs(Math.getExponent(exact)) > MAX_EXPONENT || isSubnormal(x)) {
            return Math.abs(x) == 1 && Double.isInfinite(y) ? Double.NaN : exact;
        }
        return Math.copySign(positive(Math.abs(x), y), exact);
    }

    private static boolean isSubnormal(double x) {
        return Math.abs(x) < Double.MIN_NORMAL;
    }

    private static double positive(double x, double y) {
        int high = high(x);
        int significand = high & SIGNIFICAND;
        int n = (high >> SIGNIFICAND_BITS) - Double.MAX_EXPONENT;
        int base = significand > SQRT_1_5 && significand < SQRT_3 ? 1 : 0;
        int scaled = significand | ONE_HIGH_WORD;
        if (significand >= SQRT_3) {
            n++;
            scaled -= 1 << SIGNIFICAND_BITS;
        }
        return power(withHigh(x, scaled), base, n, y);
    }

    /// (2^n * f)^y.
    private static double power(double f, int base, int n, double y) {
        double u = f - BASE[base];
        double v = 1 / (f + BASE[base]);
        double s = u * v;
        double sHigh = cut(s);
        double tHigh = withHigh(0, (high(f) >> 1 | 0x20000000) + 0x00080000 + (base << 18));
        double tLow = f - (tHigh - BASE[base]);
        double sLow = v * ((u - sHigh * tHigh) - sHigh * tLow);

        double square = s * s;
        double r = square * square * series(LOG_SERIES, square) + sLow * (sHigh + s);
        square = sHigh * sHigh;
        tHigh = cut(3 + square + r);
        tLow = r - ((tHigh - 3) - square);
        u = sHigh * tHigh;
        v = sLow * tHigh + tLow * s;
        double pHigh = cut(u + v);
        double pLow = v - (pHigh - u);
        double zHigh = CP_HIGH * pHigh;
        double zLow = CP_LOW * pHigh + pLow * CP + LOG2_BASE_LOW[base];
        double logHigh = cut(((zHigh + zLow) + LOG2_BASE_HIGH[base]) + n);
        double logLow = zLow - (((logHigh - n) - LOG2_BASE_HIGH[base]) - zHigh);

        double yHigh = cut(y);
        return exponential(yHigh * logHigh, (y - yHigh) * logHigh + y * logLow);
    }

    /// 2^(high + low).
    private static double exponential(double high, double low) {
        double sum = high + low;
        double whole = Math.abs(sum) > HALF ? Math.copySign(Math.floor(Math.abs(sum) + HALF), sum) : 0;
        double rest = high - whole;
        double t = cut(low + rest);
        double u = t * LN2_HIGH;
        double v = (low - (t - rest)) * LN2 + t * LN2_LOW;
        double z = u + v;
        double w = v - (z - u);
        t = z * z;
        double t1 = z - t * series(EXP_SERIES, t);
        double r = (z * t1) / ((t1 - 2) - (w + z * w));
        return Math.scalb(1 - (r - z), (int) whole);
    }

    private static double series(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = coefficient + x * sum;
        }
        return sum;
    }

    /// The number without the low half of its bits.
    private static double cut(double number) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(number) & 0xFFFF_FFFF_0000_0000L);
    }

    private static int high(double number) {
        return (int) (Double.doubleToRawLongBits(number) >> Integer.SIZE) & SIGN_FREE;
    }

    private static double withHigh(double number, int high) {
        return Double.longBitsToDouble(
                (Double.doubleToRawLongBits(number) & 0xFFFF_FFFFL) | (long) high << Integer.SIZE);
    }
}
