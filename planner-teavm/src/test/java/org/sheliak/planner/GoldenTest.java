package org.sheliak.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.cases.GoldenFunctions;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;

/// Compares the planner's answers on the JVM with the golden files, which `src/test/node/golden.mjs` writes from what
/// Vega and JavaScript answer.
final class GoldenTest {

    @TestFactory
    Stream<DynamicContainer> goldens_onTheJvm_agreeWithVega() {
        return GoldenFunctions.all().entrySet().stream().map(entry -> {
            Stream<DynamicTest> tests =
                    read(entry.getKey()).elements().stream().map(item -> test((JsonObject) item, entry.getValue()));
            return DynamicContainer.dynamicContainer(entry.getKey(), tests);
        });
    }

    private static DynamicTest test(JsonObject item, Function<JsonValue, JsonValue> function) {
        JsonValue input = item.members().get("input");
        return DynamicTest.dynamicTest(JsonWriter.write(input), () -> {
            if (item.members().containsKey("error")) {
                assertThatThrownBy(() -> function.apply(input)).isInstanceOf(SheliakException.class);
            } else {
                assertThat(JsonWriter.write(function.apply(input)))
                        .isEqualTo(JsonWriter.write(item.members().get("output")));
            }
        });
    }

    private static JsonArray read(String name) {
        try (InputStream stream = GoldenTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return (JsonArray) JsonReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new IllegalStateException("cannot read the golden file " + name, exception);
        }
    }
}
