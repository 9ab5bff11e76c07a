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
/// @param formats types of data files
/// @param formatMembers members of a `format` object
public record ServerCapabilities(
        Map<String, TransformCapability> transforms,
        Set<String> functions,
        Set<String> formats,
        Set<String> formatMembers) {
    public ServerCapabilities {
        transforms = Collections.unmodifiableMap(new LinkedHashMap<>(transforms));
        functions = Collections.unmodifiableSet(new LinkedHashSet<>(functions));
        formats = Collections.unmodifiableSet(new LinkedHashSet<>(formats));
        formatMembers = Collections.unmodifiableSet(new LinkedHashSet<>(formatMembers));
    }

    /// What can be evaluated of one transform.
    ///
    /// @param parameters names of its parameters
    /// @param values the values that a parameter may have, for those of which not all are supported
    public record TransformCapability(Set<String> parameters, Map<String, Set<String>> values) {
        public TransformCapability {
            parameters = Collections.unmodifiableSet(new LinkedHashSet<>(parameters));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        private TransformCapability only(String parameter, List<String> supported) {
            Map<String, Set<String>> limited = new LinkedHashMap<>(values);
            limited.put(parameter, new LinkedHashSet<>(supported));
            return new TransformCapability(parameters, limited);
        }
    }

    /// The runtime of this version.
    public static final ServerCapabilities CURRENT = new ServerCapabilities(
            transformsOfRuntime(),
            functionsOfRuntime(),
            formatsOfRuntime(),
            new LinkedHashSet<>(List.of("type", "parse", "property", "delimiter", "header")));

    /// What is supported of a transform, or `null`.
    public @Nullable TransformCapability transform(String type) {
        return transforms.get(type);
    }

    private static Map<String, TransformCapability> transformsOfRuntime() {
        List<String> aggregates = List.of(
                "count",
                "valid",
                "missing",
                "distinct",
                "sum",
                "product",
                "mean",
                "average",
                "variance",
                "variancep",
                "stdev",
                "stdevp",
                "stderr",
                "median",
                "q1",
                "q3",
                "ci0",
                "ci1",
                "min",
                "max",
                "argmin",
                "argmax",
                "values",
                "exponential",
                "exponentialb");
        Map<String, TransformCapability> transforms = new LinkedHashMap<>();
        transforms.put(
                "aggregate",
                with("groupby", "fields", "ops", "as", "drop", "cross").only("ops", aggregates));
        transforms.put(
                "bin",
                with(
                        "field",
                        "interval",
                        "anchor",
                        "maxbins",
                        "base",
                        "divide",
                        "extent",
                        "span",
                        "step",
                        "steps",
                        "minstep",
                        "nice",
                        "name",
                        "as"));
        transforms.put("collect", with("sort"));
        transforms.put("extent", with("field"));
        transforms.put("filter", with("expr"));
        transforms.put("fold", with("fields", "as"));
        transforms.put("formula", with("expr", "as"));
        transforms.put("identifier", with("as"));
        transforms.put("impute", with("field", "key", "keyvals", "groupby", "method", "value"));
        transforms.put("joinaggregate", with("groupby", "fields", "ops", "as").only("ops", aggregates));
        transforms.put("pivot", with("groupby", "field", "value", "op", "limit"));
        transforms.put("project", with("fields", "as"));
        transforms.put("sequence", with("start", "stop", "step", "as"));
        transforms.put("stack", with("field", "groupby", "sort", "offset", "as"));
        transforms.put("timeunit", with("field", "interval", "units", "step", "timezone", "as"));
        transforms.put("window", with("sort", "groupby", "fields", "ops", "params", "as", "frame", "ignorePeers"));
        return transforms;
    }

    private static TransformCapability with(String... parameters) {
        return new TransformCapability(new LinkedHashSet<>(List.of(parameters)), Map.of());
    }

    private static Set<String> functionsOfRuntime() {
        return new LinkedHashSet<>(List.of(
                // Numbers
                "isNaN",
                "isFinite",
                "abs",
                "acos",
                "asin",
                "atan",
                "atan2",
                "ceil",
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
                "tan",
                "clamp",
                // Types
                "isArray",
                "isBoolean",
                "isDate",
                "isDefined",
                "isNumber",
                "isObject",
                "isString",
                "isValid",
                "toBoolean",
                "toDate",
                "toNumber",
                "toString",
                "parseFloat",
                "parseInt",
                "if",
                // Text
                "upper",
                "lower",
                "trim",
                "split",
                "substring",
                "replace",
                "length",
                "indexof",
                "lastindexof",
                "slice",
                "pad",
                "truncate",
                // Lists
                "join",
                "reverse",
                "sort",
                "peek",
                "pluck",
                "span",
                "extent",
                "inrange",
                "clampRange",
                "lerp",
                "sequence",
                // Dates
                "now",
                "datetime",
                "date",
                "day",
                "year",
                "month",
                "hours",
                "minutes",
                "seconds",
                "milliseconds",
                "time",
                "timezoneoffset",
                "utc",
                "utcdate",
                "utcday",
                "utcyear",
                "utcmonth",
                "utchours",
                "utcminutes",
                "utcseconds",
                "utcmilliseconds",
                "quarter",
                "utcquarter",
                "week",
                "utcweek",
                "dayofyear",
                "utcdayofyear",
                "timeFormat",
                "utcFormat",
                "timeParse",
                "utcParse",
                "timeOffset",
                "utcOffset",
                "monthFormat",
                "monthAbbrevFormat",
                "dayFormat",
                "dayAbbrevFormat",
                "format",
                // Data
                "data",
                "indata",
                "vlSelectionTest",
                "vlSelectionIdTest",
                "vlSelectionResolve"));
    }

    private static Set<String> formatsOfRuntime() {
        return new LinkedHashSet<>(List.of("json", "csv", "tsv", "dsv", "arrow", "parquet"));
    }
}
