package org.sheliak.planner.json;

/// JavaScript's number text on the JVM: the digits of `Double.toString`, which are the shortest ones since JDK 19,
/// laid out as ECMA-262 section 6.1.6.1.20 (Number::toString) says.
final class JvmNumbers implements Numbers.Platform {
    /// Numbers below 1e-6 and from 1e21 on are written with an exponent.
    private static final int LEAST_PLAIN_POINT = -5;

    private static final int GREATEST_PLAIN_POINT = 21;

    @Override
    public double parse(String literal) {
        return Double.parseDouble(literal);
    }

    @Override
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (value == 0) {
            return "0";
        }
        if (value < 0) {
            return "-" + text(-value);
        }
        if (Double.isInfinite(value)) {
            return "Infinity";
        }
        return layOut(Decimal.of(value));
    }

    private static String layOut(Decimal decimal) {
        String digits = decimal.digits;
        int count = digits.length();
        int point = decimal.point;
        if (point < LEAST_PLAIN_POINT || point > GREATEST_PLAIN_POINT) {
            String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            int exponent = point - 1;
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= count) {
            return digits + "0".repeat(point - count);
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    /// A positive finite number `0.digits * 10^point`; no zeros at either end of the digits.
    private record Decimal(String digits, int point) {

        static Decimal of(double value) {
            Decimal shortest = read(Double.toString(value));
            return shortest.digits.length() == 2 ? withOneDigit(shortest, value) : shortest;
        }

        /// Takes apart `123.45` or `1.2345E-67`.
        private static Decimal read(String text) {
            int mark = text.indexOf('E');
            String mantissa = mark < 0 ? text : text.substring(0, mark);
            int exponent = mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
            int dot = mantissa.indexOf('.');
            String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
            int from = 0;
            while (digits.charAt(from) == '0') {
                from++;
            }
            int to = digits.length();
            while (digits.charAt(to - 1) == '0') {
                to--;
            }
            return new Decimal(digits.substring(from, to), dot - from + exponent);
        }

        /// `Double.toString` writes two digits where one would do, JavaScript does not: 4.9E-324 is 5e-324.
        private static Decimal withOneDigit(Decimal decimal, double value) {
            int tens = decimal.digits.charAt(0) - '0';
            int rounded = decimal.digits.charAt(1) >= '5' ? tens + 1 : tens;
            Decimal shorter = rounded == 10
                    ? new Decimal("1", decimal.point + 1)
                    : new Decimal(Integer.toString(rounded), decimal.point);
            boolean isSame = Double.parseDouble("0." + shorter.digits + "e" + shorter.point) == value;
            return isSame ? shorter : decimal;
        }
    }
}
