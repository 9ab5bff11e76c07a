package org.sheliak.planner.json;

import java.util.Objects;

/// Numbers as text, in JavaScript's form on every platform.
///
/// Compiled to JavaScript, `Double.toString` and `Double.parseDouble` are off in the last digit for some values,
/// so the two conversions are a seam: the platform's entry point installs the browser's own.
public final class Numbers {
    private static Platform platform = new JvmNumbers();

    private Numbers() {}

    /// The two conversions, exact on the platform that implements them.
    public interface Platform {

        /// See [Numbers#text].
        String text(double value);

        /// See [Numbers#parse].
        double parse(String literal);
    }

    /// Makes this the platform's conversions. Called once, before any number is read or written.
    public static void install(Platform conversions) {
        platform = Objects.requireNonNull(conversions);
    }

    /// JavaScript's `String(value)`: `100`, `0.1`, `1e+21`, `1e-7`, `NaN`, `-Infinity`; both zeros give `0`.
    public static String text(double value) {
        return platform.text(value);
    }

    /// The double nearest to a decimal literal.
    ///
    /// @param literal digits with an optional sign, fraction and exponent, as in `-1.5e3`, `.5` or `5.`
    public static double parse(String literal) {
        return platform.parse(literal);
    }

    /// The value of an ASCII hexadecimal digit; -1 for any other character.
    public static int hexDigit(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int letter = character | 0x20;
        return letter >= 'a' && letter <= 'f' && character < 0x80 ? letter - 'a' + 10 : -1;
    }
}
