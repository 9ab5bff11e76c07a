package org.sheliak.runtime.expression.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.evaluation.EvaluationContext;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;
import org.sheliak.runtime.value.time.LocalCalendar;
import org.sheliak.runtime.value.time.TimeZoneRules;

/// What one evaluation of an expression can see: the current row, signals, data sets, the time zone and random numbers.
/// Belongs to one thread and lives as long as the tables that it borrows.
public final class EvaluationScope {
    private final EvaluationContext context;
    private final TimeZoneRules zone;
    private final LocalCalendar calendar;
    private final RandomNumbers random;
    private final Map<String, List<@Nullable Object>> rowsOf = new HashMap<>();
    private final Map<String, Map<String, Integer>> countsOf = new HashMap<>();
    private final Map<String, SelectionStore> selections = new HashMap<>();
    private final Map<String, TreeRows> trees = new HashMap<>();
    /// The dates read from the current row: each is one object, which is equal to itself only.
    private final Map<String, DateValue> dates = new HashMap<>();

    private @Nullable RowView row;
    private @Nullable Tuple tuple;

    public EvaluationScope(EvaluationContext context, RandomNumbers random) {
        this.context = context;
        this.zone = TimeZoneRules.of(context.timezone());
        this.calendar = new LocalCalendar(zone);
        this.random = random;
    }

    public EvaluationContext context() {
        return context;
    }

    public TimeZoneRules zone() {
        return zone;
    }

    /// Dates in local time.
    public LocalCalendar calendar() {
        return calendar;
    }

    public RandomNumbers random() {
        return random;
    }

    /// Stands on a row from now on.
    public void moveTo(RowView newRow) {
        row = newRow;
        tuple = null;
        if (!dates.isEmpty()) {
            dates.clear();
        }
    }

    /// `datum[field]`; undefined when the row has no such field.
    ///
    /// @throws org.sheliak.planner.error.SheliakException TYPE_MISMATCH where there is no row
    public @Nullable Object field(String name) {
        if (row == null) {
            return Members.get(Undefined.UNDEFINED, name);
        }
        Object value = row.get(name);
        return value instanceof DateValue date ? dates.computeIfAbsent(name, _ -> date) : value;
    }

    /// The value at a path of names in the row.
    public @Nullable Object field(List<String> path) {
        return Members.get(
                path.isEmpty() ? datum() : field(path.getFirst()), path.subList(Math.min(1, path.size()), path.size()));
    }

    /// `datum` as an object, the same one for all of the current row; undefined where there is no row.
    public Object datum() {
        if (row == null) {
            return Undefined.UNDEFINED;
        }
        if (tuple == null) {
            tuple = new Tuple(row.toObject());
            tuple.replaceAll((name, value) -> value instanceof DateValue ? field(name) : value);
        }
        return tuple;
    }

    /// `data(name)`: the rows of a data set as objects; no rows when there is no such data set.
    public List<@Nullable Object> rows(String name) {
        return rowsOf.computeIfAbsent(name, _ -> {
            List<@Nullable Object> rows = new ArrayList<>();
            Table table = context.data(name);
            if (table != null) {
                RowView view = new RowView(table);
                for (int i = 0; i < table.rowCount(); i++) {
                    rows.add(new Tuple(view.at(i).toObject()));
                }
            }
            return rows;
        });
    }

    /// How many rows of a data set have a value in a field, by the value's text; empty when there is no such data set.
    public Map<String, Integer> counts(String name, String field) {
        return countsOf.computeIfAbsent(name + "\0" + field, _ -> {
            Map<String, Integer> counts = new HashMap<>();
            Table table = context.data(name);
            Column column = table == null ? null : table.column(field);
            for (int i = 0; table != null && i < table.rowCount(); i++) {
                Object value = column == null ? Undefined.UNDEFINED : column.value(i);
                counts.merge(text(value), 1, Integer::sum);
            }
            return counts;
        });
    }

    /// The entries of a selection, which are the rows of the data set of that name.
    public SelectionStore selection(String name) {
        return selections.computeIfAbsent(name, _ -> SelectionStore.of(rows(name), this));
    }

    /// The rows of a data set as a tree; without nodes when it has none.
    TreeRows tree(String name) {
        return trees.computeIfAbsent(name, _ -> TreeRows.of(context.data(name), rows(name)));
    }

    /// `String(value)`.
    public String text(@Nullable Object value) {
        return Coercion.toText(value, zone);
    }

    /// `left < right`.
    public boolean lessThan(@Nullable Object left, @Nullable Object right) {
        return Operations.lessThan(left, right, zone);
    }

    /// `left <= right`.
    public boolean lessOrEqual(@Nullable Object left, @Nullable Object right) {
        return Operations.lessOrEqual(left, right, zone);
    }
}
