package org.sheliak.planner.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition.MarkItems;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.json.JsonPointer;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.MarkSpec;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScaleSpec;
import org.sheliak.planner.spec.SignalSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// Every place in a spec that reads a signal or a data set, and the columns that are read of each data set.
public final class References {
    private final ExpressionReader reader;
    private final Scopes scopes;
    private final SelectionFields selectionFields;
    private final List<Reference> references = new ArrayList<>();
    private final Map<Variable, List<Reference>> byTarget = new LinkedHashMap<>();
    private final List<Derivation> derivations = new ArrayList<>();
    private final Map<Variable, ColumnUsage> columns = new LinkedHashMap<>();
    private ColumnUsage eventColumns = ColumnUsage.NONE;

    /// Rows that are read through another name.
    ///
    /// @param reader the data set, facet or mark that passes rows on
    /// @param transforms what happens to the rows in between
    private record Derivation(Variable reader, Variable source, List<TransformReferences> transforms) {}

    private References(JsonObject spec, ExpressionReader reader) {
        this.reader = reader;
        scopes = Scopes.of(spec, reader);
        selectionFields = SelectionFields.in(spec);
    }

    /// The references in a spec.
    public static References in(JsonObject spec, ExpressionReader reader) {
        References references = new References(spec, reader);
        references.collect();
        return references;
    }

    /// The columns that the spec's selections look at.
    public SelectionFields selectionFields() {
        return selectionFields;
    }

    /// The scopes of the spec.
    public Scopes scopes() {
        return scopes;
    }

