package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.expression.Expression.MemberExpression;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.fusion.FusedStep.BinStep;
import org.sheliak.runtime.fusion.FusedStep.MapStep;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;

/// The fields that the rows of a table have between two steps: columns of the table, under their own names or others,
/// and what steps have derived from them.
final class RowFields {
    private final Table input;
    private final KnownGroups knownGroups;
    private final EvaluationContext context;
    private final Map<String, Column> columns;
    private final List<MapStep> maps = new ArrayList<>();
    private final List<JoinedGroups> joins = new ArrayList<>();

    /// What only a kernel's pass knows: bins, and what groups have in common.
    private final Set<String> computed = new HashSet<>();

    /// The fields of a table, which is borrowed.
    RowFields(Table input, KnownGroups knownGroups, EvaluationContext context) {
        this.input = input;
        this.knownGroups = knownGroups;
        this.context = context;
        this.columns = new LinkedHashMap<>(input.columns());
    }

    /// The column that holds a field; `null` when there is none, or it is derived. Borrowed.
    @Nullable
    Column column(String field) {
        return columns.get(field);
    }

    /// Goes on to after a formula or time unit.
    ///
    /// @return false when it reads what only a kernel's pass knows
    boolean map(MapStep step) {
        ColumnUsage read = RowSteps.fieldsOf(step.transform());
        if (!computed.isEmpty() && (read.all() || !Collections.disjoint(read.names(), computed))) {
            return false;
        }
        Column renamed = columns.get(renamedField(step.transform()));
        forget(step.fields());
        if (renamed != null) {
            columns.put(step.fields().getFirst(), renamed);
        }
        computed.removeAll(step.fields());
        maps.add(step);
        return true;
    }

    private void forget(List<String> fields) {
        fields.forEach(columns::remove);
        joins.forEach(join -> join.forget(fields));
    }

    /// The field that a formula only gives another name; empty when it does more.
    private static String renamedField(Task.Transform map) {
        return map.definition().get("expr") instanceof JsonString(String expression)
                ? fieldOfDatum(ExpressionCompiler.parse(expression)).orElse("")
                : "";
    }

    /// The field of an expression `datum.field`.
    static Optional<String> fieldOfDatum(Expression expression) {
        return expression instanceof MemberExpression member
                        && !member.computed()
                        && member.object() instanceof Identifier(String object, int _)
                        && object.equals("datum")
                        && member.property() instanceof Identifier(String property, int _)
                ? Optional.of(property)
                : Optional.empty();
    }

    /// Goes on to after a bin.
    void bin(BinStep step) {
        compute(List.of(step.start(), step.end()));
    }

    /// Goes on to after a joinaggregate.
    ///
    /// @param outputs the fields that it writes
    /// @param groups what it wrote; borrowed
    void join(List<String> outputs, JoinedGroups groups) {
        compute(outputs);
        joins.add(groups);
    }

    private void compute(List<String> fields) {
        forget(fields);
        computed.addAll(fields);
    }

    /// What the joinaggregates up to here wrote; borrowed.
    List<JoinedGroups> joins() {
        return joins;
    }

    /// The codes of the rows by the values of some fields; empty where there are too many, or one of the fields is
    /// computed by a pass.
    Optional<RowCodes> codes(Collection<String> names) {
        return Collections.disjoint(names, computed)
                ? knownGroups.codes(input, mapsFor(names), names, context)
                : Optional.empty();
    }

    /// The groups of the rows by the texts of some fields; otherwise as [#codes].
    Optional<RowGroups> groups(Collection<String> names) {
        return Collections.disjoint(names, computed)
                ? knownGroups.groups(input, mapsFor(names), names, context)
                : Optional.empty();
    }

    /// The names, those that come from the same columns together.
    List<List<String>> bySource(List<String> names) {
        Map<Set<String>, List<String>> bySource = new LinkedHashMap<>();
        for (String name : names) {
            Set<String> sources = sources(name);
            List<String> together = new ArrayList<>();
            bySource.entrySet().removeIf(entry -> {
                boolean isShared = !Collections.disjoint(entry.getKey(), sources);
                if (isShared) {
                    sources.addAll(entry.getKey());
                    together.addAll(entry.getValue());
                }
                return isShared;
            });
            together.add(name);
            bySource.put(sources, together);
        }
        return List.copyOf(bySource.values());
    }

    /// The columns of the table that a field comes from.
    private Set<String> sources(String name) {
        List<String> names = List.of(name);
        return new HashSet<>(RowSteps.sources(names, mapsFor(names), input).keySet());
    }

    /// What must be done to the rows so that they have these fields.
    private List<Task.Transform> mapsFor(Collection<String> names) {
        List<Task.Transform> steps = new ArrayList<>();
        Set<String> sought = new HashSet<>(names);
        sought.removeIf(this::isColumn);
        for (MapStep map : maps.reversed()) {
            if (Collections.disjoint(map.fields(), sought)) {
                continue;
            }
            ColumnUsage read = RowSteps.fieldsOf(map.transform());
            if (read.all()) {
                return maps.stream().map(MapStep::transform).toList();
            }
            sought.removeAll(map.fields());
            sought.addAll(read.names());
            steps.addFirst(map.transform());
        }
        return steps;
    }

    /// Whether a field is a column of the table under its own name.
    private boolean isColumn(String field) {
        Column column = columns.get(field);
        Column original = input.column(field);
        return column != null && original != null && column.identity().equals(original.identity());
    }

    /// Some rows of the table, after the steps up to here. Caller closes.
    Table rows(int[] rows) {
        try (Table gathered = input.gather(rows, context.allocator())) {
            return RowSteps.apply(maps.stream().map(MapStep::transform).toList(), gathered, context);
        }
    }
}
