package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.taskgraph.Variable;

/// Finds names for stubs that nothing in the spec bears.
final class StubNames {
    private static final String PREFIX = "_server_";

    private final Set<String> used = new LinkedHashSet<>();

    StubNames(Scopes scopes) {
        for (Scope scope : scopes.all()) {
            for (Definition definition : scope.ownData()) {
                used.add(definition.variable().name());
            }
            for (Definition definition : scope.ownSignals()) {
                used.add(definition.variable().name());
            }
        }
    }

    /// A new name that tells what it stands for: `_server_bins`, or `_server_0_2_bins` for one of a nested group.
    String unused(Variable variable) {
        StringBuilder name = new StringBuilder(PREFIX);
        for (int index : variable.scope()) {
            name.append(index).append('_');
        }
        String plain =
                variable.name().startsWith(PREFIX) ? variable.name().substring(PREFIX.length()) : variable.name();
        return unused(name.append(plain).toString());
    }

    /// This name, or one that begins like it.
    String unused(String wanted) {
        String name = wanted;
        for (int number = 2; !used.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
