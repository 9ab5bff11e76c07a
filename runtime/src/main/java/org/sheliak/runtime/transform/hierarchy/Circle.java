package org.sheliak.runtime.transform.hierarchy;

/// A circle.
record Circle(double x, double y, double radius) {}
