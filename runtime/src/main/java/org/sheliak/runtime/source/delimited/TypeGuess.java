package org.sheliak.runtime.source.delimited;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The types that the fields of a column may all have, as far as is known: what the first rows say, and
/// what was tried.
///
/// Source: `inferType` of vega-loader/src/type.js @ v6.4.0.
final class TypeGuess {
    private final Deque<TextType> types;

    private TypeGuess(List<TextType> types) {
        this.types = new ArrayDeque<>(types);
    }

    /// The types of a column whose type is known.
    static TypeGuess of(TextType type) {
        return new TypeGuess(List.of(type));
    }

    /// The types that take the fields of the first rows.
    static TypeGuess of(Fields sample, TimeZoneRules zone) {
        boolean areBooleans = true;
        boolean areNumbers = true;
        boolean areDates = true;
        for (int row = 0; row < sample.count(); row++) {
            areBooleans &= sample.is(row, "true") || sample.is(row, "false");
            areNumbers &= !Double.isNaN(FieldNumbers.number(sample, row));
            areDates &= !Double.isNaN(FieldDates.epochMillis(sample, row, zone));
        }
        TypeGuess guess = of(TextType.STRING);
        if (areDates) {
            guess.types.addFirst(TextType.DATE);
        }
        if (areNumbers) {
            guess.types.addFirst(TextType.NUMBER);
        }
        if (areBooleans) {
            guess.types.addFirst(TextType.BOOLEAN);
        }
        return guess;
    }

    /// The first of them.
    TextType type() {
        return types.getFirst();
    }

    /// Whether another type comes when this one does not take all fields.
    boolean isOpen() {
        return types.size() > 1;
    }

    /// Gives the first of them up.
    void refuse() {
        types.removeFirst();
    }
}
