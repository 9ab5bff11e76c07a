package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.transform.Grouping;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the codes of a table's rows by what steps derive from one column, once for each bucket of it and not for each
/// row. Where it is known between which buckets the rows are, one pass writes the codes; otherwise a pass over the
/// column finds the buckets and a second one over these writes the codes. Both take all cores, and the codes do not
/// depend on their number.
final class BucketCoder {
    /// Rows for which buckets are found at once.
    static final int BATCH = 4096;

    private static final int ROWS_PER_RUN = 64 * BATCH;
    private static final int NO_ROW = Integer.MAX_VALUE;

    private final Buckets source;
    private final String column;
    private final List<Task.Transform> steps;
    private final List<String> fields;
    private final EvaluationContext context;
    private final char[] codes;

    private BucketCoder(
            Buckets source,
            String column,
            List<Task.Transform> steps,
            List<String> fields,
            int rows,
            EvaluationContext context) {
        this.source = source;
        this.column = column;
        this.steps = steps;
        this.fields = fields;
        this.context = context;
        this.codes = new char[rows];
    }

    /// The codes by some fields of the rows after some steps; empty where they come from more than one column, or its
    /// rows lie in too many buckets.
    ///
    /// @param columns the columns that the fields come from, with rows; borrowed
    static Optional<RowCodes> code(
            SequencedMap<String, Column> columns,
            List<Task.Transform> steps,
            List<String> fields,
            EvaluationContext context) {
        if (columns.size() != 1) {
            return Optional.empty();
        }
        String name = columns.firstEntry().getKey();
        Column column = columns.firstEntry().getValue();
        return source(column, steps, fields, context)
                .flatMap(source -> new BucketCoder(source, name, steps, fields, column.length(), context).codes());
    }

    private static Optional<? extends Buckets> source(
            Column column, List<Task.Transform> steps, List<String> fields, EvaluationContext context) {
        if (column instanceof StringColumn strings) {
            return Optional.of(new StringBuckets(strings));
        }
        if (!(column instanceof NumericColumn numbers)) {
            return Optional.empty();
        }
        Optional<? extends Buckets> calendar =
                CalendarBuckets.of(numbers, steps, fields, TimeZoneRules.of(context.timezone()));
        return calendar.isEmpty()
                        && numbers instanceof NumberColumn integers
                        && numbers.validity().nullCount() == 0
                ? Optional.of(new IntegerBuckets(integers))
                : calendar;
    }

    private Optional<RowCodes> codes() {
        return source.range()
                .flatMap(range -> codes(range.buckets(), source::loader))
                .map(this::withoutUnused)
                .or(this::codesOfOccurring);
    }

    private Optional<RowCodes> codesOfOccurring() {
        int[] buckets = occurring();
        if (buckets.length == 0) {
            return Optional.empty();
        }
        boolean tellLowBits = buckets[buckets.length - 1] - buckets[0] <= Character.MAX_VALUE;
        return codes(buckets, tellLowBits ? () -> keptBuckets(buckets[0]) : source::loader);
    }

    /// The codes of rows that are in some buckets; empty where a row is in none of them, or there are too many codes.
    private Optional<RowCodes> codes(int[] buckets, Supplier<Buckets.Loader> loader) {
        return codesOf(buckets).flatMap(codesOfBuckets -> {
            int slots = Arrays.stream(codesOfBuckets).max().orElse(0) + 1;
            char[] codeOf = BucketMarks.spread(buckets, codesOfBuckets);
            List<Optional<int[]>> firstRows = runs().parallel()
                    .mapToObj(run -> encode(run, codeOf, buckets[0], slots, loader.get()))
                    .toList();
            return firstRows.stream().allMatch(Optional::isPresent)
                    ? Optional.of(new RowCodes(
                            new CodedRows(codes, slots),
                            firstRows.stream().map(Optional::orElseThrow).reduce(noRows(slots), BucketCoder::earlier),
                            true))
                    : Optional.empty();
        });
    }

    /// The same rows with codes for what occurs only.
    private RowCodes withoutUnused(RowCodes all) {
        int[] used = IntStream.range(0, all.firstRows().length)
                .filter(code -> all.firstRows()[code] != NO_ROW)
                .toArray();
        if (used.length == all.firstRows().length) {
            return all;
        }
        char[] codeOf = new char[all.firstRows().length];
        for (int code = 0; code < used.length; code++) {
            codeOf[used[code]] = (char) code;
        }
        runs().parallel().forEach(run -> {
            for (int row = run * ROWS_PER_RUN; row < end(run); row++) {
                codes[row] = codeOf[codes[row]];
            }
        });
        int[] firstRows = Arrays.stream(used).map(code -> all.firstRows()[code]).toArray();
        return new RowCodes(new CodedRows(codes, used.length), firstRows, all.areExact());
    }

