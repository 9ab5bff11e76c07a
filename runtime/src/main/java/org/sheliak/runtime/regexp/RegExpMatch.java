package org.sheliak.runtime.regexp;

import org.jspecify.annotations.Nullable;

/// Where a regular expression has matched.
public final class RegExpMatch {
    private final String text;
    private final int[] captures;

    /// Takes the array over.
    RegExpMatch(String text, int[] captures) {
        this.text = text;
        this.captures = captures;
    }

    public int start() {
        return captures[0];
    }

    public int end() {
        return captures[1];
    }

    /// The number of capturing groups.
    public int groupCount() {
        return captures.length / 2 - 1;
    }

    /// The text of a group, `null` where it has none; group 0 is the whole match.
    public @Nullable String group(int index) {
        return captures[2 * index] < 0 ? null : text.substring(captures[2 * index], captures[2 * index + 1]);
    }
}
