package org.sheliak.runtime.expression.function;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.sheliak.planner.error.ErrorCode;

/// Base64 and percent encoding.
///
/// Source: HTML Living Standard, 8.3 (`btoa`, `atob`); ECMA-262 (2024), 19.2.6 (`encodeURIComponent`).
final class EncodingFunctions {
    private static final String UNESCAPED = "-_.!~*'()";

    private EncodingFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("btoa", (arguments, scope) -> btoa(given("btoa", arguments, scope))),
                FunctionDefinition.of("atob", (arguments, scope) -> atob(given("atob", arguments, scope))),
                FunctionDefinition.of(
                        "encodeURIComponent", (arguments, scope) -> encode(scope.text(arguments.get(0)))));
    }

    private static String given(String function, Arguments arguments, EvaluationScope scope) {
        if (arguments.count() == 0) {
            throw Errors.unusable(function, "a text", arguments.get(0));
        }
        return scope.text(arguments.get(0));
    }

    private static String btoa(String text) {
        if (text.chars().anyMatch(unit -> unit > 0xff)) {
            throw Errors.unusable("btoa", "characters up to U+00FF", text);
        }
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String atob(String text) {
        String compact = text.replaceAll("[\\t\\n\\f\\r ]", "");
        String digits = compact.length() % 4 == 0 ? compact.replaceFirst("={1,2}$", "") : compact;
        if (digits.length() % 4 == 1 || !digits.matches("[A-Za-z0-9+/]*")) {
            throw Errors.unusable("atob", "base64", text);
        }
        // The decoder wants the unused last bits to be zero, and browsers do not: they are cut off by hand.
        return new String(decode(digits), StandardCharsets.ISO_8859_1);
    }

    private static byte[] decode(String digits) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        byte[] bytes = new byte[digits.length() * 6 / 8];
        int bits = 0;
        int count = 0;
        int length = 0;
        for (int i = 0; i < digits.length(); i++) {
            bits = bits << 6 | alphabet.indexOf(digits.charAt(i));
            count += 6;
            if (count >= 8) {
                count -= 8;
                bytes[length++] = (byte) (bits >> count);
            }
        }
        return bytes;
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : utf8(text)) {
            char character = (char) (unit & 0xff);
            boolean isPlain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || UNESCAPED.indexOf(character) >= 0;
            if (isPlain) {
                encoded.append(character);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(character >> 4, 16)));
                encoded.append(Character.toUpperCase(Character.forDigit(character & 15, 16)));
            }
        }
        return encoded.toString();
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException _) {
            throw Errors.error(
                    ErrorCode.TYPE_MISMATCH,
                    "encodeURIComponent expects whole characters, found half of a surrogate pair");
        }
    }
}
