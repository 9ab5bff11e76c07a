package org.sheliak.planner.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.BuiltinSignal;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.TransformSpec;

/// Transforms whose result depends on what a view has done before, which the kernel, that starts anew each time, can
/// only repeat in part.
final class ViewHistory {
    private final Classification classification;
    private final boolean isSeeded;
    private final boolean identifiersMayMove;
    private final ChangingItems changing;
    private final HeldPaths paths;
    private final int draws;

    /// @param identifiersMayMove false when identifier transforms stay in the browser, whatever else is possible
    ViewHistory(Classification classification, ChangingItems changing, boolean isSeeded, boolean identifiersMayMove) {
        this.classification = classification;
        this.isSeeded = isSeeded;
        this.identifiersMayMove = identifiersMayMove;
        this.changing = changing;
        this.paths = new HeldPaths(classification, changing);
        // Without a seed nobody can tell whose draws they are.
        this.draws = isSeeded ? RandomDraws.count(classification.scopes()) : 0;
    }

    /// Why the kernel may come to another result than a view, or `null`.
    @Nullable
    Obstacle obstacle(Scope scope, DataSet owner, int index) {
        TransformSpec transform = owner.spec().transforms().get(index);
        Obstacle found = randomObstacle(scope, owner, transform, index);
        found = found == null ? initOnlyObstacle(scope, owner, transform, index) : found;
        found = found == null ? identifierObstacle(scope, owner, transform, index) : found;
        found = found == null ? tilingObstacle(scope, owner, transform, index) : found;
        return found == null ? sampleObstacle(scope, transform) : found;
    }

    /// How many of the first transforms can be moved when the one after them cannot. Where one of the rest looks at
    /// each row once, rows that it has seen must not come anew: what changes stays with it.
    int untouched(Scope scope, DataSet owner, int movable) {
        List<TransformSpec> transforms = owner.spec().transforms();
        int count = movable;
        for (TransformSpec rest : transforms.subList(movable, transforms.size())) {
            while (looksOnce(rest, scope) && count > 0 && changing.reach(scope, owner, count - 1)) {
                count--;
            }
        }
        return count;
    }

    /// True for a transform that may look at each row once.
    static boolean mayLookOnce(TransformSpec transform) {
        return seesRowsOnce(transform) || transform.type().equals("treemap");
    }

    private static boolean seesRowsOnce(TransformSpec transform) {
        return NumberIdentifiers.isIdentifier(transform) || transform.type().equals("sample") || isInitOnly(transform);
    }

    private boolean looksOnce(TransformSpec transform, Scope scope) {
        return seesRowsOnce(transform)
                || (isSeeded && RandomDraws.isIn(transform, scope, classification.scopes()))
                || Resquarified.mayBe(transform, classification.scopes());
    }

    private static boolean isInitOnly(TransformSpec transform) {
        JsonValue initOnly = transform.json().get("initonly");
        return transform.type().equals("formula") && initOnly != null && !initOnly.equals(new JsonBoolean(false));
    }

    private @Nullable Obstacle identifierObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        if (!NumberIdentifiers.isIdentifier(transform)) {
            return null;
        }
        if (!identifiersMayMove || !scope.path().isEmpty()) {
            return new Obstacle(
                    transform.pointer(),
                    "the identifier transforms of a chart count together, and not all of them can be in the kernel");
        }
        return changing.reach(scope, owner, index)
                ? new Obstacle(transform.pointer(), "only the browser knows which of the changing rows have a number")
                : null;
    }

    private @Nullable Obstacle randomObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        if (!isSeeded || !RandomDraws.isIn(transform, scope, classification.scopes())) {
            return null;
        }
        if (draws > 1) {
            return new Obstacle(transform.pointer(), "several items draw from one sequence of seeded random numbers");
        }
        if (!scope.path().isEmpty()) {
            return new Obstacle(transform.pointer(), "it draws seeded random numbers for each item of a group");
        }
        return changing.reach(scope, owner, index)
                ? new Obstacle(transform.pointer(), "it goes on drawing seeded random numbers when its input changes")
                : null;
    }

    private @Nullable Obstacle initOnlyObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        return isInitOnly(transform) && changing.reach(scope, owner, index) && !paths.isTakenBy(scope, owner, index)
                ? new Obstacle(
                        JsonPointer.child(transform.pointer(), "initonly"), "only the browser knows which rows are new")
                : null;
    }

    private @Nullable Obstacle tilingObstacle(Scope scope, DataSet owner, TransformSpec transform, int index) {
        return Resquarified.mayBe(transform, classification.scopes()) && changing.reach(scope, owner, index)
                ? new Obstacle(
                        JsonPointer.child(transform.pointer(), "method"),
                        "resquarify keeps its rows of rectangles, which only the browser knows")
                : null;
    }

    /// A sample takes its rows twice when its size counts as changed at the start, as a computed signal does.
    private static @Nullable Obstacle sampleObstacle(Scope scope, TransformSpec transform) {
        String size = transform.type().equals("sample")
                ? Members.signal(transform.json().get("size"))
                : null;
        if (size == null) {
            return null;
        }
        boolean isKnown = switch (scope.signal(size)) {
            // An expression, and no signal's name.
            case null -> true;
            case BuiltinSignal ignored -> true;
            case Signal signal -> signal.spec().expression() == null;
            default -> false;
        };
        return isKnown
                ? null
                : new Obstacle(
                        JsonPointer.child(transform.pointer(), "size"),
                        "only the browser knows when the size is computed");
    }
}
