package org.sheliak.planner.taskgraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of Vega's expression language, or a table, as it crosses between browser and kernel. Mirrors `value.proto`.
public sealed interface TaskValue {

    /// JavaScript's `null` and `undefined`.
    enum Singleton implements TaskValue {
        NULL,
        UNDEFINED
    }

    record BooleanValue(boolean value) implements TaskValue {}

    record NumberValue(double value) implements TaskValue {}

    record TextValue(String value) implements TaskValue {}

    /// A JavaScript Date.
    ///
    /// @param epochMillis milliseconds since 1970-01-01T00:00:00Z; NaN for an invalid date
    record DateValue(double epochMillis) implements TaskValue {}

    record ListValue(List<TaskValue> elements) implements TaskValue {
        public ListValue {
            elements = List.copyOf(elements);
        }
    }

    /// Members in the order of the source.
    record ObjectValue(Map<String, TaskValue> members) implements TaskValue {
        public ObjectValue {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// A table as an Arrow IPC stream. The array is not copied: whoever passes it in must not change it.
    @SuppressWarnings("ArrayRecordComponent")
    record TableValue(byte[] arrowStream) implements TaskValue {}
}
