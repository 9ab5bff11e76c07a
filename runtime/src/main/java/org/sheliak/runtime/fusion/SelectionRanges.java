package org.sheliak.runtime.fusion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.Literal;
import org.sheliak.planner.expression.LiteralValue.StringValue;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.expression.function.SelectionStore.Entry;
import org.sheliak.runtime.expression.function.SelectionStore.FieldTest;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.NumericColumn;

/// Reads `vlSelectionTest("store", datum, op)` as ranges of numeric columns: one selected interval, or intervals of
/// several units of the display that must all hold.
///
/// Source: vega-selections/src/selectionTest.js @ v6.4.0.
final class SelectionRanges {
    private static final String INTERSECT = "intersect";

    private final RowFields fields;
    private final EvaluationScope scope;

    SelectionRanges(RowFields fields, EvaluationContext context) {
        this.fields = fields;
        this.scope = new EvaluationScope(context, new RandomNumbers(context.random()));
    }

    /// The rows that pass; empty when ranges cannot tell.
    Optional<Conjunction> read(List<Expression> arguments) {
        if (arguments.size() < 2
                || !(arguments.get(0) instanceof Literal store && store.value() instanceof StringValue(String name))
                || !(arguments.get(1) instanceof Identifier row && row.name().equals("datum"))) {
            return Optional.empty();
        }
        List<Entry> entries = scope.selection(name).entries();
        if (arguments.size() == 2) {
            return any(entries);
        }
        return arguments.get(2) instanceof Literal operation
                        && operation.value() instanceof StringValue(String operationName)
                ? operationName.equals(INTERSECT) ? each(entries) : any(entries)
                : Optional.empty();
    }

    private Optional<Conjunction> any(List<Entry> entries) {
        return switch (entries.size()) {
            case 0 -> Optional.of(Conjunction.NEVER);
            case 1 -> entry(entries.getFirst());
            default -> Optional.empty();
        };
    }

    /// One entry of each unit must hold, so each must where every unit has one.
    private Optional<Conjunction> each(List<Entry> entries) {
        Set<String> units = new HashSet<>();
        Optional<Conjunction> all = Optional.of(entries.isEmpty() ? Conjunction.NEVER : Conjunction.ALWAYS);
        for (Entry entry : entries) {
            if (!units.add(entry.unit())) {
                return Optional.empty();
            }
            all = all.flatMap(before -> entry(entry).map(before::and));
        }
        return all;
    }

    private Optional<Conjunction> entry(Entry entry) {
        Optional<Conjunction> all = Optional.of(Conjunction.ALWAYS);
        for (FieldTest test : entry.tests()) {
            all = all.flatMap(before -> field(test).map(before::and));
        }
        return all;
    }

    private Optional<Conjunction> field(FieldTest test) {
        boolean isColumn = test.path().size() == 1;
        if (!isColumn || !(fields.column(test.path().getFirst()) instanceof NumericColumn column)) {
            return Optional.empty();
        }
        return range(test.type(), test.expected()).map(range -> Conjunction.of(new RangeFilter(column, range)));
    }

    /// The values that pass; dates are numbers here.
    private static Optional<ValueRange> range(String type, @Nullable Object expected) {
        return switch (type) {
            case "E" -> equality(expected);
            case "E-ONE" -> expected instanceof List<?> ? equality(expected) : Optional.empty();
            case "R" -> Comparisons.inRange(expected, true, true);
            case "R-RE" -> Comparisons.inRange(expected, true, false);
            case "R-E" -> Comparisons.inRange(expected, false, false);
            case "R-LE" -> Comparisons.inRange(expected, false, true);
            case "E-VALID" -> Optional.of(ValueRange.ALL.withNaN(false).withNull(false));
            default -> Optional.empty();
        };
    }

    /// One number, alone or as the only element of a list; null is not equal to it.
    private static Optional<ValueRange> equality(@Nullable Object expected) {
        Object only = expected instanceof List<?> list && list.size() == 1 ? list.getFirst() : expected;
        return only instanceof Double number && !number.isNaN()
                ? Optional.of(ValueRange.between(number, number))
                : Optional.empty();
    }
}
