package org.sheliak.runtime.source;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;

/// Vega's `format` of a data set.
///
/// @param delimiter separates the fields of a line of [Type#DELIMITED]
/// @param header the names of the columns, in quotes, when the text does not begin with them
/// @param property access path to the rows in a JSON document; `null` for the document itself
/// @param parse types of fields by name, the string `auto`, or `null` when values stay as they are
/// @param topoJson what is wanted of a topology; `null` for other types, and where nothing is said
public record DataFormat(
        Type type,
        String delimiter,
        @Nullable List<String> header,
        @Nullable String property,
        @Nullable JsonValue parse,
        @Nullable TopoJsonObject topoJson) {

    /// An object of a topology.
    ///
    /// @param isMesh whether its arcs are wanted as one object, not its features
    /// @param filter `interior` or `exterior` arcs of a mesh; anything else means all
    public record TopoJsonObject(
            String name, boolean isMesh, @Nullable String filter) {}

    /// How rows are written down.
    public enum Type {
        JSON,
        TOPOJSON,
        DELIMITED,
        ARROW,
        PARQUET
    }

    /// The format of a spec's `format` object, or what the name of the file says where that has no `type`.
    /// Like Vega, takes JSON for granted; unlike Vega, knows Arrow and Parquet files by their name.
    ///
    /// @throws SheliakException with [ErrorCode#UNSUPPORTED] for another type
    public static DataFormat of(@Nullable JsonObject format, String fileName) {
        JsonObject given = format == null ? JsonObject.EMPTY : format;
        String type = text(given, "type");
        String name = type == null ? binaryType(fileName) : type;
        return new DataFormat(
                type(name),
                delimiter(name, given),
                header(given),
                text(given, "property"),
                given.get("parse") instanceof JsonNull || given.get("parse") instanceof JsonBoolean
                        ? null
                        : given.get("parse"),
                topoJson(given));
    }

    /// The format that a file's name says, for files that are not named by a spec: values of text files are parsed.
    ///
    /// @throws SheliakException with [ErrorCode#UNSUPPORTED] for an unknown ending
    public static DataFormat ofFileName(String fileName) {
        String ending = ending(fileName);
        return switch (ending) {
            case "csv", "tsv", "txt" ->
                new DataFormat(
                        Type.DELIMITED, delimiter(ending, JsonObject.EMPTY), null, null, new JsonString("auto"), null);
            case "json" -> new DataFormat(Type.JSON, "", null, null, null, null);
            case "arrow", "feather", "ipc", "arrows" -> new DataFormat(Type.ARROW, "", null, null, null, null);
            case "parquet" -> new DataFormat(Type.PARQUET, "", null, null, null, null);
            default ->
                throw unsupported("cannot tell the format of " + fileName
                        + ": expected a name that ends with .parquet, .arrow, .feather, .csv, .tsv or .json");
        };
    }

    private static String binaryType(String fileName) {
        return switch (ending(fileName)) {
            case "parquet" -> "parquet";
            case "arrow", "feather" -> "arrow";
            default -> "json";
        };
    }

    private static String ending(String fileName) {
        String path = fileName.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Type type(String name) {
        return switch (name) {
            case "json" -> Type.JSON;
            case "topojson" -> Type.TOPOJSON;
            case "csv", "tsv", "dsv" -> Type.DELIMITED;
            case "arrow", "feather" -> Type.ARROW;
            case "parquet" -> Type.PARQUET;
            default ->
                throw unsupported("data of the format \"" + name
                        + "\" is not read here; expected one of json, topojson, csv, tsv, dsv, arrow, parquet");
        };
    }

    private static String delimiter(String type, JsonObject format) {
        return switch (type) {
            case "tsv" -> "\t";
            case "dsv" -> {
                String delimiter = text(format, "delimiter");
                if (delimiter == null) {
                    throw new SheliakException(
                            ErrorCode.SPEC_INVALID,
                            SourceLocation.UNKNOWN,
                            "a format of the type dsv expects a delimiter");
                }
                yield delimiter;
            }
            default -> ",";
        };
    }

    private static @Nullable TopoJsonObject topoJson(JsonObject format) {
        String feature = text(format, "feature");
        if (feature != null && !feature.isEmpty()) {
            return new TopoJsonObject(feature, false, null);
        }
        String mesh = text(format, "mesh");
        return mesh == null || mesh.isEmpty() ? null : new TopoJsonObject(mesh, true, text(format, "filter"));
    }

    /// The names as Vega puts them in front of the text, whose rules of quotes then apply to them.
    private static @Nullable List<String> header(JsonObject format) {
        return format.get("header") instanceof JsonArray(List<JsonValue> names)
                ? names.stream()
                        .map(name -> name instanceof JsonNull ? "" : JsonWriter.write(name))
                        .toList()
                : null;
    }

    private static @Nullable String text(JsonObject format, String name) {
        return format.get(name) instanceof JsonString(String text) ? text : null;
    }

    private static SheliakException unsupported(String detail) {
        return new SheliakException(ErrorCode.UNSUPPORTED, SourceLocation.UNKNOWN, detail);
    }
}
