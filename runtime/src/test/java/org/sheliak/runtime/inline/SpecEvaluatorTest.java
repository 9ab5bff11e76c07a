package org.sheliak.runtime.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.inline.EvaluatedSpec.Kind;
import org.sheliak.runtime.inline.EvaluatedSpec.Warning;

class SpecEvaluatorTest {
    private static final String MARKS = ", \"marks\": [{\"type\": \"symbol\", \"from\": {\"data\": \"t\"},"
            + " \"encode\": {\"update\": {\"x\": {\"field\": \"c\"}, \"y\": {\"signal\": \"datum.b\"}}}}]}";

    @TempDir
    private Path folder;

    private SheliakRuntime runtime;

    @BeforeEach
    void start() {
        runtime = SheliakRuntime.start(new RuntimeSettings(1 << 24, 1 << 20, List.of(folder)));
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void evaluate_file_putsRowsIntoTheSpec() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "b,c\nu,1\nu,2\nv,3\n");
        EvaluatedSpec evaluated = evaluate("""
                {"data": [{"name": "t", "url": "t.csv", "format": {"type": "csv", "parse": "auto"},
                  "transform": [{"type": "aggregate", "groupby": ["b"], "fields": ["c"], "ops": ["sum"], "as": ["c"]}]}]
                """, options());
        assertThat(evaluated.spec().get("data"))
                .isEqualTo(JsonReader.read(
                        "[{\"name\": \"t\", \"values\": [{\"b\": \"u\", \"c\": 3}, {\"b\": \"v\", \"c\": 3}]}]"));
        assertThat(evaluated.warnings()).isEmpty();
    }

    @Test
    void evaluate_noFile_failsAtTheDataSet() {
        assertThatThrownBy(() -> evaluate("{\"data\": [{\"name\": \"t\", \"url\": \"none.csv\"}]", options()))
                .isInstanceOfSatisfying(SheliakException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.DATA_SOURCE);
                    assertThat(error.location().pointer()).isEqualTo("/data/0");
                });
    }

    @Test
    void evaluate_rowLimit_warns() {
        EvaluatedSpec evaluated = evaluate(
                "{\"data\": [{\"name\": \"t\", \"values\": [{\"c\": 1}, {\"c\": 2}, {\"c\": 3}]}]",
                new EvaluationOptions("UTC", 2, false, null));
        assertThat(evaluated.warnings())
                .containsExactly(new Warning(Kind.ROW_LIMIT, "/data/0", "the row limit keeps 2 of the 3 rows of t"));
        assertThat(evaluated.spec().get("data"))
                .isEqualTo(JsonReader.read("[{\"name\": \"t\", \"values\": [{\"c\": 1}, {\"c\": 2}]}]"));
    }

    @Test
    void evaluate_interaction_isFrozenAndSaidOrKept() {
        String spec = """
                {"signals": [{"name": "least", "value": 2, "bind": {"input": "range"}}],
                 "data": [{"name": "t", "values": [{"c": 1}, {"c": 2}],
                  "transform": [{"type": "filter", "expr": "datum.c >= least"}]}]
                """;
        EvaluatedSpec frozen = evaluate(spec, options());
        assertThat(frozen.spec().get("data"))
                .isEqualTo(JsonReader.read("[{\"name\": \"t\", \"values\": [{\"c\": 2}]}]"));
        assertThat(frozen.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.INTERACTION);
            assertThat(warning.pointer()).isEqualTo("/signals/0");
        });
        EvaluatedSpec kept = evaluate(spec, new EvaluationOptions("UTC", Integer.MAX_VALUE, true, null));
        assertThat(kept.warnings()).isEmpty();
        assertThat(String.valueOf(kept.spec().get("data"))).contains("filter");
    }

    @Test
    void evaluate_fileOfTheBrowser_isPutIntoTheSpec_addressesStay() throws IOException {
        // The kernel knows no such member of a format.
        Files.writeString(folder.resolve("map.json"), "{\"objects\": {}}");
        String map = "\"format\": {\"type\": \"json\", \"other\": true}";
        EvaluatedSpec evaluated = evaluate(
                "{\"data\": [{\"name\": \"t\", \"url\": \"map.json\", " + map + "},"
                        + " {\"name\": \"far\", \"url\": \"https://example.org/map.json\", " + map + "},"
                        + " {\"name\": \"none\", \"url\": \"none.json\", " + map + "}]",
                options());
        assertThat(evaluated.spec().get("data"))
                .isEqualTo(JsonReader.read("[{\"name\": \"t\", " + map + ", \"values\": {\"objects\": {}}},"
                        + " {\"name\": \"far\", \"url\": \"https://example.org/map.json\", " + map + "},"
                        + " {\"name\": \"none\", \"url\": \"none.json\", " + map + "}]"));
        assertThat(evaluated.warnings())
                .extracting(Warning::kind, Warning::pointer)
                .containsExactly(tuple(Kind.ADDRESS, "/data/1"), tuple(Kind.ADDRESS, "/data/2"));
    }

    private EvaluatedSpec evaluate(String specWithoutMarks, EvaluationOptions options) {
        JsonObject spec = (JsonObject) JsonReader.read(specWithoutMarks + MARKS);
        return new SpecEvaluator(runtime).evaluate(spec, options);
    }

    private static EvaluationOptions options() {
        return EvaluationOptions.in("UTC");
    }
}
