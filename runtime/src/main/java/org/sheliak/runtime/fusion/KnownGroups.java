package org.sheliak.runtime.fusion;

import java.lang.ref.WeakReference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Grouping;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Remembers the codes of tables that are grouped or filtered by the same fields again and again.
/// Safe for any number of threads.
final class KnownGroups {
    /// Most groupings that are remembered; the least recently used give way.
    private static final int MOST_KEYS = 64;

    /// The least recently used first.
    private final List<Key> keys = new ArrayList<>();

    /// One grouping of one table.
    private static final class Key {
        private final List<WeakReference<Object>> identities;
        private final List<JsonValue> steps;
        private final List<String> fields;
        private final ZoneId timezone;
        private boolean isCoded;
        private @Nullable RowCodes codes;
        private @Nullable RowGroups groups;

        Key(List<Column> columns, List<JsonValue> steps, List<String> fields, ZoneId timezone) {
            this.identities = columns.stream()
                    .map(column -> new WeakReference<>(column.identity()))
                    .toList();
            this.steps = steps;
            this.fields = fields;
            this.timezone = timezone;
        }

        boolean isSameAs(Key other) {
            return fields.equals(other.fields)
                    && steps.equals(other.steps)
                    && timezone.equals(other.timezone)
                    && identities.size() == other.identities.size()
                    && IntStream.range(0, identities.size())
                            .allMatch(i -> other.identities
                                    .get(i)
                                    .refersTo(identities.get(i).get()));
        }

        boolean isDead() {
            return identities.stream().anyMatch(identity -> identity.refersTo(null));
        }
    }

    /// The codes of the rows by some fields, in whatever order. Empty where there is no such field, and for more codes
    /// than there may be.
    ///
    /// @param steps give fields to the rows, which may be among those to code by
    Optional<RowCodes> codes(
            Table rows, List<Task.Transform> steps, Collection<String> fields, EvaluationContext context) {
        Key key = known(rows, steps, fields, context);
        synchronized (key) {
            return codes(key, rows, steps, context);
        }
    }

    /// The groups of the rows by some fields, as Vega's aggregate tells them apart: by the texts of values.
    /// Otherwise as [#codes].
    Optional<RowGroups> groups(
            Table rows, List<Task.Transform> steps, Collection<String> fields, EvaluationContext context) {
        Key key = known(rows, steps, fields, context);
        synchronized (key) {
            Optional<RowCodes> codes = codes(key, rows, steps, context);
            if (codes.isPresent() && key.groups == null) {
                key.groups = groups(codes.get(), rows, steps, key, context);
            }
            return Optional.ofNullable(key.groups);
        }
    }

    private static Optional<RowCodes> codes(
            Key key, Table rows, List<Task.Transform> steps, EvaluationContext context) {
        if (!key.isCoded) {
            key.codes = RowCoder.code(rows, steps, key.fields, context).orElse(null);
            key.isCoded = true;
        }
        return Optional.ofNullable(key.codes);
    }

    /// The codes themselves, where no two of them share a text.
    private static RowGroups groups(
            RowCodes codes, Table rows, List<Task.Transform> steps, Key key, EvaluationContext context) {
        try (Table gathered = rows.gather(codes.firstRows(), context.allocator());
                Table derived = RowSteps.apply(steps, gathered, context)) {
            List<Column> columns = key.fields.stream()
                    .map(field -> Objects.requireNonNull(derived.column(field)))
                    .toList();
            TimeZoneRules zone = TimeZoneRules.of(context.timezone());
            Grouping grouping = Grouping.byName(columns, derived.rowCount(), zone);
            boolean areApart = grouping.count() == derived.rowCount();
            return new RowGroups(
                    areApart ? codes.codes() : codes.codes().renumbered(grouping.groups(), grouping.count()),
                    columns.stream().anyMatch(Grouping::mayRunTogether));
        }
    }

    private Key known(Table rows, List<Task.Transform> steps, Collection<String> fields, EvaluationContext context) {
        List<String> sorted = fields.stream().distinct().sorted().toList();
        Set<String> names =
                new LinkedHashSet<>(steps.isEmpty() ? sorted : rows.columns().keySet());
        names.retainAll(rows.columns().keySet());
        return known(new Key(
                names.stream().<Column>map(rows.columns()::get).toList(),
                steps.stream().<JsonValue>map(Task.Transform::definition).toList(),
                sorted,
                context.timezone()));
    }

    /// The remembered key that is the same, or the key itself, remembered from now on.
    private synchronized Key known(Key sought) {
        keys.removeIf(Key::isDead);
        for (Iterator<Key> known = keys.iterator(); known.hasNext(); ) {
            Key key = known.next();
            if (key.isSameAs(sought)) {
                known.remove();
                keys.add(key);
                return key;
            }
        }
        if (keys.size() == MOST_KEYS) {
            keys.removeFirst();
        }
        keys.add(sought);
        return sought;
    }
}
