package org.sheliak.runtime.regexp;

import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// A regular expression of JavaScript, ready to match. Immutable.
///
/// Matching backtracks, as in every engine of JavaScript: its cost depends on the pattern and may be exponential.
///
/// Source: ECMA-262 (2024), 22.2.
public final class RegExp {
    private final PatternFlags flags;
    private final GroupNames groups;
    private final MatchStep first;
    private final int loops;

    private RegExp(PatternFlags flags, GroupNames groups, MatchStep first, int loops) {
        this.flags = flags;
        this.groups = groups;
        this.first = first;
        this.loops = loops;
    }

    /// The expression of a pattern and its flags.
    ///
    /// @throws PatternSyntaxException when `new RegExp(source, flags)` throws
    public static RegExp of(String source, String flags) {
        PatternFlags parsed = PatternFlags.of(flags);
        GroupNames groups = GroupNames.of(source);
        PatternNode pattern = PatternParser.parse(source, parsed, groups);
        StepBuilder builder = new StepBuilder(parsed, PatternParser.word(parsed));
        return new RegExp(parsed, groups, builder.build(pattern), builder.loops());
    }

    /// The number of capturing groups.
    public int groupCount() {
        return groups.count();
    }

    public boolean hasNamedGroups() {
        return groups.areNamed();
    }

    /// The number of the group of this name, or 0.
    public int groupNamed(String name) {
        return groups.indexOf(name);
    }

    public boolean isGlobal() {
        return flags.isGlobal();
    }

    /// The first match that starts at an index or after it; with the flag `y`, only one that starts at it.
    public @Nullable RegExpMatch find(String text, int from) {
        if (flags.isSticky()) {
            return matchAt(text, from);
        }
        for (int start = from; start <= text.length(); start = next(text, start)) {
            RegExpMatch match = matchAt(text, start);
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    /// The match that starts at an index, if there is one.
    ///
    /// @throws SheliakException RESOURCE_LIMIT when the search goes deeper than the stack of the thread
    public @Nullable RegExpMatch matchAt(String text, int start) {
        MatchState state = new MatchState(text, groups.count(), loops);
        try {
            if (start > text.length() || !first.matches(state, start)) {
                return null;
            }
        } catch (StackOverflowError _) {
            throw new SheliakException(
                    ErrorCode.RESOURCE_LIMIT,
                    SourceLocation.UNKNOWN,
                    "a regular expression goes too deep on a text of " + text.length() + " characters");
        }
        state.captures[0] = start;
        return new RegExpMatch(text, state.captures);
    }

    /// The index of the character after the one at an index, which may lie behind the end of the text.
    public int next(String text, int index) {
        int after = index < text.length() ? new Characters(flags.isUnicode(), false).after(text, index) : -1;
        return after < 0 ? index + 1 : after;
    }
}
