package org.sheliak.runtime.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sheliak.planner.planning.ServerCapabilities;

class ScalesTest {
    @Test
    void capabilities_ofThePlanner_areThoseOfTheRuntime() {
        ServerCapabilities.ScaleCapability planner = ServerCapabilities.CURRENT.scales();
        assertThat(Scales.types()).containsExactlyInAnyOrderElementsOf(planner.types());
        assertThat(Scales.schemes()).containsExactlyInAnyOrderElementsOf(planner.schemes());
        assertThat(Scales.interpolations()).containsExactlyInAnyOrderElementsOf(planner.interpolations());
    }
}