    /// The places that read this signal or data set.
    public List<Reference> to(Variable target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /// The columns that are read of a data set, directly or through data sets that derive from it.
    public ColumnUsage columns(Variable data) {
        return columns.getOrDefault(data, ColumnUsage.NONE);
    }

    /// The columns that are read of the rows that stand for a group's items: by the group itself, by what stands inside
    /// of it as those of `parent`, and by whoever reads the items.
    public ColumnUsage ofItems(Scope scope, MarkSpec group) {
        boolean isRead = group.name() instanceof String name
                && !to(scope.dataVariable(name)).isEmpty();
        return isRead
                ? ColumnUsage.ALL
                : MarkColumns.of(group, false, reader, selectionFields)
                        .plus(MarkColumns.ofParent(group, reader))
                        .plus(eventColumns);
    }

    private void collect() {
        for (Scope scope : scopes.all()) {
            collectSignals(scope);
            for (DataSpec data : scope.spec().data()) {
                collectData(scope, data);
            }
            for (ScaleSpec scale : scope.spec().scales()) {
                collectScale(scope, scale);
            }
            for (MarkSpec mark : scope.spec().marks()) {
                collectMark(scope, mark);
            }
            collectGuides(scope);
        }
        for (Reference reference : references) {
            boolean isDrawn = reference.role() == Role.MARK || reference.role() == Role.FACET;
            ColumnUsage read = isDrawn ? reference.columns().plus(eventColumns) : reference.columns();
            columns.merge(reference.target(), read, ColumnUsage::plus);
            byTarget.computeIfAbsent(reference.target(), ignored -> new ArrayList<>())
                    .add(reference);
        }
        followDerivations();
    }

    private void collectSignals(Scope scope) {
        for (SignalSpec signal : scope.spec().signals()) {
            for (String expression : new @Nullable String[] {signal.update(), signal.init()}) {
                if (expression != null) {
                    add(scope, reader.of(expression), Role.SIGNAL, signal.pointer());
                }
            }
            JsonObject handlers =
                    signal.json().without("update").without("init").without("value");
            ExpressionReferences handled = reader.in(handlers);
            eventColumns = eventColumns.plus(handled.columns(selectionFields));
            add(scope, handled, Role.EXPRESSION, signal.pointer());
        }
    }

    private void collectData(Scope scope, DataSpec data) {
        JsonObject settings = data.json().without("transform").without("source");
        if (Members.signal(data.values()) == null) {
            settings = settings.without("values");
        }
        add(scope, reader.in(settings), Role.EXPRESSION, data.pointer());
        List<TransformReferences> transforms = new ArrayList<>();
        for (TransformSpec transform : data.transforms()) {
            transforms.add(collectTransform(scope, transform));
        }
        Variable reader = scope.dataVariable(data.name());
        for (Definition source : scope.sources(data)) {
            references.add(new Reference(source.variable(), ColumnUsage.NONE, Role.SOURCE, data.pointer()));
            derivations.add(new Derivation(reader, source.variable(), transforms));
            if (source instanceof MarkItems) {
                addAll(source, Role.SOURCE, data.pointer());
            }
        }
    }

    private TransformReferences collectTransform(Scope scope, TransformSpec transform) {
        TransformReferences found = TransformReferences.of(transform, reader, selectionFields);
        found.data().forEach((name, read) -> addData(scope, name, read, Role.TRANSFORM, transform.pointer()));
        add(scope, found.expressions(), Role.TRANSFORM, transform.pointer());
        return found;
    }

    private void collectScale(Scope scope, ScaleSpec scale) {
        add(scope, reader.in(scale.json()), Role.EXPRESSION, scale.pointer());
        for (String member : List.of("domain", "range")) {
            String pointer = JsonPointer.child(scale.pointer(), member);
            ScaleReferences.data(scale.json().get(member))
                    .forEach((name, read) -> addData(scope, name, read, Role.SCALE, pointer));
        }
    }

    private void collectMark(Scope scope, MarkSpec mark) {
        JsonObject own = mark.isGroup() ? mark.json().without("data").without("marks") : mark.json();
        own = mark.isGroup()
                ? own.without("signals").without("scales").without("axes").without("legends")
                : own;
        add(scope, reader.in(own), Role.EXPRESSION, mark.pointer());
        for (TransformSpec transform : mark.transforms()) {
            collectTransform(scope, transform);
        }
        boolean drawsItems = mark.data() instanceof String data && scope.data(data) instanceof MarkItems;
        ColumnUsage read = MarkColumns.of(mark, drawsItems, reader, selectionFields);
        if (mark.data() instanceof String data) {
            addData(
                    scope,
                    data,
                    mark.isGroup() ? read.plus(MarkColumns.ofParent(mark, reader)) : read,
                    Role.MARK,
                    mark.pointer());
            if (mark.name() instanceof String name && scope.data(data) instanceof Definition drawn) {
                derivations.add(new Derivation(scope.dataVariable(name), drawn.variable(), List.of()));
            }
        }
        if (mark.isGroup() && mark.facet() instanceof JsonObject facet) {
            collectFacet(scope, mark, facet);
        }
    }

    private void collectFacet(Scope scope, MarkSpec mark, JsonObject facet) {
        if (!(Members.text(facet, "data") instanceof String data)) {
            return;
        }
        JsonObject aggregate = Members.object(facet, "aggregate");
        ColumnUsage read = facet.get("field") != null
                ? ColumnUsage.ALL
                : TransformReferences.fields(facet.get("groupby"))
                        .plus(aggregate == null ? ColumnUsage.NONE : collectMeasures(scope, mark, aggregate));
        addData(scope, data, read, Role.FACET, mark.pointer());
        if (Members.text(facet, "name") instanceof String name && scope.data(data) instanceof Definition source) {
            Variable rows = scopes.at(scope.spec().inner(mark).path()).dataVariable(name);
            derivations.add(new Derivation(rows, source.variable(), List.of()));
        }
    }

    /// The columns that the rows of a facet's items are made of.
    private ColumnUsage collectMeasures(Scope scope, MarkSpec mark, JsonObject aggregate) {
        JsonObject definition = aggregate.with("type", new JsonString("aggregate"));
        String pointer = JsonPointer.child(JsonPointer.child(mark.pointer(), "from"), "facet");
        TransformSpec transform = new TransformSpec(definition, JsonPointer.child(pointer, "aggregate"));
        return collectTransform(scope, transform).columns();
    }

    /// Axes, legends, titles, projections, layout and the rest, whose `datum` is not a row of a data set.
    private void collectGuides(Scope scope) {
        JsonObject json = scope.spec().json();
        for (String member : List.of("data", "signals", "scales", "marks", "usermeta")) {
            json = json.without(member);
        }
        add(scope, reader.in(json), Role.EXPRESSION, scope.spec().pointer());
    }

    private void add(Scope scope, ExpressionReferences found, Role role, String pointer) {
        for (String name : found.signals()) {
            if (scope.signal(name) instanceof Definition signal) {
                references.add(new Reference(signal.variable(), ColumnUsage.NONE, role, pointer));
            }
        }
        found.data().forEach((name, read) -> addData(scope, name, read, role, pointer));
        for (String name : found.changedData()) {
            addData(scope, name, ColumnUsage.ALL, role, pointer);
        }
    }

    /// Of items, the columns are those of the rows that they draw. Only marks that draw items are looked through.
    private void addData(Scope scope, String name, ColumnUsage read, Role role, String pointer) {
        if (role != Role.MARK && scope.data(name) instanceof MarkItems items) {
            addAll(items, role, pointer);
        } else if (scope.data(name) instanceof Definition data) {
            references.add(new Reference(data.variable(), read, role, pointer));
        }
    }

    private void addAll(Definition data, Role role, String pointer) {
        references.add(new Reference(data.variable(), ColumnUsage.ALL, role, pointer));
    }

    private void followDerivations() {
        boolean changed = true;
        while (changed) {
            changed = false;
            // Who derives stands behind its source as a rule, so one round is enough then.
            for (Derivation derivation : derivations.reversed()) {
                ColumnUsage before = columns(derivation.source());
                ColumnUsage after = before.plus(read(derivation));
                if (!after.equals(before)) {
                    columns.put(derivation.source(), after);
                    changed = true;
                }
            }
        }
    }

    private ColumnUsage read(Derivation derivation) {
        ColumnUsage read = columns(derivation.reader());
        for (TransformReferences transform : derivation.transforms().reversed()) {
            read = transform.before(read);
        }
        return read;
    }
}
