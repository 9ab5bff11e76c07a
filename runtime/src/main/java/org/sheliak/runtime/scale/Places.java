package org.sheliak.runtime.scale;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;

/// Elements by their places, as JavaScript finds them: what is not there is undefined.
final class Places {
    private Places() {}

    /// `values.indexOf(value)`.
    static int of(List<? extends @Nullable Object> values, @Nullable Object value) {
        for (int i = 0; i < values.size(); i++) {
            if (Operations.strictEquals(values.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    static Object at(double[] numbers, int index) {
        return index >= 0 && index < numbers.length ? (Object) numbers[index] : Undefined.UNDEFINED;
    }

    static List<@Nullable Object> pair(@Nullable Object first, @Nullable Object second) {
        return Arrays.asList(first, second);
    }
}
