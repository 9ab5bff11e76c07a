/// The task graph: what the kernel is asked to evaluate, its wire format and its fingerprints.
@NullMarked
package org.sheliak.planner.taskgraph;

import org.jspecify.annotations.NullMarked;
