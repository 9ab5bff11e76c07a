package org.sheliak.runtime.geo;

import java.util.Map;
import java.util.function.BiFunction;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;
import org.sheliak.runtime.geo.SphereProjection.Outline;
import org.sheliak.runtime.geo.SphereProjection.Setup;

/// Makes projections by their names in a spec.
///
/// Source: vega-projection/src/projections.js and vega-geo/src/Projection.js @ v6.4.0; the defaults are those of
/// d3-geo @ v3.1.
public final class Projections {
    private static final double RADIANS = Math.PI / 180;
    private static final double EPSILON = 1e-6;
    /// All but the antipode, in degrees.
    private static final double NEARLY_ALL = 180 - 1e-3;
    private static final double[] ORIGIN = {0, 0};
    private static final double[] MIDDLE = {480, 250};

    private Projections() {}

    /// The projection of a spec, its signals resolved. Members that do not concern points make no difference,
    /// except where they change what a projection is fitted to.
    ///
    /// @throws SheliakException SPEC_INVALID for a type that is not known; TYPE_MISMATCH for a member that is no
    ///     list of numbers
    public static Projection of(Map<?, ?> members) {
        return of(ProjectionFit.fitted(new ProjectionSettings(members), Projections::of));
    }

    private static Projection of(ProjectionSettings settings) {
        return switch (settings.type()) {
            case "albers" ->
                conic(
                        settings,
                        ConicProjections::equalArea,
                        new double[] {29.5, 45.5},
                        setup(settings, 1070, new double[] {-0.6, 38.7}, new double[] {96, 0}));
            case "albersusa" ->
                new AlbersUsa(
                        settings.number("scale", 1070), settings.numbers("translate", MIDDLE), precision(settings));
            case "azimuthalequalarea" -> plain(settings, RawProjections.AZIMUTHAL_EQUAL_AREA, 124.75, NEARLY_ALL);
            case "azimuthalequidistant" -> plain(settings, RawProjections.AZIMUTHAL_EQUIDISTANT, 79.4188, NEARLY_ALL);
            case "conicconformal" ->
                conic(settings, ConicProjections::conformal, new double[] {30, 30}, setup(settings, 109.5, 0));
            case "conicequalarea" ->
                conic(settings, ConicProjections::equalArea, new double[] {0, 60}, setup(settings, 155.424, 33.6442));
            case "conicequidistant" ->
                conic(settings, ConicProjections::equidistant, new double[] {0, 60}, setup(settings, 131.154, 13.9389));
            case "equalearth" -> plain(settings, RawProjections::equalEarth, 177.158, 0);
            case "equirectangular" -> plain(settings, RawProjections::equirectangular, 152.63, 0);
            case "gnomonic" -> plain(settings, RawProjections::gnomonic, 144.049, 60);
            case "identity" -> identity(settings);
            case "mercator" -> square(settings, RawProjections::mercator, setup(settings, 961 / (2 * Math.PI), 0));
            case "mollweide" -> plain(settings, RawProjections::mollweide, 169.529, 0);
            case "naturalearth1" -> plain(settings, RawProjections::naturalEarth1, 175.295, 0);
            case "orthographic" -> plain(settings, RawProjections::orthographic, 249.5, 90 + EPSILON);
            case "stereographic" -> plain(settings, RawProjections::stereographic, 250, 142);
            case "transversemercator" ->
                square(settings, RawProjections::transverseMercator, transverseSetup(settings));
            default ->
                throw new SheliakException(
                        ErrorCode.SPEC_INVALID,
                        SourceLocation.UNKNOWN,
                        "there is no projection of the type \"" + settings.type() + "\"");
        };
    }

    private static Projection plain(ProjectionSettings settings, RawProjection raw, double scale, double clipAngle) {
        return new SphereProjection(raw, setup(settings, scale, 0), outline(settings, clipAngle, false));
    }

    private static Projection square(ProjectionSettings settings, RawProjection raw, Setup setup) {
        return new SphereProjection(raw, setup, outline(settings, 0, true));
    }

    private static Outline outline(ProjectionSettings settings, double clipAngle, boolean isSquare) {
        return new Outline(settings.number("clipAngle", clipAngle), precision(settings), isSquare);
    }

    /// The square of the distance that a line may be off.
    private static double precision(ProjectionSettings settings) {
        double given = settings.number("precision", Double.NaN);
        return settings.has("precision") ? given * given : 0.5;
    }

    private static Projection conic(
            ProjectionSettings settings,
            BiFunction<Double, Double, RawProjection> cone,
            double[] parallels,
            Setup setup) {
        double[] given = settings.numbers("parallels", parallels);
        return new SphereProjection(
                cone.apply(given[0] * RADIANS, given[1] * RADIANS), setup, outline(settings, 0, false));
    }

    private static Setup setup(ProjectionSettings settings, double scale, double centerLatitude) {
        return setup(settings, scale, new double[] {0, centerLatitude}, ORIGIN);
    }

    private static Setup setup(ProjectionSettings settings, double scale, double[] center, double[] rotate) {
        return new Setup(
                settings.number("scale", scale),
                settings.numbers("translate", MIDDLE),
                settings.numbers("center", center),
                settings.numbers("rotate", rotate),
                settings.isTrue("reflectX"),
                settings.isTrue("reflectY"));
    }

    /// The axes are exchanged, by a quarter turn.
    private static Setup transverseSetup(ProjectionSettings settings) {
        Setup setup = setup(settings, 159.155, ORIGIN, ORIGIN);
        double[] center = setup.center();
        double[] rotate = setup.rotate();
        return new Setup(
                setup.scale(),
                setup.translate(),
                new double[] {-center[1], center[0]},
                new double[] {rotate[0], rotate[1], (rotate.length > 2 ? rotate[2] : 0) + 90},
                setup.reflectX(),
                setup.reflectY());
    }

    private static Projection identity(ProjectionSettings settings) {
        double[] translate = settings.numbers("translate", ORIGIN);
        return new IdentityProjection(
                settings.number("scale", 1),
                settings.isTrue("reflectX"),
                settings.isTrue("reflectY"),
                translate[0],
                translate[1]);
    }
}
