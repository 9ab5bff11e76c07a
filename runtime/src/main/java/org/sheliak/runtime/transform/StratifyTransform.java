package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowTree;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.value.Coercion;

/// Lays a tree over the rows, each of which names itself and its parent. The rows stay as they are.
///
/// Source: vega-hierarchy/src/Stratify.js @ v6.4.0, d3-hierarchy/src/stratify.js @ v3.1.3.
final class StratifyTransform implements Transform {
    /// In place of a row, for a key that several rows have.
    private static final int AMBIGUOUS = -2;

    private final Parameters parameters;
    private final FieldAccess key;
    private final FieldAccess parentKey;

    StratifyTransform(Parameters parameters) {
        this.parameters = parameters;
        this.key = parameters.requiredField("key");
        this.parentKey = parameters.requiredField("parentKey");
    }

    @Override
    public TransformResult apply(Table input) {
        return TransformResult.of(input.withTree(input.rowCount() == 0 ? treeOfNothing() : tree(input)));
    }

    private RowTree tree(Table input) {
        @Nullable Object[] keys = values(key, input);
        int[] parents = parents(keys, values(parentKey, input));
        TreeShape shape = TreeShape.of(root(parents), parents);
        if (shape.breadthFirst().length < parents.length) {
            throw parameters.invalid("the rows form a cycle, expected a tree");
        }
        int[] tuples = new int[parents.length];
        Arrays.setAll(tuples, input::tupleId);
        @Nullable String[] names = new String[parents.length];
        Arrays.setAll(names, row -> text(keys[row]));
        return new RowTree(shape, new RowTree.Nodes(tuples, names, false), noRows(0), new int[0]);
    }

    /// No rows make a tree of one node, whose row has no fields.
    private RowTree treeOfNothing() {
        try (Table nothing = noRows(1)) {
            Object value = values(key, nothing)[0];
            @Nullable String[] names = {Coercion.toBoolean(value) ? text(value) : null};
            TreeShape shape = TreeShape.of(0, new int[] {TreeShape.NONE});
            return new RowTree(
                    shape, new RowTree.Nodes(new int[] {RowTree.NO_TUPLE}, names, false), noRows(1), new int[] {0});
        }
    }

    private static Table noRows(int count) {
        return new Table(new LinkedHashMap<>(), count);
    }

    private @Nullable Object[] values(FieldAccess field, Table input) {
        try (Column column = field.read(input, parameters.allocator())) {
            @Nullable Object[] values = new Object[column.length()];
            Arrays.setAll(values, column::value);
            return values;
        }
    }

    private String text(@Nullable Object value) {
        return KeyForm.NAME.text(value, parameters.zone());
    }

    private int[] parents(@Nullable Object[] keys, @Nullable Object[] parentKeys) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            if (isName(keys[row])) {
                rows.merge(text(keys[row]), row, (_, _) -> AMBIGUOUS);
            }
        }
        int[] parents = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            parents[row] = isName(parentKeys[row]) ? parent(text(parentKeys[row]), rows) : TreeShape.NONE;
        }
        return parents;
    }

    private int parent(String name, Map<String, Integer> rows) {
        Integer parent = rows.get(name);
        if (parent == null) {
            throw parameters.invalid("no row has the key \"" + name + "\", which is the parent of another");
        }
        if (parent == AMBIGUOUS) {
            throw parameters.invalid("several rows have the key \"" + name + "\", which is the parent of another");
        }
        return parent;
    }

    private boolean isName(@Nullable Object value) {
        return !Coercion.isNullish(value) && !text(value).isEmpty();
    }

    private int root(int[] parents) {
        int root = TreeShape.NONE;
        for (int row = 0; row < parents.length; row++) {
            if (parents[row] == TreeShape.NONE) {
                if (root != TreeShape.NONE) {
                    throw parameters.invalid("several rows have no parent, expected one");
                }
                root = row;
            }
        }
        if (root == TreeShape.NONE) {
            throw parameters.invalid("every row has a parent, expected one without");
        }
        return root;
    }
}
