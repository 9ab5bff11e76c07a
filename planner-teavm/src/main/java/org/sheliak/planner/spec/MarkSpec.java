package org.sheliak.planner.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// A mark of a spec; a group mark is a scope too.
///
/// @param index place in the enclosing scope's `marks`
/// @param pointer JSON pointer to the mark
public record MarkSpec(JsonObject json, int index, String pointer) {

    /// The name under which the mark's items are a data set, or `null`.
    public @Nullable String name() {
        return Members.text(json, "name");
    }

    /// True for a mark that holds other marks.
    public boolean isGroup() {
        return "group".equals(Members.text(json, "type"));
    }

    /// The name of the data set that the mark draws, or `null`.
    public @Nullable String data() {
        JsonObject from = Members.object(json, "from");
        return from == null ? null : Members.text(from, "data");
    }

    /// The `facet` object that splits a data set among the items of a group, or `null`.
    public @Nullable JsonObject facet() {
        JsonObject from = Members.object(json, "from");
        return from == null ? null : Members.object(from, "facet");
    }

    /// The transforms of the mark's items.
    public List<TransformSpec> transforms() {
        String parent = JsonPointer.child(pointer, "transform");
        List<TransformSpec> transforms = new ArrayList<>();
        int index = 0;
        for (JsonValue element : Members.elements(json, "transform")) {
            JsonObject transform = element instanceof JsonObject object ? object : JsonObject.EMPTY;
            transforms.add(new TransformSpec(transform, JsonPointer.child(parent, index++)));
        }
        return transforms;
    }
}
