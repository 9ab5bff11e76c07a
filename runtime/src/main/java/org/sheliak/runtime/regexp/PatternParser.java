package org.sheliak.runtime.regexp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.regexp.PatternNode.Alternatives;
import org.sheliak.runtime.regexp.PatternNode.BackReference;
import org.sheliak.runtime.regexp.PatternNode.Group;
import org.sheliak.runtime.regexp.PatternNode.Look;
import org.sheliak.runtime.regexp.PatternNode.OneOf;
import org.sheliak.runtime.regexp.PatternNode.Place;
import org.sheliak.runtime.regexp.PatternNode.Repeat;
import org.sheliak.runtime.regexp.PatternNode.Sequence;

/// Parses a pattern.
///
/// Source: ECMA-262 (2024), 22.2.1 and, without the flags `u` and `v`, B.1.2.
final class PatternParser {
    private static final int MAXIMUM_DEPTH = 200;

    private final PatternReader reader;
    private final PatternFlags flags;
    private final GroupNames groups;
    private final EscapeParser escapes;
    private final ClassParser classes;
    private int groupsSeen;
    private int depth;

    private PatternParser(String source, PatternFlags flags, GroupNames groups) {
        this.reader = new PatternReader(source);
        this.flags = flags;
        this.groups = groups;
        this.escapes = new EscapeParser(reader, flags);
        this.classes = new ClassParser(reader, flags, escapes);
    }

    /// @throws PatternSyntaxException near the first offence
    static PatternNode parse(String source, PatternFlags flags, GroupNames groups) {
        groups.check(source);
        PatternParser parser = new PatternParser(source, flags, groups);
        PatternNode pattern = parser.disjunction();
        if (!parser.reader.isAtEnd()) {
            throw parser.reader.error("this ')' closes no group");
        }
        return pattern;
    }

    /// The characters of which words are made, for `\b`.
    static CharacterSet word(PatternFlags flags) {
        return new EscapeParser(new PatternReader(""), flags).word();
    }

    private PatternNode disjunction() {
        if (++depth > MAXIMUM_DEPTH) {
            throw reader.error("groups are nested more than " + MAXIMUM_DEPTH + " deep");
        }
        List<PatternNode> options = new ArrayList<>();
        do {
            options.add(alternative());
        } while (reader.skip("|"));
        depth--;
        return options.size() == 1 ? options.getFirst() : new Alternatives(options);
    }

