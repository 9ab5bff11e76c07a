package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.transform.Grouping;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the codes of a table's rows, part by part on all cores: the columns that steps derive are there for one part
/// at a time, and the codes do not depend on the number of cores.
final class RowCoder {
    private static final int ROWS_PER_PART = 1 << 17;

    private final Table rows;
    private final List<Task.Transform> steps;
    private final List<String> fields;
    private final EvaluationContext context;
    private final SequencedMap<String, Column> needed;
    private final char[] codes;
    private final AtomicBoolean isGivenUp = new AtomicBoolean();

    /// The codes of one part.
    ///
    /// @param keys the values of each code
    /// @param firstRows the first row of each code, in the table
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(int from, List<List<@Nullable Object>> keys, int[] firstRows) {}

    private RowCoder(
            Table rows,
            SequencedMap<String, Column> needed,
            List<Task.Transform> steps,
            List<String> fields,
            EvaluationContext context) {
        this.rows = rows;
        this.needed = needed;
        this.steps = steps;
        this.fields = fields;
        this.context = context;
        this.codes = new char[rows.rowCount()];
    }

    /// The codes by the values of some fields of the rows after some steps; empty where a field is missing, and where
    /// there are more combinations than codes.
    static Optional<RowCodes> code(
            Table rows, List<Task.Transform> steps, List<String> fields, EvaluationContext context) {
        boolean isWide = fields.stream()
                .map(rows::column)
                .anyMatch(column -> column instanceof StringColumn strings
                        && strings.dictionary().size() > CodedRows.MOST_SLOTS);
        if (isWide) {
            return Optional.empty();
        }
        SequencedMap<String, Column> needed = RowSteps.sources(fields, steps, rows);
        return BucketCoder.code(needed, steps, fields, context)
                .or(() -> new RowCoder(rows, needed, steps, fields, context).codes());
    }

    private Optional<RowCodes> codes() {
        boolean areExact = needed.values().stream().noneMatch(ValueColumn.class::isInstance);
        if (areExact) {
            int parts = (rows.rowCount() + ROWS_PER_PART - 1) / ROWS_PER_PART;
            List<Optional<Part>> coded =
                    IntStream.range(0, parts).parallel().mapToObj(this::part).toList();
            if (coded.stream().allMatch(Optional::isPresent)) {
                return merged(coded.stream().map(Optional::orElseThrow).toList());
            }
        }
        return isGivenUp.get() ? Optional.empty() : byName();
    }

    /// The codes of a part, counted from 0; empty where a column is of mixed types, or the search is given up.
    private Optional<Part> part(int number) {
        int from = number * ROWS_PER_PART;
        int count = Math.min(ROWS_PER_PART, rows.rowCount() - from);
        if (isGivenUp.get()) {
            return Optional.empty();
        }
        try (Table part = part(from, count);
                Table derived = RowSteps.apply(steps, part, context)) {
            List<Column> columns = new ArrayList<>();
            for (String field : fields) {
                Column column = derived.column(field);
                if (column == null || column instanceof ValueColumn) {
                    return Optional.empty();
                }
                columns.add(column);
            }
            Grouping grouping = Grouping.byValue(columns, count, TimeZoneRules.of(context.timezone()));
            if (grouping.count() > CodedRows.MOST_SLOTS) {
                isGivenUp.set(true);
                return Optional.empty();
            }
            return Optional.of(part(from, columns, grouping));
        }
    }

    private Table part(int from, int count) {
        int[] places = IntStream.range(from, from + count).toArray();
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        needed.forEach((name, column) -> columns.put(name, column.gather(places, context.allocator())));
        return new Table(columns, count);
    }

    private Part part(int from, List<Column> columns, Grouping grouping) {
        int[] groups = grouping.groups();
        for (int row = 0; row < groups.length; row++) {
            codes[from + row] = (char) groups[row];
        }
        List<List<@Nullable Object>> keys = new ArrayList<>();
        int[] firstRows = grouping.firstRows().clone();
        for (int code = 0; code < firstRows.length; code++) {
            keys.add(KeyOrder.key(columns, firstRows[code]));
            firstRows[code] += from;
        }
        return new Part(from, keys, firstRows);
    }

    /// Numbers the codes of all parts together, in the order of their values: a range of one field, where it is the
    /// last, is a range of codes.
    private Optional<RowCodes> merged(List<Part> parts) {
        Map<List<@Nullable Object>, Integer> firstRowOf = new LinkedHashMap<>();
        for (Part part : parts) {
            for (int code = 0; code < part.keys.size(); code++) {
                firstRowOf.putIfAbsent(part.keys.get(code), part.firstRows[code]);
            }
            if (firstRowOf.size() > CodedRows.MOST_SLOTS) {
                return Optional.empty();
            }
        }
        List<List<@Nullable Object>> keys = new ArrayList<>(firstRowOf.keySet());
        keys.sort(KeyOrder::compare);
        Map<List<@Nullable Object>, Integer> codeOf = new HashMap<>();
        keys.forEach(key -> codeOf.put(key, codeOf.size()));
        parts.parallelStream()
                .forEach(part -> renumber(
                        part.from, part.keys.stream().mapToInt(codeOf::get).toArray()));
        int[] firstRows = keys.stream().mapToInt(firstRowOf::get).toArray();
        return Optional.of(new RowCodes(new CodedRows(codes, Math.max(1, keys.size())), firstRows, true));
    }

    private void renumber(int from, int[] codeOf) {
        int to = Math.min(codes.length, from + ROWS_PER_PART);
        for (int row = from; row < to; row++) {
            codes[row] = (char) codeOf[codes[row]];
        }
    }

    /// The codes of all rows at once, by the texts of mixed values.
    private Optional<RowCodes> byName() {
        try (Table derived = RowSteps.apply(steps, rows, context)) {
            List<Column> columns = new ArrayList<>();
            for (String field : fields) {
                Column column = derived.column(field);
                if (column == null) {
                    return Optional.empty();
                }
                columns.add(column);
            }
            Grouping grouping = Grouping.byName(columns, rows.rowCount(), TimeZoneRules.of(context.timezone()));
            if (grouping.count() > CodedRows.MOST_SLOTS) {
                return Optional.empty();
            }
            for (int row = 0; row < codes.length; row++) {
                codes[row] = (char) grouping.groups()[row];
            }
            return Optional.of(
                    new RowCodes(new CodedRows(codes, Math.max(1, grouping.count())), grouping.firstRows(), false));
        }
    }
}
