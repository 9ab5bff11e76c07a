package org.sheliak.runtime.expression.function;

import java.util.List;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.runtime.scale.ProjectionScale;
import org.sheliak.runtime.value.Undefined;

/// Functions of projections. A projection that is not there gives undefined. Without the name of one, Vega measures on
/// the sphere, which is left to the browser.
///
/// Source: vega-functions/src/functions/geo.js @ v6.4.0.
final class GeoFunctions {
    private GeoFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                of("geoArea", (projection, arguments) -> projection.area(arguments.get(1))),
                of("geoBounds", (projection, arguments) -> projection.bounds(arguments.get(1))),
                of("geoCentroid", (projection, arguments) -> projection.centroid(arguments.get(1))),
                of("geoScale", (projection, _) -> projection.scale()),
                of("geoTranslate", (projection, _) -> projection.translate()));
    }

    private interface Body {
        Object of(ProjectionScale projection, Arguments arguments);
    }

    private static FunctionDefinition of(String name, Body body) {
        return FunctionDefinition.of(name, (arguments, scope) -> {
            if (!(arguments.get(0) instanceof String projection)) {
                throw Errors.unusable(name, "the name of a projection", arguments.get(0));
            }
            return switch (scope.context().scale(projection)) {
                case null -> Undefined.UNDEFINED;
                case ProjectionScale found -> body.of(found, arguments);
                default -> throw Errors.error(ErrorCode.TYPE_MISMATCH, projection + " is no projection, but a scale");
            };
        });
    }
}
