package org.sheliak.runtime.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Colour schemes by their names: lists of colours, or ways through colours.
///
/// Source: vega-scale/src/schemes.js, palettes.js; d3-scale-chromatic/src/categorical @ v6.4.0.
final class Schemes {
    private static final int HEX_DIGITS = 6;
    private static final String RESOURCE = "schemes.txt";

    private static final Map<String, Scheme> BY_NAME = read();

    /// Colours that stand for themselves, or between which there are others.
    ///
    /// @param colors as `#rrggbb`
    record Scheme(List<@Nullable Object> colors, boolean isContinuous) {
        Scheme {
            colors = Collections.unmodifiableList(new ArrayList<>(colors));
        }
    }

    private Schemes() {}

    /// The scheme of this name, or `null`.
    static @Nullable Scheme named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Scheme> read() {
        try (InputStream stream = Schemes.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            Map<String, Scheme> schemes = new HashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> add(line, schemes));
            return Collections.unmodifiableMap(schemes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A line is `discrete` or `continuous`, the name and the colours.
    private static void add(String line, Map<String, Scheme> schemes) {
        int name = line.indexOf(' ') + 1;
        int digits = line.indexOf(' ', name) + 1;
        List<@Nullable Object> colors = new ArrayList<>();
        for (int i = digits; i + HEX_DIGITS <= line.length(); i += HEX_DIGITS) {
            colors.add("#" + line.substring(i, i + HEX_DIGITS));
        }
        schemes.put(line.substring(name, digits - 1), new Scheme(colors, line.startsWith("continuous")));
    }
}
