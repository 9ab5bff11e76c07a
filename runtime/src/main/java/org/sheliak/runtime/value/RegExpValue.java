package org.sheliak.runtime.value;

/// A JavaScript regular expression, as it is written; see `RegExpPattern` for how it matches.
///
/// @param source the pattern, without slashes; an empty one is written `(?:)`
/// @param flags any of `dgimsuy`
public record RegExpValue(String source, String flags) {
    public RegExpValue {
        source = source.isEmpty() ? "(?:)" : source;
    }

    @Override
    public String toString() {
        return "/" + source + "/" + flags;
    }
}
