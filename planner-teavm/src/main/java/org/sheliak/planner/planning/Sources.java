package org.sheliak.planner.planning;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Where the rows of data sets come from, and whether the kernel should be their first reader.
final class Sources {
    /// A data set of the browser with more rows is not sent to the kernel for an expression to look into.
    static final int FEW_ROWS = 1000;

    private static final List<String> TEXT_FORMATS = List.of("json", "csv", "tsv", "dsv");

    /// Transforms that need no rows to begin with.
    private static final List<String> GENERATORS = List.of("density", "graticule", "sequence");

    private static final String TABLE_SCHEME = "table://";

    private final PlannerOptions options;
    private final ServerCapabilities capabilities;

    Sources(PlannerOptions options, ServerCapabilities capabilities) {
        this.options = options;
        this.capabilities = capabilities;
    }

    /// True for a data set that is loaded: from an address, or from a table of the kernel.
    boolean isLoaded(DataSpec spec) {
        return spec.url() != null || table(spec) != null;
    }

    /// The name of the kernel's table that a data set stands for, or `null`.
    @Nullable
    String table(DataSpec spec) {
        if (spec.url() instanceof JsonString(String url)) {
            return url.startsWith(TABLE_SCHEME) ? url.substring(TABLE_SCHEME.length()) : null;
        }
        boolean isNamedOnly = spec.isSelfContained() && spec.values() == null;
        return isNamedOnly && options.tables().contains(spec.name()) ? spec.name() : null;
    }

    /// The source of a data set that derives from no other one.
    RowSource source(DataSpec spec) {
        String table = table(spec);
        if (table != null) {
            return new RowSource.Table(table);
        }
        JsonValue url = spec.url();
        if (url != null) {
            return new RowSource.Url(url);
        }
        JsonValue values = spec.values();
        return values == null ? new RowSource.Generated() : new RowSource.Values(values);
    }

    /// The `format` that tells the kernel how to read the rows, or `null`. The type is always said.
    @Nullable
    JsonObject format(DataSpec spec) {
        if (spec.url() == null || table(spec) != null) {
            return spec.format();
        }
        JsonObject format = spec.format() == null ? JsonObject.EMPTY : spec.format();
        return Members.signal(format.get("type")) != null
                ? format
                : format.with("type", new JsonString(formatType(spec)));
    }

    /// Why the rows should not be read by the kernel first, or `null`.
    @Nullable
    Obstacle obstacle(DataSpec spec) {
        if (table(spec) != null) {
            return null;
        }
        if (spec.url() != null) {
            return urlObstacle(spec);
        }
        return spec.values() == null ? generatedObstacle(spec) : valuesObstacle(spec);
    }

    private @Nullable Obstacle urlObstacle(DataSpec spec) {
        String pointer = JsonPointer.child(spec.pointer(), "url");
        if (!(spec.url() instanceof JsonString) && Members.signal(spec.url()) == null) {
            return new Obstacle(pointer, "an address is expected, as text or a signal");
        }
        JsonValue format = spec.json().get("format");
        String formatPointer = JsonPointer.child(spec.pointer(), "format");
        if (format != null && !(format instanceof JsonObject)) {
            return new Obstacle(formatPointer, "a format object is expected");
        }
        return format instanceof JsonObject object && formatObstacle(object, formatPointer) instanceof Obstacle found
                ? found
                : typeObstacle(spec, formatPointer);
    }

    private @Nullable Obstacle typeObstacle(DataSpec spec, String pointer) {
        String type = formatType(spec);
        if (spec.format() instanceof JsonObject format && Members.signal(format.get("type")) != null) {
            return capabilities.formats().contains("topojson")
                    ? null
                    : new Obstacle(pointer, "only the browser can read every type of data that the signal may name");
        }
        return capabilities.formats().contains(type) ? null : new Obstacle(pointer, "the kernel cannot read " + type);
    }

