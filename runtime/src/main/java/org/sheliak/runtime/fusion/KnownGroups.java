package org.sheliak.runtime.fusion;

import java.lang.ref.WeakReference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.transform.Grouping;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// The groups of tables that are grouped by the same fields again and again, as codes of their rows.
/// To find the groups costs as much as one query, so only fields that come a second time are coded.
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
        private @Nullable CodedRows codes;
        private boolean isTooWide;

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

    /// The groups of the rows by some fields, as Vega's aggregate tells them apart. Empty where they come for the first
    /// time, where there is no such field, and for more groups than codes.
    ///
    /// @param steps give fields to the rows, which may be among those to group by
    Optional<CodedRows> of(Table rows, List<Task.Transform> steps, List<String> fields, EvaluationContext context) {
        Set<String> names =
                new LinkedHashSet<>(steps.isEmpty() ? fields : rows.columns().keySet());
        names.retainAll(rows.columns().keySet());
        Key key = known(new Key(
                names.stream().<Column>map(rows.columns()::get).toList(),
                steps.stream().<JsonValue>map(Task.Transform::definition).toList(),
                List.copyOf(fields),
                context.timezone()));
        if (key == null) {
            return Optional.empty();
        }
        synchronized (key) {
            if (key.codes == null && !key.isTooWide) {
                key.codes = coded(rows, steps, fields, context);
                key.isTooWide = key.codes == null;
            }
            return Optional.ofNullable(key.codes);
        }
    }

    /// What is remembered, or `null` when it comes for the first time.
    private synchronized @Nullable Key known(Key sought) {
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
        return null;
    }

    private static @Nullable CodedRows coded(
            Table rows, List<Task.Transform> steps, List<String> fields, EvaluationContext context) {
        try (Table derived = RowSteps.apply(steps, rows, context)) {
            List<Column> columns = new ArrayList<>();
            for (String field : fields) {
                Column column = derived.column(field);
                if (column == null) {
                    return null;
                }
                columns.add(column);
            }
            Grouping grouping = Grouping.byName(columns, rows.rowCount(), TimeZoneRules.of(context.timezone()));
            return grouping.count() > CodedRows.MOST_SLOTS ? null : coded(grouping);
        }
    }

    private static CodedRows coded(Grouping grouping) {
        int[] groups = grouping.groups();
        char[] codes = new char[groups.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (char) groups[row];
        }
        return new CodedRows(codes, Math.max(1, grouping.count()));
    }
}
