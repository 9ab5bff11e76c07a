package org.sheliak.runtime.fusion;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.expression.Expression;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.expression.function.EvaluationScope;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.expression.function.SelectionStore.Entry;
import org.sheliak.runtime.expression.function.SelectionStore.FieldTest;
import org.sheliak.runtime.kernel.CodeFilter;
import org.sheliak.runtime.table.Table;

/// Reads a condition on fields of few different values as the set of the codes for which it is true: it is evaluated
/// once for each combination of values that occurs.
final class CodeConditions {
    private final RowFields fields;
    private final EvaluationContext context;

    CodeConditions(RowFields fields, EvaluationContext context) {
        this.fields = fields;
        this.context = context;
    }

    /// The rows for which the expression is true to JavaScript; empty where codes cannot tell.
    ///
    /// @throws org.sheliak.planner.error.SheliakException when the expression fails for one of the rows
    Optional<Conjunction> read(Expression expression) {
        return fieldsOf(expression)
                .flatMap(fields::codes)
                .filter(RowCodes::areExact)
                .map(codes -> Conjunction.of(new CodeFilter(codes.codes(), accepted(expression, codes))));
    }

    /// The fields of the row that the expression reads; empty where it depends on more of the row.
    private Optional<Set<String>> fieldsOf(Expression expression) {
        ExpressionReferences references = ExpressionReferences.of(expression);
        if (references.datum().all() || !RowSteps.isRepeatable(references)) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>(references.datum().names());
        EvaluationScope scope = new EvaluationScope(context, new RandomNumbers(context.random()));
        for (String store : references.selections()) {
            for (Entry entry : scope.selection(store).entries()) {
                for (FieldTest test : entry.tests()) {
                    names.add(test.path().getFirst());
                }
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private BitSet accepted(Expression expression, RowCodes codes) {
        BitSet accepted = new BitSet();
        try (Table rows = fields.rows(codes.firstRows())) {
            Arrays.stream(ExpressionCompiler.compile(expression).filter(rows, context))
                    .forEach(accepted::set);
        }
        return accepted;
    }
}
