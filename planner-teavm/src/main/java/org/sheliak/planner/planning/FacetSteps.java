package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.FacetStep.Lifted;
import org.sheliak.planner.planning.FacetStep.Rows;
import org.sheliak.planner.planning.FacetStep.Stays;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// The transforms that give the same rows whether they run on each part of a table or on the table before it is split.
///
/// A facet splits a table by the text of its `groupby` fields and keeps the order of rows. So what a transform did to
/// each part, it does to the table when
/// - it looks at one row at a time: formula, filter, bin, timeunit, lookup, project, fold, flatten;
/// - or it groups rows, and the facet's fields come before its own `groupby`: aggregate, joinaggregate, window, stack,
///   quantile, kde, density, loess, regression. A group's rows then belong to one facet, and groups of one facet
///   follow each other as they did inside of it, since both orders are those of the groups' first rows;
/// - or it sorts rows by a stable order: collect.
///
/// Groups of the whole table are told apart by the facet's fields first and by their own fields then, each as Vega does
/// it. The parameter [#FACETS] of a lifted transform says how many fields belong to the facet; without it, the joined
/// texts of two groups could be the same.
///
/// All others look at all rows of a part, and some of these do so only with certain parameters: bin without `extent`,
/// timeunit without `units`, stack with the offset `center`, kde with a shared extent, aggregate with `cross`.
///
/// Source: vega-transforms/src/Facet.js, util/AggregateKeys.js @ v6.4.0.
final class FacetSteps {
    /// How many of the first fields in `groupby` belong to the facet.
    static final String FACETS = "facets";

    private static final String GROUPBY = "groupby";

    private final List<String> fields;
    private final Set<String> columns = new LinkedHashSet<>();

    /// @param fields the facet's `groupby`: references to columns
    FacetSteps(List<String> fields) {
        this.fields = List.copyOf(fields);
        for (String field : fields) {
            columns.add(FieldNames.outputName(field));
        }
    }

    /// The names of the columns that the facet splits by.
    Set<String> columns() {
        return columns;
    }

    /// The transform as it has to stand above the facet, whatever its expressions read.
    FacetStep lift(TransformSpec transform) {
        if (transform.signal() != null) {
            return stays(transform, "signal", "it sets a signal, whose value differs between the facets");
        }
        TransformDefinition definition = TransformDefinitions.of(transform.type());
        return switch (definition == null ? "" : definition.type()) {
            case "formula", "lookup" -> row(transform, Rows.SAME, "as", "values");
            case "filter", "collect" -> row(transform, Rows.ANY);
            case "bin" -> bin(transform);
            case "timeunit" -> timeUnit(transform);
            case "project" -> project(transform);
            case "fold" -> row(transform, Rows.SOME, "as", "fields");
            case "flatten" -> row(transform, Rows.ANY, "as", "fields", "index");
            case "aggregate" -> aggregate(transform);
            case "joinaggregate", "window" -> grouped(transform, Rows.SAME, "as", "ops", "fields");
            case "stack" -> stack(transform);
            case "quantile" -> grouped(transform, isAbsent(transform, "probs") ? Rows.SOME : Rows.ANY, "as");
            case "kde" -> kde(transform);
            case "density" -> density(transform);
            case "loess" -> grouped(transform, Rows.ANY, "as", "x", "y");
            case "regression" -> regression(transform);
            default -> stays(transform, "type", "it looks at all rows of a facet together");
        };
    }

    /// Why a transform cannot be lifted where a facet may have lost all of its rows, or `null`. Some transforms make
    /// rows from none, as long as they do not group.
    @Nullable
    Obstacle obstacleWithoutRows(TransformSpec transform) {
        boolean makesRows =
                List.of("density", "kde", "loess", "quantile", "regression").contains(transform.type());
        return makesRows && isAbsent(transform, GROUPBY)
                ? new Obstacle(transform.pointer(), "it makes rows for a facet that has none")
                : null;
    }

    private FacetStep bin(TransformSpec transform) {
        return isAbsent(transform, "extent")
                ? stays(transform, "extent", "without an extent each facet has bins of its own")
                : row(transform, Rows.SAME, "as");
    }

    private FacetStep timeUnit(TransformSpec transform) {
        if (isAbsent(transform, "units")) {
            return stays(transform, "units", "without units each facet may have others");
        }
        return isOff(transform, "inferUnits")
                ? row(transform, Rows.SAME, "as")
                : stays(transform, "inferUnits", "the units are taken from the rows of the facet");
    }

    private FacetStep aggregate(TransformSpec transform) {
        return isOff(transform, "cross")
                ? grouped(transform, Rows.SOME, "as", "ops", "fields")
                : stays(transform, "cross", "it crosses the groups of each facet");
    }

    private FacetStep stack(TransformSpec transform) {
        String offset = Members.text(transform.json(), "offset");
        boolean isPlain = isAbsent(transform, "offset") || "zero".equals(offset) || "normalize".equals(offset);
        return isPlain
                ? grouped(transform, Rows.SAME, "as")
                : stays(transform, "offset", "the stacks of a facet are centred on its tallest one");
    }

