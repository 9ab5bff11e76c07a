package org.sheliak.runtime.regexp;

/// How a text falls into characters, and the direction in which it is read.
///
/// @param isUnicode whether characters are code points, not UTF-16 units
/// @param isBackward whether the text is read to the left, as in a look behind
record Characters(boolean isUnicode, boolean isBackward) {
    /// The position behind the next character, or -1 when there is none.
    int after(String text, int position) {
        if (isBackward) {
            return position == 0 ? -1 : position - (isPair(text, position - 2) ? 2 : 1);
        }
        return position == text.length() ? -1 : position + (isPair(text, position) ? 2 : 1);
    }

    /// The character between a position and the one that [#after] gave for it.
    int at(String text, int position, int after) {
        int start = Math.min(position, after);
        return Math.abs(after - position) == 2 ? text.codePointAt(start) : text.charAt(start);
    }

    private boolean isPair(String text, int start) {
        return isUnicode
                && start >= 0
                && start + 1 < text.length()
                && Character.isHighSurrogate(text.charAt(start))
                && Character.isLowSurrogate(text.charAt(start + 1));
    }
}
