package org.sheliak.runtime.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// Lists of values as numbers, and back.
final class Numbers {
    private Numbers() {}

    static double[] of(List<? extends @Nullable Object> values) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Coercion.toNumber(values.get(i));
        }
        return numbers;
    }

    static List<@Nullable Object> list(double... numbers) {
        List<@Nullable Object> list = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            list.add(number);
        }
        return list;
    }

    /// The number of an index; NaN outside.
    static double at(double[] numbers, int index) {
        return index >= 0 && index < numbers.length ? numbers[index] : Double.NaN;
    }

    /// The element of an index; undefined outside.
    static @Nullable Object at(List<? extends @Nullable Object> values, int index) {
        return index >= 0 && index < values.size() ? values.get(index) : Undefined.UNDEFINED;
    }

    /// The last element; undefined when there is none.
    static @Nullable Object last(List<? extends @Nullable Object> values) {
        return at(values, values.size() - 1);
    }

    static double[] reversed(double[] numbers) {
        double[] reversed = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            reversed[i] = numbers[numbers.length - 1 - i];
        }
        return reversed;
    }

    /// Those that are numbers, in ascending order.
    static double[] sorted(List<? extends @Nullable Object> values) {
        double[] numbers = values.stream()
                .filter(value -> !Coercion.isNullish(value))
                .mapToDouble(Coercion::toNumber)
                .filter(number -> !Double.isNaN(number))
                .toArray();
        // Both zeros are equal to JavaScript, and stay in their order.
        List<Double> sorted = new ArrayList<>(Arrays.stream(numbers).boxed().toList());
        sorted.sort((left, right) -> left < right ? -1 : left > right ? 1 : 0);
        return sorted.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static List<@Nullable Object> copy(List<? extends @Nullable Object> values) {
        return new ArrayList<>(values);
    }

    static List<@Nullable Object> backwards(List<? extends @Nullable Object> values) {
        List<@Nullable Object> reversed = new ArrayList<>(values);
        Collections.reverse(reversed);
        return reversed;
    }
}
