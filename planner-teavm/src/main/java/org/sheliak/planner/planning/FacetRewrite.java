package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.FacetItems.Kind;
import org.sheliak.planner.planning.FacetStep.Lifted;
import org.sheliak.planner.planning.Report.Added;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Writes a spec in which pipelines of a faceted group stand above the group.
///
/// Where the group needs but one lifted table, it splits this table. Otherwise it splits a table of several parts: rows
/// that stand for the items, then the rows of each lifted table. A column says to which part a row belongs, and inside
/// of the group each data set takes the rows of its part.
final class FacetRewrite {
    private static final String TRANSFORM = "transform";
    private static final String SOURCE = "source";

    private final FacetGroup group;
    private final FacetParts parts;
    private final FacetItems items;
    private final FacetColumns columns;
    private final StubNames names;
    private final String partColumn;
    private final boolean isMerged;
    private final Map<FacetPipeline, String> lifted = new LinkedHashMap<>();
    private final List<JsonValue> outerData = new ArrayList<>();
    private final List<Added> added = new ArrayList<>();
    private final Origins origins = new Origins();
    private final String facetName;

    FacetRewrite(FacetGroup group, FacetParts parts, FacetItems items, FacetColumns columns, StubNames names) {
        this.group = group;
        this.parts = parts;
        this.items = items;
        this.columns = columns;
        this.names = names;
        this.isMerged = areMerged(parts, items);
        this.partColumn = names.unused(DomainSplit.word("_" + group.name() + "_part"));
        this.facetName = names.unused("_" + group.name());
    }

    /// Whether the group splits a table of several parts.
    static boolean areMerged(FacetParts parts, FacetItems items) {
        return parts.areRowsNeeded() || parts.split().size() > 1 || items.needsKeys();
    }

    /// Where the items of the written spec stood.
    Origins origins() {
        return origins;
    }

    /// The transforms inside of the group that take the rows of lifted tables.
    List<Added> added() {
        return added;
    }

    /// The data sets that have been added around the group for the kernel to evaluate.
    List<Variable> tables() {
        List<Variable> tables = new ArrayList<>();
        for (JsonValue table : outerData) {
            if (table instanceof JsonObject data && data.get(SOURCE) instanceof JsonString) {
                String name = String.valueOf(Members.text(data, "name"));
                tables.add(new Variable(Namespace.DATA, name, group.outer().path()));
            }
        }
        return tables;
    }

    /// The tables that have taken the place of the group's data sets, where nothing of these is left to do.
    Map<Variable, Variable> places() {
        Map<Variable, Variable> places = new LinkedHashMap<>();
        lifted.forEach((pipeline, name) -> {
            if (pipeline.isComplete()) {
                Variable table =
                        new Variable(Namespace.DATA, name, group.outer().path());
                places.put(pipeline.data().variable(), table);
            }
        });
        return places;
    }

    /// The spec with the lifted pipelines.
    JsonObject rewrite(JsonObject spec) {
        String split = tablesAbove();
        return ScopeRewriter.rewrite(spec, scope -> {
            if (scope.path().equals(group.inner().path())) {
                return rewriteGroup(scope.json(), split);
            }
            return scope.path().equals(group.outer().path()) ? addTables(scope) : scope.json();
        });
    }

    /// Writes the tables above the group; returns the name of the one that the group splits.
    private String tablesAbove() {
        List<String> merged = new ArrayList<>();
        if (items.needsKeys()) {
            merged.add(addTable("_" + group.name() + "_items", keys(), group.facetPointer()));
        }
        for (FacetPipeline pipeline : parts.lifted()) {
            String name = addPipeline(pipeline);
            if (parts.split().contains(pipeline)) {
                merged.add(name);
            }
        }
        if (!isMerged) {
            return merged.getFirst();
        }
        if (parts.areRowsNeeded()) {
            JsonObject rows = made(List.of(part(parts.split().size() + 1)));
            merged.add(addTable("_" + group.name() + "_rows", rows, group.facetPointer()));
        }
        return addTable(
                "_" + group.name() + "_parts", derived(PlainNames.array(merged), List.of()), group.facetPointer());
    }

