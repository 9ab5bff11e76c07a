package org.sheliak.planner.planning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.FacetStep.Lifted;
import org.sheliak.planner.planning.FacetStep.Rows;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// How the items of a faceted group come to be when the group splits lifted tables in place of the original one.
///
/// Vega makes an item for each distinct value of the facet's fields, in order of first appearance, with the measures of
/// the facet's `aggregate` or else with a count. Where the lifted rows may lack a facet, or would be measured
/// otherwise, the group splits a table that begins with one row for each item; these rows bear the measures of
/// the original rows.
///
/// @param kind where the items come from
/// @param measures the columns of the measures that rows for items have to bear
/// @param areExtremes true when each measure is a smallest or largest value
/// @param obstacle why there is no such way, or `null`
record FacetItems(
        Kind kind,
        List<String> measures,
        boolean areExtremes,
        @Nullable Obstacle obstacle) {
    /// Members of a facet's `aggregate` that say what is measured.
    static final List<String> MEASURING = List.of("fields", "ops", "as", "aggregate_params");
    private static final List<String> EXTREMES = List.of("min", "max");
    private static final List<String> ROW_OPERATIONS = List.of("argmin", "argmax", "values");

    FacetItems {
        measures = List.copyOf(measures);
    }

    /// Where the items come from.
    enum Kind {
        /// The lifted rows, which give the same items with the same measures.
        ROWS,
        /// The lifted rows, which give the same items; their measures nobody reads.
        ROWS_UNMEASURED,
        /// Rows that stand for the items; their measures nobody reads.
        KEYS,
        /// Rows that stand for the items and bear the measures.
        MEASURED_KEYS
    }

    /// Whether the group needs rows that stand for its items.
    boolean needsKeys() {
        return kind == Kind.KEYS || kind == Kind.MEASURED_KEYS;
    }

    /// @param usage the columns that are read of the rows that stand for items
    static FacetItems of(FacetGroup group, FacetParts parts, ColumnUsage usage, ServerCapabilities capabilities) {
        boolean isSingle = parts.split().size() == 1 && !parts.areRowsNeeded();
        Rows rows = isSingle ? parts.split().getFirst().rows() : Rows.ANY;
        boolean isMeasured =
                rows == Rows.SAME && keepsMeasures(group, parts.split().getFirst());
        if (isMeasured) {
            return new FacetItems(Kind.ROWS, List.of(), false, null);
        }
        List<String> measures = group.measures();
        boolean areRead = usage.all() || measures == null || measures.stream().anyMatch(usage.names()::contains);
        if (!areRead) {
            return new FacetItems(rows == Rows.ANY ? Kind.KEYS : Kind.ROWS_UNMEASURED, List.of(), false, null);
        }
        List<String> operations = PlainNames.of(group.aggregate(), "ops");
        boolean areExtremes = operations != null && !operations.isEmpty() && EXTREMES.containsAll(operations);
        return new FacetItems(
                Kind.MEASURED_KEYS,
                measures == null ? List.of() : measures,
                areExtremes,
                obstacle(group, measures, areExtremes, capabilities));
    }

    /// Whether the facet's `aggregate` reads nothing that the pipeline writes or drops.
    static boolean keepsMeasures(FacetGroup group, FacetPipeline pipeline) {
        if (group.aggregate().get("fields") == null) {
            return true;
        }
        List<String> fields = PlainNames.of(group.aggregate(), "fields");
        List<String> operations = PlainNames.of(group.aggregate(), "ops");
        if (fields == null || operations == null || operations.stream().anyMatch(ROW_OPERATIONS::contains)) {
            return false;
        }
        for (Lifted step : pipeline.path()) {
            String type = String.valueOf(Members.text(step.transform(), "type"));
            Set<String> written = TransformColumns.written(type, step.transform());
            if (type.equalsIgnoreCase("project")
                    || fields.stream().map(FieldNames::outputName).anyMatch(written::contains)) {
                return false;
            }
        }
        return true;
    }

    /// Why rows that stand for the items cannot bear their measures, or `null`.
    private static @Nullable Obstacle obstacle(
            FacetGroup group, @Nullable List<String> measures, boolean areExtremes, ServerCapabilities capabilities) {
        String pointer = JsonPointer.child(group.facetPointer(), "aggregate");
        if (measures == null) {
            return new Obstacle(pointer, "only the browser can know what it measures");
        }
        for (String member : group.aggregate().members().keySet()) {
            if (!MEASURING.contains(member) && !(areExtremes && member.equals("cross"))) {
                return new Obstacle(pointer, "it makes items without rows, or by a key of its own");
            }
        }
        Set<String> columns = new FacetSteps(group.fields()).columns();
        if (measures.stream().anyMatch(columns::contains)) {
            return new Obstacle(pointer, "it may write to a field that the facet groups by");
        }
        return TransformSupport.of(measuring(group, pointer), capabilities).obstacle();
    }

    /// The transform that makes a row for each item, with its measures.
    static TransformSpec measuring(FacetGroup group, String pointer) {
        JsonObject transform = JsonObject.EMPTY
                .with("type", new JsonString("aggregate"))
                .with("groupby", PlainNames.array(group.fields()));
        for (String member : MEASURING) {
            JsonValue value = group.aggregate().get(member);
            transform = value == null ? transform : transform.with(member, value);
        }
        return new TransformSpec(transform, pointer);
    }
}
