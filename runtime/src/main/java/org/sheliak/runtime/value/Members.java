package org.sheliak.runtime.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Reading the members of values: `object.name` and `object[key]`.
/// Own members only: what a JavaScript object inherits (`toString`, `map`) is undefined.
public final class Members {
    private Members() {}

    /// The member of a value by its name; undefined when there is none.
    ///
    /// @throws SheliakException TYPE_MISMATCH when the value is null or undefined
    public static @Nullable Object get(@Nullable Object value, String name) {
        return switch (value) {
            case Map<?, ?> map -> {
                Object member = map.get(name);
                yield member != null || map.containsKey(name) ? member : Undefined.UNDEFINED;
            }
            case List<?> list -> name.equals("length") ? (Object) (double) list.size() : element(list, name);
            case String text -> name.equals("length") ? (Object) (double) text.length() : character(text, name);
            case RegExpValue pattern -> regExpMember(pattern, name);
            case SetValue set ->
                name.equals("size") ? (Object) (double) set.elements().size() : Undefined.UNDEFINED;
            case null -> throw unreadable("null", name);
            case Undefined _ -> throw unreadable("undefined", name);
            default -> Undefined.UNDEFINED;
        };
    }

    /// The element of a list or the character of a text at an index; undefined outside of it.
    public static @Nullable Object get(@Nullable Object value, double index) {
        if (value instanceof List<?> list) {
            return isIndex(index, list.size()) ? list.get((int) index) : Undefined.UNDEFINED;
        }
        if (value instanceof String text) {
            return isIndex(index, text.length()) ? String.valueOf(text.charAt((int) index)) : Undefined.UNDEFINED;
        }
        return get(value, NumberText.toText(index));
    }

    /// The value at the end of a path of names, each looked up in the one before.
    ///
    /// @throws SheliakException TYPE_MISMATCH when the path leads through null or undefined
    public static @Nullable Object get(@Nullable Object value, List<String> path) {
        Object member = value;
        for (String name : path) {
            member = get(member, name);
        }
        return member;
    }

    private static boolean isIndex(double index, int length) {
        return index >= 0 && index < length && index == (int) index;
    }

    /// Whether a name is the index of an element, which may be undefined.
    public static boolean isElement(List<?> list, String name) {
        int index = arrayIndex(name);
        return index >= 0 && index < list.size();
    }

    private static @Nullable Object element(List<?> list, String name) {
        return isElement(list, name) ? list.get(arrayIndex(name)) : Undefined.UNDEFINED;
    }

    private static Object character(String text, String name) {
        int index = arrayIndex(name);
        return index >= 0 && index < text.length() ? String.valueOf(text.charAt(index)) : Undefined.UNDEFINED;
    }

    /// The index that a name is in canonical form, or -1.
    private static int arrayIndex(String name) {
        if (name.isEmpty() || name.length() > 9 || (name.charAt(0) == '0' && name.length() > 1)) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }

    private static Object regExpMember(RegExpValue pattern, String name) {
        return switch (name) {
            case "source" -> pattern.source();
            case "flags" -> pattern.flags();
            case "global" -> pattern.flags().contains("g");
            case "ignoreCase" -> pattern.flags().contains("i");
            case "multiline" -> pattern.flags().contains("m");
            case "lastIndex" -> 0.0;
            default -> Undefined.UNDEFINED;
        };
    }

    private static SheliakException unreadable(String value, String name) {
        return new SheliakException(
                ErrorCode.TYPE_MISMATCH,
                SourceLocation.UNKNOWN,
                "cannot read \"" + name + "\" of " + value + "; expected an object");
    }
}
