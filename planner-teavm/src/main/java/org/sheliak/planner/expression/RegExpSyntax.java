package org.sheliak.planner.expression;

import static org.sheliak.planner.expression.ExpressionLexer.error;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.LiteralValue.RegExpValue;
import org.sheliak.planner.json.Numbers;

/// Checks that a regular expression is one of JavaScript's, as `new RegExp(pattern)` does: without the flag `u`, and
/// with the leniency of ECMA-262 annex B.1.2.
///
/// With the flag `u`, Vega checks the same pattern with an `x` in the place of each code point that takes two units
/// or is written in braces; so does this.
final class RegExpSyntax {
    private static final String NOTHING_TO_REPEAT = "there is nothing before it that could be repeated";

    private final String pattern;
    /// Offset of the pattern in the expression.
    private final int start;

    private final boolean hasNamedGroups;
    private final Set<String> groupNames = new LinkedHashSet<>();
    private final Set<String> referencedNames = new LinkedHashSet<>();
    private int index;
    private int depth;

    private RegExpSyntax(String pattern, int start) {
        this.pattern = pattern;
        this.start = start;
        this.hasNamedGroups = hasNamedGroups(pattern);
    }

    /// Checks a regular expression whose pattern stands at the offset `start` of an expression.
    ///
    /// @throws SheliakException EXPRESSION_SYNTAX near the first offence
    static void check(RegExpValue regExp, int start) {
        boolean isUnicode = regExp.flags().indexOf('u') >= 0;
        RegExpSyntax syntax =
                new RegExpSyntax(isUnicode ? withoutLongCodePoints(regExp.pattern(), start) : regExp.pattern(), start);
        syntax.disjunction();
        if (syntax.index < syntax.pattern.length()) {
            throw syntax.problem("this ')' closes no group");
        }
        for (String name : syntax.referencedNames) {
            if (!syntax.groupNames.contains(name)) {
                throw syntax.problem("there is no group \"" + name + "\"");
            }
        }
    }

