package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;

/// Where each data set, transform and signal of a spec is evaluated, and each scale that an expression reads; why, and
/// which rows cross.
///
/// @param items one entry for each data set, transform and signal, in the order of the spec
/// @param crossings one entry for each data set that one side sends to the other
/// @param added one entry for each transform that the client spec has and the original has not
public record Report(List<Item> items, List<Crossing> crossings, List<Added> added) {
    public Report {
        items = List.copyOf(items);
        crossings = List.copyOf(crossings);
        added = List.copyOf(added);
    }

    /// What kind of item.
    public enum Kind {
        DATA,
        TRANSFORM,
        SIGNAL,
        SCALE
    }

    /// Where an item is evaluated.
    public enum Place {
        /// By the kernel.
        SERVER,
        /// By the browser.
        CLIENT,
        /// By both: a data set's first transforms by the kernel and the others by the browser, or a signal or scale
        /// twice.
        BOTH
    }

    /// What rows are.
    public enum Rows {
        /// As they were read, perhaps filtered and with columns added.
        RAW,
        /// Made by a transform from many rows, or from none.
        AGGREGATED
    }

    /// One item.
    ///
    /// @param name the name of the data set, signal or scale; of a transform its type
    /// @param pointer JSON pointer to the item in the original spec
    /// @param cause why the browser has to evaluate it, or `null` when it has not to
    public record Item(
            Kind kind,
            String name,
            String pointer,
            Place place,
            @Nullable Cause cause) {}

    /// What keeps an item in the browser.
    ///
    /// @param pointer JSON pointer to the exact place in the original spec
    /// @param reason a sentence for a person
    public record Cause(String pointer, String reason) {}

    /// Rows that are sent.
    ///
    /// @param name the data set of the client spec that they fill or come from
    /// @param pointer JSON pointer to the item of the original spec that they belong to
    /// @param to the side that gets them
    /// @param columns their columns, or `null` for all that there are
    /// @param reason a sentence that says who needs them, and what needs all columns where it is so
    public record Crossing(
            String name,
            String pointer,
            Place to,
            Rows rows,
            @Nullable List<String> columns,
            String reason) {
        public Crossing {
            columns = columns == null ? null : List.copyOf(columns);
        }
    }

    /// A transform by which the browser takes over what the kernel has done.
    ///
    /// @param type its type
    /// @param pointer JSON pointer to the place in the original spec that it serves
    public record Added(String type, String pointer) {}

    /// Names of the client spec's data sets whose rows are sent to the browser as they were read.
    public List<String> rawRows() {
        List<String> names = new ArrayList<>();
        for (Crossing crossing : crossings) {
            if (crossing.to() == Place.CLIENT && crossing.rows() == Rows.RAW) {
                names.add(crossing.name());
            }
        }
        return names;
    }

    /// This report as lines for a person.
    public String toText() {
        return ReportText.of(this);
    }

    /// This report as JSON, in the form that `docs/protocol.md` describes.
    public JsonObject toJson() {
        List<JsonValue> itemList = new ArrayList<>();
        for (Item item : items) {
            itemList.add(json(item));
        }
        List<JsonValue> crossingList = new ArrayList<>();
        for (Crossing crossing : crossings) {
            crossingList.add(json(crossing));
        }
        List<JsonValue> addedList = new ArrayList<>();
        for (Added each : added) {
            addedList.add(JsonObject.EMPTY
                    .with("type", new JsonString(each.type()))
                    .with("pointer", new JsonString(each.pointer())));
        }
        return JsonObject.EMPTY
                .with("items", new JsonArray(itemList))
                .with("crossings", new JsonArray(crossingList))
                .with("added", new JsonArray(addedList))
                .with("rawRows", texts(rawRows()));
    }

    private static JsonObject json(Item item) {
        JsonObject json = JsonObject.EMPTY
                .with("kind", word(item.kind()))
                .with("name", new JsonString(item.name()))
                .with("pointer", new JsonString(item.pointer()))
                .with("place", word(item.place()));
        return item.cause() instanceof Cause(String pointer, String reason)
                ? json.with("cause", new JsonString(pointer)).with("reason", new JsonString(reason))
                : json;
    }

    private static JsonObject json(Crossing crossing) {
        JsonObject json = JsonObject.EMPTY
                .with("name", new JsonString(crossing.name()))
                .with("pointer", new JsonString(crossing.pointer()))
                .with("to", word(crossing.to()))
                .with("rows", word(crossing.rows()));
        List<String> columns = crossing.columns();
        return (columns == null ? json : json.with("columns", texts(columns)))
                .with("reason", new JsonString(crossing.reason()));
    }

    private static JsonArray texts(List<String> texts) {
        List<JsonValue> values = new ArrayList<>();
        for (String text : texts) {
            values.add(new JsonString(text));
        }
        return new JsonArray(values);
    }

    private static JsonString word(Enum<?> value) {
        return new JsonString(value.name().toLowerCase(Locale.ROOT));
    }
}
