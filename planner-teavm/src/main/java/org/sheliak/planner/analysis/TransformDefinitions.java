package org.sheliak.planner.analysis;

import static org.sheliak.planner.analysis.TransformDefinition.Effect.KEEPS_COLUMNS;
import static org.sheliak.planner.analysis.TransformDefinition.Effect.READS_ROWS;
import static org.sheliak.planner.analysis.TransformDefinition.Effect.REPLACES_COLUMNS;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.COMPARE;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.DATA;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.EXPRESSION;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.FIELD;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.FOREIGN_FIELD;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.OBJECT;
import static org.sheliak.planner.analysis.TransformDefinition.Kind.PROJECTION;
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

    private TransformDefinitions() {}

    /// The transform of this type, whose case does not matter, or `null` when Vega has none.
    public static @Nullable TransformDefinition of(String type) {
        return ALL.get(type.toLowerCase(Locale.ROOT));
    }

    /// All transforms.
    public static List<TransformDefinition> all() {
        return List.copyOf(ALL.values());
    }

    private static void rows() {
        define("aggregate", REPLACES_COLUMNS)
                .with(FIELD, "groupby", "fields", "key")
                .with(VALUE, "ops", "aggregate_params", "as", "drop", "cross");
        define("collect", KEEPS_COLUMNS).with(COMPARE, "sort");
        define("cross", READS_ROWS, "a", "b").with(EXPRESSION, "filter").with(VALUE, "as");
        define("filter", KEEPS_COLUMNS).with(EXPRESSION, "expr");
        define("flatten", KEEPS_COLUMNS).with(FIELD, "fields").with(VALUE, "index", "as");
        define("fold", KEEPS_COLUMNS, "key", "value").with(FIELD, "fields").with(VALUE, "as");
        define("impute", KEEPS_COLUMNS)
                .with(FIELD, "field", "key", "groupby")
                .with(VALUE, "keyvals", "method", "value");
        define("lookup", KEEPS_COLUMNS)
                .with(DATA, "from")
                .with(FOREIGN_FIELD, "key", "values")
                .with(FIELD, "fields")
                .with(VALUE, "as", "default");
        define("pivot", REPLACES_COLUMNS)
                .with(FIELD, "groupby", "field", "value", "key")
                .with(VALUE, "op", "limit");
        define("project", REPLACES_COLUMNS).with(FIELD, "fields").with(VALUE, "as");
        define("sample", KEEPS_COLUMNS).with(VALUE, "size");
        define("sequence", REPLACES_COLUMNS, "data").with(VALUE, "start", "stop", "step", "as");
        define("crossfilter", KEEPS_COLUMNS).with(FIELD, "fields").with(VALUE, "query");
        define("resolvefilter", KEEPS_COLUMNS).with(VALUE, "ignore", "filter");
    }

    private static void columns() {
        define("bin", KEEPS_COLUMNS, "bin0", "bin1")
                .with(FIELD, "field")
                .with(VALUE, "interval", "anchor", "maxbins", "base", "divide", "extent", "span", "step", "steps")
                .with(VALUE, "minstep", "nice", "name", "as");
        define("extent", KEEPS_COLUMNS).with(FIELD, "field");
        define("formula", KEEPS_COLUMNS).with(EXPRESSION, "expr").with(VALUE, "as", "initonly");
        define("identifier", KEEPS_COLUMNS).with(VALUE, "as");
        define("joinaggregate", KEEPS_COLUMNS)
                .with(FIELD, "groupby", "fields", "key")
                .with(VALUE, "ops", "as");
        define("pie", KEEPS_COLUMNS, "startAngle", "endAngle")
                .with(FIELD, "field")
                .with(VALUE, "startAngle", "endAngle", "sort", "as");
        define("stack", KEEPS_COLUMNS, "y0", "y1")
                .with(FIELD, "field", "groupby")
                .with(COMPARE, "sort")
                .with(VALUE, "offset", "as");
        define("timeunit", KEEPS_COLUMNS, "unit0", "unit1")
                .with(FIELD, "field")
                .with(VALUE, "interval", "units", "step", "maxbins", "extent", "inferUnits", "timezone", "as");
        define("window", KEEPS_COLUMNS)
                .with(COMPARE, "sort")
                .with(FIELD, "groupby", "fields")
                .with(VALUE, "ops", "params", "aggregate_params", "as", "frame", "ignorePeers");
    }

    private static void statistics() {
        define("countpattern", REPLACES_COLUMNS, "text", "count")
                .with(FIELD, "field")
                .with(VALUE, "case", "pattern", "stopwords", "as");
        define("density", REPLACES_COLUMNS, "value", "density")
                .with(VALUE, "extent", "steps", "minsteps", "maxsteps", "method", "as")
                .with(OBJECT, "distribution");
        define("dotbin", KEEPS_COLUMNS, "bin").with(FIELD, "field", "groupby").with(VALUE, "step", "smooth", "as");
        define("kde", REPLACES_COLUMNS, "value", "density")
                .with(FIELD, "groupby", "field")
                .with(VALUE, "cumulative", "counts", "bandwidth", "extent", "resolve", "steps", "minsteps")
                .with(VALUE, "maxsteps", "as");
        define("loess", REPLACES_COLUMNS).with(FIELD, "x", "y", "groupby").with(VALUE, "bandwidth", "as");
        define("quantile", REPLACES_COLUMNS, "prob", "value")
                .with(FIELD, "groupby", "field")
                .with(VALUE, "probs", "step", "as");
        define("regression", REPLACES_COLUMNS)
                .with(FIELD, "x", "y", "groupby")
                .with(VALUE, "method", "order", "extent", "params", "as");
    }

    private static void geography() {
        define("contour", READS_ROWS)
                .with(VALUE, "size", "values", "cellSize", "bandwidth", "count", "nice", "thresholds", "smooth")
                .with(FIELD, "x", "y", "weight");
        define("geojson", READS_ROWS).with(FIELD, "fields", "geojson");
        define("geopath", READS_ROWS, "path")
                .with(PROJECTION, "projection")
                .with(FIELD, "field")
                .with(VALUE, "pointRadius", "as");
        define("geopoint", KEEPS_COLUMNS, "x", "y")
                .with(PROJECTION, "projection")
                .with(FIELD, "fields")
                .with(VALUE, "as");
        define("geoshape", READS_ROWS, "shape")
                .with(PROJECTION, "projection")
                .with(FIELD, "field")
                .with(VALUE, "pointRadius", "as");
        define("graticule", READS_ROWS)
                .with(VALUE, "extent", "extentMajor", "extentMinor", "step", "stepMajor", "stepMinor", "precision");
        define("heatmap", READS_ROWS, "image").with(FIELD, "field").with(VALUE, "color", "opacity", "resolve", "as");
        define("isocontour", READS_ROWS, "contour")
                .with(FIELD, "field")
                .with(VALUE, "thresholds", "levels", "nice", "resolve", "zero", "smooth", "scale", "translate", "as");
        define("kde2d", REPLACES_COLUMNS, "grid")
                .with(FIELD, "x", "y", "weight", "groupby")
                .with(VALUE, "size", "cellSize", "bandwidth", "counts", "as");
    }

    private static void layouts() {
        define("force", READS_ROWS, "x", "y", "vx", "vy")
                .with(VALUE, "static", "restart", "iterations", "alpha", "alphaMin", "alphaTarget", "velocityDecay")
                .with(OBJECT, "forces")
                .with(VALUE, "as");
        define("label", READS_ROWS, "x", "y", "opacity", "align", "baseline")
                .with(VALUE, "size", "anchor", "offset", "padding", "lineAnchor", "markIndex", "avoidBaseMark")
                .with(COMPARE, "sort")
                .with(DATA, "avoidMarks")
                .with(VALUE, "method", "as");
        define("linkpath", READS_ROWS, "path")
                .with(FIELD, "sourceX", "sourceY", "targetX", "targetY")
                .with(VALUE, "orient", "shape", "require", "as");
        define("nest", READS_ROWS).with(FIELD, "keys").with(VALUE, "generate");
        define("pack", READS_ROWS, "x", "y", "r", "depth", "children")
                .with(FIELD, "field", "radius")
                .with(COMPARE, "sort")
                .with(VALUE, "padding", "size", "as");
        define("partition", READS_ROWS, "x0", "y0", "x1", "y1", "depth", "children")
                .with(FIELD, "field")
                .with(COMPARE, "sort")
                .with(VALUE, "padding", "round", "size", "as");
        define("stratify", READS_ROWS).with(FIELD, "key", "parentKey");
        define("tree", READS_ROWS, "x", "y", "depth", "children")
                .with(FIELD, "field")
                .with(COMPARE, "sort")
                .with(VALUE, "method", "size", "nodeSize", "separation", "as");
        define("treelinks", READS_ROWS);
        define("treemap", READS_ROWS, "x0", "y0", "x1", "y1", "depth", "children")
                .with(FIELD, "field")
                .with(COMPARE, "sort")
                .with(VALUE, "method", "padding", "paddingInner", "paddingOuter", "paddingTop", "paddingRight")
                .with(VALUE, "paddingBottom", "paddingLeft", "ratio", "round", "size", "as");
        define("voronoi", KEEPS_COLUMNS, "path").with(FIELD, "x", "y").with(VALUE, "size", "extent", "as");
        define("wordcloud", READS_ROWS, "x", "y", "font", "fontSize", "fontStyle", "fontWeight", "angle")
                .with(VALUE, "size", "font", "fontStyle", "fontWeight", "fontSize", "fontSizeRange", "rotate")
                .with(FIELD, "text")
                .with(VALUE, "spiral", "padding", "as");
    }

    private static Definition define(String type, Effect effect, String... outputs) {
        return new Definition(type, effect, List.of(outputs));
    }

    /// A definition in the making: each call adds parameters and files the definition.
    private static final class Definition {
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
                parameters.add(new Parameter(name, kind));
            }
            file();
            return this;
        }

        private void file() {
            ALL.put(type, new TransformDefinition(type, effect, outputs, parameters));
        }
    }
}
