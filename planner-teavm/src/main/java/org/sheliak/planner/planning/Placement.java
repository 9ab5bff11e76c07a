package org.sheliak.planner.planning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.TaskValue;

/// Where an item of a spec is evaluated.
sealed interface Placement {

    /// A data set whose rows and transforms the kernel evaluates.
    ///
    /// @param kept the transforms that the browser evaluates after the others, by their index, and why
    record DataInKernel(Map<Integer, Obstacle> kept) implements Placement {
        public DataInKernel {
            kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        }

        boolean isComplete() {
            return kept.isEmpty();
        }

        /// True when the kernel evaluates the transform of this index.
        boolean holds(int transform) {
            return !kept.containsKey(transform);
        }

        /// Why not all is in the kernel, or `null`.
        @Nullable
        Obstacle obstacle() {
            return kept.isEmpty() ? null : kept.values().iterator().next();
        }
    }

    /// A signal that the kernel can compute; the browser computes it too where it can.
    record SignalInKernel() implements Placement {}

    /// A signal that a transform sets in the kernel.
    record TransformSignalInKernel() implements Placement {}

    /// A scale that the kernel can evaluate; the browser evaluates it too.
    ///
    /// @param definition the scale as the kernel gets it
    record ScaleInKernel(JsonObject definition) implements Placement {}

    /// A signal or data set of the browser whose value the kernel may be sent.
    ///
    /// @param value the value at the start, or `null` when only the browser can know it
    /// @param changes false for a constant
    /// @param obstacle why the kernel does not evaluate it itself, or `null` when the browser sets it anyway
    record SentByBrowser(
            @Nullable TaskValue value,
            boolean changes,
            @Nullable Obstacle obstacle) implements Placement {
        SentByBrowser(@Nullable TaskValue value, boolean changes) {
            this(value, changes, null);
        }
    }

    /// An item that only the browser can evaluate.
    record InBrowser(Obstacle obstacle) implements Placement {}
}
