package org.sheliak.runtime.transform.grid;

/// Moves and stretches the plane of a grid: the point at `originX`, `originY` comes to the offset.
public record PlaneMap(double originX, double originY, double scaleX, double scaleY, double offsetX, double offsetY) {
    /// Leaves every point where it is.
    public static final PlaneMap IDENTITY = new PlaneMap(0, 0, 1, 1, 0, 0);

    double x(double x) {
        return (x - originX) * scaleX + offsetX;
    }

    double y(double y) {
        return (y - originY) * scaleY + offsetY;
    }

    /// Whether rings change their direction.
    boolean mirrors() {
        return scaleX * scaleY < 0;
    }
}
