package org.sheliak.runtime.transform.aggregate;

/// Running values of numbers, for several groups side by side.
/// Removal undoes an addition the way Vega does, rounding errors included: only sliding windows remove.
interface NumberAccumulator {

    /// Forgets what a group has seen.
    void clear(int group);

    void add(int group, double number);

    void remove(int group, double number);

    /// Adds the first `count` numbers, each to its group, in order.
    void addAll(double[] numbers, int[] groups, int count);
}
