package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.FacetRows;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;

/// A group that splits a data set among its items by fields of its rows.
///
/// @param outer the scope that the group stands in
/// @param inner the group's own scope
/// @param name the name of an item's rows inside of the group
/// @param source the data set that is split
/// @param fields the fields that it is split by: references to columns
record FacetGroup(Scope outer, Scope inner, MarkSpec mark, String name, Definition source, List<String> fields) {
    FacetGroup {
        fields = List.copyOf(fields);
    }

    /// The group that a mark makes, or `null` when it splits no data set of a `data` array by fields alone. A group
    /// whose rows come split already (`facet.field`), or that takes its items from another data set, is none.
    static @Nullable FacetGroup of(Scope outer, Scope inner, MarkSpec mark) {
        JsonObject facet = mark.facet();
        if (facet == null || facet.get("field") != null || mark.data() != null) {
            return null;
        }
        String name = Members.text(facet, "name");
        String data = Members.text(facet, "data");
        List<String> fields = PlainNames.of(facet, "groupby");
        boolean areColumns = fields != null
                && !fields.isEmpty()
                && fields.stream().allMatch(field -> PlainNames.column(field) != null);
        if (name == null || data == null || fields == null || !areColumns) {
            return null;
        }
        Definition source = outer.data(data);
        return switch (source) {
            case DataSet table -> new FacetGroup(outer, inner, mark, name, table, fields);
            case FacetRows rows -> new FacetGroup(outer, inner, mark, name, rows, fields);
            case null, default -> null;
        };
    }

    /// The facet as the spec has it.
    JsonObject facet() {
        JsonObject facet = mark.facet();
        return facet == null ? JsonObject.EMPTY : facet;
    }

    /// JSON pointer to the facet.
    String facetPointer() {
        return JsonPointer.child(JsonPointer.child(mark.pointer(), "from"), "facet");
    }

    /// The `aggregate` object of the facet; empty when there is none.
    JsonObject aggregate() {
        JsonObject aggregate = Members.object(facet(), "aggregate");
        return aggregate == null ? JsonObject.EMPTY : aggregate;
    }

    /// The columns besides `fields` that the rows have which stand for the group's items, or `null` when only the
    /// browser can know them.
    @Nullable
    List<String> measures() {
        for (String parameter : List.of("ops", "fields", "as")) {
            if (PlainNames.of(aggregate(), parameter) == null) {
                return null;
            }
        }
        Set<String> written = TransformColumns.written("aggregate", aggregate().without("groupby"));
        return new ArrayList<>(written);
    }

    /// Whether this is the definition of the rows of one item.
    boolean isItsRows(@Nullable Definition definition) {
        return definition instanceof FacetRows rows && rows.variable().scope().equals(inner.path());
    }
}