    /// A row for each item, in order of first appearance.
    private JsonObject keys() {
        TransformSpec measuring = FacetItems.measuring(group, group.facetPointer());
        JsonObject keys = items.kind() == Kind.MEASURED_KEYS
                ? measuring.json()
                : JsonObject.EMPTY
                        .with("type", new JsonString("aggregate"))
                        .with("groupby", PlainNames.array(group.fields()));
        return made(List.of(keys, part(0)));
    }

    /// A table that stands for no data set of the group.
    private JsonObject made(List<JsonValue> transforms) {
        for (int i = 0; i < transforms.size(); i++) {
            origins.put(transformPointer(nextTable(), i), group.facetPointer());
        }
        return derived(new JsonString(sourceName()), transforms);
    }

    private String addPipeline(FacetPipeline pipeline) {
        FacetPipeline parent = pipeline.parent();
        List<JsonValue> transforms = new ArrayList<>();
        for (Lifted step : pipeline.steps()) {
            origins.put(transformPointer(nextTable(), transforms.size()), step.pointer());
            transforms.add(step.transform());
        }
        int part = parts.split().indexOf(pipeline) + 1;
        if (isMerged && part > 0) {
            origins.put(transformPointer(nextTable(), transforms.size()), group.facetPointer());
            transforms.add(part(part));
        }
        String source = parent == null ? sourceName() : String.valueOf(lifted.get(parent));
        DataSpec spec = pipeline.data().spec();
        String name = "_" + group.name() + "_" + spec.name();
        String given = addTable(name, derived(new JsonString(source), transforms), spec.pointer());
        lifted.put(pipeline, given);
        return given;
    }

    private String addTable(String wanted, JsonObject table, String origin) {
        String name = names.unused(wanted);
        origins.put(nextTable(), origin);
        JsonObject named = JsonObject.EMPTY.with("name", new JsonString(name));
        for (Map.Entry<String, JsonValue> member : table.members().entrySet()) {
            named = named.with(member.getKey(), member.getValue());
        }
        outerData.add(named);
        return name;
    }

    /// Pointer to the table that will be added next.
    private String nextTable() {
        ScopeSpec outer = group.outer().spec();
        int index = Members.elements(outer.json(), "data").size() + outerData.size();
        return JsonPointer.child(JsonPointer.child(outer.pointer(), "data"), index);
    }

    private static String transformPointer(String data, int index) {
        return JsonPointer.child(JsonPointer.child(data, TRANSFORM), index);
    }

    private String sourceName() {
        return group.source().variable().name();
    }

    private static JsonObject derived(JsonValue source, List<JsonValue> transforms) {
        JsonObject data = JsonObject.EMPTY.with(SOURCE, source);
        return transforms.isEmpty() ? data : data.with(TRANSFORM, new JsonArray(transforms));
    }

    /// Marks rows as those of a part.
    private JsonObject part(int number) {
        return JsonObject.EMPTY
                .with("type", new JsonString("formula"))
                .with("expr", new JsonString(String.valueOf(number)))
                .with("as", new JsonString(partColumn));
    }

    /// Takes the rows of a part.
    private JsonObject ofPart(int number) {
        added.add(new Added("filter", group.facetPointer()));
        return JsonObject.EMPTY
                .with("type", new JsonString("filter"))
                .with("expr", new JsonString("datum." + partColumn + " === " + number));
    }

    private JsonObject project(List<String> fields) {
        added.add(new Added("project", group.facetPointer()));
        return JsonObject.EMPTY.with("type", new JsonString("project")).with("fields", PlainNames.array(fields));
    }

    private JsonObject addTables(ScopeSpec scope) {
        List<JsonValue> all = new ArrayList<>(Members.elements(scope.json(), "data"));
        all.addAll(outerData);
        return scope.json().with("data", new JsonArray(all));
    }

