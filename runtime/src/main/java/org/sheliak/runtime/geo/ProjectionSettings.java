package org.sheliak.runtime.geo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.value.Coercion;
import org.sheliak.runtime.value.Undefined;

/// The members of a projection in a spec, their signals resolved. A member that is null or absent is not set.
record ProjectionSettings(Map<?, ?> members) {

    /// A member; undefined where it is absent.
    @Nullable
    Object member(String name) {
        return members.containsKey(name) ? members.get(name) : Undefined.UNDEFINED;
    }

    boolean has(String name) {
        return !Coercion.isNullish(member(name));
    }

    /// The type in lower case; `mercator` when there is none.
    String type() {
        Object type = member("type");
        return Coercion.toBoolean(type) ? String.valueOf(type).toLowerCase(Locale.ROOT) : "mercator";
    }

    /// The settings with another value of a member.
    ProjectionSettings with(String name, Object value) {
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new ProjectionSettings(changed);
    }

    boolean isTrue(String name) {
        return Coercion.toBoolean(member(name));
    }

    double number(String name, double absent) {
        return has(name) ? Coercion.toNumber(member(name)) : absent;
    }

    /// A list of numbers.
    ///
    /// @throws SheliakException TYPE_MISMATCH when it is none, or too short
    double[] numbers(String name, double... absent) {
        if (!has(name)) {
            return absent;
        }
        if (member(name) instanceof List<?> list && list.size() >= 2) {
            return list.stream().mapToDouble(Coercion::toNumber).toArray();
        }
        throw new SheliakException(
                ErrorCode.TYPE_MISMATCH,
                SourceLocation.UNKNOWN,
                "expected two numbers or more as the \"" + name + "\" of a projection, found " + member(name));
    }
}
