package org.sheliak.runtime.transform.aggregate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The operations of `aggregate`.
///
/// Source: vega-transforms/src/util/AggregateOps.js @ v6.4.0.
public enum AggregateOp {
    VALUES(-1, true),
    COUNT(0, false),
    /// Counts the values of one field, for `pivot`; no spec can name it.
    FIELD_COUNT(0, false),
    MISSING(0, false),
    VALID(0, false),
    SUM(0, false),
    PRODUCT(0, false),
    MEAN(0, false),
    AVERAGE(1, false),
    VARIANCE(1, false),
    VARIANCEP(2, false),
    STDEV(2, false),
    STDEVP(2, false),
    STDERR(2, false),
    DISTINCT(3, true),
    CI0(3, true),
    CI1(3, true),
    MEDIAN(3, true),
    Q1(3, true),
    Q3(3, true),
    MIN(4, false),
    MAX(4, false),
    ARGMIN(3, true),
    ARGMAX(3, true),
    EXPONENTIAL(0, false),
    EXPONENTIALB(1, false);

    private static final Map<String, AggregateOp> BY_NAME = new HashMap<>();

    static {
        for (AggregateOp op : values()) {
            if (op != FIELD_COUNT) {
                BY_NAME.put(op.vegaName(), op);
            }
        }
    }

    private final int rank;
    private final boolean readsRows;

    AggregateOp(int rank, boolean readsRows) {
        this.rank = rank;
        this.readsRows = readsRows;
    }

    /// The operation of this name in a spec, or `null`.
    public static @Nullable AggregateOp named(String name) {
        return BY_NAME.get(name);
    }

    /// The name in a spec, which also begins the default name of the output.
    public String vegaName() {
        return this == FIELD_COUNT ? "__count__" : name().toLowerCase(Locale.ROOT);
    }

    /// Orders the outputs of one field: Vega writes them in this order.
    public int rank() {
        return rank;
    }

    /// Whether the result comes from the group's rows, not from running values.
    public boolean readsRows() {
        return readsRows;
    }
}
