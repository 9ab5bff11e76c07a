package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Where each data set, transform and signal of a spec is evaluated, and why.
///
/// @param items one entry for each, in the order of the spec
/// @param rawRows names of the data sets whose rows are sent to the browser as they were read, not aggregated
public record Report(List<Item> items, List<String> rawRows) {
    public Report {
        items = List.copyOf(items);
        rawRows = List.copyOf(rawRows);
    }

    /// What kind of item.
    public enum Kind {
        DATA,
        TRANSFORM,
        SIGNAL
    }

    /// Where an item is evaluated.
    public enum Place {
        /// By the kernel.
        SERVER,
        /// By the browser.
        CLIENT,
        /// By both: a data set's first transforms by the kernel and the others by the browser, or a signal twice.
        BOTH
    }

    /// One item.
    ///
    /// @param name the name of the data set or signal; of a transform its type
    /// @param pointer JSON pointer to the item in the original spec
    /// @param reason why the browser has to evaluate it, with the pointer to the place that forces it; or `null`
    public record Item(
            Kind kind,
            String name,
            String pointer,
            Place place,
            @Nullable String reason) {}

    /// This report as JSON, in the form that `docs/protocol.md` describes.
    public JsonObject toJson() {
        List<JsonValue> list = new ArrayList<>();
        for (Item item : items) {
            JsonObject json = JsonObject.EMPTY
                    .with("kind", word(item.kind()))
                    .with("name", new JsonString(item.name()))
                    .with("pointer", new JsonString(item.pointer()))
                    .with("place", word(item.place()));
            list.add(item.reason() == null ? json : json.with("reason", new JsonString(item.reason())));
        }
        List<JsonValue> names = new ArrayList<>();
        for (String name : rawRows) {
            names.add(new JsonString(name));
        }
        return JsonObject.EMPTY.with("items", new JsonArray(list)).with("rawRows", new JsonArray(names));
    }

    private static JsonString word(Enum<?> value) {
        return new JsonString(value.name().toLowerCase(Locale.ROOT));
    }
}
