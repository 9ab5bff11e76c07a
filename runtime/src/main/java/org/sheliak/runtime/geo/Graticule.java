package org.sheliak.runtime.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/// Meridians and parallels as lines of longitudes and latitudes in degrees.
///
/// Source: d3-geo/src/graticule.js @ v3.1.
///
/// @param major the extent of the major lines
/// @param minor the extent of the minor lines
/// @param majorStep degrees between major meridians, and between major parallels
/// @param minorStep degrees between minor meridians, and between minor parallels
/// @param precision degrees between the points of a parallel
@SuppressWarnings("ArrayRecordComponent")
public record Graticule(Extent major, Extent minor, double[] majorStep, double[] minorStep, double precision) {
    private static final double EPSILON = 1e-6;
    private static final double MERIDIAN_STEP = 90;

    /// Major lines by 90 and 360 degrees, minor ones by 10.
    public static final Graticule DEFAULT = new Graticule(
            Extent.of(-180, -90 + EPSILON, 180, 90 - EPSILON),
            Extent.of(-180, -80 - EPSILON, 180, 80 + EPSILON),
            new double[] {90, 360},
            new double[] {10, 10},
            2.5);

    /// A part of the sphere.
    public record Extent(double west, double south, double east, double north) {

        /// The extent between two corners, whichever they are.
        public static Extent of(double longitude, double latitude, double otherLongitude, double otherLatitude) {
            boolean swapsX = longitude > otherLongitude;
            boolean swapsY = latitude > otherLatitude;
            return new Extent(
                    swapsX ? otherLongitude : longitude,
                    swapsY ? otherLatitude : latitude,
                    swapsX ? longitude : otherLongitude,
                    swapsY ? latitude : otherLatitude);
        }
    }

    /// The lines: major meridians, major parallels, and the minor ones in between.
    public List<List<List<Double>>> lines() {
        List<List<List<Double>>> lines = new ArrayList<>();
        multiples(major.west, major.east, majorStep[0]).forEach(x -> lines.add(meridian(major, x)));
        multiples(major.south, major.north, majorStep[1]).forEach(y -> lines.add(parallel(major, y)));
        multiples(minor.west, minor.east, minorStep[0])
                .filter(x -> Math.abs(x % majorStep[0]) > EPSILON)
                .forEach(x -> lines.add(meridian(minor, x)));
        multiples(minor.south, minor.north, minorStep[1])
                .filter(y -> Math.abs(y % majorStep[1]) > EPSILON)
                .forEach(y -> lines.add(parallel(minor, y)));
        return lines;
    }

    private static DoubleStream multiples(double from, double to, double step) {
        return Arrays.stream(range(Math.ceil(from / step) * step, to, step));
    }

    private static List<List<Double>> meridian(Extent extent, double x) {
        return line(extent.south, extent.north, MERIDIAN_STEP, y -> List.of(x, y));
    }

    private List<List<Double>> parallel(Extent extent, double y) {
        return line(extent.west, extent.east, precision, x -> List.of(x, y));
    }

    private static List<List<Double>> line(double from, double to, double step, DoubleFunction<List<Double>> point) {
        List<List<Double>> points = new ArrayList<>();
        for (double position : range(from, to - EPSILON, step)) {
            points.add(point.apply(position));
        }
        points.add(point.apply(to));
        return points;
    }

    /// Source: `range` of d3-array @ v3.2.
    private static double[] range(double start, double stop, double step) {
        double count = Math.ceil((stop - start) / step);
        double[] range = new double[count > 0 && !Double.isInfinite(count) ? (int) count : 0];
        Arrays.setAll(range, i -> start + i * step);
        return range;
    }
}
