package org.sheliak.planner.analysis;

import static org.sheliak.planner.analysis.TransformDefinition.Effect.KEEPS_COLUMNS;
import static org.sheliak.planner.analysis.TransformDefinition.Effect.READS_ROWS;
import static org.sheliak.planner.analysis.TransformDefinition.Effect.REPLACES_COLUMNS;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.BOOLEAN;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.COMPARE;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.DATA;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.EXPRESSION;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.FIELD;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.FOREIGN_FIELD;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.NUMBER;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.OBJECT;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.PROJECTION;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.ROW_VALUE;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.TEXT;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.VALUE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;

/// The transforms of Vega.
///
/// Source: the `Definition` of each transform of vega-transforms, -encode, -geo, -force, -hierarchy, -label,
/// -regression, -voronoi, -wordcloud and -crossfilter @ v6.4.0.
public final class TransformDefinitions {
    private static final Map<String, TransformDefinition> ALL = new LinkedHashMap<>();

    static {
        rows();
        columns();
        statistics();
        geography();
        layouts();
    }

    /// Transforms that give other rows than they get, or other objects.
    private static final List<String> MAKING_ROWS = List.of(
            "aggregate",
            "contour",
            "countpattern",
            "cross",
            "density",
            "flatten",
            "fold",
            "graticule",
            "isocontour",
            "kde",
            "kde2d",
            "loess",
            "pivot",
            "project",
            "quantile",
            "regression",
            "sequence",
            "treelinks");

    private TransformDefinitions() {}

    /// Whether a transform, whose type is given in lower case, makes rows of its own in place of those that it gets.
    public static boolean makesRows(String type) {
        return MAKING_ROWS.contains(type);
    }

    /// The transform of this type, whose case does not matter, or `null` when Vega has none.
    public static @Nullable TransformDefinition of(String type) {
        TransformDefinition exact = ALL.get(type);
        return exact == null ? ALL.get(type.toLowerCase(Locale.ROOT)) : exact;
    }

    /// All transforms.
    public static List<TransformDefinition> all() {
        return List.copyOf(ALL.values());
    }

    private static void rows() {
        define("aggregate", REPLACES_COLUMNS)
                .with(FIELD, "groupby[]", "fields[]", "key")
                .with(TEXT, "ops[]", "as[]")
                .with(NUMBER, "aggregate_params[]")
                .with(BOOLEAN, "drop", "cross");
        define("collect", KEEPS_COLUMNS).with(COMPARE, "sort");
        define("cross", READS_ROWS, "a", "b").with(EXPRESSION, "filter").with(TEXT, "as[]");
        define("filter", KEEPS_COLUMNS).with(EXPRESSION, "expr");
        define("flatten", KEEPS_COLUMNS).with(FIELD, "fields[]").with(TEXT, "index", "as[]");
        define("fold", KEEPS_COLUMNS, "key", "value").with(FIELD, "fields[]").with(TEXT, "as[]");
        define("impute", KEEPS_COLUMNS)
                .with(FIELD, "field", "key", "groupby[]")
                .with(VALUE, "keyvals[]", "value")
                .with(TEXT, "method");
        define("lookup", KEEPS_COLUMNS)
                .with(DATA, "from")
                .with(FOREIGN_FIELD, "key", "values[]")
                .with(FIELD, "fields[]")
                .with(TEXT, "as[]")
                .with(VALUE, "default");
        define("pivot", REPLACES_COLUMNS)
                .with(FIELD, "groupby[]", "field", "value", "key")
                .with(TEXT, "op")
                .with(NUMBER, "limit");
        define("project", REPLACES_COLUMNS).with(FIELD, "fields[]").with(TEXT, "as[]");
        define("sample", KEEPS_COLUMNS).with(NUMBER, "size");
        define("sequence", REPLACES_COLUMNS, "data")
                .with(NUMBER, "start", "stop", "step")
                .with(TEXT, "as");
        define("crossfilter", KEEPS_COLUMNS).with(FIELD, "fields[]").with(VALUE, "query[]");
        define("resolvefilter", KEEPS_COLUMNS).with(NUMBER, "ignore").with(VALUE, "filter");
    }

