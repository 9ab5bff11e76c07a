package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.SignalSpec;

/// The handlers that set a signal when another signal changes.
///
/// Vega evaluates such a handler in the pass in which the other signal changes, the first one included, and what
/// it does depends on what it did before. Were it to read what comes of rows of the kernel, which follow later,
/// it would do something else.
final class SignalHandlers {
    private SignalHandlers() {}

    /// Names of the signals that these handlers of a signal read.
    static Set<String> read(SignalSpec signal, ExpressionReader reader) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonValue handler : Members.elements(signal.json(), "on")) {
            if (handler instanceof JsonObject object && followsSignal(object.get("events"))) {
                names.addAll(reader.in(object.without("events")).signals());
            }
        }
        return names;
    }

    private static boolean followsSignal(@Nullable JsonValue events) {
        return switch (events) {
            case JsonArray(List<JsonValue> elements) -> elements.stream().anyMatch(SignalHandlers::followsSignal);
            case JsonObject object -> object.get("signal") != null || followsSignal(object.get("merge"));
            case null, default -> false;
        };
    }
}
