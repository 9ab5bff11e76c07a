package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.ExpressionReader;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.References;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// The columns that rows of lifted tables keep inside of a group: those that are read there. The facet's fields, and
/// the column that says to which part a row belongs, were not among the columns before, and nobody shall see them.
final class FacetColumns {
    private final References references;
    private final ExpressionReader reader;
    private final Map<FacetPipeline, List<String>> columns = new LinkedHashMap<>();
    private @Nullable List<String> rowColumns;
    private @Nullable Obstacle obstacle;

    /// @param areMerged true when the split table has several parts
    FacetColumns(
            FacetGroup group, FacetParts parts, boolean areMerged, References references, ExpressionReader reader) {
        this.references = references;
        this.reader = reader;
        for (FacetPipeline pipeline : parts.split()) {
            if (areMerged || pipeline.isReducing() || hasProjection(pipeline)) {
                note(pipeline);
            }
        }
        if (parts.areRowsNeeded()) {
            Variable rows =
                    new Variable(Namespace.DATA, group.name(), group.inner().path());
            ColumnUsage read = references.columns(rows);
            rowColumns = fields(read.names());
            if (read.all()) {
                obstacle = new Obstacle(group.mark().pointer(), "all columns of the facet's rows are read");
            }
        }
    }

    /// Why the columns cannot be told, or `null`.
    @Nullable
    Obstacle obstacle() {
        return obstacle;
    }

    /// References to the columns that a pipeline's rows keep, or `null` when they have no others.
    @Nullable
    List<String> of(FacetPipeline pipeline) {
        return columns.get(pipeline);
    }

    /// References to the columns that the facet's own rows keep.
    List<String> ofRows() {
        return rowColumns == null ? List.of() : rowColumns;
    }

    private static boolean hasProjection(FacetPipeline pipeline) {
        return pipeline.path().stream()
                .anyMatch(step -> new TransformSpec(step.transform(), "").type().equalsIgnoreCase("project"));
    }

    private void note(FacetPipeline pipeline) {
        ColumnUsage read = references.columns(pipeline.data().variable());
        for (TransformSpec transform : pipeline.remaining().reversed()) {
            read = references(transform).before(read);
        }
        Set<String> names = read.all() ? known(pipeline) : read.names();
        if (names == null) {
            obstacle = new Obstacle(pipeline.data().spec().pointer(), "all columns of its rows are read");
        } else {
            columns.put(pipeline, fields(names));
        }
    }

    /// All columns that a pipeline's rows had inside of the group, or `null` when only the rows can tell.
    private @Nullable Set<String> known(FacetPipeline pipeline) {
        Set<String> known = pipeline.parent() == null ? null : known(pipeline.parent());
        for (TransformSpec transform : pipeline.lifted()) {
            TransformReferences found = references(transform);
            if (found.effect() == Effect.REPLACES_COLUMNS) {
                known = new LinkedHashSet<>();
            }
            if (known != null) {
                known.addAll(found.written());
            }
        }
        return known;
    }

    private TransformReferences references(TransformSpec transform) {
        return TransformReferences.of(transform, reader, references.selectionFields());
    }

    private static List<String> fields(Set<String> columns) {
        List<String> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(FieldNames.reference(column));
        }
        return fields;
    }
}