    private static void columns() {
        define("bin", KEEPS_COLUMNS, "bin0", "bin1")
                .with(FIELD, "field")
                .with(BOOLEAN, "interval")
                .with(NUMBER, "anchor", "maxbins", "base", "divide[]", "extent[]", "span", "step", "steps[]")
                .with(NUMBER, "minstep")
                .with(BOOLEAN, "nice")
                .with(TEXT, "name", "as[]");
        define("extent", KEEPS_COLUMNS).with(FIELD, "field");
        define("formula", KEEPS_COLUMNS)
                .with(EXPRESSION, "expr")
                .with(TEXT, "as")
                .with(BOOLEAN, "initonly");
        define("identifier", KEEPS_COLUMNS).with(TEXT, "as");
        define("joinaggregate", KEEPS_COLUMNS)
                .with(FIELD, "groupby[]", "fields[]", "key")
                .with(TEXT, "ops[]", "as[]");
        define("pie", KEEPS_COLUMNS, "startAngle", "endAngle")
                .with(FIELD, "field")
                .with(NUMBER, "startAngle", "endAngle")
                .with(BOOLEAN, "sort")
                .with(TEXT, "as[]");
        define("stack", KEEPS_COLUMNS, "y0", "y1")
                .with(FIELD, "field", "groupby[]")
                .with(COMPARE, "sort")
                .with(TEXT, "offset", "as[]");
        define("timeunit", KEEPS_COLUMNS, "unit0", "unit1")
                .with(FIELD, "field")
                .with(BOOLEAN, "interval", "inferUnits")
                .with(TEXT, "units[]", "timezone", "as[]")
                .with(NUMBER, "step", "maxbins", "extent[]");
        define("window", KEEPS_COLUMNS)
                .with(COMPARE, "sort")
                .with(FIELD, "groupby[]", "fields[]")
                .with(TEXT, "ops[]", "as[]")
                .with(NUMBER, "params[]", "aggregate_params[]", "frame[]")
                .with(BOOLEAN, "ignorePeers");
    }

    private static void statistics() {
        define("countpattern", REPLACES_COLUMNS, "text", "count")
                .with(FIELD, "field")
                .with(TEXT, "case", "pattern", "stopwords", "as[]");
        define("density", REPLACES_COLUMNS, "value", "density")
                .with(NUMBER, "extent[]", "steps", "minsteps", "maxsteps")
                .with(TEXT, "method", "as[]")
                .with(OBJECT, "distribution");
        define("dotbin", KEEPS_COLUMNS, "bin")
                .with(FIELD, "field", "groupby[]")
                .with(NUMBER, "step")
                .with(BOOLEAN, "smooth")
                .with(TEXT, "as");
        define("kde", REPLACES_COLUMNS, "value", "density")
                .with(FIELD, "groupby[]", "field")
                .with(BOOLEAN, "cumulative", "counts")
                .with(NUMBER, "bandwidth", "extent[]", "steps", "minsteps")
                .with(TEXT, "resolve")
                .with(NUMBER, "maxsteps")
                .with(TEXT, "as[]");
        define("loess", REPLACES_COLUMNS)
                .with(FIELD, "x", "y", "groupby[]")
                .with(NUMBER, "bandwidth")
                .with(TEXT, "as[]");
        define("quantile", REPLACES_COLUMNS, "prob", "value")
                .with(FIELD, "groupby[]", "field")
                .with(NUMBER, "probs[]", "step")
                .with(TEXT, "as[]");
        define("regression", REPLACES_COLUMNS)
                .with(FIELD, "x", "y", "groupby[]")
                .with(TEXT, "method", "as[]")
                .with(NUMBER, "order", "extent[]")
                .with(BOOLEAN, "params");
    }

    private static void geography() {
        define("contour", REPLACES_COLUMNS)
                .with(NUMBER, "size[]", "values[]", "cellSize", "bandwidth", "count", "thresholds[]")
                .with(BOOLEAN, "nice", "smooth")
                .with(FIELD, "x", "y", "weight");
        define("geojson", READS_ROWS).with(FIELD, "fields[]", "geojson");
        define("geopath", READS_ROWS, "path")
                .with(PROJECTION, "projection")
                .with(FIELD, "field")
                .with(ROW_VALUE, "pointRadius")
                .with(TEXT, "as");
        define("geopoint", KEEPS_COLUMNS, "x", "y")
                .with(PROJECTION, "projection")
                .with(FIELD, "fields[]")
                .with(TEXT, "as[]");
        define("geoshape", READS_ROWS, "shape")
                .with(PROJECTION, "projection")
                .with(FIELD, "field")
                .with(ROW_VALUE, "pointRadius")
                .with(TEXT, "as");
        define("graticule", READS_ROWS)
                .with(VALUE, "extent[]", "extentMajor[]", "extentMinor[]")
                .with(NUMBER, "step[]", "stepMajor[]", "stepMinor[]", "precision");
        define("heatmap", READS_ROWS, "image")
                .with(FIELD, "field")
                .with(ROW_VALUE, "color", "opacity")
                .with(TEXT, "resolve", "as");
        define("isocontour", READS_ROWS, "contour")
                .with(FIELD, "field")
                .with(NUMBER, "thresholds[]", "levels")
                .with(BOOLEAN, "nice", "zero", "smooth")
                .with(ROW_VALUE, "scale", "translate[]")
                .with(TEXT, "resolve", "as");
        define("kde2d", REPLACES_COLUMNS, "grid")
                .with(FIELD, "x", "y", "weight", "groupby[]")
                .with(NUMBER, "size[]", "cellSize", "bandwidth[]")
                .with(BOOLEAN, "counts")
                .with(TEXT, "as");
    }

