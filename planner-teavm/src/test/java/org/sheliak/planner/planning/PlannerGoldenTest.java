package org.sheliak.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;

/// Compares the plans of the specs under `src/test/resources/specs` with the golden files. `-Dgolden.update=true`
/// writes them anew. That JavaScript makes the same plans is the matter of `plans.test.mjs`.
final class PlannerGoldenTest {
    private static final Path SPECS = Path.of("src/test/resources/specs");
    private static final Path GOLDENS = Path.of("src/test/resources/golden/plan");
    private static final String SUFFIX = ".vg.json";

    @TestFactory
    List<DynamicTest> plan_ofEachSpec_isTheGoldenOne() throws IOException {
        try (Stream<Path> specs = Files.list(SPECS)) {
            return specs.sorted()
                    .map(spec -> DynamicTest.dynamicTest(name(spec), () -> check(spec)))
                    .toList();
        }
    }

    private static String name(Path spec) {
        String file = spec.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    private static void check(Path spec) throws IOException {
        PlannerOptions options =
                PlannerOptions.in("Europe/Berlin").withTables(Set.of("flights")).withInlineRows(2);
        String text = PlanText.of(Planner.plan((JsonObject) JsonReader.read(Files.readString(spec)), options));
        Path golden = GOLDENS.resolve(name(spec) + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
