package org.sheliak.runtime.transform;

import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.table.Column;
import org.sheliak.runtime.table.ColumnBuilder;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.ValueColumn;
import org.sheliak.runtime.value.Members;
import org.sheliak.runtime.value.Operations;
import org.sheliak.runtime.value.Undefined;

/// How a transform reads one value from each row: a field, possibly nested, or an expression.
///
/// Source: vega-util/src/field.ts, vega-parser/src/parsers/transform.js @ v6.4.0.
public sealed interface FieldAccess {

    /// The name of the accessor; `null` for an expression, even where the spec gives one: Vega loses it.
    @Nullable
    String name();

    /// The name under which a transform writes the value when the spec gives no other.
    default String outputName() {
        String name = name();
        return name == null ? "undefined" : name;
    }

    /// The fields of a row that are read.
    List<String> fields();

    /// The values of all rows; `undefined` where the table has no such field. Caller closes.
    Column read(Table table, BufferAllocator allocator);

    /// The column that a simple field reads, else `null`: whoever writes that column changes what the field reads.
    default @Nullable String simpleName() {
        return null;
    }

    /// A field by its reference (`a.b`, `['a.b']`).
    ///
    /// @param alias the name to write under, or `null`
    static FieldAccess of(String reference, @Nullable String alias) {
        List<String> path = AccessPath.split(reference);
        if (path.isEmpty()) {
            return new WholeRow(alias != null && !alias.isEmpty() ? alias : reference);
        }
        String field = path.size() == 1 ? path.getFirst() : reference;
        String name = alias != null && !alias.isEmpty() ? alias : field;
        return path.size() == 1 ? new Simple(name, field) : new Nested(name, path, List.of(field));
    }

    /// A column of the table.
    record Simple(String name, String column) implements FieldAccess {
        @Override
        public Column read(Table table, BufferAllocator allocator) {
            Column found = table.column(column);
            return found != null ? found.share() : undefined(table.rowCount());
        }

        @Override
        public List<String> fields() {
            return List.of(column);
        }

        @Override
        public String simpleName() {
            return column;
        }
    }

    /// The rows themselves, which a reference without a name stands for, such as `.`.
    record WholeRow(String name) implements FieldAccess {
        @Override
        public List<String> fields() {
            return List.of();
        }

        @Override
        public Column read(Table table, BufferAllocator allocator) {
            RowView rows = new RowView(table);
            ColumnBuilder values = new ColumnBuilder(table.rowCount());
            for (int row = 0; row < table.rowCount(); row++) {
                values.append(rows.at(row).toObject());
            }
            return values.build(allocator);
        }
    }

    /// A member of the values of a column, or of their members.
    record Nested(String name, List<String> path, List<String> fields) implements FieldAccess {
        @Override
        public Column read(Table table, BufferAllocator allocator) {
            Column outer = table.column(path.getFirst());
            List<String> members = path.subList(1, path.size());
            ColumnBuilder values = new ColumnBuilder(table.rowCount());
            for (int row = 0; row < table.rowCount(); row++) {
                values.append(Members.get(outer == null ? Undefined.UNDEFINED : outer.value(row), members));
            }
            return values.build(allocator);
        }
    }

    /// An expression of `datum`.
    record Computed(RowExpression expression) implements FieldAccess {
        @Override
        public @Nullable String name() {
            return null;
        }

        @Override
        public List<String> fields() {
            return expression.fields();
        }

        @Override
        public Column read(Table table, BufferAllocator allocator) {
            return expression.column(table);
        }
    }

    /// A field's value in the rows where another field has a certain value, NaN elsewhere.
    ///
    /// @param key the wanted value
    /// @param keys the other field's value in each row
    @SuppressWarnings("ArrayRecordComponent")
    record Pivoted(
            String name, @Nullable Object key, @Nullable Object[] keys, FieldAccess value) implements FieldAccess {
        @Override
        public List<String> fields() {
            return value.fields();
        }

        @Override
        public Column read(Table table, BufferAllocator allocator) {
            ColumnBuilder values = new ColumnBuilder(keys.length);
            try (Column column = value.read(table, allocator)) {
                for (int row = 0; row < keys.length; row++) {
                    boolean matches = Operations.strictEquals(keys[row], key);
                    values.append(matches ? column.value(row) : (Object) Double.NaN);
                }
            }
            return values.build(allocator);
        }
    }

    private static Column undefined(int rows) {
        @Nullable Object[] values = new Object[rows];
        Arrays.fill(values, Undefined.UNDEFINED);
        return new ValueColumn(values);
    }
}