    private static void layouts() {
        define("force", READS_ROWS, "x", "y", "vx", "vy")
                .with(BOOLEAN, "static", "restart")
                .with(NUMBER, "iterations", "alpha", "alphaMin", "alphaTarget", "velocityDecay")
                .with(OBJECT, "forces[]")
                .with(TEXT, "as[]");
        define("label", READS_ROWS, "x", "y", "opacity", "align", "baseline")
                .with(NUMBER, "size[]", "offset[]", "padding", "markIndex")
                .with(TEXT, "anchor[]", "lineAnchor")
                .with(BOOLEAN, "avoidBaseMark")
                .with(COMPARE, "sort")
                .with(DATA, "avoidMarks[]")
                .with(TEXT, "method", "as[]");
        define("linkpath", READS_ROWS, "path")
                .with(FIELD, "sourceX", "sourceY", "targetX", "targetY")
                .with(TEXT, "orient", "shape", "as")
                .with(VALUE, "require");
        define("nest", READS_ROWS).with(FIELD, "keys[]").with(BOOLEAN, "generate");
        define("pack", READS_ROWS, "x", "y", "r", "depth", "children")
                .with(FIELD, "field", "radius")
                .with(COMPARE, "sort")
                .with(NUMBER, "padding", "size[]")
                .with(TEXT, "as[]");
        define("partition", READS_ROWS, "x0", "y0", "x1", "y1", "depth", "children")
                .with(FIELD, "field")
                .with(COMPARE, "sort")
                .with(NUMBER, "padding", "size[]")
                .with(BOOLEAN, "round")
                .with(TEXT, "as[]");
        define("stratify", READS_ROWS).with(FIELD, "key", "parentKey");
        define("tree", READS_ROWS, "x", "y", "depth", "children")
                .with(FIELD, "field")
                .with(COMPARE, "sort")
                .with(TEXT, "method", "as[]")
                .with(NUMBER, "size[]", "nodeSize[]")
                .with(BOOLEAN, "separation");
        define("treelinks", READS_ROWS);
        define("treemap", READS_ROWS, "x0", "y0", "x1", "y1", "depth", "children")
                .with(FIELD, "field")
                .with(COMPARE, "sort")
                .with(TEXT, "method")
                .with(NUMBER, "padding", "paddingInner", "paddingOuter", "paddingTop", "paddingRight")
                .with(NUMBER, "paddingBottom", "paddingLeft", "ratio", "size[]")
                .with(BOOLEAN, "round")
                .with(TEXT, "as[]");
        define("voronoi", KEEPS_COLUMNS, "path")
                .with(FIELD, "x", "y")
                .with(NUMBER, "size[]")
                .with(VALUE, "extent[]")
                .with(TEXT, "as");
        define("wordcloud", READS_ROWS, "x", "y", "font", "fontSize", "fontStyle", "fontWeight", "angle")
                .with(NUMBER, "size[]", "fontSizeRange[]")
                .with(ROW_VALUE, "font", "fontStyle", "fontWeight", "fontSize", "rotate", "padding")
                .with(FIELD, "text")
                .with(TEXT, "spiral", "as[]");
    }

    private static Definition define(String type, Effect effect, String... outputs) {
        return new Definition(type, effect, List.of(outputs));
    }

    /// A definition in the making: each call adds parameters and files the definition. A name with `[]` is that of a
    /// list.
    private static final class Definition {
        private static final String LIST = "[]";

        private final String type;
        private final Effect effect;
        private final List<String> outputs;
        private final List<Parameter> parameters = new ArrayList<>();

        Definition(String type, Effect effect, List<String> outputs) {
            this.type = type;
            this.effect = effect;
            this.outputs = outputs;
            file();
        }

        Definition with(Kind kind, String... names) {
            for (String name : names) {
                boolean isList = name.endsWith(LIST);
                String plain = isList ? name.substring(0, name.length() - LIST.length()) : name;
                parameters.add(new Parameter(plain, kind, isList));
            }
            file();
            return this;
        }

        private void file() {
            ALL.put(type, new TransformDefinition(type, effect, outputs, parameters));
        }
    }
}
