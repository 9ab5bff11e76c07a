package org.sheliak.bridge.kernel;

/// Cursors: Jupyter counts code points, Java counts chars.
final class CodePoints {
    private CodePoints() {}

    /// The char index of a code point; a cursor outside the text is moved to its nearest end.
    static int toChars(String text, int codePoints) {
        int length = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.clamp(codePoints, 0, length));
    }

    static int fromChars(String text, int chars) {
        return text.codePointCount(0, chars);
    }
}
