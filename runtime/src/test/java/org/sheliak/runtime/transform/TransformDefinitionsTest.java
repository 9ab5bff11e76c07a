package org.sheliak.runtime.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.analysis.TransformDefinition;
import org.sheliak.planner.analysis.TransformDefinition.Kind;
import org.sheliak.planner.analysis.TransformDefinition.Parameter;
import org.sheliak.planner.analysis.TransformDefinitions;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.planning.ServerCapabilities;
import org.sheliak.planner.spec.Members;

/// The planner's table of transforms against Vega's own, and against what this runtime has.
class TransformDefinitionsTest {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("field", Kind.FIELD),
            Map.entry("expr", Kind.EXPRESSION),
            Map.entry("compare", Kind.COMPARE),
            Map.entry("data", Kind.DATA),
            Map.entry("projection", Kind.PROJECTION),
            Map.entry("param", Kind.OBJECT),
            Map.entry("boolean", Kind.BOOLEAN),
            Map.entry("number", Kind.NUMBER),
            // As a number of milliseconds: JSON has no dates.
            Map.entry("date", Kind.NUMBER),
            Map.entry("string", Kind.TEXT),
            Map.entry("enum", Kind.TEXT));

    @TestFactory
    Stream<DynamicTest> parameters_areVegas() throws IOException {
        List<JsonValue> definitions = definitions();
        assertThat(TransformDefinitions.all())
                .extracting(TransformDefinition::type)
                .containsAll(definitions.stream()
                        .map(definition -> Members.text((JsonObject) definition, "type"))
                        .toList());
        return definitions.stream().map(definition -> {
            JsonObject vegas = (JsonObject) definition;
            String type = Objects.requireNonNull(Members.text(vegas, "type"));
            return DynamicTest.dynamicTest(
                    type,
                    () -> assertThat(Objects.requireNonNull(TransformDefinitions.of(type))
                                    .parameters())
                            .containsExactlyInAnyOrderElementsOf(parameters(type, vegas)));
        });
    }

    private static List<JsonValue> definitions() throws IOException {
        try (InputStream file = TransformDefinitionsTest.class.getResourceAsStream("/definition/transforms.json")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return ((JsonArray) JsonReader.read(text)).elements();
        }
    }

    private static List<Parameter> parameters(String type, JsonObject definition) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonValue element : Members.elements(definition, "parameters")) {
            JsonObject parameter = (JsonObject) element;
            String name = Objects.requireNonNull(Members.text(parameter, "name"));
            boolean isList = new JsonBoolean(true).equals(parameter.get("list"));
            if (type.equals("lookup") && name.equals("index")) {
                // Vega's parser makes the index of the data set and its key.
                parameters.add(new Parameter("from", Kind.DATA, false));
                parameters.add(new Parameter("key", Kind.FOREIGN_FIELD, false));
            } else if (type.equals("lookup") && name.equals("values")) {
                parameters.add(new Parameter(name, Kind.FOREIGN_FIELD, isList));
            } else {
                Kind kind = parameter.get("ofRow") == null
                        ? KINDS.getOrDefault(Members.text(parameter, "type"), Kind.VALUE)
                        : Kind.ROW_VALUE;
                parameters.add(new Parameter(name, kind, isList));
            }
        }
        return parameters;
    }

    @Test
    void capabilities_areTheTransformsOfThisRuntime() {
        assertThat(ServerCapabilities.CURRENT.transforms().keySet())
                .containsExactlyInAnyOrderElementsOf(Transforms.names());
    }
}
