package org.sheliak.runtime.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.kernel.CodedRows;
import org.sheliak.runtime.table.NumericColumn;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Finds the codes of a table's rows by the hour, the weekday and the like of one column of dates, in one pass over
/// that column and without columns of these parts. The codes are in the order of the values.
final class TimePartCoder {
    private static final int BATCH = 4096;
    private static final int ROWS_PER_RUN = 64 * BATCH;
    private static final int NO_ROW = Integer.MAX_VALUE;

    private final NumericColumn dates;
    private final List<TimePart> parts;
    private final TimeZoneRules zone;
    private final int slots;
    private final char[] codes;
    private final AtomicBoolean isGivenUp = new AtomicBoolean();

    private TimePartCoder(NumericColumn dates, List<TimePart> parts, TimeZoneRules zone) {
        this.dates = dates;
        this.parts = parts;
        this.zone = zone;
        this.slots = parts.stream().mapToInt(TimePart::slots).reduce(1, Math::multiplyExact);
        this.codes = new char[dates.length()];
    }

    /// The codes by some fields of the rows after some steps; empty where these are no parts of the same dates, and
    /// where one of the dates is missing, invalid or far away.
    static Optional<RowCodes> code(
            Table rows, List<Task.Transform> steps, List<String> fields, EvaluationContext context) {
        List<TimePart> parts = new ArrayList<>();
        for (String field : fields) {
            List<TimePart> ofField = steps.stream()
                    .flatMap(step -> TimePart.read(step).stream())
                    .filter(part -> part.as().equals(field))
                    .toList();
            if (ofField.size() != 1) {
                return Optional.empty();
            }
            parts.add(ofField.getFirst());
        }
        TimePart first = parts.getFirst();
        boolean areOfOneTime = parts.stream()
                .allMatch(part -> part.dates().equals(first.dates())
                        && part.isUtc() == first.isUtc()
                        && !part.as().equals(first.dates()));
        boolean areAllSteps = steps.size() == fields.size();
        return areOfOneTime
                        && areAllSteps
                        && rows.column(first.dates()) instanceof NumericColumn dates
                        && dates.validity().nullCount() == 0
                ? new TimePartCoder(
                                dates, parts, first.isUtc() ? TimeZoneRules.UTC : TimeZoneRules.of(context.timezone()))
                        .codes()
                : Optional.empty();
    }

    private Optional<RowCodes> codes() {
        int runs = (codes.length + ROWS_PER_RUN - 1) / ROWS_PER_RUN;
        int[] firstRows = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> run(run * ROWS_PER_RUN, Math.min(codes.length, (run + 1) * ROWS_PER_RUN)))
                .reduce(noRows(), TimePartCoder::earlier);
        return isGivenUp.get() ? Optional.empty() : Optional.of(withoutGaps(firstRows));
    }

    private int[] noRows() {
        int[] none = new int[slots];
        Arrays.fill(none, NO_ROW);
        return none;
    }

    private static int[] earlier(int[] left, int[] right) {
        return IntStream.range(0, left.length)
                .map(code -> Math.min(left[code], right[code]))
                .toArray();
    }

    /// Codes the rows `from` to before `to`.
    ///
    /// @return the first row of each code
    private int[] run(int from, int to) {
        int[] firstRows = noRows();
        int unseen = slots;
        double[] times = new double[BATCH];
        double[] combined = new double[BATCH];
        for (int first = from; first < to && !isGivenUp.get(); first += BATCH) {
            int count = Math.min(BATCH, to - first);
            dates.load(first, count, times);
            if (!TimePart.areNear(times, count)) {
                isGivenUp.set(true);
                return firstRows;
            }
            combine(times, count, combined);
            for (int i = 0; i < count; i++) {
                codes[first + i] = (char) (int) combined[i];
            }
            for (int i = 0; i < count && unseen > 0; i++) {
                int code = codes[first + i];
                unseen -= firstRows[code] == NO_ROW ? 1 : 0;
                firstRows[code] = Math.min(firstRows[code], first + i);
            }
        }
        return firstRows;
    }

    private void combine(double[] times, int count, double[] combined) {
        TimePart.cutToMillis(times, count);
        if (!zone.isUtc()) {
            zone.utcCursor().toLocal(times, count);
        }
        Arrays.fill(combined, 0, count, 0);
        for (TimePart part : parts) {
            part.append(times, count, combined);
        }
    }

    /// The codes that occur, numbered in their order.
    private RowCodes withoutGaps(int[] firstRows) {
        int[] occurring = IntStream.range(0, slots)
                .filter(code -> firstRows[code] != NO_ROW)
                .toArray();
        CodedRows all = new CodedRows(codes, slots);
        if (occurring.length == slots) {
            return new RowCodes(all, firstRows, true);
        }
        int[] numberOf = new int[slots];
        for (int number = 0; number < occurring.length; number++) {
            numberOf[occurring[number]] = number;
        }
        return new RowCodes(
                all.renumbered(numberOf, Math.max(1, occurring.length)),
                Arrays.stream(occurring).map(code -> firstRows[code]).toArray(),
                true);
    }
}
