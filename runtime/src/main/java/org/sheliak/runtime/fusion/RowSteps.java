package org.sheliak.runtime.fusion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.expression.function.FunctionDefinition;
import org.sheliak.runtime.expression.function.FunctionLibrary;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.TransformResult;
import org.sheliak.runtime.transform.Transforms;

/// Formulas and time units whose outcome for a row depends on the row alone, so that it is the same before a filter as
/// after it, and from query to query.
final class RowSteps {
    private static final Set<String> ROW = Set.of("datum");

    private RowSteps() {}

    /// Whether the step reads nothing but the row at hand.
    static boolean dependsOnRowAlone(Task.Transform step) {
        JsonObject definition = step.definition();
        return definition.get("expr") instanceof JsonString(String expression)
                ? readsRowAlone(expression)
                : !namesSignal(definition);
    }

    /// The fields of the row that the step reads.
    static ColumnUsage fieldsOf(Task.Transform step) {
        JsonObject definition = step.definition();
        if (definition.get("expr") instanceof JsonString(String expression)) {
            return ExpressionReferences.of(ExpressionCompiler.parse(expression)).datum();
        }
        return ParameterTexts.isPlainName(definition.get("field"))
                ? ColumnUsage.of(ParameterTexts.text(definition.get("field")))
                : ColumnUsage.ALL;
    }

    /// The columns of the rows that some fields come from after some steps; borrowed.
    static SequencedMap<String, Column> sources(Collection<String> fields, List<Task.Transform> steps, Table rows) {
        ColumnUsage usage = ColumnUsage.of(List.copyOf(fields));
        for (Task.Transform step : steps) {
            usage = usage.plus(fieldsOf(step));
        }
        SequencedMap<String, Column> sources = new LinkedHashMap<>(rows.columns());
        if (!usage.all()) {
            sources.keySet().retainAll(usage.names());
        }
        return sources;
    }

    private static boolean readsRowAlone(String expression) {
        try {
            ExpressionReferences references = ExpressionReferences.of(ExpressionCompiler.parse(expression));
            return references.signals().isEmpty()
                    && references.data().isEmpty()
                    && references.selections().isEmpty()
                    && references.scales().isEmpty()
                    && !references.anyScale()
                    && isRepeatable(references);
        } catch (SheliakException malformed) {
            // Whoever evaluates the expression says it, with its place.
            return false;
        }
    }

    /// Whether an expression with these references gives the same for the same row, as long as what else it reads stays
    /// the same.
    static boolean isRepeatable(ExpressionReferences references) {
        return ROW.containsAll(references.context())
                && references.functions().stream().allMatch(RowSteps::isDeterministic);
    }

    private static boolean isDeterministic(String function) {
        FunctionDefinition definition = FunctionLibrary.named(function);
        return function.equals(FunctionLibrary.IF) || (definition != null && definition.isDeterministic());
    }

    private static boolean namesSignal(@Nullable JsonValue json) {
        return switch (json) {
            case JsonObject object ->
                object.get("signal") != null
                        || object.members().values().stream().anyMatch(RowSteps::namesSignal);
            case JsonArray(List<JsonValue> elements) -> elements.stream().anyMatch(RowSteps::namesSignal);
            case null, default -> false;
        };
    }

    /// The rows after the steps. Borrows the rows; caller closes.
    static Table apply(List<Task.Transform> steps, Table rows, EvaluationContext context) {
        Table current = rows.share();
        for (Task.Transform step : steps) {
            try (Table before = current;
                    TransformResult result = Transforms.apply(step, before, context)) {
                current = result.table().share();
            }
        }
        return current;
    }
}
