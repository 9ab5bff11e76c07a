package org.sheliak.runtime.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.geo.Graticule;
import org.sheliak.runtime.geo.Graticule.Extent;
import org.sheliak.runtime.table.RowView;
import org.sheliak.runtime.table.Table;
import org.sheliak.runtime.table.TableBuilder;
import org.sheliak.runtime.value.Coercion;

/// Adds a row with the lines of a graticule, a GeoJSON geometry.
///
/// Source: vega-geo/src/Graticule.js @ v6.4.0.
final class GraticuleTransform implements Transform {
    private final Parameters parameters;

    GraticuleTransform(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public TransformResult apply(Table input) {
        TableBuilder rows = new TableBuilder();
        RowView view = new RowView(input);
        for (int row = 0; row < input.rowCount(); row++) {
            rows.append(view.at(row).toObject());
        }
        Map<String, @Nullable Object> lines = new LinkedHashMap<>();
        lines.put("type", "MultiLineString");
        lines.put("coordinates", graticule().lines());
        rows.append(lines);
        return TransformResult.of(rows.build(parameters.allocator()));
    }

    private Graticule graticule() {
        Graticule standard = Graticule.DEFAULT;
        Extent extent = extent("extent", null);
        double[] step = pair("step", null);
        return new Graticule(
                present(extent("extentMajor", extent), standard.major()),
                present(extent("extentMinor", extent), standard.minor()),
                present(pair("stepMajor", step), standard.majorStep()),
                present(pair("stepMinor", step), standard.minorStep()),
                parameters.has("precision") ? Coercion.toNumber(parameters.value("precision")) : standard.precision());
    }

    private static <T> T present(@Nullable T given, T standard) {
        return given == null ? standard : given;
    }

    private @Nullable Extent extent(String name, @Nullable Extent absent) {
        if (!parameters.has(name)) {
            return absent;
        }
        List<@Nullable Object> corners = parameters.list(name);
        double[] first = numbers(name, corners == null || corners.isEmpty() ? null : corners.getFirst());
        double[] second = numbers(name, corners == null || corners.size() < 2 ? null : corners.get(1));
        return Extent.of(first[0], first[1], second[0], second[1]);
    }

    private double @Nullable [] pair(String name, double @Nullable [] absent) {
        return parameters.has(name) ? numbers(name, parameters.value(name)) : absent;
    }

    /// What lacks in a pair is no number.
    private double[] numbers(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return new double[] {number(list, 0), number(list, 1)};
        }
        throw parameters.invalid("expected pairs of numbers in \"" + name + "\", found " + value);
    }

    private static double number(List<?> list, int index) {
        return index < list.size() ? Coercion.toNumber(list.get(index)) : Double.NaN;
    }
}
