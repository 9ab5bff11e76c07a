package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.planner.expression.Expression;

/// What one or more expressions refer to.
///
/// @param signals free names: signals, or `parent`
/// @param data data sets that are read, with the columns that are read of each
/// @param selections selection stores that the row at hand is tested against
/// @param changedData data sets that the expressions write to
/// @param scales names of scales that are read
/// @param anyScale true when the name of a scale is computed, or its group
/// @param functions names of the functions that are called
/// @param context which of `datum`, `event` and `item` are named
/// @param datum columns of the row at hand that are read, besides those that a selection store names
/// @param parent columns of the enclosing group's row that are read
public record ExpressionReferences(
        Set<String> signals,
        Map<String, ColumnUsage> data,
        Set<String> selections,
        Set<String> changedData,
        Set<String> scales,
        boolean anyScale,
        Set<String> functions,
        Set<String> context,
        ColumnUsage datum,
        ColumnUsage parent) {

    /// No reference at all.
    public static final ExpressionReferences NONE = new ExpressionReferences(
            Set.of(),
            Map.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            Set.of(),
            Set.of(),
            ColumnUsage.NONE,
            ColumnUsage.NONE);

    /// The references of a parsed expression.
    public static ExpressionReferences of(Expression expression) {
        return ExpressionWalker.walk(expression);
    }

    /// What a text may refer to of which only the words are known: each may be a signal, and if one is `datum`, any
    /// column of the row may be read.
    static ExpressionReferences ofWords(Set<String> words) {
        Set<String> context = new LinkedHashSet<>(words);
        context.retainAll(ExpressionNames.CONTEXT);
        ColumnUsage datum = context.isEmpty() ? ColumnUsage.NONE : ColumnUsage.ALL;
        return new ExpressionReferences(
                words, Map.of(), Set.of(), Set.of(), Set.of(), false, Set.of(), context, datum, ColumnUsage.NONE);
    }

    /// The columns of the row at hand that are read, those of selection stores included.
    public ColumnUsage columns(SelectionFields selectionFields) {
        ColumnUsage columns = datum;
        for (String store : selections) {
            columns = columns.plus(selectionFields.of(store));
        }
        return columns;
    }

    /// The references of all of them.
    static ExpressionReferences union(List<ExpressionReferences> parts) {
        if (parts.isEmpty()) {
            return NONE;
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Set<String> signals = new LinkedHashSet<>();
        Map<String, ColumnUsage> data = new LinkedHashMap<>();
        Set<String> selections = new LinkedHashSet<>();
        Set<String> changedData = new LinkedHashSet<>();
        Set<String> scales = new LinkedHashSet<>();
        Set<String> functions = new LinkedHashSet<>();
        Set<String> context = new LinkedHashSet<>();
        List<ColumnUsage> datum = new ArrayList<>();
        List<ColumnUsage> parent = new ArrayList<>();
        boolean anyScale = false;
        for (ExpressionReferences part : parts) {
            signals.addAll(part.signals);
            part.data.forEach((name, columns) -> data.merge(name, columns, ColumnUsage::plus));
            selections.addAll(part.selections);
            changedData.addAll(part.changedData);
            scales.addAll(part.scales);
            functions.addAll(part.functions);
            context.addAll(part.context);
            datum.add(part.datum);
            parent.add(part.parent);
            anyScale |= part.anyScale;
        }
        return new ExpressionReferences(
                signals,
                data,
                selections,
                changedData,
                scales,
                anyScale,
                functions,
                context,
                ColumnUsage.union(datum),
                ColumnUsage.union(parent));
    }
}
