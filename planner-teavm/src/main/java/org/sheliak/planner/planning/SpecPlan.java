package org.sheliak.planner.planning;

import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.TaskGraph;

/// A spec, split.
///
/// @param clientSpec the spec that the browser draws, with empty stubs where values come from the kernel
/// @param taskGraph what the kernel evaluates
/// @param communicationPlan which values go between the two
/// @param report where each item is evaluated, and why
public record SpecPlan(
        JsonObject clientSpec, TaskGraph taskGraph, CommunicationPlan communicationPlan, Report report) {}
