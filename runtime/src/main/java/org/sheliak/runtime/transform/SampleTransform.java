package org.sheliak.runtime.transform;

import java.util.Arrays;
import org.sheliak.runtime.expression.function.RandomNumbers;
import org.sheliak.runtime.table.Table;

/// Keeps a random sample of the rows; all of them when there are no more than `size`.
///
/// Source: vega-transforms/src/Sample.js @ v6.4.0.
final class SampleTransform implements Transform {
    private final Parameters parameters;
    private final double size;

    SampleTransform(Parameters parameters) {
        this.parameters = parameters;
        this.size = parameters.number("size", 0);
    }

    @Override
    public TransformResult apply(Table input) {
        RandomNumbers random = Transforms.randomNumbers();
        int[] kept = new int[input.rowCount()];
        int count = 0;
        for (int row = 0; row < input.rowCount(); row++) {
            if (count < size) {
                kept[count++] = row;
            } else {
                int place = (int) ((row + 1) * random.uniform());
                if (place < count) {
                    kept[place] = row;
                }
            }
        }
        return TransformResult.of(input.gather(Arrays.copyOf(kept, count), parameters.allocator()));
    }
}
