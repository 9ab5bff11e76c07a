package org.sheliak.runtime.regexp;

import java.util.List;
import org.sheliak.runtime.regexp.PatternNode.Alternatives;
import org.sheliak.runtime.regexp.PatternNode.BackReference;
import org.sheliak.runtime.regexp.PatternNode.Group;
import org.sheliak.runtime.regexp.PatternNode.Look;
import org.sheliak.runtime.regexp.PatternNode.OneOf;
import org.sheliak.runtime.regexp.PatternNode.Place;
import org.sheliak.runtime.regexp.PatternNode.Repeat;
import org.sheliak.runtime.regexp.PatternNode.Sequence;

/// Makes the steps of a pattern, from its end to its start.
///
/// Source: ECMA-262 (2024), 22.2.2.
final class StepBuilder {
    private final PatternFlags flags;
    private final CharacterSet word;
    private int loops;

    /// @param word the characters between which and others a word boundary is
    StepBuilder(PatternFlags flags, CharacterSet word) {
        this.flags = flags;
        this.word = word;
    }

    /// How many loops there are in what was built.
    int loops() {
        return loops;
    }

    /// The steps of a whole pattern.
    MatchStep build(PatternNode pattern) {
        return build(pattern, false, (state, position) -> {
            state.captures[1] = position;
            return true;
        });
    }

    private MatchStep build(PatternNode node, boolean isBackward, MatchStep next) {
        return switch (node) {
            case OneOf(CharacterSet set) -> character(set, new Characters(flags.isUnicode(), isBackward), next);
            case Sequence(List<PatternNode> parts) -> sequence(isBackward ? parts : parts.reversed(), isBackward, next);
            case Alternatives(List<PatternNode> options) ->
                either(options.stream()
                        .map(option -> build(option, isBackward, next))
                        .toArray(MatchStep[]::new));
            case Group(int index, PatternNode body) -> group(2 * index, body, isBackward, next);
            case BackReference(int group) -> reference(2 * group, isBackward, next);
            case Repeat repeat -> repeat(repeat, isBackward, next);
            case Look look -> look(look, next);
            case Place place -> place(place, next);
        };
    }

    private static MatchStep character(CharacterSet set, Characters characters, MatchStep next) {
        return (state, position) -> {
            int after = characters.after(state.text, position);
            return after >= 0 && set.contains(characters.at(state.text, position, after)) && next.matches(state, after);
        };
    }

    private MatchStep sequence(List<PatternNode> lastFirst, boolean isBackward, MatchStep next) {
        MatchStep step = next;
        for (PatternNode part : lastFirst) {
            step = build(part, isBackward, step);
        }
        return step;
    }

    private static MatchStep either(MatchStep[] options) {
        return (state, position) -> {
            for (MatchStep option : options) {
                if (option.matches(state, position)) {
                    return true;
                }
            }
            return false;
        };
    }

    /// Both ends of a group are set at once behind its body, for until then the group has its old text.
    private MatchStep group(int slot, PatternNode body, boolean isBackward, MatchStep next) {
        int mark = loops++;
        MatchStep end = (state, position) -> {
            int oldStart = state.captures[slot];
            int oldEnd = state.captures[slot + 1];
            int start = state.starts[mark];
            state.captures[slot] = Math.min(start, position);
            state.captures[slot + 1] = Math.max(start, position);
            if (next.matches(state, position)) {
                return true;
            }
            state.captures[slot] = oldStart;
            state.captures[slot + 1] = oldEnd;
            state.starts[mark] = start;
            return false;
        };
        MatchStep inner = build(body, isBackward, end);
        return (state, position) -> {
            int before = state.starts[mark];
            state.starts[mark] = position;
            if (inner.matches(state, position)) {
                return true;
            }
            state.starts[mark] = before;
            return false;
        };
    }

    private MatchStep reference(int slot, boolean isBackward, MatchStep next) {
        CaseFolding folding = flags.folding();
        Characters forward = new Characters(flags.isUnicode(), false);
        return (state, position) -> {
            int start = state.captures[slot];
            int length = start < 0 ? 0 : state.captures[slot + 1] - start;
            int from = isBackward ? position - length : position;
            if (from < 0 || from + length > state.text.length()) {
                return false;
            }
            boolean isSame = length == 0 || isSame(state.text, start, from, length, folding, forward);
            return isSame && next.matches(state, isBackward ? from : from + length);
        };
    }

    private static boolean isSame(
            String text, int first, int second, int length, CaseFolding folding, Characters characters) {
        for (int i = 0; i < length; ) {
            int after = characters.after(text, first + i);
            int character = characters.at(text, first + i, after);
            int other = characters.at(text, second + i, characters.after(text, second + i));
            if (folding.canonical(character) != folding.canonical(other)) {
                return false;
            }
            i = after - first;
        }
        return true;
    }

    private MatchStep repeat(Repeat repeat, boolean isBackward, MatchStep next) {
        if (repeat.to() == 0) {
            return next;
        }
        if (repeat.body() instanceof OneOf(CharacterSet set)) {
            return new RunStep(set, repeat, new Characters(flags.isUnicode(), isBackward), next);
        }
        LoopStep loop = new LoopStep(repeat, loops++, next);
        loop.setBody(build(repeat.body(), isBackward, loop::again));
        return loop;
    }

    private MatchStep look(Look look, MatchStep next) {
        MatchStep body = build(look.body(), look.isBehind(), (_, _) -> true);
        return (state, position) -> {
            int[] captures = state.captures.clone();
            boolean isFound = body.matches(state, position);
            if (isFound == look.isNegated()) {
                System.arraycopy(captures, 0, state.captures, 0, captures.length);
                return false;
            }
            if (next.matches(state, position)) {
                return true;
            }
            System.arraycopy(captures, 0, state.captures, 0, captures.length);
            return false;
        };
    }

    private MatchStep place(Place place, MatchStep next) {
        return switch (place) {
            case START -> (state, position) -> isStart(state.text, position) && next.matches(state, position);
            case END -> (state, position) -> isEnd(state.text, position) && next.matches(state, position);
            case WORD_BOUNDARY ->
                (state, position) -> isBoundary(state.text, position) && next.matches(state, position);
            case NOT_WORD_BOUNDARY ->
                (state, position) -> !isBoundary(state.text, position) && next.matches(state, position);
        };
    }

    private boolean isStart(String text, int position) {
        return position == 0 || (flags.isMultiline() && CharacterSet.LINE_ENDS.contains(text.charAt(position - 1)));
    }

    private boolean isEnd(String text, int position) {
        return position == text.length()
                || (flags.isMultiline() && CharacterSet.LINE_ENDS.contains(text.charAt(position)));
    }

    private boolean isBoundary(String text, int position) {
        boolean isWordBefore = position > 0 && word.contains(text.charAt(position - 1));
        boolean isWordAfter = position < text.length() && word.contains(text.charAt(position));
        return isWordBefore != isWordAfter;
    }
}