    private @Nullable Obstacle formatObstacle(JsonObject format, String pointer) {
        for (String member : format.members().keySet()) {
            if (!capabilities.formatMembers().contains(member)) {
                return new Obstacle(pointer, "the kernel does not know the format's member " + member);
            }
        }
        if (!capabilities.datePatterns() && mayHavePattern(format.get("parse"))) {
            return new Obstacle(
                    JsonPointer.child(pointer, "parse"),
                    "the kernel does not know the locale in which the spec has dates");
        }
        for (String member : List.of("feature", "mesh", "filter")) {
            JsonValue name = format.get(member);
            if (name != null && !(name instanceof JsonString) && Members.signal(name) == null) {
                return new Obstacle(JsonPointer.child(pointer, member), "a name or a signal is expected as " + member);
            }
        }
        return null;
    }

    /// Whether a `parse` may tell how dates are written.
    private static boolean mayHavePattern(@Nullable JsonValue parse) {
        return parse instanceof JsonObject types
                && types.members().values().stream()
                        .anyMatch(type -> !(type instanceof JsonString(String name)) || name.indexOf(':') >= 0);
    }

    private static String formatType(DataSpec spec) {
        JsonObject format = spec.format();
        String type = format == null ? null : Members.text(format, "type");
        if (type != null) {
            return type.toLowerCase(Locale.ROOT);
        }
        // Vega takes everything without a type for JSON; it cannot read these two, which name themselves.
        String url = spec.url() instanceof JsonString(String text) ? text : "";
        if (url.endsWith(".parquet")) {
            return "parquet";
        }
        return url.endsWith(".arrow") || url.endsWith(".feather") ? "arrow" : "json";
    }

    private @Nullable Obstacle valuesObstacle(DataSpec spec) {
        String pointer = JsonPointer.child(spec.pointer(), "values");
        double count = rowCount(spec);
        if (Double.isNaN(count)) {
            return new Obstacle(pointer, "its inline data are no rows, and no text or object that holds some");
        }
        if (count < options.inlineRows()) {
            return new Obstacle(pointer, "its " + (int) count + " inline rows are in the browser already");
        }
        if (!(spec.format() instanceof JsonObject format)) {
            return null;
        }
        String formatPointer = JsonPointer.child(spec.pointer(), "format");
        String type = format.get("type") == null ? "json" : Members.text(format, "type");
        boolean isText = spec.values() instanceof JsonString;
        boolean isKnown = type != null && (isText ? TEXT_FORMATS.contains(type) : type.equals("json"));
        return isKnown
                ? formatObstacle(format, formatPointer)
                : new Obstacle(formatPointer, "the kernel does not read inline data of this type");
    }

    /// About how many rows the inline data are; NaN when they are none.
    private static double rowCount(DataSpec spec) {
        return switch (spec.values()) {
            case JsonArray rows -> rows.elements().size();
            case JsonString(String text) -> lineCount(text);
            case JsonObject object
            when Members.signal(object) == null -> {
                int most = 1;
                for (JsonValue member : object.members().values()) {
                    most = Math.max(
                            most,
                            member instanceof JsonArray rows ? rows.elements().size() : 1);
                }
                yield most;
            }
            case null, default -> Double.NaN;
        };
    }

    /// A JSON text may have no line breaks: each opening brace counts too.
    private static int lineCount(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == '\n' || text.charAt(i) == '{' ? 1 : 0;
        }
        return count;
    }

    private @Nullable Obstacle generatedObstacle(DataSpec spec) {
        String type =
                spec.transforms().isEmpty() ? "" : spec.transforms().getFirst().type();
        if (!GENERATORS.contains(type) && !isGrid(spec)) {
            return new Obstacle(spec.pointer(), "it has no source of rows");
        }
        TransformSpec generator = spec.transforms().getFirst();
        double step = number(generator, "step", 1);
        double count = (number(generator, "stop", Double.NaN) - number(generator, "start", 0)) / step;
        boolean readsData = !TransformReferences.data(generator).isEmpty();
        return readsData || options.inlineRows() == 0 || count >= options.inlineRows()
                ? null
                : new Obstacle(generator.pointer(), "it makes few rows");
    }

    /// True when contours of a grid in the spec are the first rows.
    private static boolean isGrid(DataSpec spec) {
        TransformSpec first =
                spec.transforms().isEmpty() ? null : spec.transforms().getFirst();
        return first != null && first.type().equals("contour") && first.json().get("values") != null;
    }

    private static double number(TransformSpec transform, String parameter, double absent) {
        return transform.json().get(parameter) instanceof JsonNumber(double value) ? value : absent;
    }
}
