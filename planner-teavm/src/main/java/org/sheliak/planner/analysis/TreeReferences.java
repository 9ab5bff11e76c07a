package org.sheliak.planner.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.spec.DataSpec;
import org.sheliak.planner.spec.TransformSpec;
import org.sheliak.planner.taskgraph.Variable;

/// The data sets of a spec of which not only the rows are read but also the tree that a transform has laid over them.
///
/// @param readers what reads the tree of each data set, for a person
public record TreeReferences(Map<Variable, String> readers) {
    private static final List<String> PLANTING = List.of("nest", "stratify");
    private static final List<String> READING = List.of("pack", "partition", "tree", "treelinks", "treemap");

    /// The functions that walk the tree of a data set.
    public static final List<String> FUNCTIONS = List.of("treePath", "treeAncestors");

    /// Whether a transform lays a tree over the rows.
    public static boolean plants(TransformSpec transform) {
        return PLANTING.contains(transform.type());
    }

    /// The trees that a spec reads.
    public static TreeReferences in(Scopes scopes) {
        Map<Variable, String> readers = new LinkedHashMap<>();
        Set<String> called =
                scopes.reader().in(scopes.at(List.of()).spec().json()).functions();
        if (FUNCTIONS.stream().anyMatch(called::contains)) {
            for (Scope scope : scopes.all()) {
                collect(scope.spec().json(), scope, scopes.reader(), readers);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Scope scope : scopes.all()) {
                for (DataSpec data : scope.spec().data()) {
                    changed |= follow(scope, data, readers);
                }
            }
        }
        return new TreeReferences(readers);
    }

    /// Notes the data sets that the expressions of a JSON tree name when they call a function of trees.
    private static void collect(JsonValue json, Scope scope, ExpressionReader reader, Map<Variable, String> readers) {
        if (json instanceof JsonArray(List<JsonValue> elements)) {
            elements.forEach(element -> collect(element, scope, reader, readers));
        } else if (json instanceof JsonObject object) {
            JsonObject texts = JsonObject.EMPTY;
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                if (member.getValue() instanceof JsonString) {
                    texts = texts.with(member.getKey(), member.getValue());
                }
                collect(member.getValue(), scope, reader, readers);
            }
            note(reader.in(texts), scope, readers);
        }
    }

    private static void note(ExpressionReferences found, Scope scope, Map<Variable, String> readers) {
        for (String function : FUNCTIONS) {
            if (found.functions().contains(function)) {
                for (String name : found.data().keySet()) {
                    if (scope.data(name) instanceof Definition data) {
                        readers.putIfAbsent(data.variable(), function + "()");
                    }
                }
            }
        }
    }

    /// Notes the source of a data set whose transforms read the source's tree, or pass it on to who reads it.
    private static boolean follow(Scope scope, DataSpec data, Map<Variable, String> readers) {
        String reader = reader(data, readers.get(scope.dataVariable(data.name())));
        return reader != null
                && data.source() instanceof String name
                && scope.source(data, name) instanceof Definition source
                && readers.putIfAbsent(source.variable(), reader) == null;
    }

    private static @Nullable String reader(DataSpec data, @Nullable String after) {
        for (TransformSpec transform : data.transforms()) {
            if (plants(transform)) {
                return null;
            }
            if (READING.contains(transform.type())) {
                return "the transform " + transform.type();
            }
        }
        return after;
    }
}
