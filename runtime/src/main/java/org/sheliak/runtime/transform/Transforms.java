package org.sheliak.runtime.transform;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.Table;

/// The transforms by their names in a spec.
public final class Transforms {
    private static final Map<String, Function<Parameters, Transform>> FACTORIES = Map.ofEntries(
            Map.entry("aggregate", AggregateTransform::new),
            Map.entry("bin", BinTransform::new),
            Map.entry("collect", CollectTransform::new),
            Map.entry("contour", ContourTransform::new),
            Map.entry("cross", CrossTransform::new),
            Map.entry("dotbin", DotBinTransform::new),
            Map.entry("extent", ExtentTransform::new),
            Map.entry("filter", FilterTransform::new),
            Map.entry("flatten", FlattenTransform::new),
            Map.entry("fold", FoldTransform::new),
            Map.entry("formula", FormulaTransform::new),
            Map.entry("geojson", GeoJsonTransform::new),
            Map.entry("geopoint", GeoPointTransform::new),
            Map.entry("graticule", GraticuleTransform::new),
            Map.entry("identifier", IdentifierTransform::new),
            Map.entry("impute", ImputeTransform::new),
            Map.entry("isocontour", IsocontourTransform::new),
            Map.entry("joinaggregate", JoinAggregateTransform::new),
            Map.entry("lookup", LookupTransform::new),
            Map.entry("nest", NestTransform::new),
            Map.entry("pack", HierarchyLayouts::pack),
            Map.entry("partition", HierarchyLayouts::partition),
            Map.entry("pie", PieTransform::new),
            Map.entry("pivot", PivotTransform::new),
            Map.entry("project", ProjectTransform::new),
            Map.entry("sequence", SequenceTransform::new),
            Map.entry("stack", StackTransform::new),
            Map.entry("stratify", StratifyTransform::new),
            Map.entry("timeunit", TimeUnitTransform::new),
            Map.entry("tree", HierarchyLayouts::tree),
            Map.entry("treelinks", TreeLinksTransform::new),
            Map.entry("treemap", HierarchyLayouts::treemap),
            Map.entry("countpattern", CountPatternTransform::new),
            Map.entry("crossfilter", CrossFilterTransform::new),
            Map.entry("density", DensityTransform::new),
            Map.entry("kde", KdeTransform::new),
            Map.entry("kde2d", Kde2dTransform::new),
            Map.entry("loess", LoessTransform::new),
            Map.entry("quantile", QuantileTransform::new),
            Map.entry("regression", RegressionTransform::new),
            Map.entry("resolvefilter", ResolveFilterTransform::new),
            Map.entry("sample", SampleTransform::new),
            Map.entry("window", WindowTransform::new));

    /// Transforms that write into the rows that they get.
    private static final Set<String> MODIFYING = Set.of(
            "bin",
            "dotbin",
            "formula",
            "geopoint",
            "identifier",
            "joinaggregate",
            "lookup",
            "pack",
            "partition",
            "pie",
            "stack",
            "timeunit",
            "tree",
            "treemap",
            "window");

    /// Transforms whose rows form no tree, though they are rows of the input.
    private static final Set<String> UPROOTING = Set.of("sample");

    /// Transforms that lay a tree over the rows.
    private static final Set<String> PLANTING = Set.of("nest", "stratify");

    private Transforms() {}

    /// The names of all transforms that can be applied.
    public static Set<String> names() {
        return FACTORIES.keySet();
    }

    /// Applies a transform to rows, which are borrowed. Caller closes the result.
    ///
    /// @throws SheliakException UNSUPPORTED for a transform that is not known; SPEC_INVALID or TYPE_MISMATCH, at
    ///     the parameter, where Vega fails too
    public static TransformResult apply(Task.Transform transform, Table input, EvaluationContext context) {
        Parameters parameters = new Parameters(transform.definition(), transform.pointer(), context);
        try {
            TransformResult result = create(transform.definition(), parameters).apply(input);
            return input.tree() == null ? result : withTree(result, type(transform.definition()), input, context);
        } catch (SheliakException failure) {
            throw failure.location().equals(SourceLocation.UNKNOWN)
                    ? failure.at(SourceLocation.at(transform.pointer()))
                    : failure;
        }
    }

    /// The result with the tree that its rows have in Vega: that of the input, unless the transform made new rows.
    private static TransformResult withTree(
            TransformResult result, String type, Table input, EvaluationContext context) {
        RowTree tree = input.tree();
        if (tree == null || PLANTING.contains(type)) {
            return result;
        }
        try (Table rows = result.table()) {
            if (TransformDefinitions.makesRows(type) || UPROOTING.contains(type)) {
                return result.with(rows.withTree(null));
            }
            RowTree laidOut = rows.tree();
            try (Table rooted =
                    rows.withTree(laidOut != null ? laidOut.share() : tree.keeping(input, rows, context.allocator()))) {
                return result.with(
                        MODIFYING.contains(type)
                                ? NestedValues.refreshed(rooted, context.allocator())
                                : rooted.share());
            }
        }
    }

    private static String type(JsonObject definition) {
        return definition.get("type") instanceof JsonString(String name) ? name : "";
    }

    private static Transform create(JsonObject definition, Parameters parameters) {
        String type = type(definition);
        Function<Parameters, Transform> factory = FACTORIES.get(type);
        if (factory == null) {
            throw new SheliakException(
                    ErrorCode.UNSUPPORTED, SourceLocation.UNKNOWN, "the transform \"" + type + "\" is not known here");
        }
        return factory.apply(parameters);
    }

    /// The name of the signal that a transform sets, or `null`.
    public static @Nullable String signalName(JsonObject definition) {
        return definition.get("signal") instanceof JsonString(String name) && !name.isEmpty() ? name : null;
    }

    /// Whether a data set with these transforms works on copies of its source's rows: then the rows count as new, in
    /// their order now, before the first transform.
    ///
    /// Source: `analyze` of vega-parser/src/parsers/data.js @ v6.4.0.
    public static boolean copiesSource(Iterable<Task.Transform> transforms) {
        for (Task.Transform transform : transforms) {
            if (transform.definition().get("type") instanceof JsonString(String type)) {
                if (TransformDefinitions.makesRows(type)) {
                    return false;
                }
                if (MODIFYING.contains(type)) {
                    return true;
                }
            }
        }
        return false;
    }
}
