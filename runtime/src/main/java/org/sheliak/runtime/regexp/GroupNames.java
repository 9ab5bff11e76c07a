package org.sheliak.runtime.regexp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// The capturing groups of a pattern, found before it is parsed: whether `\1` and `\k` refer to a group depends on all
/// of them.
///
/// @param names of the groups in order; empty for one without a name
record GroupNames(List<String> names) {
    GroupNames {
        names = List.copyOf(names);
    }

    static GroupNames of(String source) {
        List<String> names = new ArrayList<>();
        boolean isInClass = false;
        for (int i = 0; i < source.length(); i++) {
            char character = source.charAt(i);
            if (character == '\\') {
                i++;
            } else if (character == '[') {
                isInClass = true;
            } else if (character == ']') {
                isInClass = false;
            } else if (character == '(' && !isInClass) {
                add(source, i + 1, names);
            }
        }
        return new GroupNames(names);
    }

    private static void add(String source, int start, List<String> names) {
        if (!source.startsWith("?", start)) {
            names.add("");
        } else if (isNamed(source, start)) {
            int end = source.indexOf('>', start);
            names.add(end < 0 ? "" : source.substring(start + 2, end));
        }
    }

    private static boolean isNamed(String source, int start) {
        return source.startsWith("?<", start) && !source.startsWith("?<=", start) && !source.startsWith("?<!", start);
    }

    int count() {
        return names.size();
    }

    boolean areNamed() {
        return names.stream().anyMatch(name -> !name.isEmpty());
    }

    /// The number of the group of this name, or 0.
    int indexOf(String name) {
        return names.indexOf(name) + 1;
    }

    /// @throws PatternSyntaxException for a name that is no identifier or that two groups have
    void check(String source) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && (!isIdentifier(name) || names.indexOf(name) < i)) {
                throw new PatternSyntaxException("\"" + name + "\" cannot name a group", source, -1);
            }
        }
    }

    private static boolean isIdentifier(String name) {
        int first = name.codePointAt(0);
        return (Character.isUnicodeIdentifierStart(first) || first == '$' || first == '_')
                && name.codePoints()
                        .allMatch(character -> Character.isUnicodeIdentifierPart(character) || character == '$');
    }
}
