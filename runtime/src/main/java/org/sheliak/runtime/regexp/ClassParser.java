package org.sheliak.runtime.regexp;

import java.util.Optional;

/// Reads a class of characters: what stands between brackets.
///
/// Differs from Vega: with the flag `v`, a class cannot hold strings (`\q{…}`).
///
/// Source: ECMA-262 (2024), 22.2.1 (`CharacterClass`) and B.1.2.
final class ClassParser {
    private static final String DOUBLE_PUNCTUATORS = "&!#$%*+,.:;<=>?@^`~";
    private static final String RESERVED = "()[]{}/-|";

    private final PatternReader reader;
    private final PatternFlags flags;
    private final EscapeParser escapes;

    ClassParser(PatternReader reader, PatternFlags flags, EscapeParser escapes) {
        this.reader = reader;
        this.flags = flags;
        this.escapes = escapes;
    }

    /// A character of the class, or a set of them.
    ///
    /// @param character the only character, or -1 for a set
    private record Atom(int character, CharacterSet set) {
        static Atom of(int character) {
            return new Atom(character, CharacterSet.of(character));
        }

        static Atom of(CharacterSet set) {
            return new Atom(-1, set);
        }
    }

    /// The set of a class whose bracket has been read, as the flag `i` widens it.
    CharacterSet parse() {
        boolean isNegated = reader.skip("^");
        CharacterSet set = flags.folding().closed(flags.hasSets() ? operands() : ranges());
        return isNegated ? set.complement() : set;
    }

    private CharacterSet ranges() {
        CharacterSet set = CharacterSet.NONE;
        while (!reader.skip("]")) {
            Atom first = atom();
            boolean isRange = reader.isAt("-") && !reader.isAt("-]");
            set = set.or(isRange ? range(first) : first.set());
        }
        return set;
    }

    private CharacterSet range(Atom first) {
        reader.next(false);
        Atom last = atom();
        if (first.character() < 0 || last.character() < 0) {
            if (flags.isUnicode()) {
                throw reader.error("a set cannot be the end of a range");
            }
            return first.set().or(CharacterSet.of('-')).or(last.set());
        }
        if (first.character() > last.character()) {
            throw reader.error("a range ends before it begins");
        }
        return CharacterSet.range(first.character(), last.character());
    }

    private Atom atom() {
        if (reader.isAtEnd()) {
            throw reader.error("a class is not closed");
        }
        if (!reader.skip("\\")) {
            return Atom.of(reader.next(flags.isUnicode()));
        }
        if (reader.skip("b")) {
            return Atom.of('\b');
        }
        Optional<CharacterSet> set = escapes.set();
        return set.isPresent() ? Atom.of(set.get()) : Atom.of(escapes.character(true));
    }

    /// With the flag `v`: a union, or one set cut with (`&&`), or without (`--`), others.
    private CharacterSet operands() {
        if (reader.skip("]")) {
            return CharacterSet.NONE;
        }
        CharacterSet set = operand();
        if (reader.isAt("&&") || reader.isAt("--")) {
            boolean isIntersection = reader.isAt("&&");
            while (reader.skip(isIntersection ? "&&" : "--")) {
                CharacterSet other = operandSet();
                set = set.and(isIntersection ? other : other.complement());
            }
            reader.expect("]", "operators of sets cannot be mixed");
            return set;
        }
        while (!reader.skip("]")) {
            set = set.or(operand());
        }
        return set;
    }

    private CharacterSet operand() {
        Atom first = setAtom();
        return reader.isAt("-") && !reader.isAt("--") ? range(first) : first.set();
    }

    private CharacterSet operandSet() {
        return setAtom().set();
    }

    private Atom setAtom() {
        if (reader.skip("[")) {
            return Atom.of(parse());
        }
        int character = reader.peek();
        boolean isDouble = DOUBLE_PUNCTUATORS.indexOf(character) >= 0
                && reader.isAt(Character.toString(character).repeat(2));
        if (character != PatternReader.END && (RESERVED.indexOf(character) >= 0 || isDouble)) {
            throw reader.error("\"" + Character.toString(character) + "\" has to be escaped in a class");
        }
        return atom();
    }
}