    private JsonObject rewriteGroup(JsonObject json, String split) {
        List<JsonValue> data = new ArrayList<>();
        if (parts.areRowsNeeded()) {
            List<JsonValue> rows = List.of(ofPart(parts.split().size() + 1), project(columns.ofRows()));
            JsonObject named = JsonObject.EMPTY.with("name", new JsonString(group.name()));
            data.add(named.with(SOURCE, new JsonString(facetName)).with(TRANSFORM, new JsonArray(rows)));
            origins.put(innerPointer(0), group.facetPointer());
        }
        int index = 0;
        for (JsonValue element : Members.elements(json, "data")) {
            String pointer = innerPointer(index++);
            FacetPipeline pipeline = at(pointer);
            if (pipeline == null || parts.staying().contains(pipeline)) {
                origins.put(innerPointer(data.size()), pointer);
                data.add(element);
            } else if (parts.split().contains(pipeline)) {
                data.add(remainder(pipeline, data.size()));
            }
        }
        JsonObject from = Members.object(json, "from");
        JsonObject rewritten = json.with("data", new JsonArray(data));
        return from == null ? rewritten : rewritten.with("from", from.with("facet", facet(split)));
    }

    private String innerPointer(int index) {
        return JsonPointer.child(JsonPointer.child(group.mark().pointer(), "data"), index);
    }

    private @Nullable FacetPipeline at(String pointer) {
        for (FacetPipeline pipeline : parts.lifted()) {
            if (pipeline.data().spec().pointer().equals(pointer)) {
                return pipeline;
            }
        }
        return null;
    }

    /// What is left inside of the group of a data set whose first transforms are lifted.
    private JsonObject remainder(FacetPipeline pipeline, int index) {
        List<JsonValue> transforms = new ArrayList<>();
        if (isMerged) {
            origins.put(transformPointer(innerPointer(index), 0), group.facetPointer());
            transforms.add(ofPart(parts.split().indexOf(pipeline) + 1));
        }
        if (columns.of(pipeline) instanceof List<String> fields) {
            origins.put(transformPointer(innerPointer(index), transforms.size()), group.facetPointer());
            transforms.add(project(fields));
        }
        DataSpec spec = pipeline.data().spec();
        origins.put(innerPointer(index), spec.pointer());
        for (TransformSpec transform : pipeline.remaining()) {
            origins.put(transformPointer(innerPointer(index), transforms.size()), transform.pointer());
            transforms.add(transform.json());
        }
        JsonObject named = JsonObject.EMPTY.with("name", new JsonString(spec.name()));
        JsonObject rest = named.with(SOURCE, new JsonString(facetName));
        return transforms.isEmpty() ? rest : rest.with(TRANSFORM, new JsonArray(transforms));
    }

    private JsonObject facet(String split) {
        JsonObject facet = group.facet().with("name", new JsonString(facetName)).with("data", new JsonString(split));
        return switch (items.kind()) {
            case ROWS -> facet;
            case MEASURED_KEYS -> facet.with("aggregate", measures());
            case ROWS_UNMEASURED, KEYS -> facet.with("aggregate", nothingMeasured());
        };
    }

    /// The facet's `aggregate` without measures. Without any operations Vega would count.
    private JsonObject nothingMeasured() {
        JsonObject aggregate = group.aggregate();
        for (String member : FacetItems.MEASURING) {
            aggregate = aggregate.without(member);
        }
        return aggregate.with("fields", PlainNames.array(List.of())).with("ops", PlainNames.array(List.of()));
    }

    /// The facet's `aggregate` that takes the measures from the rows which stand for the items.
    private JsonObject measures() {
        List<String> measures = new ArrayList<>();
        items.measures().forEach(measure -> measures.add(FieldNames.reference(measure)));
        if (items.areExtremes()) {
            // The extreme of one value is that value.
            return group.aggregate()
                    .with("fields", PlainNames.array(measures))
                    .with("as", PlainNames.array(items.measures()));
        }
        // Vega takes the columns that it groups by from the first row of a group, here the one that stands for the
        // item.
        List<String> columns = new ArrayList<>(group.fields());
        columns.addAll(measures);
        return JsonObject.EMPTY
                .with("groupby", PlainNames.array(columns))
                .with("fields", PlainNames.array(List.of()))
                .with("ops", PlainNames.array(List.of()));
    }
}
