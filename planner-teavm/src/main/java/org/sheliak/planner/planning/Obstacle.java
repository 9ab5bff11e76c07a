package org.sheliak.planner.planning;

/// Why an item cannot be evaluated by the kernel.
///
/// @param pointer JSON pointer to the exact place
/// @param reason the reason, for a person
public record Obstacle(String pointer, String reason) {}
