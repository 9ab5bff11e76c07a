package org.sheliak.runtime.transform.aggregate;

import java.util.Arrays;

/// Products.
final class ProductAccumulator implements NumberAccumulator {
    private final double[] products;

    ProductAccumulator(int groups) {
        products = new double[groups];
        Arrays.fill(products, 1);
    }

    @Override
    public void clear(int group) {
        products[group] = 1;
    }

    @Override
    public void add(int group, double number) {
        products[group] *= number;
    }

    @Override
    public void remove(int group, double number) {
        products[group] /= number;
    }

    @Override
    public void addAll(double[] numbers, int[] groups, int count) {
        for (int i = 0; i < count; i++) {
            products[groups[i]] *= numbers[i];
        }
    }

    double product(int group) {
        return products[group];
    }
}
