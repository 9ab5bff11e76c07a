package org.sheliak.runtime.regexp;

import java.util.Arrays;
import org.sheliak.runtime.regexp.PatternNode.Repeat;

/// Repeats a body, and goes on.
///
/// Source: ECMA-262 (2024), 22.2.2.3.1 (`RepeatMatcher`).
final class LoopStep implements MatchStep {
    private final Repeat repeat;
    private final int slot;
    private final MatchStep next;
    private MatchStep body = (_, _) -> false;

    /// @param slot the number of the loop within its pattern
    LoopStep(Repeat repeat, int slot, MatchStep next) {
        this.repeat = repeat;
        this.slot = slot;
        this.next = next;
    }

    /// Sets the body, which goes on with [#again].
    void setBody(MatchStep newBody) {
        body = newBody;
    }

    @Override
    public boolean matches(MatchState state, int position) {
        int count = state.counts[slot];
        int start = state.starts[slot];
        state.counts[slot] = 0;
        if (goOn(state, position)) {
            return true;
        }
        state.counts[slot] = count;
        state.starts[slot] = start;
        return false;
    }

    /// After a run of the body: one more that was not needed and has consumed nothing does not count.
    boolean again(MatchState state, int position) {
        boolean isIdle = position == state.starts[slot] && state.counts[slot] > repeat.from();
        return !isIdle && goOn(state, position);
    }

    private boolean goOn(MatchState state, int position) {
        int count = state.counts[slot];
        if (count < repeat.from()) {
            return run(state, position);
        }
        if (repeat.isLazy()) {
            return next.matches(state, position) || (count < repeat.to() && run(state, position));
        }
        return (count < repeat.to() && run(state, position)) || next.matches(state, position);
    }

    private boolean run(MatchState state, int position) {
        int start = state.starts[slot];
        int firstCapture = 2 * repeat.firstGroup();
        int endCapture = 2 * repeat.endGroup();
        int[] captures = Arrays.copyOfRange(state.captures, firstCapture, endCapture);
        state.counts[slot]++;
        state.starts[slot] = position;
        state.clearGroups(repeat.firstGroup(), repeat.endGroup());
        if (body.matches(state, position)) {
            return true;
        }
        state.counts[slot]--;
        state.starts[slot] = start;
        System.arraycopy(captures, 0, state.captures, firstCapture, captures.length);
        return false;
    }
}
