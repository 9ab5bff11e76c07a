package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.planning.FacetStep.Lifted;
import org.sheliak.planner.planning.FacetStep.Rows;
import org.sheliak.planner.planning.Report.Added;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScopeRewriter;
import org.sheliak.planner.spec.ScopeSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Adds the columns of several data sets of a faceted group to the facet's rows, above the group.
///
/// Where several data sets of a group need all rows of a facet, their rows are not sent apart: the group splits one
/// table, whose rows bear what each of these data sets adds to them, and what each of its filters says of them. Inside
/// of the group a data set takes the rows that its filters let pass, and the columns that are read of it.
final class FacetWidening {
    private static final String TRANSFORM = "transform";
    private static final String SOURCE = "source";

    private final FacetGroup group;
    private final List<FacetPipeline> pipelines;
    private final References references;
    private final StubNames names;
    private final String table;
    private final String facetName;
    private final List<Added> added = new ArrayList<>();
    private final Origins origins = new Origins();
    /// What the filters of each pipeline say, by the names of columns.
    private final Map<FacetPipeline, List<String>> passing = new LinkedHashMap<>();

    private FacetWidening(FacetGroup group, List<FacetPipeline> pipelines, References references, StubNames names) {
        this.group = group;
        this.pipelines = pipelines;
        this.references = references;
        this.names = names;
        this.table = names.unused("_" + group.name() + "_columns");
        this.facetName = names.unused("_" + group.name());
    }

    /// The widening of a group's rows by these data sets, or `null` when there is nothing to add or no way to add it.
    static @Nullable FacetWidening of(
            FacetGroup group, List<FacetPipeline> pipelines, References references, StubNames names) {
        ColumnUsage rows = references.columns(rows(group));
        boolean areFit = pipelines.stream().allMatch(pipeline -> isFit(group, pipeline, references));
        return areFit && areWorthIt(pipelines) && !rows.all() && areApart(pipelines, rows)
                ? new FacetWidening(group, pipelines, references, names)
                : null;
    }

    /// Whether a data set first adds columns and then lets rows pass, and says which columns are read of it.
    private static boolean isFit(FacetGroup group, FacetPipeline pipeline, References references) {
        boolean isFiltered = false;
        for (Lifted step : pipeline.steps()) {
            boolean adds = step.rows() == Rows.SAME && !type(step).equals("project");
            if (!isFilter(step) && (isFiltered || !adds)) {
                return false;
            }
            isFiltered |= isFilter(step);
        }
        return pipeline.isComplete()
                && pipeline.parent() == null
                && !pipeline.steps().isEmpty()
                && FacetItems.keepsMeasures(group, pipeline)
                && !references.columns(pipeline.data().variable()).all();
    }

    /// Whether some data set, each of which has steps, does more than let rows pass.
    private static boolean areWorthIt(List<FacetPipeline> pipelines) {
        return pipelines.stream()
                .anyMatch(pipeline -> !isFilter(pipeline.steps().getFirst()));
    }

    /// Whether no column is written twice, or read as it was before.
    private static boolean areApart(List<FacetPipeline> pipelines, ColumnUsage rows) {
        Set<String> taken = new LinkedHashSet<>(rows.names());
        for (FacetPipeline pipeline : pipelines) {
            Set<String> written = new LinkedHashSet<>();
            for (Lifted step : pipeline.steps()) {
                written.addAll(TransformColumns.written(type(step), step.transform()));
            }
            if (written.stream().anyMatch(taken::contains)) {
                return false;
            }
            taken.addAll(written);
        }
        return true;
    }

    private static boolean isFilter(Lifted step) {
        return type(step).equals("filter") && step.transform().get("expr") instanceof JsonString;
    }

    private static String type(Lifted step) {
        return new TransformSpec(step.transform(), step.pointer()).type();
    }

    private static Variable rows(FacetGroup group) {
        return new Variable(Namespace.DATA, group.name(), group.inner().path());
    }

    /// Where the items of the written spec stood.
    Origins origins() {
        return origins;
    }

    /// The transforms inside of the group that take the rows and columns of its data sets.
    List<Added> added() {
        return added;
    }

    /// The table that has been added around the group for the kernel to evaluate.
    Variable table() {
        return new Variable(Namespace.DATA, table, group.outer().path());
    }

    /// The spec with the wider rows.
    JsonObject rewrite(JsonObject spec) {
        JsonObject wide = wide();
        return ScopeRewriter.rewrite(spec, scope -> {
            if (scope.path().equals(group.inner().path())) {
                return rewriteGroup(scope.json());
            }
            return scope.path().equals(group.outer().path()) ? addTable(scope, wide) : scope.json();
        });
    }

