package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.Definition.DataSet;
import org.sheliak.planner.analysis.Definition.Signal;
import org.sheliak.planner.analysis.Reference;
import org.sheliak.planner.analysis.Reference.Role;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.planning.Report.Crossing;
import org.sheliak.planner.planning.Report.Place;
import org.sheliak.planner.planning.Report.Rows;
import org.sheliak.planner.planning.ServerItem.ServerRoot;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Writes down which rows cross between the two sides, and who needs them there.
final class WriteCrossings {
    private final Draft draft;
    private final OutputColumns output;
    private final Map<Variable, ServerItem> items = new LinkedHashMap<>();
    /// The pointers of the original spec's data sets and signals, by those that they have in the client spec.
    private final Map<String, String> originals = new LinkedHashMap<>();

    private final List<Crossing> crossings = new ArrayList<>();

    private WriteCrossings(Draft draft) {
        this.draft = draft;
        this.output = new OutputColumns(draft);
        for (ServerItem item : draft.items()) {
            items.put(item.variable(), item);
        }
        Map<Variable, String> pointers = new LinkedHashMap<>();
        pointers(draft.original().scopes()).forEach((pointer, variable) -> pointers.put(variable, pointer));
        pointers(draft.references().scopes()).forEach((pointer, variable) -> {
            if (pointers.get(variable) instanceof String original) {
                originals.put(pointer, original);
            }
        });
    }

    static List<Crossing> of(Draft draft) {
        WriteCrossings writer = new WriteCrossings(draft);
        for (Stub stub : draft.stubs()) {
            if (stub.namespace() == Namespace.DATA) {
                writer.add(stub);
            }
        }
        for (ServerItem item : draft.items()) {
            if (item instanceof ServerRoot root && root.variable().namespace() == Namespace.DATA) {
                writer.add(root);
            }
        }
        return writer.crossings;
    }

    private static Map<String, Variable> pointers(Scopes scopes) {
        Map<String, Variable> pointers = new LinkedHashMap<>();
        for (Scope scope : scopes.all()) {
            List<Definition> definitions = new ArrayList<>(scope.ownData());
            definitions.addAll(scope.ownSignals());
            for (Definition definition : definitions) {
                switch (definition) {
                    case DataSet data -> pointers.put(data.spec().pointer(), data.variable());
                    case Signal signal -> pointers.put(signal.spec().pointer(), signal.variable());
                    default -> {}
                }
            }
        }
        return pointers;
    }

    private void add(Stub stub) {
        Variable rows = stub.target().variable();
        Set<String> columns = output.of(rows);
        List<Reference> readers = draft.references().to(new Variable(Namespace.DATA, stub.name(), List.of()));
        ServerItem item = items.get(rows);
        crossings.add(new Crossing(
                stub.name(),
                item == null ? "" : item.pointer(),
                Place.CLIENT,
                output.areMade(rows) ? Rows.AGGREGATED : Rows.RAW,
                columns == null ? null : List.copyOf(columns),
                WriteReport.sentence(readers.isEmpty() ? "they were asked for" : reason(readers, columns == null))));
    }

    private void add(ServerRoot root) {
        String reason = root.changes()
                ? "the kernel reads them, and only the browser can change them"
                : "the kernel reads them";
        crossings.add(new Crossing(
                root.variable().name(), root.pointer(), Place.SERVER, Rows.RAW, null, WriteReport.sentence(reason)));
    }

    /// Who reads the rows: of several readers one that reads all columns, when all are sent, and no scale if possible.
    private String reason(List<Reference> readers, boolean areAll) {
        Reference told = readers.getFirst();
        Set<String> pointers = new LinkedHashSet<>();
        for (Reference reader : readers) {
            pointers.add(pointer(reader));
            if (weight(reader, areAll) > weight(told, areAll)) {
                told = reader;
            }
        }
        String others = switch (pointers.size()) {
            case 1 -> "";
            case 2 -> ", and one more item reads them";
            default -> ", and " + (pointers.size() - 1) + " more items read them";
        };
        return phrase(told.role())
                + pointer(told)
                + (areAll && told.columns().all() ? ", with all columns" : "")
                + others;
    }

    private static int weight(Reference reader, boolean areAll) {
        return (areAll && reader.columns().all() ? 2 : 0) + (reader.role() == Role.SCALE ? 0 : 1);
    }

    private static String phrase(Role role) {
        return switch (role) {
            case MARK -> "drawn by the mark ";
            case FACET -> "split among the items of the group ";
            case SOURCE -> "they go on in the browser as ";
            case TRANSFORM -> "looked into by a transform of ";
            case SCALE -> "read for the scale ";
            case SIGNAL -> "read by the signal ";
            case EXPRESSION -> "read by an expression of ";
        };
    }

    /// Where the reader stands in the original spec: marks and scales keep their places, data sets and signals do not.
    private String pointer(Reference reader) {
        String pointer = reader.pointer();
        int transform = pointer.indexOf("/transform/");
        String owner = transform < 0 || !pointer.startsWith("/data/") ? pointer : pointer.substring(0, transform);
        return originals.getOrDefault(owner, owner);
    }
}
