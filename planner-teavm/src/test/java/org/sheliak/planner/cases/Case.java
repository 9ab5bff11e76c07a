package org.sheliak.planner.cases;

/// A named test; it fails by throwing.
public record Case(String name, Runnable body) {}
