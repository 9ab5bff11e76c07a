package org.sheliak.runtime.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.expression.Expression.Identifier;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.spec.Members;
import org.sheliak.runtime.expression.ExpressionCompiler;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Table;

/// Keeps a random sample of the rows; all of them when there are no more than `size`, and none without that parameter.
///
/// Where an expression gives the size, Vega takes it for changed when the view starts, fills the sample from the rows
/// that are there, and then looks at the same rows again as new ones: rows may occur twice.
///
/// Source: vega-transforms/src/Sample.js @ v6.4.0.
final class SampleTransform implements Transform {
    private final Parameters parameters;
    private final double size;
    private final List<Integer> kept = new ArrayList<>();
    private int seen;

    SampleTransform(Parameters parameters) {
        this.parameters = parameters;
        this.size = parameters.number("size", 0);
    }

    @Override
    public TransformResult apply(Table input) {
        RandomNumbers random = parameters.randomNumbers();
        if (isComputed(parameters.json("size")) && size > 0) {
            visit(input, random);
        }
        visit(input, random);
        int[] rows = kept.stream().mapToInt(Integer::intValue).toArray();
        return TransformResult.of(input.gather(rows, parameters.allocator()));
    }

    private static boolean isComputed(@Nullable JsonValue size) {
        return size instanceof JsonObject object
                && Members.signal(object) instanceof String expression
                && !(ExpressionCompiler.parse(expression) instanceof Identifier);
    }

    private void visit(Table input, RandomNumbers random) {
        for (int row = 0; row < input.rowCount(); row++) {
            if (kept.size() < size) {
                kept.add(row);
            } else {
                int place = (int) ((seen + 1) * random.uniform());
                if (place < kept.size()) {
                    kept.set(place, row);
                }
            }
            seen++;
        }
    }
}
