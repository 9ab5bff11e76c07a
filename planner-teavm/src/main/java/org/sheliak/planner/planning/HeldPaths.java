package org.sheliak.planner.planning;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.ColumnUsage;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.FacetRows;
import org.sheliak.planner.analysis.ExpressionReferences;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.TransformColumns;
import org.sheliak.planner.analysis.TransformDefinition.Effect;
import org.sheliak.planner.analysis.TransformReferences;
import org.sheliak.planner.analysis.TreeReferences;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.expression.Expression;
import org.sheliak.planner.expression.Expression.CallExpression;
import org.sheliak.planner.expression.ExpressionParser;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Finds the formulas that take a path through a tree once and hold it, although columns of the tree's rows change.
///
/// Vega holds the rows themselves, so that the path shows what later becomes of them. As long as the tree keeps its
/// shape, a path that is taken anew is the same. Only a transform that looks into it could tell: Vega does not run
/// it again.
final class HeldPaths {
    /// Transforms that leave a tree its rows, and change their columns alone.
    private static final List<String> KEEPING_TREES =
            List.of("collect", "extent", "formula", "pack", "partition", "tree", "treemap");

    private final Classification classification;
    private final ChangingItems changing;

    HeldPaths(Classification classification, ChangingItems changing) {
        this.classification = classification;
        this.changing = changing;
    }

    /// Whether a formula that is evaluated once for each row takes a path that may as well be taken anew.
    boolean isTakenBy(Scope scope, DataSet owner, int index) {
        TransformSpec formula = owner.spec().transforms().get(index);
        return !changing.reach(scope, owner, index - 1)
                && tree(scope, Members.text(formula.json(), "expr")) instanceof DataSet tree
                && keepsItsShape(tree)
                && !isLookedInto(owner, index);
    }

    /// The data set whose tree an expression walks, when it does nothing else; or `null`.
    private @Nullable DataSet tree(Scope scope, @Nullable String expression) {
        if (expression == null || !isWalk(expression)) {
            return null;
        }
        ExpressionReferences references = classification.reader().of(expression);
        boolean isAlone = references.signals().isEmpty()
                && references.scales().isEmpty()
                && references.data().size() == 1;
        return isAlone && scope.data(references.data().keySet().iterator().next()) instanceof DataSet tree
                ? tree
                : null;
    }

    private static boolean isWalk(String expression) {
        try {
            Expression tree = ExpressionParser.parse(expression);
            return tree instanceof CallExpression call && TreeReferences.FUNCTIONS.contains(call.callee());
        } catch (SheliakException unparsed) {
            return false;
        }
    }

    private boolean keepsItsShape(DataSet tree) {
        Scope scope = classification.scopes().at(tree.variable().scope());
        List<TransformSpec> transforms = tree.spec().transforms();
        for (int i = transforms.size() - 1; i >= 0; i--) {
            if (TreeReferences.plants(transforms.get(i))) {
                return !changing.reach(scope, tree, i);
            }
            if (!KEEPING_TREES.contains(transforms.get(i).type())) {
                return false;
            }
        }
        return false;
    }

    /// Whether a later transform of these rows, or of rows made of them, may read what a formula writes.
    private boolean isLookedInto(DataSet owner, int index) {
        TransformSpec formula = owner.spec().transforms().get(index);
        Set<String> paths = TransformColumns.written("formula", formula.json());
        for (Scope scope : classification.scopes().all()) {
            for (Definition definition : scope.ownData()) {
                if (definition instanceof DataSet data && isMadeOf(data, owner, 0)) {
                    int first = data.equals(owner) ? index + 1 : 0;
                    List<TransformSpec> transforms = data.spec().transforms();
                    if (transforms.subList(first, transforms.size()).stream()
                            .anyMatch(transform -> mayRead(transform, paths))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean mayRead(TransformSpec transform, Set<String> columns) {
        TransformReferences references =
                TransformReferences.of(transform, classification.reader(), classification.selectionFields());
        ColumnUsage read = references.columns();
        return references.effect() == Effect.READS_ROWS
                || read.all()
                || read.names().stream().anyMatch(columns::contains);
    }

    /// @param depth how many data sets it was reached through, from each to its source
    private boolean isMadeOf(Definition rows, DataSet owner, int depth) {
        if (rows.equals(owner) || depth > Classification.MAXIMUM_DEPTH) {
            return true;
        }
        Scope scope = classification.scopes().at(rows.variable().scope());
        return switch (rows) {
            case DataSet data ->
                scope.sources(data.spec()).stream().anyMatch(source -> isMadeOf(source, owner, depth + 1));
            case FacetRows facet -> split(facet) instanceof Definition split && isMadeOf(split, owner, depth + 1);
            default -> false;
        };
    }

    private @Nullable Definition split(FacetRows rows) {
        MarkSpec group = rows.group();
        JsonObject facet = group.facet();
        String data = facet == null ? null : Members.text(facet, "data");
        List<Integer> path = rows.variable().scope();
        return data == null
                ? null
                : classification.scopes().at(path.subList(0, path.size() - 1)).data(data);
    }
}
