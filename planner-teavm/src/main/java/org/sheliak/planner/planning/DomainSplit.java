package org.sheliak.planner.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.analysis.Definition;
import org.sheliak.planner.analysis.FieldNames;
import org.sheliak.planner.analysis.Scope;
import org.sheliak.planner.analysis.Scopes;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.planning.ServerItem.RowSource;
import org.sheliak.planner.planning.ServerItem.ServerData;
import org.sheliak.planner.planning.ServerItem.Target;
import org.sheliak.planner.spec.Members;
import org.sheliak.planner.spec.ScaleSpec;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Variable;
import org.sheliak.planner.taskgraph.Variable.Namespace;

/// Domains of scales that do without the rows of one data set.
///
/// A continuous domain becomes a signal, the extent as the kernel's extent transform computes it. A discrete domain
/// takes its values from a data set with one row for each distinct value, in order of first appearance, and with the
/// value that it is sorted by.
///
/// Source: vega-parser/src/parsers/scale.js and DataScope.js @ v6.4.0.
final class DomainSplit {
    private static final String SORT_VALUE = "sort_value";

    private final Stub stub;
    private final Variable data;
    private final StubNames names;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final List<ServerItem> items = new ArrayList<>();
    private final List<Stub> stubs = new ArrayList<>();
    private final List<JsonObject> newData = new ArrayList<>();
    private final List<JsonObject> newSignals = new ArrayList<>();

    DomainSplit(Scopes scopes, Stub stub) {
        this.stub = stub;
        this.data = new Variable(Namespace.DATA, stub.name(), List.of());
        this.names = new StubNames(scopes);
    }

    List<ServerItem> items() {
        return items;
    }

    List<Stub> stubs() {
        return stubs;
    }

    List<JsonObject> newData() {
        return newData;
    }

    List<JsonObject> newSignals() {
        return newSignals;
    }

    /// The scale's domain without the rows, or `null` when it cannot do without them.
    @Nullable
    JsonObject domain(Scope scope, ScaleSpec scale) {
        if (!(scale.json().get("domain") instanceof JsonObject domain)) {
            return null;
        }
        if (domain.get("fields") == null) {
            return isOurs(scope, Members.text(domain, "data")) ? single(scale, domain) : null;
        }
        return multiple(scope, scale, domain);
    }

    private @Nullable JsonObject single(ScaleSpec scale, JsonObject domain) {
        String field = Members.text(domain, "field");
        if (field == null) {
            return null;
        }
        if (scale.isContinuous()) {
            return extent(field, scale.pointer());
        }
        return scale.isDiscrete() ? sorted(domain, field, scale.pointer()) : null;
    }

    private @Nullable JsonObject sorted(JsonObject domain, String field, String pointer) {
        JsonValue sort = domain.get("sort");
        if (!(sort instanceof JsonObject order) || (order.get("field") == null && order.get("op") == null)) {
            JsonObject plain = values(field, JsonObject.EMPTY, pointer);
            return sort == null ? plain : plain.with("sort", sort);
        }
        String operation = Members.text(order, "op");
        String sortField = Members.text(order, "field");
        JsonValue measured =
                "count".equals(operation) ? JsonNull.INSTANCE : sortField == null ? null : new JsonString(sortField);
        if (operation == null || measured == null) {
            return null;
        }
        JsonObject measure = JsonObject.EMPTY
                .with("ops", list(new JsonString(operation)))
                .with("fields", list(measured))
                .with("as", list(new JsonString(SORT_VALUE)));
        JsonObject sortedBy = order.with("op", new JsonString("max")).with("field", new JsonString(SORT_VALUE));
        return values(field, measure, pointer).with("sort", sortedBy);
    }

    private @Nullable JsonObject multiple(Scope scope, ScaleSpec scale, JsonObject domain) {
        // Sorting the union of several data sets weighs their rows together.
        boolean isSorted =
                domain.get("sort") instanceof JsonObject sort && (sort.get("field") != null || sort.get("op") != null);
        if (!scale.isContinuous() && (!scale.isDiscrete() || isSorted)) {
            return null;
        }
        List<JsonValue> parts = new ArrayList<>();
        for (JsonValue part : Members.elements(domain, "fields")) {
            JsonValue split = part(scope, scale, Members.text(domain, "data"), part);
            if (split == null) {
                return null;
            }
            parts.add(split);
        }
        return domain.without("data").with("fields", new JsonArray(parts));
    }

    private @Nullable JsonValue part(Scope scope, ScaleSpec scale, @Nullable String outerData, JsonValue part) {
        JsonValue field = part instanceof JsonObject object ? object.get("field") : part;
        String source = part instanceof JsonObject object ? Members.text(object, "data") : outerData;
        if (part instanceof JsonArray || (part instanceof JsonObject object && object.get("signal") != null)) {
            return part;
        }
        if (!(field instanceof JsonString(String name)) || source == null) {
            return null;
        }
        if (!isOurs(scope, source)) {
            return JsonObject.EMPTY.with("data", new JsonString(source)).with("field", field);
        }
        return scale.isContinuous() ? extent(name, scale.pointer()) : values(name, JsonObject.EMPTY, scale.pointer());
    }

    private boolean isOurs(Scope scope, @Nullable String name) {
        return name != null
                && scope.data(name) instanceof Definition definition
                && definition.variable().equals(data);
    }

    private JsonObject extent(String field, String pointer) {
        String name = known.computeIfAbsent("extent " + field, ignored -> {
            String signal = names.unused(word(stub.name() + "_extent_" + field));
            JsonObject extent =
                    transform("extent").with("field", new JsonString(field)).with("signal", new JsonString(signal));
            Variable item = addItem(signal, extent, pointer);
            stubs.add(new Stub(Namespace.SIGNAL, signal, new Target(item, signal)));
            newSignals.add(JsonObject.EMPTY.with("name", new JsonString(signal)).with("value", StubValues.EXTENT));
            return signal;
        });
        return JsonObject.EMPTY.with("signal", new JsonString(name));
    }

    private JsonObject values(String field, JsonObject measure, String pointer) {
        String name = known.computeIfAbsent("values " + field + JsonWriter.write(measure), ignored -> {
            String set = names.unused(word(stub.name() + "_domain_" + field));
            JsonObject aggregate = transform("aggregate").with("groupby", list(new JsonString(field)));
            for (Map.Entry<String, JsonValue> member : measure.members().entrySet()) {
                aggregate = aggregate.with(member.getKey(), member.getValue());
            }
            stubs.add(new Stub(Namespace.DATA, set, Target.of(addItem(set, aggregate, pointer))));
            newData.add(JsonObject.EMPTY.with("name", new JsonString(set)));
            return set;
        });
        String column = FieldNames.reference(FieldNames.outputName(field));
        return JsonObject.EMPTY.with("data", new JsonString(name)).with("field", new JsonString(column));
    }

    private Variable addItem(String name, JsonObject transform, String pointer) {
        Variable variable = new Variable(Namespace.DATA, name, List.of());
        RowSource source = new RowSource.Derived(stub.target().variable());
        List<Task.Transform> transforms = List.of(new Task.Transform(transform, pointer));
        items.add(new ServerData(variable, source, null, transforms, null, List.of(), pointer));
        return variable;
    }

    private static JsonObject transform(String type) {
        return JsonObject.EMPTY.with("type", new JsonString(type));
    }

    private static JsonArray list(JsonValue element) {
        return new JsonArray(List.of(element));
    }

    /// A name as an identifier of the expression language.
    static String word(String name) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean isPlain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9');
            word.append(isPlain ? character : '_');
        }
        return word.toString();
    }
}
