package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.TreeShape;
import org.sheliak.runtime.value.Undefined;

/// Functions of the trees that transforms lay over rows. A node is called by the text of its key; the nodes of a nest
/// have no names that an expression could know.
///
/// Source: vega-functions/src/functions/tree.js @ v6.4.0.
final class TreeFunctions {
    private TreeFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                FunctionDefinition.of("treePath", TreeFunctions::treePath).atLeast(1),
                FunctionDefinition.of("treeAncestors", TreeFunctions::treeAncestors)
                        .atLeast(1));
    }

    /// The rows from one node up to the nearest common ancestor and down to another; undefined when there is no such
    /// node.
    private static Object treePath(Arguments arguments, EvaluationScope scope) {
        TreeRows tree = scope.tree(scope.text(arguments.get(0)));
        Integer source = tree.nodes().get(scope.text(arguments.get(1)));
        Integer target = tree.nodes().get(scope.text(arguments.get(2)));
        if (source == null || target == null) {
            return Undefined.UNDEFINED;
        }
        List<Integer> up = ancestors(tree, source);
        List<Integer> down = ancestors(tree, target);
        Set<Integer> above = new HashSet<>(up);
        int shared = 0;
        while (!above.contains(down.get(shared))) {
            shared++;
        }
        List<Integer> path = new ArrayList<>(up.subList(0, up.indexOf(down.get(shared)) + 1));
        path.addAll(down.subList(0, shared).reversed());
        return rows(tree, path);
    }

    /// The rows from a node up to the root; undefined when there is no such node.
    private static Object treeAncestors(Arguments arguments, EvaluationScope scope) {
        TreeRows tree = scope.tree(scope.text(arguments.get(0)));
        Integer node = tree.nodes().get(scope.text(arguments.get(1)));
        return node == null ? Undefined.UNDEFINED : rows(tree, ancestors(tree, node));
    }

    private static List<Integer> ancestors(TreeRows tree, int node) {
        List<Integer> ancestors = new ArrayList<>();
        for (int at = node; at != TreeShape.NONE; at = tree.parent(at)) {
            ancestors.add(at);
        }
        return ancestors;
    }

    private static List<@Nullable Object> rows(TreeRows tree, List<Integer> nodes) {
        List<@Nullable Object> rows = new ArrayList<>();
        nodes.forEach(node -> rows.add(tree.row(node)));
        return rows;
    }
}
