package org.sheliak.runtime.regexp;

import java.util.regex.PatternSyntaxException;

/// The flags of a regular expression.
///
/// @param isUnicode whether characters are code points and the grammar is strict: `u` or `v`
/// @param hasSets whether classes may be nested and cut: `v`
record PatternFlags(
        boolean isGlobal,
        boolean ignoresCase,
        boolean isMultiline,
        boolean isDotAll,
        boolean isUnicode,
        boolean hasSets,
        boolean isSticky) {
    private static final String KNOWN = "dgimsuvy";

    /// @throws PatternSyntaxException for a letter that is no flag, one that stands twice, or `u` together with `v`
    static PatternFlags of(String flags) {
        boolean isKnown = flags.chars().allMatch(flag -> KNOWN.indexOf(flag) >= 0)
                && flags.chars().distinct().count() == flags.length();
        if (!isKnown || (flags.contains("u") && flags.contains("v"))) {
            throw new PatternSyntaxException("\"" + flags + "\" are no flags of a regular expression", flags, -1);
        }
        return new PatternFlags(
                flags.contains("g"),
                flags.contains("i"),
                flags.contains("m"),
                flags.contains("s"),
                flags.contains("u") || flags.contains("v"),
                flags.contains("v"),
                flags.contains("y"));
    }

    CaseFolding folding() {
        return !ignoresCase ? CaseFolding.NONE : isUnicode ? CaseFolding.SIMPLE : CaseFolding.UPPER_CASE;
    }
}