    /// The buckets that have rows, in order; none where a row has no bucket, or they are too many. Of the bucket of
    /// each row the low bits are kept, as its code for the time being.
    private int[] occurring() {
        List<Optional<BucketMarks>> marks =
                runs().parallel().mapToObj(this::mark).toList();
        return marks.stream().allMatch(Optional::isPresent)
                ? BucketMarks.buckets(marks.stream().map(Optional::orElseThrow).toList())
                : new int[0];
    }

    /// The buckets from `low` on of which the low bits were kept.
    private Buckets.Loader keptBuckets(int low) {
        return (from, count, target) -> {
            for (int i = 0; i < count; i++) {
                target[i] = low + (char) (codes[from + i] - low);
            }
            return true;
        };
    }

    private IntStream runs() {
        return IntStream.range(0, (codes.length + ROWS_PER_RUN - 1) / ROWS_PER_RUN);
    }

    private Optional<BucketMarks> mark(int run) {
        BucketMarks marks = new BucketMarks();
        Buckets.Loader loader = source.loader();
        int[] buckets = new int[BATCH];
        int end = end(run);
        for (int first = run * ROWS_PER_RUN; first < end; first += BATCH) {
            int count = Math.min(BATCH, end - first);
            if (!loader.load(first, count, buckets) || !marks.mark(buckets, count)) {
                return Optional.empty();
            }
            for (int i = 0; i < count; i++) {
                codes[first + i] = (char) buckets[i];
            }
        }
        return Optional.of(marks);
    }

    private int end(int run) {
        return (int) Math.min(codes.length, (run + 1L) * ROWS_PER_RUN);
    }

    /// The code of each bucket, in the order of the fields' values; empty where there are too many.
    private Optional<int[]> codesOf(int[] buckets) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(column, source.values(buckets, context.allocator()));
        try (Table values = new Table(columns, buckets.length);
                Table derived = RowSteps.apply(steps, values, context)) {
            List<Column> keys = new ArrayList<>();
            for (String field : fields) {
                Column key = derived.column(field);
                if (key == null || key instanceof ValueColumn) {
                    return Optional.empty();
                }
                keys.add(key);
            }
            Grouping grouping = Grouping.byValue(keys, buckets.length, TimeZoneRules.of(context.timezone()));
            if (grouping.count() > CodedRows.MOST_SLOTS) {
                return Optional.empty();
            }
            int[] codeOfGroup = KeyOrder.ranks(keys, grouping.firstRows());
            return Optional.of(Arrays.stream(grouping.groups())
                    .map(group -> codeOfGroup[group])
                    .toArray());
        }
    }

    /// Writes the code of each row of a run.
    ///
    /// @param codeOf the code of each bucket from `low` on
    /// @return the first row of each code; empty where a row is in another bucket
    private Optional<int[]> encode(int run, char[] codeOf, int low, int slots, Buckets.Loader loader) {
        int[] buckets = new int[BATCH];
        int[] firstRows = noRows(slots);
        int unseen = slots;
        int end = end(run);
        for (int first = run * ROWS_PER_RUN; first < end; first += BATCH) {
            int count = Math.min(BATCH, end - first);
            if (!loader.load(first, count, buckets) || !areFrom(low, codeOf.length, buckets, count)) {
                return Optional.empty();
            }
            for (int i = 0; i < count; i++) {
                codes[first + i] = codeOf[buckets[i] - low];
            }
            for (int row = first; row < first + count && unseen > 0; row++) {
                int code = codes[row];
                if (firstRows[code] == NO_ROW) {
                    firstRows[code] = row;
                    unseen--;
                }
            }
        }
        return Optional.of(firstRows);
    }

    /// Whether buckets are among the `size` from `low` on.
    private static boolean areFrom(int low, int size, int[] buckets, int count) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, buckets[i]);
            greatest = Math.max(greatest, buckets[i]);
        }
        return low <= least && greatest < (long) low + size;
    }

    private static int[] noRows(int slots) {
        int[] none = new int[slots];
        Arrays.fill(none, NO_ROW);
        return none;
    }

    private static int[] earlier(int[] left, int[] right) {
        return IntStream.range(0, left.length)
                .map(code -> Math.min(left[code], right[code]))
                .toArray();
    }
}