    private FacetStep kde(TransformSpec transform) {
        boolean isShared = !"independent".equals(Members.text(transform.json(), "resolve"))
                && !isAbsent(transform, "resolve")
                && isAbsent(transform, "extent");
        return isShared
                ? stays(transform, "resolve", "the curves of a facet share the extent of its rows")
                : grouped(transform, Rows.ANY, "as");
    }

    private FacetStep density(TransformSpec transform) {
        JsonObject curves = FacetDensity.curves(transform.json());
        return curves == null
                ? stays(transform, "distribution", "it is no density of the facet's rows")
                : grouped(new TransformSpec(curves, transform.pointer()), Rows.ANY, "as");
    }

    private FacetStep regression(TransformSpec transform) {
        return isOff(transform, "params")
                ? grouped(transform, Rows.ANY, "as", "x", "y")
                : stays(transform, "params", "its rows would not say to which facet they belong");
    }

    /// The facet's columns stay, under their own names.
    private FacetStep project(TransformSpec transform) {
        List<String> given = PlainNames.of(transform.json(), "fields");
        List<String> as = PlainNames.of(transform.json(), "as");
        if (given == null || as == null || as.size() > given.size()) {
            return mayOverwrite(transform, "fields");
        }
        List<String> all = new ArrayList<>(given);
        for (String field : fields) {
            String column = FieldNames.outputName(field);
            boolean isThere = isAbsent(transform, "fields");
            for (int i = 0; i < given.size(); i++) {
                String name = PlainNames.at(as, i).isEmpty() ? FieldNames.outputName(given.get(i)) : as.get(i);
                if (name.equals(column) && !column.equals(PlainNames.column(given.get(i)))) {
                    return mayOverwrite(transform, "as");
                }
                isThere |= name.equals(column);
            }
            if (!isThere) {
                all.add(field);
            }
        }
        JsonObject json =
                all.equals(given) ? transform.json() : transform.json().with("fields", PlainNames.array(all));
        return new Lifted(json, transform.pointer(), Rows.SAME, false);
    }

    /// A transform that looks at one row at a time.
    ///
    /// @param naming parameters that name columns it writes
    private FacetStep row(TransformSpec transform, Rows rows, String... naming) {
        Obstacle overwrites = overwrites(transform, naming);
        return overwrites == null
                ? new Lifted(transform.json(), transform.pointer(), rows, false)
                : new Stays(overwrites);
    }

    /// A transform that groups rows, with the facet's fields before its own ones.
    private FacetStep grouped(TransformSpec transform, Rows rows, String... naming) {
        List<String> own = PlainNames.of(transform.json(), GROUPBY);
        if (own == null) {
            return stays(transform, GROUPBY, "only the browser can know what it groups by");
        }
        if (!isAbsent(transform, "key")) {
            return stays(transform, "key", "it groups by a key of its own");
        }
        Obstacle overwrites = overwrites(transform, naming);
        if (overwrites != null) {
            return new Stays(overwrites);
        }
        List<String> all = new ArrayList<>(fields);
        for (String field : own) {
            if (!columns.contains(PlainNames.column(field))) {
                all.add(field);
            }
        }
        JsonObject lifted =
                transform.json().with(GROUPBY, PlainNames.array(all)).with(FACETS, new JsonNumber(fields.size()));
        return new Lifted(lifted, transform.pointer(), rows, rows != Rows.SAME);
    }

    /// Why a transform may write to a column of the facet, or `null` when it surely does not.
    ///
    /// @param naming parameters that name columns it writes
    private @Nullable Obstacle overwrites(TransformSpec transform, String... naming) {
        for (String parameter : naming) {
            if (PlainNames.of(transform.json(), parameter) == null) {
                return overwriting(transform, parameter);
            }
        }
        Set<String> written =
                TransformColumns.written(transform.type(), transform.json().without(GROUPBY));
        written.retainAll(columns);
        return written.isEmpty() ? null : overwriting(transform, "as");
    }

    private static FacetStep mayOverwrite(TransformSpec transform, String parameter) {
        return new Stays(overwriting(transform, parameter));
    }

    private static Obstacle overwriting(TransformSpec transform, String parameter) {
        return new Obstacle(pointer(transform, parameter), "it may write to a field that the facet groups by");
    }

    private static FacetStep stays(TransformSpec transform, String parameter, String reason) {
        return new Stays(new Obstacle(pointer(transform, parameter), reason));
    }

    /// Pointer to a parameter, or to the transform when it does not give the parameter.
    private static String pointer(TransformSpec transform, String parameter) {
        boolean isGiven = !parameter.equals("type") && transform.json().get(parameter) != null;
        return isGiven ? JsonPointer.child(transform.pointer(), parameter) : transform.pointer();
    }

    private static boolean isAbsent(TransformSpec transform, String parameter) {
        JsonValue value = transform.json().get(parameter);
        return value == null || value instanceof JsonNull;
    }

    private static boolean isOff(TransformSpec transform, String parameter) {
        return isAbsent(transform, parameter)
                || (transform.json().get(parameter) instanceof JsonBoolean(boolean isOn) && !isOn);
    }
}
