package org.sheliak.runtime.regexp;

import org.sheliak.runtime.regexp.PatternNode.Repeat;

/// Repeats a single character without recursion, however long the run is, and goes on.
record RunStep(CharacterSet set, Repeat repeat, Characters characters, MatchStep next) implements MatchStep {

    @Override
    public boolean matches(MatchState state, int position) {
        return repeat.isLazy() ? matchesLazily(state, position) : matchesGreedily(state, position);
    }

    private boolean matchesGreedily(MatchState state, int position) {
        int end = position;
        int count = 0;
        for (int after = one(state, end); after >= 0 && count < repeat.to(); after = one(state, end)) {
            end = after;
            count++;
        }
        Characters back = new Characters(characters.isUnicode(), !characters.isBackward());
        for (; count >= repeat.from(); count--) {
            if (next.matches(state, end)) {
                return true;
            }
            end = count == 0 ? end : back.after(state.text, end);
        }
        return false;
    }

    private boolean matchesLazily(MatchState state, int position) {
        int end = position;
        for (int count = 0; ; count++) {
            if (count >= repeat.from() && next.matches(state, end)) {
                return true;
            }
            end = count < repeat.to() ? one(state, end) : -1;
            if (end < 0) {
                return false;
            }
        }
    }

    /// The position behind one more character of the set, or -1.
    private int one(MatchState state, int position) {
        int after = characters.after(state.text, position);
        return after >= 0 && set.contains(characters.at(state.text, position, after)) ? after : -1;
    }
}
