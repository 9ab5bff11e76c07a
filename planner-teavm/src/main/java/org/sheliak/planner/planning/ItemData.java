package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.BinaryExpression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.LogicalExpression;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.expression.ExpressionPrinter;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.Numbers;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Data sets of a faceted group that are made for the row of its item, `parent`, and not from the facet's rows, told as
/// transforms of the facet's rows; the first of these makes the item's row.
///
/// There are two kinds:
/// - a sequence: the item's row becomes as many rows as the sequence has numbers;
/// - a table above the group with one row for each facet, of which a first filter takes the row that has the item's
/// key:
///   the row is looked up.
final class ItemData {
    private final FacetGroup group;
    private final DataSet data;
    private final ItemRow row;
    private final List<TransformSpec> told = new ArrayList<>();

    private ItemData(FacetGroup group, DataSet data, ItemRow row) {
        this.group = group;
        this.data = data;
        this.row = row;
    }

    /// The transforms that make a data set from the facet's rows, or `null` when it is of neither kind.
    ///
    /// @param source the data set above the group that it derives from, or `null` for none
    /// @param siblings the data sets of the group before it that derive from the facet's rows
    static @Nullable List<TransformSpec> of(
            FacetGroup group,
            DataSet data,
            @Nullable DataSet source,
            List<FacetPipeline> siblings,
            Classification original) {
        List<TransformSpec> transforms = data.spec().transforms();
        if (transforms.isEmpty()) {
            return null;
        }
        ItemData item = new ItemData(group, data, new ItemRow(group, totals(siblings)));
        boolean isSequence = source == null;
        List<TransformSpec> rest = isSequence ? transforms.subList(1, transforms.size()) : transforms;
        ColumnUsage read = read(rest, original);
        boolean isBegun = source == null
                ? item.countUp(transforms.getFirst(), read)
                : item.lookUp(source, transforms.getFirst(), read);
        if (!isBegun) {
            return null;
        }
        rest.forEach(transform -> item.add(transform.pointer(), item.told(transform.json())));
        if (!item.row.isRead()) {
            return null;
        }
        item.told.addFirst(new TransformSpec(item.row.aggregate(), group.facetPointer()));
        return item.told;
    }

    /// The aggregates of all rows of a facet, by the names of their data sets.
    private static Map<String, JsonObject> totals(List<FacetPipeline> siblings) {
        Map<String, JsonObject> totals = new LinkedHashMap<>();
        for (FacetPipeline sibling : siblings) {
            List<TransformSpec> transforms = sibling.data().spec().transforms();
            boolean isTotal = sibling.parent() == null
                    && sibling.isComplete()
                    && sibling.steps().size() == 1
                    && transforms.getFirst().type().equalsIgnoreCase("aggregate")
                    && List.of().equals(PlainNames.of(transforms.getFirst().json(), "groupby"));
            if (isTotal) {
                totals.put(sibling.data().spec().name(), transforms.getFirst().json());
            }
        }
        return totals;
    }

    /// The columns that these transforms read of the rows before the first of them.
    private static ColumnUsage read(List<TransformSpec> transforms, Classification original) {
        ColumnUsage read = ColumnUsage.NONE;
        for (TransformSpec transform : transforms.reversed()) {
            read = TransformReferences.of(transform, original.reader(), original.selectionFields())
                    .before(read);
        }
        return read;
    }

    /// Begins with the numbers of a sequence; false when the transform is none that the row tells.
    ///
    /// @param read the columns that are read of the numbers' rows
    private boolean countUp(TransformSpec sequence, ColumnUsage read) {
        JsonObject json = sequence.json();
        String start = number(json.get("start"));
        String stop = number(json.get("stop"));
        String step = switch (json.get("step")) {
            case null -> "1";
            // A step of 0 counts as 1 in the transform, but not in the function.
            case JsonNumber(double size) when size != 0 -> Numbers.text(size);
            default -> null;
        };
        String as = json.get("as") == null ? "data" : Members.text(json, "as");
        boolean isPlain = sequence.type().equalsIgnoreCase("sequence")
                && data.spec().isSelfContained()
                && sequence.signal() == null;
        if (!isPlain || start == null || stop == null || step == null || as == null) {
            return false;
        }
        if (!isWithout(group.fields(), read.minus(List.of(as)))) {
            return false;
        }
        String numbers = "_" + data.spec().name() + "_numbers";
        add(
                sequence.pointer(),
                transform("formula")
                        .with("expr", new JsonString("sequence(" + start + ", " + stop + ", " + step + ")"))
                        .with("as", new JsonString(numbers)));
        add(
                sequence.pointer(),
                transform("flatten")
                        .with("fields", PlainNames.array(List.of(FieldNames.reference(numbers))))
                        .with("as", PlainNames.array(List.of(as))));
        return true;
    }

