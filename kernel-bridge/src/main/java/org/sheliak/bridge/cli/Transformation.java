package org.sheliak.bridge.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonNumber;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.planning.Report;
import org.sheliak.planner.planning.Report.Cause;
import org.sheliak.planner.planning.Report.Kind;
import org.sheliak.runtime.inline.EvaluatedSpec;
import org.sheliak.runtime.inline.EvaluationOptions;
import org.sheliak.runtime.inline.SpecEvaluator;

/// Evaluates specs, one after the other, and writes them with their data.
final class Transformation implements AutoCloseable {
    private final Destination destination;
    private final List<Path> dataRoots;
    private final EvaluationOptions options;
    private final Messages messages;
    private final boolean isVerbose;
    private final SpecCompiler compiler = new SpecCompiler();
    private final Runtimes runtimes = new Runtimes();
    private final List<JsonValue> reports = new ArrayList<>();

    /// @param dataRoots the folders that specs may read, or none for the folder of each spec
    Transformation(
            Destination destination,
            List<Path> dataRoots,
            EvaluationOptions options,
            Messages messages,
            boolean isVerbose) {
        this.destination = destination;
        this.dataRoots = List.copyOf(dataRoots);
        this.options = options;
        this.messages = messages;
        this.isVerbose = isVerbose;
    }

    void run(List<SpecFile> files) {
        for (SpecFile file : files) {
            messages.of(file, () -> transform(file));
        }
    }

    private void transform(SpecFile file) {
        long start = System.nanoTime();
        VegaSpec spec = compiler.compile(file.read());
        spec.warnings().forEach(warning -> messages.warn(file, "", warning));
        long compiled = System.nanoTime();
        EvaluatedSpec evaluated = evaluate(file, spec);
        destination.write(file, JsonWriter.write(evaluated.spec()));
        evaluated.warnings().forEach(warning -> messages.warn(file, warning.pointer(), warning.message()));
        reports.add(SpecReport.of(file, spec, evaluated.report())
                .with("warnings", SpecReport.warnings(evaluated.warnings())));
        if (isVerbose) {
            String origin = spec.isCompiled() ? "compiled by " + spec.compiler() : "read";
            String took = origin + " in " + millis(start, compiled) + " ms, evaluated in "
                    + millis(compiled, System.nanoTime()) + " ms";
            messages.note(file, "", took);
            noteRemaining(file, evaluated.report());
        }
    }

    private void noteRemaining(SpecFile file, Report report) {
        for (Report.Item item : report.items()) {
            if (item.kind() != Kind.DATA && item.cause() instanceof Cause(String pointer, String reason)) {
                String what = item.kind().name().toLowerCase(Locale.ROOT) + " " + item.name();
                messages.note(file, pointer, what + " stays in the browser: " + reason);
            }
        }
    }

    private EvaluatedSpec evaluate(SpecFile file, VegaSpec spec) {
        SpecEvaluator evaluator =
                new SpecEvaluator(runtimes.of(dataRoots.isEmpty() ? List.of(file.folder()) : dataRoots));
        try {
            return evaluator.evaluate(spec.json(), options);
        } catch (SheliakException error) {
            throw spec.isCompiled() ? SpecReport.inCompiled(error, spec) : error;
        }
    }

    private static long millis(long start, long end) {
        return (end - start) / 1_000_000;
    }

    /// Writes what was done with each spec, and how many failed.
    void writeReport(Path file) {
        JsonObject report = JsonObject.EMPTY
                .with("specs", new JsonArray(reports))
                .with("failed", new JsonNumber(messages.failures()));
        Destination.write(file, (JsonWriter.write(report) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        runtimes.close();
    }
}
