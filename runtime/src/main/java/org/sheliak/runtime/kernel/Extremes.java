package org.sheliak.runtime.kernel;

/// The least and the greatest of some numbers, NaN left out. Of the zeros, the first one.
public record Extremes(double least, double greatest) {}
