package org.sheliak.planner.planning;

import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// A signal or data set at the top level of the client spec whose value comes from the kernel.
///
/// @param name its name in the client spec
/// @param target the kernel's value
record Stub(Namespace namespace, String name, Target target) {}
