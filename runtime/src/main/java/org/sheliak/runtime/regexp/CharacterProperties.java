package org.sheliak.runtime.regexp;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Unicode properties, as `\p{…}` names them. The sets are those of Java's Unicode tables.
///
/// Source: ECMA-262 (2024), tables 67 to 69.
final class CharacterProperties {
    private static final Set<String> BINARY = Set.of(
            "Alphabetic",
            "Emoji",
            "Emoji_Presentation",
            "Emoji_Modifier",
            "Emoji_Modifier_Base",
            "Emoji_Component",
            "Extended_Pictographic",
            "Ideographic",
            "Join_Control",
            "Lowercase",
            "Uppercase",
            "White_Space",
            "Noncharacter_Code_Point");

    private static final Pattern SHORT_CATEGORY =
            Pattern.compile("L[Cultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?");

    private CharacterProperties() {}

    /// The characters that have a property: `L`, `General_Category=Lu`, `Script=Greek`, `Alphabetic`.
    ///
    /// @throws PatternSyntaxException for a property that is not known
    static CharacterSet named(String property) {
        int equals = property.indexOf('=');
        if (equals >= 0) {
            return valued(property.substring(0, equals), property.substring(equals + 1), property);
        }
        return switch (property) {
            case "Any" -> CharacterSet.ALL;
            case "ASCII" -> CharacterSet.range(0, 127);
            case "Assigned" -> character -> Character.getType(character) != Character.UNASSIGNED;
            case "ASCII_Hex_Digit", "AHex" -> character -> character < 128 && Character.digit(character, 16) >= 0;
            case "ID_Start", "IDS" -> Character::isUnicodeIdentifierStart;
            case "Alpha" -> java("IsAlphabetic", property);
            case "Lower" -> java("IsLowercase", property);
            case "Upper" -> java("IsUppercase", property);
            case "space" -> java("IsWhite_Space", property);
            default -> BINARY.contains(property) ? java("Is" + property, property) : category(property, property);
        };
    }

    private static CharacterSet valued(String name, String value, String property) {
        return switch (name) {
            case "General_Category", "gc" -> category(value, property);
            case "Script", "sc" -> script(value, property);
            case "Script_Extensions", "scx" -> script(value, property);
            default -> throw unknown(property);
        };
    }

    private static CharacterSet script(String name, String property) {
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name);
            return character -> Character.UnicodeScript.of(character) == script;
        } catch (IllegalArgumentException _) {
            throw unknown(property);
        }
    }

    private static CharacterSet category(String name, String property) {
        return java(SHORT_CATEGORY.matcher(name).matches() ? name : shortName(name, property), property);
    }

    private static String shortName(String category, String property) {
        return switch (category) {
            case "Letter" -> "L";
            case "Cased_Letter" -> "LC";
            case "Uppercase_Letter" -> "Lu";
            case "Lowercase_Letter" -> "Ll";
            case "Titlecase_Letter" -> "Lt";
            case "Modifier_Letter" -> "Lm";
            case "Other_Letter" -> "Lo";
            case "Mark", "Combining_Mark" -> "M";
            case "Nonspacing_Mark" -> "Mn";
            case "Spacing_Mark" -> "Mc";
            case "Enclosing_Mark" -> "Me";
            case "Number" -> "N";
            case "Decimal_Number", "digit" -> "Nd";
            case "Letter_Number" -> "Nl";
            case "Other_Number" -> "No";
            case "Punctuation", "punct" -> "P";
            case "Connector_Punctuation" -> "Pc";
            case "Dash_Punctuation" -> "Pd";
            case "Open_Punctuation" -> "Ps";
            case "Close_Punctuation" -> "Pe";
            case "Initial_Punctuation" -> "Pi";
            case "Final_Punctuation" -> "Pf";
            case "Other_Punctuation" -> "Po";
            case "Symbol" -> "S";
            case "Math_Symbol" -> "Sm";
            case "Currency_Symbol" -> "Sc";
            case "Modifier_Symbol" -> "Sk";
            case "Other_Symbol" -> "So";
            case "Separator" -> "Z";
            case "Space_Separator" -> "Zs";
            case "Line_Separator" -> "Zl";
            case "Paragraph_Separator" -> "Zp";
            case "Other" -> "C";
            case "Control", "cntrl" -> "Cc";
            case "Format" -> "Cf";
            case "Surrogate" -> "Cs";
            case "Private_Use" -> "Co";
            case "Unassigned" -> "Cn";
            default -> throw unknown(property);
        };
    }

    private static CharacterSet java(String name, String property) {
        try {
            Predicate<String> predicate = Pattern.compile("\\p{" + name + "}").asMatchPredicate();
            return character -> predicate.test(Character.toString(character));
        } catch (PatternSyntaxException _) {
            throw unknown(property);
        }
    }

    private static PatternSyntaxException unknown(String property) {
        return new PatternSyntaxException("there is no property \"" + property + "\"", property, -1);
    }
}
