package org.sheliak.planner.planning;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.taskgraph.Variable;

/// What the planner is told besides the spec.
///
/// @param timezone the viewer's time zone, an IANA name
/// @param tables names of the tables that the kernel has for this chart
/// @param inlineRows a data set with inline rows goes to the kernel when it has at least so many; 0 sends all of them
/// @param keep signals and data sets whose values must be there in the browser even if the spec does not use them
/// @param browserOnly signals and data sets that must not be evaluated by the kernel
/// @param seed what the view's random numbers begin with, as by `vega.setRandom(vega.randomLCG(seed))`; `null` for none
public record PlannerOptions(
        String timezone,
        Set<String> tables,
        int inlineRows,
        Set<Variable> keep,
        Set<Variable> browserOnly,
        @Nullable Double seed) {
    /// From about so many rows on, evaluating in the kernel is worth the way there.
    public static final int DEFAULT_INLINE_ROWS = 1000;

    public PlannerOptions {
        tables = new LinkedHashSet<>(tables);
        keep = new LinkedHashSet<>(keep);
        browserOnly = new LinkedHashSet<>(browserOnly);
    }

    /// The defaults, for a viewer in this time zone.
    public static PlannerOptions in(String timezone) {
        return new PlannerOptions(timezone, Set.of(), DEFAULT_INLINE_ROWS, Set.of(), Set.of(), null);
    }

    /// These options with the names of the kernel's tables.
    public PlannerOptions withTables(Set<String> names) {
        return new PlannerOptions(timezone, names, inlineRows, keep, browserOnly, seed);
    }

    /// These options with another least number of inline rows.
    public PlannerOptions withInlineRows(int rows) {
        return new PlannerOptions(timezone, tables, rows, keep, browserOnly, seed);
    }

    /// These options with variables to keep in the browser's reach.
    public PlannerOptions withKeep(Set<Variable> variables) {
        return new PlannerOptions(timezone, tables, inlineRows, variables, browserOnly, seed);
    }

    /// These options with variables to leave to the browser.
    public PlannerOptions withBrowserOnly(Set<Variable> variables) {
        return new PlannerOptions(timezone, tables, inlineRows, keep, variables, seed);
    }

    /// These options with a seed.
    public PlannerOptions withSeed(@Nullable Double value) {
        return new PlannerOptions(timezone, tables, inlineRows, keep, browserOnly, value);
    }
}
