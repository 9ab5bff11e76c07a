package org.sheliak.planner.spec;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// A signal of a spec.
///
/// @param pointer JSON pointer to the signal
public record SignalSpec(JsonObject json, String pointer) {

    /// The name; empty when the spec gives none.
    public String name() {
        String name = Members.text(json, "name");
        return name == null ? "" : name;
    }

    /// The expression that is evaluated whenever something that it reads changes, or `null`.
    public @Nullable String update() {
        return Members.text(json, "update");
    }

    /// The expression that is evaluated once, or `null`.
    public @Nullable String init() {
        return Members.text(json, "init");
    }

    /// The expression that gives the value when the view starts, or `null`.
    public @Nullable String expression() {
        return update() == null ? init() : update();
    }

    /// The start value, or `null` when the spec gives none.
    public @Nullable JsonValue value() {
        return json.get("value");
    }

    /// True when events, other signals' changes or an input element set the signal.
    public boolean isInteractive() {
        return json.get("on") != null || json.get("bind") != null;
    }

    /// True when this is no signal of its own but sets the enclosing scope's signal of this name.
    public boolean pushesOuter() {
        return "outer".equals(Members.text(json, "push"));
    }
}
