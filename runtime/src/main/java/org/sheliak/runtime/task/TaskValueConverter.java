package org.sheliak.runtime.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.runtime.ipc.TableStreamReader;
import org.sheliak.runtime.ipc.TableStreamWriter;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.DateValue;
import org.sheliak.runtime.value.Undefined;

/// Values between the wire and the expression language.
public final class TaskValueConverter {
    private TaskValueConverter() {}

    /// The value in the expression language.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] for a table, which is no such value
    public static @Nullable Object toValue(TaskValue value) {
        return switch (value) {
            case TaskValue.Singleton singleton ->
                switch (singleton) {
                    case NULL -> null;
                    case UNDEFINED -> Undefined.UNDEFINED;
                };
            case TaskValue.BooleanValue(boolean bool) -> bool;
            case TaskValue.NumberValue(double number) -> number;
            case TaskValue.TextValue(String text) -> text;
            case TaskValue.DateValue(double epochMillis) -> new DateValue(epochMillis);
            case TaskValue.ListValue(List<TaskValue> elements) -> {
                List<@Nullable Object> list = new ArrayList<>(elements.size());
                elements.forEach(element -> list.add(toValue(element)));
                yield list;
            }
            case TaskValue.ObjectValue(Map<String, TaskValue> members) -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                members.forEach((name, member) -> object.put(name, toValue(member)));
                yield object;
            }
            case TaskValue.TableValue _ -> throw broken("a table stands where a signal's value was expected");
        };
    }

    /// The wire's form of a value of the expression language.
    ///
    /// @throws SheliakException with [ErrorCode#UNSUPPORTED] for a regular expression
    public static TaskValue toTaskValue(@Nullable Object value) {
        return switch (value) {
            case null -> TaskValue.Singleton.NULL;
            case Undefined _ -> TaskValue.Singleton.UNDEFINED;
            case Boolean bool -> new TaskValue.BooleanValue(bool);
            case Double number -> new TaskValue.NumberValue(number);
            case String text -> new TaskValue.TextValue(text);
            case DateValue(double epochMillis) -> new TaskValue.DateValue(epochMillis);
            case List<?> list -> {
                List<TaskValue> elements = new ArrayList<>(list.size());
                list.forEach(element -> elements.add(toTaskValue(element)));
                yield new TaskValue.ListValue(elements);
            }
            case Map<?, ?> object -> {
                Map<String, TaskValue> members = new LinkedHashMap<>();
                object.forEach((name, member) -> members.put((String) name, toTaskValue(member)));
                yield new TaskValue.ObjectValue(members);
            }
            default ->
                throw new SheliakException(
                        ErrorCode.UNSUPPORTED,
                        SourceLocation.UNKNOWN,
                        "a value of " + value.getClass().getSimpleName() + " cannot leave the kernel: " + value);
        };
    }

    /// The rows of a table or of a list of rows; any other value is the only row, as in Vega's `values`. Caller closes.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] when the table is malformed
    public static Table toTable(TaskValue value, BufferAllocator allocator) {
        return switch (value) {
            case TaskValue.TableValue(byte[] stream) -> TableStreamReader.read(stream, allocator);
            case TaskValue.ListValue(List<TaskValue> rows) -> rows(rows, allocator);
            default -> rows(List.of(value), allocator);
        };
    }

    private static Table rows(List<TaskValue> rows, BufferAllocator allocator) {
        TableBuilder builder = new TableBuilder();
        rows.forEach(row -> builder.append(toValue(row)));
        return builder.build(allocator);
    }

    /// The wire's form of a table, which is borrowed.
    public static TaskValue toTaskValue(Table table, BufferAllocator allocator) {
        return new TaskValue.TableValue(TableStreamWriter.write(table, allocator));
    }

    private static SheliakException broken(String detail) {
        return new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail);
    }
}
