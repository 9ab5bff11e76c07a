package org.sheliak.planner.planning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the kernel's runtime can evaluate. All that it cannot stays in the browser.
///
/// @param transforms the transforms, by type in lower case
/// @param functions names of the functions of the expression language
/// @param scales the scales that those functions can look into
/// @param formats types of data files
/// @param formatMembers members of a `format` object
/// @param datePatterns whether values in files can be read by patterns of dates
public record ServerCapabilities(
        Map<String, TransformCapability> transforms,
        Set<String> functions,
        ScaleCapability scales,
        Set<String> formats,
        Set<String> formatMembers,
        boolean datePatterns) {
    public ServerCapabilities {
        transforms = Collections.unmodifiableMap(new LinkedHashMap<>(transforms));
        functions = Collections.unmodifiableSet(new LinkedHashSet<>(functions));
        formats = Collections.unmodifiableSet(new LinkedHashSet<>(formats));
        formatMembers = Collections.unmodifiableSet(new LinkedHashSet<>(formatMembers));
    }

    /// What can be evaluated of one transform.
    ///
    /// @param parameters names of its parameters; `signal` is among them when the transform has a value for one
    /// @param values the values that a parameter may have, for those of which not all are supported
    public record TransformCapability(Set<String> parameters, Map<String, Set<String>> values) {
        public TransformCapability {
            parameters = Collections.unmodifiableSet(new LinkedHashSet<>(parameters));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        private TransformCapability and(String... others) {
            Set<String> all = new LinkedHashSet<>(parameters);
            all.addAll(List.of(others));
            return new TransformCapability(all, values);
        }
    }

    /// What can be evaluated of scales.
    ///
    /// @param types their types
    /// @param schemes names of colour schemes, in lower case
    /// @param interpolations names of the ways from one colour to the next
    public record ScaleCapability(Set<String> types, Set<String> schemes, Set<String> interpolations) {
        public ScaleCapability {
            types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
            schemes = Collections.unmodifiableSet(new LinkedHashSet<>(schemes));
            interpolations = Collections.unmodifiableSet(new LinkedHashSet<>(interpolations));
        }
    }

    private static final List<String> SCHEMES = List.of(
            "accent",
            "bluegreen",
            "blueorange",
            "bluepurple",
            "blues",
            "brownbluegreen",
            "browns",
            "category10",
            "category20",
            "category20b",
            "category20c",
            "cividis",
            "dark2",
            "darkblue",
            "darkgold",
            "darkgreen",
            "darkmulti",
            "darkred",
            "goldgreen",
            "goldorange",
            "goldred",
            "greenblue",
            "greens",
            "greys",
            "inferno",
            "lightgreyred",
            "lightgreyteal",
            "lightmulti",
            "lightorange",
            "lighttealblue",
            "magma",
            "observable10",
            "orangered",
            "oranges",
            "paired",
            "pastel1",
            "pastel2",
            "pinkyellowgreen",
            "plasma",
            "purpleblue",
            "purplebluegreen",
            "purplegreen",
            "purpleorange",
            "purplered",
            "purples",
            "rainbow",
            "redblue",
            "redgrey",
            "redpurple",
            "reds",
            "redyellowblue",
            "redyellowgreen",
            "set1",
            "set2",
            "set3",
            "sinebow",
            "spectral",
            "tableau10",
            "tableau20",
            "tealblues",
            "teals",
            "turbo",
            "viridis",
            "warmgreys",
            "yellowgreen",
            "yellowgreenblue",
            "yelloworangebrown",
            "yelloworangered");

    /// The runtime of this version.
    public static final ServerCapabilities CURRENT = new ServerCapabilities(
            transformsOfRuntime(),
            functionsOfRuntime(),
            scalesOfRuntime(),
            formatsOfRuntime(),
            new LinkedHashSet<>(
                    List.of("type", "parse", "property", "delimiter", "header", "copy", "feature", "mesh", "filter")),
            true);

    /// Functions that write or read texts in the words and signs of a locale.
    private static final List<String> FUNCTIONS_OF_LOCALES = List.of(
            "format",
            "timeFormat",
            "utcFormat",
            "timeParse",
            "utcParse",
            "monthFormat",
            "monthAbbrevFormat",
            "dayFormat",
            "dayAbbrevFormat");

    /// What is left where a spec sets a locale that only Vega understands: no formats, and no patterns of dates.
    public ServerCapabilities withoutLocales() {
        Set<String> left = new LinkedHashSet<>(functions);
        FUNCTIONS_OF_LOCALES.forEach(left::remove);
        return new ServerCapabilities(transforms, left, scales, formats, formatMembers, false);
    }

    /// What is supported of a transform, or `null`.
    public @Nullable TransformCapability transform(String type) {
        return transforms.get(type);
    }

    private static Map<String, TransformCapability> transformsOfRuntime() {
        Map<String, TransformCapability> transforms = new LinkedHashMap<>();
        transforms.put("aggregate", measuring("groupby", "drop", "cross", "key"));
        transforms.put(
                "bin",
                with("field", "interval", "anchor", "maxbins", "base", "divide", "extent", "span", "step", "steps")
                        .and("minstep", "nice", "name", "as", "signal"));
        transforms.put("collect", with("sort"));
        transforms.put(
                "contour",
                with("size", "values", "x", "y", "weight", "cellSize", "bandwidth", "count", "nice", "thresholds")
                        .and("smooth"));
        transforms.put("cross", with("filter", "as"));
        transforms.put("countpattern", with("field", "case", "pattern", "stopwords", "as"));
        transforms.put("crossfilter", with("fields", "query", "signal"));
        transforms.put("density", with("extent", "steps", "minsteps", "maxsteps", "method", "distribution", "as"));
        transforms.put("dotbin", with("field", "groupby", "step", "smooth", "as", "signal"));
        transforms.put("extent", with("field", "signal"));
        transforms.put("filter", with("expr"));
        transforms.put("flatten", with("fields", "index", "as"));
        transforms.put("fold", with("fields", "as"));
        transforms.put("formula", with("expr", "as", "initonly"));
        transforms.put("geojson", with("fields", "geojson", "signal"));
        transforms.put("geopoint", with("projection", "fields", "as"));
        transforms.put(
                "graticule",
                with("extent", "extentMajor", "extentMinor", "step", "stepMajor", "stepMinor", "precision"));
        transforms.put("identifier", with("as", "signal"));
        transforms.put("impute", with("field", "key", "keyvals", "groupby", "method", "value"));
        transforms.put(
                "isocontour",
                with("field", "thresholds", "levels", "nice", "resolve", "zero", "smooth", "scale", "translate", "as"));
        transforms.put("joinaggregate", measuring("groupby", "key"));
        transforms.put(
                "kde",
                with("groupby", "field", "cumulative", "counts", "bandwidth", "extent", "resolve", "steps", "minsteps")
                        .and("maxsteps", "as"));
        transforms.put("kde2d", with("size", "x", "y", "weight", "groupby", "cellSize", "bandwidth", "counts", "as"));
        transforms.put("loess", with("x", "y", "groupby", "bandwidth", "as"));
        transforms.put("lookup", with("from", "key", "values", "fields", "as", "default"));
        transforms.put("pivot", with("groupby", "field", "value", "op", "limit", "key"));
        transforms.put("project", with("fields", "as"));
        putHierarchies(transforms);
        transforms.put("pie", with("field", "startAngle", "endAngle", "sort", "as"));
        transforms.put("quantile", with("groupby", "field", "probs", "step", "as"));
        transforms.put("regression", with("x", "y", "groupby", "method", "order", "extent", "params", "as"));
        transforms.put("resolvefilter", with("ignore", "filter"));
        transforms.put("sample", with("size"));
        transforms.put("sequence", with("start", "stop", "step", "as"));
        transforms.put("stack", with("field", "groupby", "sort", "offset", "as"));
        transforms.put(
                "timeunit",
                with("field", "interval", "units", "step", "maxbins", "extent", "inferUnits", "timezone", "as")
                        .and("signal"));
        transforms.put(
                "window",
                with("sort", "groupby", "fields", "ops", "params", "aggregate_params", "as", "frame", "ignorePeers"));
        return transforms;
    }

    private static void putHierarchies(Map<String, TransformCapability> transforms) {
        transforms.put("nest", with("keys", "generate"));
        transforms.put("pack", with("field", "sort", "padding", "radius", "size", "as"));
        transforms.put("partition", with("field", "sort", "padding", "round", "size", "as"));
        transforms.put("stratify", with("key", "parentKey"));
        transforms.put("tree", with("field", "sort", "method", "size", "nodeSize", "separation", "as"));
        transforms.put("treelinks", with());
        transforms.put(
                "treemap",
                with("field", "sort", "method", "padding", "paddingInner", "paddingOuter", "paddingTop")
                        .and("paddingRight", "paddingBottom", "paddingLeft", "ratio", "round", "size", "as"));
    }

    private static TransformCapability with(String... parameters) {
        return new TransformCapability(new LinkedHashSet<>(List.of(parameters)), Map.of());
    }

    private static TransformCapability measuring(String... parameters) {
        return with("fields", "ops", "aggregate_params", "as").and(parameters);
    }

    /// Every function of Vega but those that need the browser, and `now`: what the kernel has evaluated once it may not
    /// evaluate again.
    private static Set<String> functionsOfRuntime() {
        Set<String> functions = new LinkedHashSet<>();
        functions.addAll(List.of(
                "isNaN",
                "isFinite",
                "abs",
                "acos",
                "asin",
                "atan",
                "atan2",
                "ceil",
                "clamp",
                "cos",
                "exp",
                "floor",
                "hypot",
                "log",
                "max",
                "min",
                "pow",
                "round",
                "sin",
                "sqrt",
                "tan"));
        functions.addAll(List.of(
                "isArray",
                "isBoolean",
                "isDate",
                "isDefined",
                "isNumber",
                "isObject",
                "isRegExp",
                "isString",
                "isTuple",
                "isValid",
                "toBoolean",
                "toDate",
                "toNumber",
                "toString",
                "parseFloat",
                "parseInt",
                "if"));
        functions.addAll(List.of(
                "lower",
                "upper",
                "trim",
                "split",
                "substring",
                "replace",
                "pad",
                "truncate",
                "length",
                "indexof",
                "lastindexof",
                "slice",
                "regexp",
                "test",
                "btoa",
                "atob",
                "encodeURIComponent"));
        functions.addAll(List.of(
                "join",
                "reverse",
                "sort",
                "peek",
                "pluck",
                "merge",
                "sequence",
                "extent",
                "span",
                "inrange",
                "clampRange",
                "lerp",
                "interpolateLinear",
                "bandspace",
                "flush"));
        functions.addAll(List.of(
                "datetime",
                "date",
                "day",
                "dayofyear",
                "year",
                "quarter",
                "month",
                "week",
                "isoweek",
                "hours",
                "minutes",
                "seconds",
                "milliseconds",
                "time",
                "timezoneoffset",
                "utc",
                "utcdate",
                "utcday",
                "utcdayofyear",
                "utcyear",
                "utcquarter",
                "utcmonth",
                "utcweek",
                "utcisoweek",
                "utchours",
                "utcminutes",
                "utcseconds",
                "utcmilliseconds",
                "timeOffset",
                "utcOffset",
                "timeSequence",
                "utcSequence",
                "timeUnitSpecifier"));
        functions.addAll(List.of(
                "format",
                "timeFormat",
                "timeParse",
                "utcFormat",
                "utcParse",
                "monthFormat",
                "monthAbbrevFormat",
                "dayFormat",
                "dayAbbrevFormat",
                "rgb",
                "hsl",
                "lab",
                "hcl",
                "luminance",
                "contrast"));
        functions.addAll(List.of(
                "cumulativeNormal",
                "densityNormal",
                "quantileNormal",
                "cumulativeLogNormal",
                "densityLogNormal",
                "quantileLogNormal",
                "cumulativeUniform",
                "densityUniform",
                "quantileUniform",
                "random",
                "sampleNormal",
                "sampleLogNormal",
                "sampleUniform"));
        functions.addAll(List.of(
                "panLinear", "panLog", "panPow", "panSymlog", "zoomLinear", "zoomLog", "zoomPow", "zoomSymlog"));
        functions.addAll(List.of("lassoAppend", "lassoPath"));
        functions.addAll(List.of(
                "data", "indata", "vlSelectionTest", "vlSelectionIdTest", "vlSelectionResolve", "vlSelectionTuples"));
        functions.addAll(List.of("treePath", "treeAncestors"));
        functions.addAll(List.of("scale", "invert", "domain", "range", "bandwidth"));
        functions.addAll(List.of("geoArea", "geoBounds", "geoCentroid", "geoScale", "geoTranslate"));
        functions.add("easeLinear");
        for (String family : List.of("Quad", "Cubic", "Poly", "Sin", "Exp", "Circle", "Bounce", "Back", "Elastic")) {
            for (String form : List.of("", "In", "Out", "InOut")) {
                functions.add("ease" + family + form);
            }
        }
        return functions;
    }

    private static ScaleCapability scalesOfRuntime() {
        return new ScaleCapability(
                new LinkedHashSet<>(List.of(
                        "linear",
                        "log",
                        "pow",
                        "sqrt",
                        "symlog",
                        "time",
                        "utc",
                        "sequential",
                        "identity",
                        "ordinal",
                        "band",
                        "point",
                        "bin-ordinal",
                        "quantile",
                        "quantize",
                        "threshold")),
                new LinkedHashSet<>(SCHEMES),
                new LinkedHashSet<>(
                        List.of("rgb", "hsl", "hsl-long", "lab", "hcl", "hcl-long", "cubehelix", "cubehelix-long")));
    }

    private static Set<String> formatsOfRuntime() {
        return new LinkedHashSet<>(List.of("json", "topojson", "csv", "tsv", "dsv", "arrow", "parquet"));
    }
}
