package org.sheliak.runtime.regexp;

import java.util.List;

/// The parts of a pattern.
sealed interface PatternNode {
    /// One character of a set.
    record OneOf(CharacterSet set) implements PatternNode {}

    /// One after the other.
    record Sequence(List<PatternNode> parts) implements PatternNode {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /// The first that leads to a match.
    record Alternatives(List<PatternNode> options) implements PatternNode {
        public Alternatives {
            options = List.copyOf(options);
        }
    }

    /// A group that captures.
    ///
    /// @param index the number of the group, from 1 on
    record Group(int index, PatternNode body) implements PatternNode {}

    /// The text that a group has captured; empty while it has captured none.
    record BackReference(int group) implements PatternNode {}

    /// `from` to `to` times; the groups from `firstGroup` on, before `endGroup`, begin anew each time.
    record Repeat(PatternNode body, int from, int to, boolean isLazy, int firstGroup, int endGroup)
            implements PatternNode {}

    /// What comes next (`isBehind`: what came before) matches, or does not; nothing is consumed.
    record Look(PatternNode body, boolean isBehind, boolean isNegated) implements PatternNode {}

    /// A place between two characters.
    enum Place implements PatternNode {
        START,
        END,
        WORD_BOUNDARY,
        NOT_WORD_BOUNDARY
    }
}
