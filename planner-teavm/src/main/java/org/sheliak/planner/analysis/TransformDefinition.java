package org.sheliak.planner.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a transform takes and makes, as Vega itself declares it.
///
/// @param type name, in lower case
/// @param effect what happens to the columns of its input
/// @param outputs names of the columns that it writes when the spec gives no `as`; empty when they depend on parameters
public record TransformDefinition(String type, Effect effect, List<String> outputs, List<Parameter> parameters) {
    public TransformDefinition {
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
    }

    /// What happens to the columns of a transform's input.
    public enum Effect {
        /// They stay, and columns may be added.
        KEEPS_COLUMNS,
        /// Only the transform's own columns come out.
        REPLACES_COLUMNS,
        /// Whole rows are looked at or passed on in a way that names no columns.
        READS_ROWS
    }

    /// What a parameter holds, after Vega's own names of types.
    public enum Kind {
        FIELD,
        EXPRESSION,
        COMPARE,
        /// The name of another data set.
        DATA,
        /// A field of the data set that the transform names, not of its own input.
        FOREIGN_FIELD,
        PROJECTION,
        /// A number or text, or an expression or field of the row.
        ROW_VALUE,
        /// A nested object, or list of them, with parameters of its own.
        OBJECT,
        BOOLEAN,
        NUMBER,
        TEXT,
        /// Anything else, or what Vega says nothing of.
        VALUE
    }

    /// One parameter.
    ///
    /// @param isList true when it is a list of what the kind says
    public record Parameter(String name, Kind kind, boolean isList) {}

    /// The parameter of this name, or `null` when the transform knows none.
    public @Nullable Parameter parameter(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }
}
