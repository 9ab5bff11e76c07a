package org.sheliak.runtime.source;

import java.util.Map;
import java.util.TreeSet;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The tables that a chart can name.
///
/// @param own those of the chart itself
/// @param shared those of all charts, seen where the chart has none of the name; may change at any time
public record NamedTables(Map<String, SourceTable> own, Map<String, SourceTable> shared) {
    public NamedTables {
        own = Map.copyOf(own);
    }

    /// The table of a name, borrowed.
    ///
    /// @throws SheliakException with [ErrorCode#DATA_SOURCE] when there is none
    public SourceTable get(String name) {
        SourceTable table = own.getOrDefault(name, shared.get(name));
        if (table == null) {
            throw new SheliakException(
                    ErrorCode.DATA_SOURCE,
                    SourceLocation.UNKNOWN,
                    "there is no table named \"" + name + "\"; known are: " + names());
        }
        return table;
    }

    private String names() {
        TreeSet<String> names = new TreeSet<>(own.keySet());
        names.addAll(shared.keySet());
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
