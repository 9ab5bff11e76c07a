package org.sheliak.runtime.regexp;

/// A set of characters: UTF-16 units, or code points with the flag `u` or `v`.
@FunctionalInterface
interface CharacterSet {
    CharacterSet NONE = _ -> false;
    CharacterSet ALL = _ -> true;
    CharacterSet DIGITS = range('0', '9');
    CharacterSet WORD = DIGITS.or(range('a', 'z')).or(range('A', 'Z')).or(of('_'));
    CharacterSet LINE_ENDS = of('\n').or(of('\r')).or(range('\u2028', '\u2029'));
    CharacterSet SPACES = LINE_ENDS
            .or(range('\t', '\r'))
            .or(of(' '))
            .or(of('\ufeff'))
            .or(character -> Character.getType(character) == Character.SPACE_SEPARATOR);

    boolean contains(int character);

    static CharacterSet of(int character) {
        return other -> other == character;
    }

    /// The characters from `first` to `last`, both included.
    static CharacterSet range(int first, int last) {
        return character -> first <= character && character <= last;
    }

    default CharacterSet or(CharacterSet other) {
        return character -> contains(character) || other.contains(character);
    }

    default CharacterSet and(CharacterSet other) {
        return character -> contains(character) && other.contains(character);
    }

    default CharacterSet complement() {
        return character -> !contains(character);
    }
}
