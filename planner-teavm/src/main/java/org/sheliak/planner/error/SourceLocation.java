package org.sheliak.planner.error;

/// A place in a spec.
///
/// @param pointer JSON pointer into the spec; empty for the spec as a whole
/// @param offset offset of a character in the expression at the pointer, or -1
public record SourceLocation(String pointer, int offset) {
    /// No place in particular.
    public static final SourceLocation UNKNOWN = new SourceLocation("", -1);

    /// The item at a JSON pointer.
    public static SourceLocation at(String pointer) {
        return new SourceLocation(pointer, -1);
    }

    @Override
    public String toString() {
        return offset < 0 ? pointer : pointer + ":" + offset;
    }
}
