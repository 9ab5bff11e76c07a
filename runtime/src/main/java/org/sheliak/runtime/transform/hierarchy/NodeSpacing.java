package org.sheliak.runtime.transform.hierarchy;

/// The room for a node-link diagram.
///
/// @param width of the whole tree, or of one node
/// @param height of the whole tree, or of one level
/// @param isPerNode whether the sizes are those of one node
public record NodeSpacing(double width, double height, boolean isPerNode, Separation separation) {}
