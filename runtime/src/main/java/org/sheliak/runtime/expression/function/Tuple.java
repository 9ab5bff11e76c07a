package org.sheliak.runtime.expression.function;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a data set as an object, which `isTuple` tells from other objects.
final class Tuple extends LinkedHashMap<String, @Nullable Object> {
    Tuple(Map<String, @Nullable Object> fields) {
        super(fields);
    }
}
