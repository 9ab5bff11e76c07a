package org.sheliak.bridge.kernel.jshell;

/// The code of one cell, to name places in it.
///
/// @param number the cell's number in the notebook
record CellSource(String code, int number) {
    /// A line of a cell; lines count from 1.
    record Place(CellSource cell, int line) {
        @Override
        public String toString() {
            return "cell " + cell.number() + ", line " + line;
        }

        /// The text of the line.
        String text() {
            return cell.code().lines().skip(line - 1L).findFirst().orElse("");
        }
    }

    Place placeOf(int offset) {
        int line = 1
                + (int) code.substring(0, Math.min(offset, code.length()))
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
        return new Place(this, line);
    }

    /// The offset of a character in its line.
    int columnOf(int offset) {
        return offset - (code.lastIndexOf('\n', offset - 1) + 1);
    }

    /// The first offset from `offset` on that is neither white space nor in a comment. JShell counts the lines of
    /// a snippet from there, whether or not it is given more.
    int nextCode(int offset) {
        int i = offset;
        while (i < code.length() && (Character.isWhitespace(code.charAt(i)) || isComment(code, i))) {
            i = tokenEnd(code, i);
        }
        return i;
    }

    /// Whether the last token of a snippet is a semicolon; comments are no tokens.
    static boolean endsWithSemicolon(String snippet) {
        char last = 0;
        int i = 0;
        while (i < snippet.length()) {
            char first = snippet.charAt(i);
            if (!isComment(snippet, i) && !Character.isWhitespace(first)) {
                last = first;
            }
            i = tokenEnd(snippet, i);
        }
        return last == ';';
    }

    private static boolean isComment(String code, int start) {
        return code.startsWith("//", start) || code.startsWith("/*", start);
    }

    /// The end of the comment, string or single character that begins at `start`.
    private static int tokenEnd(String code, int start) {
        if (code.startsWith("//", start)) {
            return endOf(code, "\n", start + 2);
        }
        if (code.startsWith("/*", start)) {
            return endOf(code, "*/", start + 2);
        }
        if (code.startsWith("\"\"\"", start)) {
            return endOf(code, "\"\"\"", start + 3);
        }
        char first = code.charAt(start);
        return first == '"' || first == '\'' ? endOf(code, String.valueOf(first), start + 1) : start + 1;
    }

    /// Past the next `close` that no backslash escapes.
    private static int endOf(String code, String close, int from) {
        boolean canEscape = close.charAt(0) == '"' || close.charAt(0) == '\'';
        for (int i = from; i < code.length(); i++) {
            if (canEscape && code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(close, i)) {
                return i + close.length();
            }
        }
        return code.length();
    }
}