    /// Begins with the row of a table that has the item's key; false when the filter does not ask for this row alone.
    ///
    /// @param read the columns that are read of the table's rows
    private boolean lookUp(DataSet source, TransformSpec filter, ColumnUsage read) {
        KeyedRows rows = KeyedRows.of(source.spec(), group.outer());
        String key =
                group.fields().size() == 1 ? PlainNames.column(group.fields().getFirst()) : null;
        String condition = filter.type().equalsIgnoreCase("filter") ? Members.text(filter.json(), "expr") : null;
        if (rows == null
                || key == null
                || condition == null
                || !(parsed(condition) instanceof Expression test)
                || !asks(test, rows.key(), key)
                || !isWithout(rows.key().equals(key) ? List.of() : group.fields(), read)) {
            return false;
        }
        String found = rows.key().equals(key) ? "_" + data.spec().name() + "_key" : rows.key();
        List<String> values = new ArrayList<>(rows.columns());
        List<String> as = new ArrayList<>(rows.columns());
        values.add(rows.key());
        as.add(found);
        JsonObject lookup = transform("lookup")
                .with("from", new JsonString(source.spec().name()))
                .with("key", new JsonString(FieldNames.reference(rows.key())))
                .with("fields", PlainNames.array(group.fields()))
                .with(
                        "values",
                        PlainNames.array(
                                values.stream().map(FieldNames::reference).toList()))
                .with("as", PlainNames.array(as))
                // It equals no key, not even itself.
                .with("default", JsonObject.EMPTY.with("signal", new JsonString("NaN")));
        add(group.facetPointer(), lookup);
        Expression isFound = new BinaryExpression("===", ItemRow.column(found), ItemRow.column(key), 0);
        add(filter.pointer(), transform("filter").with("expr", new JsonString(ExpressionPrinter.print(isFound))));
        return true;
    }

    /// Whether a test is true at most where a column of the row equals one of `parent`.
    private static boolean asks(Expression test, String column, String parent) {
        return switch (test) {
            case LogicalExpression(String operator, Expression left, Expression right, int start)
            when operator.equals("&&") -> asks(left, column, parent) || asks(right, column, parent);
            case BinaryExpression(String operator, Expression left, Expression right, int start)
            when operator.equals("===") ->
                (isColumn(left, "datum", column) && isColumn(right, "parent", parent))
                        || (isColumn(left, "parent", parent) && isColumn(right, "datum", column));
            default -> false;
        };
    }

    private static boolean isColumn(Expression node, String row, String column) {
        return node instanceof MemberExpression member
                && member.object() instanceof Identifier(String name, int start)
                && name.equals(row)
                && column.equals(ItemRow.name(member));
    }

    private static boolean isWithout(List<String> fields, ColumnUsage read) {
        return !read.all() && fields.stream().map(FieldNames::outputName).noneMatch(read.names()::contains);
    }

    /// A number, or the expression of a signal reference, as source.
    private @Nullable String number(@Nullable JsonValue value) {
        return switch (value) {
            case JsonNumber(double number) -> Numbers.text(number);
            case JsonObject reference when Members.signal(reference) instanceof String signal -> told(signal);
            case null, default -> null;
        };
    }

    /// The transform for rows that bear the item's columns.
    private JsonObject told(JsonObject transform) {
        return Members.text(transform, "expr") instanceof String expression
                ? transform.with("expr", new JsonString(told(expression)))
                : transform;
    }

    private String told(String expression) {
        Expression parsed = parsed(expression);
        return parsed == null ? expression : ExpressionPrinter.print(row.told(parsed));
    }

    private static @Nullable Expression parsed(String expression) {
        try {
            return ExpressionParser.parse(expression);
        } catch (SheliakException unparseable) {
            return null;
        }
    }

    private void add(String pointer, JsonObject transform) {
        told.add(new TransformSpec(transform, pointer));
    }

    private static JsonObject transform(String type) {
        return JsonObject.EMPTY.with("type", new JsonString(type));
    }
}