    private PatternNode alternative() {
        List<PatternNode> parts = new ArrayList<>();
        while (!reader.isAtEnd() && !reader.isAt("|") && !reader.isAt(")")) {
            parts.add(term());
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    private PatternNode term() {
        int firstGroup = groupsSeen + 1;
        PatternNode atom = atom();
        boolean isRepeatable =
                !(atom instanceof Place) && !(atom instanceof Look look && (look.isBehind() || flags.isUnicode()));
        int start = reader.index();
        int[] bounds = quantifier();
        if (bounds == null) {
            return atom;
        }
        if (!isRepeatable) {
            reader.moveTo(start);
            throw nothingToRepeat();
        }
        return new Repeat(atom, bounds[0], bounds[1], reader.skip("?"), firstGroup, groupsSeen + 1);
    }

    private int @Nullable [] quantifier() {
        if (reader.skip("*")) {
            return new int[] {0, Integer.MAX_VALUE};
        }
        if (reader.skip("+")) {
            return new int[] {1, Integer.MAX_VALUE};
        }
        if (reader.skip("?")) {
            return new int[] {0, 1};
        }
        return reader.isAt("{") ? bracedQuantifier() : null;
    }

    /// `{2}`, `{2,}` or `{2,5}`; nothing when the brace stands for itself.
    private int @Nullable [] bracedQuantifier() {
        int start = reader.index();
        reader.next(false);
        int from = reader.decimal();
        int to = from;
        if (from >= 0 && reader.skip(",")) {
            int given = reader.decimal();
            to = given < 0 ? Integer.MAX_VALUE : given;
        }
        if (from < 0 || !reader.skip("}")) {
            if (flags.isUnicode()) {
                throw reader.error("a quantifier is not complete");
            }
            reader.moveTo(start);
            return null;
        }
        if (from > to) {
            throw reader.error("the bounds of a quantifier are out of order");
        }
        return new int[] {from, to};
    }

    private PatternSyntaxException nothingToRepeat() {
        return reader.error("there is nothing before it that could be repeated");
    }

    private PatternNode atom() {
        return switch (reader.peek()) {
            case '^', '$' -> reader.next(false) == '^' ? Place.START : Place.END;
            case '(' -> group();
            case '.' -> anyCharacter();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '*', '+', '?' -> throw nothingToRepeat();
            default -> literal();
        };
    }

    private PatternNode anyCharacter() {
        reader.next(false);
        return new OneOf(flags.isDotAll() ? CharacterSet.ALL : CharacterSet.LINE_ENDS.complement());
    }

    private PatternNode characterClass() {
        reader.next(false);
        return new OneOf(classes.parse());
    }

    private PatternNode literal() {
        if (flags.isUnicode() && "{}]".indexOf(reader.peek()) >= 0) {
            throw reader.error("a bracket or brace has to be escaped");
        }
        if (reader.isAt("{") && quantifier() != null) {
            throw nothingToRepeat();
        }
        return character(reader.next(flags.isUnicode()));
    }

    private PatternNode character(int character) {
        return new OneOf(flags.folding().closed(CharacterSet.of(character)));
    }

    private PatternNode group() {
        reader.next(false);
        if (reader.skip("?:")) {
            return closed(disjunction());
        }
        if (reader.skip("?=")) {
            return new Look(closed(disjunction()), false, false);
        }
        if (reader.skip("?!")) {
            return new Look(closed(disjunction()), false, true);
        }
        if (reader.skip("?<=")) {
            return new Look(closed(disjunction()), true, false);
        }
        if (reader.skip("?<!")) {
            return new Look(closed(disjunction()), true, true);
        }
        if (reader.skip("?<")) {
            if (reader.until('>', "the name of a group is not closed").isEmpty()) {
                throw reader.error("the name of a group is empty");
            }
        } else if (reader.isAt("?")) {
            throw reader.error("this is no group");
        }
        int index = ++groupsSeen;
        return new Group(index, closed(disjunction()));
    }

    private PatternNode closed(PatternNode body) {
        reader.expect(")", "a group is not closed");
        return body;
    }

    private PatternNode escape() {
        reader.next(false);
        if (reader.skip("b")) {
            return Place.WORD_BOUNDARY;
        }
        if (reader.skip("B")) {
            return Place.NOT_WORD_BOUNDARY;
        }
        if (reader.isAt("k") && (flags.isUnicode() || groups.areNamed())) {
            return namedReference();
        }
        Optional<PatternNode> reference = numberedReference();
        if (reference.isPresent()) {
            return reference.get();
        }
        Optional<CharacterSet> set = escapes.set();
        return set.isPresent() ? new OneOf(flags.folding().closed(set.get())) : character(escapes.character(false));
    }

    private PatternNode namedReference() {
        reader.next(false);
        reader.expect("<", "\\k expects the name of a group: \\k<name>");
        String name = reader.until('>', "the name of a group is not closed");
        int group = groups.indexOf(name);
        if (group == 0) {
            throw reader.error("there is no group \"" + name + "\"");
        }
        return new BackReference(group);
    }

    /// `\1`, when there is such a group; else it is an octal number, or, with `u`, an error.
    private Optional<PatternNode> numberedReference() {
        if (reader.peek() < '1' || reader.peek() > '9') {
            return Optional.empty();
        }
        int start = reader.index();
        int group = reader.decimal();
        if (group <= groups.count()) {
            return Optional.of(new BackReference(group));
        }
        reader.moveTo(start);
        return Optional.empty();
    }
}
