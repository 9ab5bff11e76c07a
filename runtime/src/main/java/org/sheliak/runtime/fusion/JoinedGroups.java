package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.expression.Expression;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.kernel.CodeFilter;
import org.sheliak.runtime.kernel.CodedRangeFilter;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.kernel.RangeFilter;
import org.sheliak.runtime.kernel.ValueRange;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Undefined;

/// What a `joinaggregate` wrote to the rows, kept once for each group. Conditions on it are evaluated for the groups,
/// not for the rows. Owns its table.
final class JoinedGroups implements AutoCloseable {
    private final @Nullable CodedRows codes;
    private final int[] slots;
    private final Table groups;
    private final Set<String> known;

    /// Takes ownership of the table of groups.
    ///
    /// @param codes tells the rows' groups apart; `null` where all rows are one group
    /// @param slots the code of each group
    /// @param groups the fields that the rows of a group have in common
    JoinedGroups(@Nullable CodedRows codes, int[] slots, Table groups) {
        this.codes = codes;
        this.slots = slots;
        this.groups = groups;
        this.known = new HashSet<>(groups.columns().keySet());
    }

    /// Takes note that a later step writes some fields.
    void forget(Collection<String> fields) {
        known.removeAll(fields);
    }

    /// Whether a group tells the expression's value for all of its rows.
    private boolean tells(Expression expression) {
        ExpressionReferences references = ExpressionReferences.of(expression);
        return !references.datum().all()
                && references.selections().isEmpty()
                && known.containsAll(references.datum().names())
                && RowSteps.isRepeatable(references);
    }

    /// The rows for which the condition is true to JavaScript; empty where groups cannot tell.
    Optional<Conjunction> condition(Expression condition, EvaluationContext context) {
        if (!tells(condition)) {
            return Optional.empty();
        }
        int[] accepted = ExpressionCompiler.compile(condition).filter(groups, context);
        if (codes == null) {
            return Optional.of(Conjunction.of(accepted.length > 0));
        }
        BitSet acceptedSlots = new BitSet();
        Arrays.stream(accepted).forEach(group -> acceptedSlots.set(slots[group]));
        return Optional.of(Conjunction.of(new CodeFilter(codes, acceptedSlots)));
    }

    /// The rows for which `value operator bound` is true; empty where groups cannot tell, and for what is no
    /// comparison with a number.
    Optional<Conjunction> comparison(
            NumericColumn value, String operator, Expression bound, EvaluationContext context) {
        if (!Comparisons.isOrder(operator) || !tells(bound)) {
            return Optional.empty();
        }
        List<ValueRange> ranges = new ArrayList<>();
        try (Column bounds = ExpressionCompiler.compile(bound).evaluate(groups, context)) {
            for (int group = 0; group < slots.length; group++) {
                Object found = bounds.value(group);
                // JavaScript compares undefined as NaN.
                Object number = found == Undefined.UNDEFINED ? (Object) Double.NaN : found;
                Optional<ValueRange> range = Comparisons.range(operator, number, value);
                if (range.isEmpty()) {
                    return Optional.empty();
                }
                ranges.add(range.get());
            }
        }
        return Optional.of(filter(value, ranges));
    }

    private Conjunction filter(NumericColumn value, List<ValueRange> ranges) {
        if (codes == null) {
            return Conjunction.of(new RangeFilter(value, ranges.getFirst()));
        }
        double[] lower = new double[codes.slots()];
        double[] upper = new double[codes.slots()];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        for (int group = 0; group < slots.length; group++) {
            lower[slots[group]] = ranges.get(group).lower();
            upper[slots[group]] = ranges.get(group).upper();
        }
        return Conjunction.of(new CodedRangeFilter(value, codes, lower, upper));
    }

    @Override
    public void close() {
        groups.close();
    }
}
