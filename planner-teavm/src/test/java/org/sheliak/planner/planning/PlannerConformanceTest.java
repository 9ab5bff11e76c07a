package org.sheliak.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.taskgraph.TaskGraphEncoder;

/// Plans the Vega specs of a folder with conformance specs, where there is one: none may be refused.
///
/// The folder is `../shared/conformance` beside the checkout, or the one that the environment variable
/// `SHELIAK_CONFORMANCE` names.
final class PlannerConformanceTest {

    @TestFactory
    List<DynamicTest> plan_ofEachConformanceSpec_isMade() throws IOException {
        Path folder = Optional.ofNullable(System.getenv("SHELIAK_CONFORMANCE"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("sheliak.root", ".."), "..", "shared", "conformance"))
                .resolve("vega");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no conformance specs at " + folder);
        try (Stream<Path> specs = Files.list(folder)) {
            return specs.filter(path -> path.toString().endsWith(".vg.json"))
                    .sorted()
                    .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)))
                    .toList();
        }
    }

    private static void check(Path path) throws IOException {
        JsonObject spec = (JsonObject) JsonReader.read(Files.readString(path));
        SpecPlan plan = Planner.plan(spec, PlannerOptions.in("UTC").withInlineRows(0));
        assertThat(TaskGraphEncoder.encode(plan.taskGraph())).isNotEmpty();
        assertThat(plan.report().items()).isNotEmpty();
        boolean movesNothing = plan.communicationPlan().serverToClient().isEmpty();
        assertThat(plan.clientSpec().equals(spec)).isEqualTo(movesNothing);
    }
}
