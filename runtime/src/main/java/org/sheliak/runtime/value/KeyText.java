package org.sheliak.runtime.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The text by which Vega tells groups and keys apart: the values as text, with `|` between them.
/// Values of different types with the same text (`1` and `"1"`) are one key, and dates differ by seconds only.
///
/// Source: vega-util/src/key.ts @ v6.4.0.
public final class KeyText {
    private KeyText() {}

    /// The key of the values of several fields; empty when there is none.
    public static String of(List<? extends @Nullable Object> values, TimeZoneRules zone) {
        if (values.size() == 1) {
            return Coercion.toText(values.getFirst(), zone);
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            key.append(i == 0 ? "" : "|").append(Coercion.toText(values.get(i), zone));
        }
        return key.toString();
    }
}
