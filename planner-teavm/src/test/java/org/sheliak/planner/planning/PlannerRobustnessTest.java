package org.sheliak.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonBoolean;
import org.sheliak.planner.json.JsonValue.JsonNull;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;

/// Whatever is wrong with a spec, all that is not stays planned.
final class PlannerRobustnessTest {
    private static final PlannerOptions OPTIONS = PlannerOptions.in("UTC").withInlineRows(0);
    private static final String MARK = "'marks': [{'type': 'symbol', 'from': {'data': 'good'}}]";
    private static final int MUTATIONS = 3000;
    /// Three quarters of what a thread has by default.
    private static final long SMALL_STACK_BYTES = 768 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'data': [null, 1, [], {}, {'name': 3}, {'name': 'x', 'source': {}}, {'name': 'y', 'source': [1]}, GOOD]",
                "'data': [{'name': 'x', 'url': 3, 'transform': 7}, {'name': 'y', 'url': 'a.csv', 'format': []}, GOOD]",
                "'data': [{'name': 'x', 'url': 'a', 'transform': [null, 1, {}, {'type': 5}, {'type': 'none'}]}, GOOD]",
                "'data': [GOOD], 'signals': [null, 'x', {}, {'name': []}, {'name': 's', 'update': 7, 'on': 3}]",
                "'data': [GOOD], 'scales': [null, {'name': {}, 'domain': {'data': 'good', 'fields': 1}, 'range': []}]",
                "'data': [GOOD], 'scales': {}, 'signals': 5, 'axes': [null], 'legends': 1, 'layout': [], 'config': 3",
                "'data': [GOOD, {'name': 'x', 'url': 'b', 'transform': [{'type': 'filter', 'expr': '((('}]}]",
                "'data': [GOOD, {'name': 'x', 'url': 'b', 'transform': [{'type': 'filter', 'expr': {'a': []}}]}]"
            })
    void brokenItems_leaveTheOthersAlone(String members) {
        String spec = "{" + members.replace("GOOD", "{'name': 'good', 'url': 'good.json'}") + ", " + MARK + "}";
        SpecPlan plan = Planner.plan(spec(spec), OPTIONS);
        assertThat(plan.communicationPlan().serverToClient())
                .extracting(value -> value.variable().name())
                .contains("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "||", ".a", "?1:", "("})
    void longExpressions_areNoDanger(String operator) {
        String expression = switch (operator) {
            case ".a" -> "datum" + ".a".repeat(20_000);
            case "(" -> "(".repeat(20_000) + "1" + ")".repeat(20_000);
            case "?1:" -> "1?1:".repeat(20_000) + "1";
            default -> "1" + (operator + "1").repeat(20_000);
        };
        SpecPlan plan = Planner.plan(
                spec("{'data': [{'name': 'good', 'url': 'a.json', 'transform': [{'type': 'filter', 'expr': '"
                        + expression + "'}]}], 'signals': [{'name': 's', 'update': '" + expression + "'}], " + MARK
                        + "}"),
                OPTIONS);
        assertThat(plan.communicationPlan().serverToClient()).hasSize(1);
    }

    @Test
    void longChains_areNoDanger() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread planner = new Thread(null, PlannerRobustnessTest::planLongChains, "planner", SMALL_STACK_BYTES);
        planner.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        planner.start();
        planner.join();
        assertThat(failure.get()).isNull();
    }

    private static void planLongChains() {
        int length = 1500;
        String signals = IntStream.range(0, length)
                .mapToObj(i -> "{'name': 's" + i + "', 'update': 's" + (i + 1) + " + 1'}")
                .reduce("", (left, right) -> left + right + ",");
        String data = IntStream.range(0, length)
                .mapToObj(i -> "{'name': 'd" + i + "', 'source': 'd" + (i - 1)
                        + "', 'transform': [{'type': 'filter', 'expr': 'datum.a > s" + i + "'}]}")
                .reduce("", (left, right) -> left + "," + right);
        String last = "{'type': 'symbol', 'from': {'data': 'd" + (length - 1) + "'}}";
        SpecPlan plan = Planner.plan(
                spec("{'signals': [" + signals + "{'name': 's" + length + "', 'value': 1}], 'data': [{'name': 'd-1', "
                        + "'url': 'a.json'}" + data + "], 'marks': [" + last + "]}"),
                OPTIONS);
        assertThat(plan.communicationPlan().serverToClient()).isNotEmpty();
        assertThat(plan.report().items()).hasSize(3 * length + 2);
    }

    @Test
    void nestedGroups_areNoDanger() {
        int depth = 300;
        String open = "{'type': 'group', 'marks': [".repeat(depth);
        SpecPlan plan = Planner.plan(
                spec("{'data': [{'name': 'good', 'url': 'a.json'}], 'marks': [" + open
                        + "{'type': 'symbol', 'from': {'data': 'good'}}" + "]}".repeat(depth) + "]}"),
                OPTIONS);
        assertThat(plan.communicationPlan().serverToClient()).hasSize(1);
    }

    @Test
    void mutatedSpecs_arePlanned() throws IOException {
        List<JsonObject> specs = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of("src/test/resources/specs"))) {
            for (Path path : paths.sorted().toList()) {
                specs.add((JsonObject) JsonReader.read(Files.readString(path)));
            }
        }
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            JsonValue mutated = specs.get(seed % specs.size());
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated = mutate(mutated, random);
            }
            if (mutated instanceof JsonObject spec) {
                String text = JsonWriter.write(spec);
                assertThatCode(() -> plan(spec)).as("seed %d: %s", seed, text).doesNotThrowAnyException();
            }
        }
    }

    private static void plan(JsonObject spec) {
        try {
            Planner.plan(spec, OPTIONS).report().toText();
        } catch (SheliakException refused) {
            if (refused.code() != ErrorCode.SPEC_INVALID) {
                throw refused;
            }
        }
    }

    /// The value with something in it replaced, left out or moved.
    private static JsonValue mutate(JsonValue value, Random random) {
        return switch (value) {
            case JsonObject object
            when !object.members().isEmpty() && random.nextInt(8) != 0 -> {
                List<String> names = List.copyOf(object.members().keySet());
                String name = names.get(random.nextInt(names.size()));
                Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
                if (random.nextInt(20) == 0) {
                    members.remove(name);
                } else {
                    members.put(name, mutate(members.get(name), random));
                }
                yield new JsonObject(members);
            }
            case JsonArray array
            when !array.elements().isEmpty() && random.nextInt(8) != 0 -> {
                List<JsonValue> elements = new ArrayList<>(array.elements());
                int at = random.nextInt(elements.size());
                switch (random.nextInt(20)) {
                    case 0 -> elements.remove(at);
                    case 1 -> elements.add(elements.get(at));
                    default -> elements.set(at, mutate(elements.get(at), random));
                }
                yield new JsonArray(elements);
            }
            default -> other(random);
        };
    }

    private static JsonValue other(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonNumber(random.nextInt(-2, 5));
            case 2 -> new JsonString("");
            case 3 -> new JsonArray(List.of());
            case 4 -> JsonObject.EMPTY;
            case 5 -> JsonObject.EMPTY.with("signal", new JsonString("width +"));
            case 6 -> JsonObject.EMPTY.with("signal", new JsonString("width"));
            case 7 -> new JsonBoolean(random.nextBoolean());
            case 8 -> new JsonArray(List.of(JsonNull.INSTANCE, new JsonString("a.b[")));
            default -> new JsonString("data('cars')[0].x || scale('x', 1) || unknown");
        };
    }

    private static JsonObject spec(String text) {
        return (JsonObject) JsonReader.read(text.replace('\'', '"'));
    }
}
