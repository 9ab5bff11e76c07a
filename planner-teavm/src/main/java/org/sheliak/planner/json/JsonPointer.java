package org.sheliak.planner.json;

/// JSON pointers (RFC 6901): places in a spec, as in `/data/0/transform/2/expr`. The root is the empty string.
public final class JsonPointer {
    private JsonPointer() {}

    /// The pointer to a member of the object at `parent`.
    public static String child(String parent, String name) {
        return parent + "/" + escape(name);
    }

    /// The pointer to an element of the array at `parent`.
    public static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /// A member's name as one segment of a pointer: `~` becomes `~0`, `/` becomes `~1`.
    public static String escape(String name) {
        boolean isPlain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
        return isPlain ? name : name.replace("~", "~0").replace("/", "~1");
    }
}
