package org.sheliak.runtime.transform.hierarchy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// The smallest circle around circles.
///
/// Source: d3-hierarchy/src/pack/enclose.js @ v3.1.3, after J. Matoušek, M. Sharir, E. Welzl, "A Subexponential Bound
/// for Linear Programming", Algorithmica 16, 1996.
final class EnclosingCircle {
    private static final double SLACK = 1e-9;
    private static final double SMALLEST_QUADRATIC = 1e-6;

    private EnclosingCircle() {}

    /// The smallest circle around all of at least one circle.
    ///
    /// @param random shuffles the circles, so that the time is linear
    static Circle around(Circle[] circles, LinearRandom random) {
        Circle[] shuffled = circles.clone();
        random.shuffle(shuffled);
        List<Circle> basis = List.of();
        Circle enclosing = null;
        int at = 0;
        while (at < shuffled.length) {
            if (enclosing != null && enclosesWeakly(enclosing, shuffled[at])) {
                at++;
            } else {
                basis = extended(basis, shuffled[at]);
                enclosing = around(basis);
                at = 0;
            }
        }
        if (enclosing == null) {
            throw new IllegalArgumentException("no circle to enclose");
        }
        return enclosing;
    }

    /// The circles that touch the smallest circle around those of a basis and one more.
    private static List<Circle> extended(List<Circle> basis, Circle circle) {
        if (enclosesAll(circle, basis)) {
            return List.of(circle);
        }
        for (Circle other : basis) {
            if (enclosesNot(circle, other) && enclosesAll(around(other, circle), basis)) {
                return List.of(other, circle);
            }
        }
        for (int i = 0; i < basis.size() - 1; i++) {
            for (int j = i + 1; j < basis.size(); j++) {
                List<Circle> three = threeOrNull(basis.get(i), basis.get(j), circle, basis);
                if (three != null) {
                    return three;
                }
            }
        }
        throw new SheliakException(
                ErrorCode.SPEC_INVALID, SourceLocation.UNKNOWN, "no circle encloses circles of such radii");
    }

    private static @Nullable List<Circle> threeOrNull(Circle a, Circle b, Circle circle, List<Circle> basis) {
        boolean touches = enclosesNot(around(a, b), circle)
                && enclosesNot(around(a, circle), b)
                && enclosesNot(around(b, circle), a)
                && enclosesAll(around(a, b, circle), basis);
        return touches ? List.of(a, b, circle) : null;
    }

    private static boolean enclosesNot(Circle outer, Circle inner) {
        double room = outer.radius() - inner.radius();
        return room < 0 || room * room < squaredDistance(outer, inner);
    }

    private static boolean enclosesWeakly(Circle outer, Circle inner) {
        double room = outer.radius() - inner.radius() + Math.max(Math.max(outer.radius(), inner.radius()), 1) * SLACK;
        return room > 0 && room * room > squaredDistance(outer, inner);
    }

    private static double squaredDistance(Circle a, Circle b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        return dx * dx + dy * dy;
    }

    private static boolean enclosesAll(Circle outer, List<Circle> circles) {
        for (Circle circle : circles) {
            if (!enclosesWeakly(outer, circle)) {
                return false;
            }
        }
        return true;
    }

    private static Circle around(List<Circle> basis) {
        return switch (basis.size()) {
            case 1 -> basis.getFirst();
            case 2 -> around(basis.getFirst(), basis.getLast());
            default -> around(basis.getFirst(), basis.get(1), basis.getLast());
        };
    }

    private static Circle around(Circle a, Circle b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double dr = b.radius() - a.radius();
        double distance = Math.sqrt(dx * dx + dy * dy);
        return new Circle(
                (a.x() + b.x() + dx / distance * dr) / 2,
                (a.y() + b.y() + dy / distance * dr) / 2,
                (distance + a.radius() + b.radius()) / 2);
    }

    /// The circle that touches three from outside (the problem of Apollonius).
    private static Circle around(Circle a, Circle b, Circle c) {
        double x2 = a.x() - b.x();
        double x3 = a.x() - c.x();
        double y2 = a.y() - b.y();
        double y3 = a.y() - c.y();
        double r2 = b.radius() - a.radius();
        double r3 = c.radius() - a.radius();
        // In the order of the source: where radii are equal, the last bits decide which circles touch.
        double d1 = a.x() * a.x() + a.y() * a.y() - a.radius() * a.radius();
        double d2 = d1 - b.x() * b.x() - b.y() * b.y() + b.radius() * b.radius();
        double d3 = d1 - c.x() * c.x() - c.y() * c.y() + c.radius() * c.radius();
        double determinant = x3 * y2 - x2 * y3;
        double xa = (y2 * d3 - y3 * d2) / (determinant * 2) - a.x();
        double xb = (y3 * r2 - y2 * r3) / determinant;
        double ya = (x3 * d2 - x2 * d3) / (determinant * 2) - a.y();
        double yb = (x2 * r3 - x3 * r2) / determinant;
        double quadratic = xb * xb + yb * yb - 1;
        double linear = 2 * (a.radius() + xa * xb + ya * yb);
        double constant = xa * xa + ya * ya - a.radius() * a.radius();
        double radius = -(Math.abs(quadratic) > SMALLEST_QUADRATIC
                ? (linear + Math.sqrt(linear * linear - 4 * quadratic * constant)) / (2 * quadratic)
                : constant / linear);
        return new Circle(a.x() + xa + xb * radius, a.y() + ya + yb * radius, radius);
    }
}
