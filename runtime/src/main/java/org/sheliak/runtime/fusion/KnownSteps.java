package org.sheliak.runtime.fusion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Optional;
import org.sheliak.planner.taskgraph.Task;

/// What transforms read as: each step of a brush asks for the same ones again. They are told by identity, as their
/// definitions take longer to compare than to read; for this the keys are weak. Safe for any number of threads.
final class KnownSteps {
    private static final int MOST_KNOWN = 2000;

    private static final LoadingCache<Task.Transform, Optional<FusedStep>> STEPS = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build(FusedStep::read);

    private static final LoadingCache<Task.Transform, Optional<GroupAggregate>> AGGREGATES = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build(GroupAggregate::read);

    private KnownSteps() {}

    /// As [FusedStep#read].
    static Optional<FusedStep> step(Task.Transform transform) {
        return STEPS.get(transform);
    }

    /// As [GroupAggregate#read].
    static Optional<GroupAggregate> aggregate(Task.Transform transform) {
        return AGGREGATES.get(transform);
    }
}
