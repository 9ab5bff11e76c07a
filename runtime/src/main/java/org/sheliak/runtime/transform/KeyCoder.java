package org.sheliak.runtime.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.BooleanColumn;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.DateColumn;
import org.sheliak.runtime.table.DenseCodes;
import org.sheliak.runtime.table.NumberColumn;
import org.sheliak.runtime.table.StringColumn;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// Groups the rows of columns by the text that a [KeyForm] makes of their values, without making the text where the
/// column's type says which values share it.
final class KeyCoder {
    private static final int CHUNK = 4096;
    /// Whole numbers below this, such as years, find their code in a plain table.
    private static final int MOST_COUNTED = 4096;
    /// Keys that no number or date has: quiet NaNs with payloads, and days beyond the end of time.
    private static final long NULL_KEY = 0x7ff8_0000_0000_0001L;
    private static final long NAN_KEY = 0x7ff8_0000_0000_0002L;
    private static final double MILLIS_PER_SECOND = 1000;

    private final KeyForm form;
    private final TimeZoneRules zone;

    KeyCoder(KeyForm form, TimeZoneRules zone) {
        this.form = form;
        this.zone = zone;
    }

    /// The rows grouped by one column.
    Grouping group(Column column) {
        return switch (column) {
            case NumberColumn numbers -> groupNumbers(numbers);
            case DateColumn dates -> groupDates(dates);
            case StringColumn strings -> groupStrings(strings);
            case BooleanColumn _, ValueColumn _ -> groupByText(List.of(column), column.length());
        };
    }

    private Grouping groupNumbers(NumberColumn column) {
        GroupBuilder builder = new GroupBuilder(column.length());
        DenseCodes codes = new DenseCodes();
        int[] codeOfWhole = GroupBuilder.table(MOST_COUNTED);
        double[] chunk = new double[CHUNK];
        for (int from = 0; from < column.length(); from += CHUNK) {
            int count = Math.min(CHUNK, column.length() - from);
            column.load(from, count, chunk);
            for (int i = 0; i < count; i++) {
                if (column.isNull(from + i)) {
                    builder.add(from + i, codes.code(NULL_KEY));
                    continue;
                }
                int whole = (int) chunk[i];
                if (whole > 0 && whole < MOST_COUNTED && whole == chunk[i]) {
                    if (codeOfWhole[whole] < 0) {
                        codeOfWhole[whole] = codes.code(numberKey(whole));
                    }
                    builder.add(from + i, codeOfWhole[whole]);
                } else {
                    builder.add(from + i, codes.code(numberKey(chunk[i])));
                }
            }
        }
        return builder.build();
    }

    /// The zeros are one key, but as values. To JSON what is not finite is null.
    private long numberKey(double number) {
        if (form == KeyForm.VALUE) {
            return Double.doubleToLongBits(number);
        }
        if (form == KeyForm.JSON && !Double.isFinite(number)) {
            return NULL_KEY;
        }
        return Double.isNaN(number) ? NAN_KEY : Double.doubleToRawLongBits(number + 0.0);
    }

    private Grouping groupDates(DateColumn column) {
        GroupBuilder builder = new GroupBuilder(column.length());
        DenseCodes codes = new DenseCodes();
        for (int row = 0; row < column.length(); row++) {
            builder.add(row, codes.code(column.isNull(row) ? NULL_KEY : dateKey(column.epochMillis(row))));
        }
        return builder.build();
    }

    /// The text of a date ends with its seconds; to JSON with its milliseconds, and an invalid date is null.
    private long dateKey(double millis) {
        if (form == KeyForm.VALUE) {
            return Double.doubleToLongBits(millis);
        }
        if (Double.isNaN(millis)) {
            return form == KeyForm.JSON ? NULL_KEY : NAN_KEY;
        }
        return (long) (form == KeyForm.JSON ? millis : Math.floor(millis / MILLIS_PER_SECOND));
    }

    private Grouping groupStrings(StringColumn column) {
        GroupBuilder builder = new GroupBuilder(column.length());
        int nullCode = nullCode(column);
        int[] table = GroupBuilder.table(column.dictionary().size() + 1);
        for (int row = 0; row < column.length(); row++) {
            builder.addSmall(row, column.isNull(row) ? nullCode : column.code(row), table);
        }
        return builder.build();
    }

    /// The code of the string that null shares its text with, else a code of its own.
    private int nullCode(StringColumn column) {
        if (form != KeyForm.JSON && form != KeyForm.VALUE) {
            int same = column.dictionary().indexOf(form.text(null, zone));
            if (same >= 0) {
                return same;
            }
        }
        return column.dictionary().size();
    }

    /// The rows grouped by the joined text of their values.
    Grouping groupByText(List<Column> columns, int rowCount) {
        GroupBuilder builder = new GroupBuilder(rowCount);
        Map<String, Integer> codes = new HashMap<>();
        for (int row = 0; row < rowCount; row++) {
            builder.add(row, code(text(columns, row), codes));
        }
        return builder.build();
    }

    /// The joined text of the values of a row.
    String text(List<Column> columns, int row) {
        if (columns.size() == 1) {
            return form.text(columns.getFirst().value(row), zone);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String separator = form.separator();
            text.append(i == 0 ? "" : separator == null ? "," : separator);
            text.append(form.text(columns.get(i).value(row), zone));
        }
        return text.toString();
    }

    private static int code(String text, Map<String, Integer> codes) {
        @Nullable Integer code = codes.putIfAbsent(text, codes.size());
        return code == null ? codes.size() - 1 : code;
    }
}
