package org.sheliak.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.planning.Planner;
import org.sheliak.planner.planning.PlannerOptions;
import org.sheliak.planner.planning.SpecPlan;
import org.sheliak.planner.taskgraph.TaskGraphEncoder;

/// Writes the plans that the JVM makes of the specs under `src/test/resources/specs` to `target/plans`, where
/// `src/test/node/plans.test.mjs` compares them with those that JavaScript makes.
final class PlanFilesTest {
    private static final Path SPECS = Path.of("src/test/resources/specs");
    private static final Path PLANS = Path.of("target/plans");

    @Test
    void plans_ofAllSpecs_areWrittenForNode() throws IOException {
        Files.createDirectories(PLANS);
        try (Stream<Path> specs = Files.list(SPECS)) {
            List<Path> paths = specs.sorted().toList();
            assertThat(paths).isNotEmpty();
            for (Path path : paths) {
                Files.writeString(PLANS.resolve(path.getFileName() + ".txt"), plan(Files.readString(path)));
            }
        }
    }

    /// Client spec, task graph in hexadecimal digits, communication plan and report, each on its line.
    private static String plan(String spec) {
        PlannerOptions options =
                PlannerOptions.in("Europe/Berlin").withTables(Set.of("flights")).withInlineRows(2);
        SpecPlan plan = Planner.plan((JsonObject) JsonReader.read(spec), options);
        return String.join(
                "\n",
                JsonWriter.write(plan.clientSpec()),
                HexFormat.of().formatHex(TaskGraphEncoder.encode(plan.taskGraph())),
                JsonWriter.write(plan.communicationPlan().toJson()),
                JsonWriter.write(plan.report().toJson()));
    }
}