    private static boolean hasNamedGroups(String pattern) {
        boolean isInClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> isInClass = true;
                case ']' -> isInClass = false;
                case '(' -> {
                    boolean isLookBehind = pattern.startsWith("(?<=", i) || pattern.startsWith("(?<!", i);
                    if (!isInClass && !isLookBehind && pattern.startsWith("(?<", i)) {
                        return true;
                    }
                }
                default -> {
                    // Only brackets and escapes matter here.
                }
            }
        }
        return false;
    }

    private void disjunction() {
        if (++depth > ExpressionParser.MAXIMUM_DEPTH) {
            throw problem("groups are nested more than " + ExpressionParser.MAXIMUM_DEPTH + " deep");
        }
        while (index < pattern.length() && pattern.charAt(index) != ')') {
            if (!skip("|")) {
                term();
            }
        }
        depth--;
    }

    private void term() {
        boolean isRepeatable = true;
        if (skip("^") || skip("$") || skip("\\b") || skip("\\B")) {
            isRepeatable = false;
        } else if (skip("(")) {
            isRepeatable = group();
        } else if (skip("[")) {
            characterClass();
        } else if (skip("\\")) {
            escape();
        } else if (isAtQuantifier()) {
            throw problem(NOTHING_TO_REPEAT);
        } else {
            index++;
        }
        if (isAtQuantifier()) {
            if (!isRepeatable) {
                throw problem(NOTHING_TO_REPEAT);
            }
            quantifier();
        }
    }

    /// Reads a group from behind its parenthesis on; returns whether it can be repeated.
    private boolean group() {
        int opening = index - 1;
        boolean isLookBehind = skip("?<=") || skip("?<!");
        if (!isLookBehind && skip("?<")) {
            String name = groupName();
            if (!groupNames.add(name)) {
                throw problem("there are two groups \"" + name + "\"");
            }
        } else if (!isLookBehind && !skip("?:") && !skip("?=") && !skip("?!") && skip("?")) {
            throw problem("expected one of : = ! < after '(?'");
        }
        disjunction();
        if (!skip(")")) {
            index = opening;
            throw problem("the group has no closing ')'");
        }
        return !isLookBehind;
    }

    private String groupName() {
        StringBuilder name = new StringBuilder();
        while (!skip(">")) {
            if (index == pattern.length()) {
                throw problem("the group's name has no closing '>'");
            }
            char character = pattern.charAt(index);
            if (skip("\\u")) {
                character = StringLiteral.hexEscape(pattern, index, 4);
                index += 4;
            } else {
                index++;
            }
            boolean fits =
                    name.isEmpty() ? IdentifierCharacters.isStart(character) : IdentifierCharacters.isPart(character);
            if (!fits) {
                throw problem("'" + character + "' cannot stand here in a group's name");
            }
            name.append(character);
        }
        if (name.isEmpty()) {
            throw problem("the group's name is empty");
        }
        return name.toString();
    }

    private void quantifier() {
        if (skip("{")) {
            int least = count();
            if (skip(",") && !isAt('}') && count() < least) {
                throw problem("the numbers of the repetition are out of order");
            }
        }
        index++;
        skip("?");
    }

    /// Reads a number; one too large for an int counts as the largest.
    private int count() {
        int count = 0;
        while (isDigit(index)) {
            int digit = pattern.charAt(index++) - '0';
            count = count > (Integer.MAX_VALUE - digit) / 10 ? Integer.MAX_VALUE : count * 10 + digit;
        }
        return count;
    }

    private boolean isAtQuantifier() {
        return isAt('*') || isAt('+') || isAt('?') || (isAt('{') && isAtRepetition());
    }

    /// Whether a brace begins one of `{2}`, `{2,}` and `{2,3}`; any other brace stands for itself.
    private boolean isAtRepetition() {
        int end = skipDigits(index + 1);
        if (end == index + 1) {
            return false;
        }
        if (end < pattern.length() && pattern.charAt(end) == ',') {
            end = skipDigits(end + 1);
        }
        return end < pattern.length() && pattern.charAt(end) == '}';
    }

    private int skipDigits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    /// Reads what is behind a backslash outside of classes: nearly anything is allowed there.
    private void escape() {
        if (hasNamedGroups && isAt('k')) {
            index++;
            if (!skip("<")) {
                throw problem("expected '<' and the name of a group after '\\\\k'");
            }
            referencedNames.add(groupName());
            return;
        }
        if (index == pattern.length()) {
            throw problem("nothing follows the backslash");
        }
        index++;
    }

    private void characterClass() {
        int opening = index - 1;
        skip("^");
        while (!skip("]")) {
            if (index == pattern.length()) {
                index = opening;
                throw problem("the '[' has no closing ']'");
            }
            int first = classAtom();
            if (isAt('-') && index + 1 < pattern.length() && pattern.charAt(index + 1) != ']') {
                index++;
                int last = classAtom();
                if (first >= 0 && last >= 0 && first > last) {
                    throw problem("the ends of the range are out of order");
                }
            }
        }
    }

    /// Reads one member of a class; returns its code unit, or -1 for a whole class such as `\d`.
    private int classAtom() {
        if (!skip("\\")) {
            return pattern.charAt(index++);
        }
        char escape = pattern.charAt(index++);
        return switch (escape) {
            case 'd', 'D', 'w', 'W', 's', 'S' -> -1;
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'x' -> codeUnit(2, escape);
            case 'u' -> codeUnit(4, escape);
            case 'c' -> control();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> escape;
        };
    }

    /// The unit that hexadecimal digits name; without them the escape stands for its letter.
    private int codeUnit(int digits, char escape) {
        int unit = 0;
        for (int i = index; i < index + digits; i++) {
            int digit = i < pattern.length() ? Numbers.hexDigit(pattern.charAt(i)) : -1;
            if (digit < 0) {
                return escape;
            }
            unit = (unit << 4) | digit;
        }
        index += digits;
        return unit;
    }

    /// The control character of a letter, digit or underscore; before anything else the backslash stands for itself.
    private int control() {
        char letter = index < pattern.length() ? pattern.charAt(index) : ' ';
        if (letter < 0x80 && letter != '$' && IdentifierCharacters.isPart(letter)) {
            index++;
            return letter & 0x1F;
        }
        index--;
        return '\\';
    }

    /// Reads up to three octal digits, from the one before the index on, that stay within a byte.
    private int octal() {
        int value = pattern.charAt(index - 1) - '0';
        for (int i = 0; i < 2 && isDigit(index) && pattern.charAt(index) < '8' && value < 32; i++) {
            value = value * 8 + pattern.charAt(index++) - '0';
        }
        return value;
    }

    private static String withoutLongCodePoints(String pattern, int start) {
        StringBuilder shortened = new StringBuilder();
        int index = 0;
        while (index < pattern.length()) {
            int length = lengthOfLongCodePoint(pattern, index, start);
            shortened.append(length == 0 ? pattern.charAt(index) : 'x');
            index += Math.max(length, 1);
        }
        return shortened.toString();
    }

    /// How many units a surrogate pair or an escape in braces takes; 0 when there is neither.
    private static int lengthOfLongCodePoint(String pattern, int index, int start) {
        if (pattern.codePointAt(index) > 0xFFFF) {
            return 2;
        }
        if (!pattern.startsWith("\\u{", index)) {
            return 0;
        }
        int end = index + 3;
        int code = 0;
        while (end < pattern.length() && Numbers.hexDigit(pattern.charAt(end)) >= 0) {
            code = Math.min((code << 4) | Numbers.hexDigit(pattern.charAt(end)), Character.MAX_CODE_POINT + 1);
            end++;
        }
        boolean isEscape = end > index + 3 && end < pattern.length() && pattern.charAt(end) == '}';
        if (isEscape && code > Character.MAX_CODE_POINT) {
            throw error(start + index, "the escape names no character: the last one is \\u{10ffff}");
        }
        return isEscape ? end + 1 - index : 0;
    }

    private boolean isDigit(int at) {
        return at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9';
    }

    private boolean isAt(char expected) {
        return index < pattern.length() && pattern.charAt(index) == expected;
    }

    private boolean skip(String expected) {
        if (!pattern.startsWith(expected, index)) {
            return false;
        }
        index += expected.length();
        return true;
    }

    private SheliakException problem(String message) {
        return error(start + index, "invalid regular expression: " + message);
    }
}
