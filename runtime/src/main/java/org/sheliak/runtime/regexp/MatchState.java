package org.sheliak.runtime.regexp;

import java.util.Arrays;

/// What one attempt to match knows. Steps that fail leave it as they found it.
final class MatchState {
    private static final int NONE = -1;

    final String text;
    /// Start and end of each group's text, -1 while it has none; those of the whole match are first.
    final int[] captures;
    /// How often each loop has begun its body.
    final int[] counts;
    /// Where each loop has begun its body the last time.
    final int[] starts;

    MatchState(String text, int groups, int loops) {
        this.text = text;
        this.captures = new int[2 * (groups + 1)];
        this.counts = new int[loops];
        this.starts = new int[loops];
        Arrays.fill(captures, NONE);
    }

    void clearGroups(int first, int end) {
        Arrays.fill(captures, 2 * first, 2 * end, NONE);
    }
}
