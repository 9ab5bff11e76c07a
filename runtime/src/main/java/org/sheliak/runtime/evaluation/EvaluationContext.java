package org.sheliak.runtime.evaluation;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.scale.Scale;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.format.FormatLocale;

/// What the expressions and transforms of one task may use besides the rows in their hands.
///
/// @param allocator where columns that outlive a call are allocated
/// @param timezone what `local` means in dates and time units
/// @param signals the values of the signals that the task can name
/// @param tables the rows of the data sets that the task can name; borrowed
/// @param scales the scales that the task can name
/// @param cancellation to be checked between batches of rows
/// @param locale how numbers and dates are written
/// @param random what a transform or expression that draws random numbers begins with
public record EvaluationContext(
        BufferAllocator allocator,
        ZoneId timezone,
        Map<String, @Nullable Object> signals,
        Map<String, Table> tables,
        Map<String, Scale> scales,
        Cancellation cancellation,
        RandomSource random,
        FormatLocale locale) {
    private static final RandomSource SAME_NUMBERS = new RandomSource.Kept(0);

    public EvaluationContext {
        signals = Collections.unmodifiableMap(new HashMap<>(signals));
        tables = Map.copyOf(tables);
        scales = Map.copyOf(scales);
    }

    /// A context that names no scale, and draws the same random numbers for everything.
    public EvaluationContext(
            BufferAllocator allocator,
            ZoneId timezone,
            Map<String, @Nullable Object> signals,
            Map<String, Table> tables,
            Cancellation cancellation) {
        this(allocator, timezone, signals, tables, Map.of(), cancellation, SAME_NUMBERS, FormatLocale.ENGLISH);
    }

    /// A context that names no signal and no data set.
    public static EvaluationContext empty(BufferAllocator allocator, ZoneId timezone) {
        return new EvaluationContext(allocator, timezone, Map.of(), Map.of(), new Cancellation());
    }

    /// Whether a signal of this name is bound.
    public boolean hasSignal(String name) {
        return signals.containsKey(name);
    }

    /// The value of a signal; `null` both when its value is `null` and when there is none of this name.
    public @Nullable Object signal(String name) {
        return signals.get(name);
    }

    /// The rows of a data set, borrowed, or `null` when none of this name is bound.
    public @Nullable Table data(String name) {
        return tables.get(name);
    }

    /// The scale of this name, or `null` when none is bound.
    public @Nullable Scale scale(String name) {
        return scales.get(name);
    }

    /// This context with more signals bound, in place of older ones of the same name.
    public EvaluationContext withSignals(Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> merged = new HashMap<>(signals);
        merged.putAll(more);
        return new EvaluationContext(allocator, timezone, merged, tables, scales, cancellation, random, locale);
    }

    /// This context with these scales.
    public EvaluationContext withScales(Map<String, Scale> others) {
        return new EvaluationContext(allocator, timezone, signals, tables, others, cancellation, random, locale);
    }

    /// This context with another locale.
    public EvaluationContext withLocale(FormatLocale other) {
        return new EvaluationContext(allocator, timezone, signals, tables, scales, cancellation, random, other);
    }

    /// This context with other random numbers.
    public EvaluationContext withRandom(RandomSource source) {
        return new EvaluationContext(allocator, timezone, signals, tables, scales, cancellation, source, locale);
    }
}