    private static JsonObject addTable(ScopeSpec scope, JsonObject wide) {
        List<JsonValue> all = new ArrayList<>(Members.elements(scope.json(), "data"));
        all.add(wide);
        return scope.json().with("data", new JsonArray(all));
    }

    private JsonObject wide() {
        ScopeSpec outer = group.outer().spec();
        int index = Members.elements(outer.json(), "data").size();
        String pointer = JsonPointer.child(JsonPointer.child(outer.pointer(), "data"), index);
        origins.put(pointer, group.facetPointer());
        List<JsonValue> transforms = new ArrayList<>();
        for (FacetPipeline pipeline : pipelines) {
            List<String> columns = new ArrayList<>();
            for (Lifted step : pipeline.steps()) {
                origins.put(transformPointer(pointer, transforms.size()), step.pointer());
                transforms.add(
                        step.transform().get("expr") instanceof JsonString expression && isFilter(step)
                                ? says(expression, columns)
                                : step.transform());
            }
            passing.put(pipeline, columns);
        }
        return derived(table, group.source().variable().name(), transforms);
    }

    /// Notes for each row what a filter says of it.
    private JsonObject says(JsonString expression, List<String> columns) {
        String column = names.unused(DomainSplit.word("_" + group.name() + "_passes"));
        columns.add(column);
        return JsonObject.EMPTY
                .with("type", new JsonString("formula"))
                .with("expr", new JsonString("!!(" + expression.value() + ")"))
                .with("as", new JsonString(column));
    }

    private JsonObject rewriteGroup(JsonObject json) {
        List<JsonValue> data = new ArrayList<>();
        if (areRowsRead()) {
            origins.put(innerPointer(0), group.facetPointer());
            data.add(derived(group.name(), facetName, List.of(project(columns(rows(group))))));
        }
        int index = 0;
        for (JsonValue element : Members.elements(json, "data")) {
            String pointer = innerPointer(index++);
            origins.put(innerPointer(data.size()), pointer);
            FacetPipeline pipeline = at(pointer);
            data.add(pipeline == null ? element : part(pipeline, data.size()));
        }
        JsonObject from = Members.object(json, "from");
        JsonObject rewritten = json.with("data", new JsonArray(data));
        JsonObject facet = group.facet().with("name", new JsonString(facetName)).with("data", new JsonString(table));
        return from == null ? rewritten : rewritten.with("from", from.with("facet", facet));
    }

    /// Whether something else than the widened data sets reads the facet's rows.
    private boolean areRowsRead() {
        Set<String> pointers = new LinkedHashSet<>();
        pipelines.forEach(pipeline -> pointers.add(pipeline.data().spec().pointer()));
        return FacetParts.isRead(rows(group), pointers, references);
    }

    private @Nullable FacetPipeline at(String pointer) {
        for (FacetPipeline pipeline : pipelines) {
            if (pipeline.data().spec().pointer().equals(pointer)) {
                return pipeline;
            }
        }
        return null;
    }

    /// The rows of a data set that its filters let pass, with the columns that are read of it.
    private JsonObject part(FacetPipeline pipeline, int index) {
        List<JsonValue> transforms = new ArrayList<>();
        for (String column : passing.getOrDefault(pipeline, List.of())) {
            origins.put(transformPointer(innerPointer(index), transforms.size()), group.facetPointer());
            added.add(new Added("filter", group.facetPointer()));
            transforms.add(JsonObject.EMPTY
                    .with("type", new JsonString("filter"))
                    .with("expr", new JsonString("datum." + column)));
        }
        origins.put(transformPointer(innerPointer(index), transforms.size()), group.facetPointer());
        transforms.add(project(columns(pipeline.data().variable())));
        return derived(pipeline.data().spec().name(), facetName, transforms);
    }

    private List<String> columns(Variable data) {
        List<String> columns = new ArrayList<>();
        references.columns(data).names().forEach(column -> columns.add(FieldNames.reference(column)));
        return columns;
    }

    private JsonObject project(List<String> fields) {
        added.add(new Added("project", group.facetPointer()));
        return JsonObject.EMPTY.with("type", new JsonString("project")).with("fields", PlainNames.array(fields));
    }

    private static JsonObject derived(String name, String source, List<JsonValue> transforms) {
        return JsonObject.EMPTY
                .with("name", new JsonString(name))
                .with(SOURCE, new JsonString(source))
                .with(TRANSFORM, new JsonArray(transforms));
    }

    private String innerPointer(int index) {
        return JsonPointer.child(JsonPointer.child(group.mark().pointer(), "data"), index);
    }

    private static String transformPointer(String data, int index) {
        return JsonPointer.child(JsonPointer.child(data, TRANSFORM), index);
    }
}
