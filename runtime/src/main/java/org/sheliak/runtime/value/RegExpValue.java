package org.sheliak.runtime.value;

/// A JavaScript regular expression, as it is written; see `RegExpPattern` for how it matches.
///
/// @param source the pattern, without slashes
/// @param flags any of `dgimsuy`
public record RegExpValue(String source, String flags) {
    @Override
    public String toString() {
        return "/" + (source.isEmpty() ? "(?:)" : source) + "/" + flags;
    }
}
