package org.sheliak.planner.cases;

import java.util.ArrayList;
import java.util.List;
import org.sheliak.planner.json.Numbers;

/// Arithmetic that the planner uses and that a translation to JavaScript can get wrong.
final class NumberCases {
    private NumberCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        text(cases, 0, "0");
        text(cases, -0.0, "0");
        text(cases, 100, "100");
        text(cases, -1.5, "-1.5");
        text(cases, 0.1, "0.1");
        text(cases, 0.1 + 0.2, "0.30000000000000004");
        text(cases, 123456789012345680000.0, "123456789012345680000");
        text(cases, 1e21, "1e+21");
        text(cases, 1.25e21, "1.25e+21");
        text(cases, 1e-6, "0.000001");
        text(cases, 1e-7, "1e-7");
        text(cases, 1.5e-7, "1.5e-7");
        text(cases, 10_000_000_000_001.5, "10000000000001.5");
        text(cases, Double.MIN_VALUE, "5e-324");
        text(cases, Double.MAX_VALUE, "1.7976931348623157e+308");
        text(cases, Double.NaN, "NaN");
        text(cases, Double.NEGATIVE_INFINITY, "-Infinity");
        cases.add(new Case("numbers: a hexadecimal digit is ASCII", () -> {
            Expect.equal(Numbers.hexDigit('f'), 15);
            Expect.equal(Numbers.hexDigit('A'), 10);
            Expect.equal(Numbers.hexDigit('g'), -1);
            Expect.equal(Numbers.hexDigit('\uff11'), -1);
            Expect.equal(Numbers.hexDigit('\u0441'), -1);
        }));
        cases.add(new Case("numbers: int arithmetic wraps", () -> {
            // Read from text, or the compiler would do the arithmetic.
            int large = Integer.parseInt("2147483647");
            Expect.equal(large + 1, Integer.MIN_VALUE);
            Expect.equal(large * large, 1);
            Expect.equal(large * 48271, 2147435377);
            Expect.equal(-large >>> 28, 8);
        }));
        cases.add(new Case("numbers: a double is taken apart bit by bit", () -> {
            long bits = Double.doubleToLongBits(-1.5);
            Expect.equal((int) bits, 0);
            Expect.equal((int) (bits >>> 32), 0xBFF80000);
            Expect.equal((int) (Double.doubleToLongBits(Double.NaN) >>> 32), 0x7FF80000);
            Expect.equal(1 / Double.longBitsToDouble(1L << 63), Double.NEGATIVE_INFINITY);
        }));
        cases.add(new Case("numbers: a long rounds to the nearest double", () -> {
            Expect.equal((double) 0x20000000000001L, 9007199254740992.0);
            Expect.equal((double) 0x20000000000003L, 9007199254740996.0);
        }));
        return cases;
    }

    private static void text(List<Case> cases, double value, String expected) {
        cases.add(new Case("numbers: text of " + expected, () -> Expect.equal(Numbers.text(value), expected)));
    }
}
