package org.sheliak.runtime.inline;

import java.util.List;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.Report;

/// A spec whose data are in it.
///
/// @param spec a Vega spec that draws what the original draws
/// @param report where each item of the original is evaluated, and why
/// @param warnings how the spec's chart may differ from the original's
public record EvaluatedSpec(JsonObject spec, Report report, List<Warning> warnings) {
    public EvaluatedSpec {
        warnings = List.copyOf(warnings);
    }

    /// Something that a person should know.
    ///
    /// @param pointer JSON pointer to the item of the original spec
    /// @param message a sentence
    public record Warning(Kind kind, String pointer, String message) {}

    /// What a warning is about.
    public enum Kind {
        /// Rows were left out.
        ROW_LIMIT,
        /// Values that an interaction changes were computed once.
        INTERACTION,
        /// The browser loads data from an address.
        ADDRESS
    }
}
