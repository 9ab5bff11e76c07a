package org.sheliak.runtime.source.delimited;

/// What the fields of a column become.
public enum TextType {
    /// The first of boolean, number, date and string that takes all of them, as for `parse: "auto"`.
    AUTO,
    /// `true`, unless the text is `false` or `0`; null when it is empty.
    BOOLEAN,
    /// NaN when the text is no number, null when it is empty.
    NUMBER,
    /// Epoch millis as numbers; NaN when the text is no date, null when it is empty.
    DATE,
    /// Null when the text is empty.
    STRING,
    /// Strings as they are.
    TEXT
}
