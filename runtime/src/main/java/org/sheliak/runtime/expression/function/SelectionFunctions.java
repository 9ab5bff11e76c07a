package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.FieldPath;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Members;

/// Functions of the selections that Vega-Lite keeps in data sets.
///
/// Source: vega-selections/src/selectionTest.js, selectionTuples.js @ v6.4.0.
final class SelectionFunctions {
    static final String ID = "_vgsid_";
    static final String INTERSECT = "intersect";

    private SelectionFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("vlSelectionTest", SelectionFunctions::test)
                        .atLeast(1),
                FunctionDefinition.of("vlSelectionIdTest", SelectionFunctions::testId)
                        .atLeast(1),
                FunctionDefinition.of(
                                "vlSelectionResolve",
                                (arguments, scope) -> new SelectionResolver(scope)
                                        .resolve(scope.rows(scope.text(arguments.get(0))), arguments))
                        .atLeast(1),
                FunctionDefinition.of("vlSelectionTuples", SelectionFunctions::tuples));
    }

    private static Object test(Arguments arguments, EvaluationScope scope) {
        SelectionStore store = scope.selection(scope.text(arguments.get(0)));
        Object row = arguments.get(1);
        return store.test(INTERSECT.equals(arguments.get(2)), path -> Members.get(row, path), scope);
    }

    /// By the row's identifier: whether it was selected once, or, to intersect, as often as there are units.
    private static Boolean testId(Arguments arguments, EvaluationScope scope) {
        Object id = Members.get(arguments.get(1), ID);
        if (Coercion.isNullish(id)) {
            return false;
        }
        List<@Nullable Object> rows = scope.rows(scope.text(arguments.get(0)));
        long selected = rows.stream()
                .filter(row -> Objects.equals(Members.get(row, ID), id))
                .count();
        long needed = INTERSECT.equals(arguments.get(2))
                ? rows.stream()
                        .map(row -> scope.text(Members.get(row, "unit")))
                        .distinct()
                        .count()
                : 1;
        return selected >= Math.max(1, needed);
    }

    private static List<@Nullable Object> tuples(Arguments arguments, EvaluationScope scope) {
        if (!(arguments.get(0) instanceof List<?> items)) {
            throw Errors.unusable("vlSelectionTuples", "an array of items", arguments.get(0));
        }
        if (!(arguments.get(1) instanceof Map<?, ?> base)) {
            throw Errors.unusable("vlSelectionTuples", "an object to extend", arguments.get(1));
        }
        List<@Nullable Object> tuples = new ArrayList<>(items.size());
        for (Object item : items) {
            Map<String, @Nullable Object> tuple = new LinkedHashMap<>();
            Object row = Members.get(item, "datum");
            if (base.get("fields") instanceof List<?> fields) {
                tuple.put("values", values(fields, row, scope));
            } else {
                tuple.put(ID, Members.get(row, ID));
            }
            base.forEach((name, value) -> tuple.put((String) name, value));
            tuples.add(tuple);
        }
        return tuples;
    }

    private static List<@Nullable Object> values(List<?> fields, @Nullable Object row, EvaluationScope scope) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (Object field : fields) {
            String path = scope.text(Members.get(field, "field"));
            values.add(Members.get(row, FieldPath.parse(path).segments()));
        }
        return values;
    }
}
