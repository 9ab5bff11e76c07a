package org.sheliak.planner.planning;

import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.TaskValue;

/// Where an item of a spec is evaluated.
sealed interface Placement {

    /// A data set whose rows and first transforms the kernel evaluates.
    ///
    /// @param transforms how many of its transforms
    /// @param obstacle why not all of them, or `null` when it is all of them
    record DataInKernel(int transforms, @Nullable Obstacle obstacle) implements Placement {
        boolean isComplete() {
            return obstacle == null;
        }
    }

    /// A signal that the kernel can compute; the browser computes it too where it can.
    record SignalInKernel() implements Placement {}

    /// A signal that a transform sets in the kernel.
    record TransformSignalInKernel() implements Placement {}

    /// A signal or data set of the browser whose value the kernel may be sent.
    ///
    /// @param value the value at the start, or `null` when only the browser can know it
    /// @param changes false for a constant
    record SentByBrowser(@Nullable TaskValue value, boolean changes) implements Placement {}

    /// An item that only the browser can evaluate.
    record InBrowser(Obstacle obstacle) implements Placement {}
}
