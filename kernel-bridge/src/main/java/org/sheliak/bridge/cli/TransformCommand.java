package org.sheliak.bridge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sheliak.runtime.inline.EvaluationOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sheliak transform`.
@Command(
        name = "transform",
        description = "Evaluates the data of charts and writes Vega specs that have them inline.",
        mixinStandardHelpOptions = true)
final class TransformCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IN", arity = "1..*", description = SpecFile.DESCRIPTION)
    private List<String> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE or DIR",
            description = "Where the Vega spec goes, or the folder for several; default: standard output.")
    private @Nullable String output;

    @Option(
            names = "--data-root",
            paramLabel = "DIR",
            description = "A folder that specs may read files from, and that relative names begin at; several may be "
                    + "given. Default: the folder of each spec.")
    private List<Path> dataRoots = List.of();

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "Time zone of the viewer; default: that of this machine.")
    private ZoneId timezone = ZoneId.systemDefault();

    @Option(names = "--row-limit", paramLabel = "N", description = "Keep at most N rows of each data set, and say so.")
    private int rowLimit = Integer.MAX_VALUE;

    @Option(
            names = "--keep-interaction",
            description = "Leave data that a selection or an input changes to the browser, with all their rows.")
    private boolean keepsInteraction;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What random numbers begin with, as by vega.setRandom(vega.randomLCG(N)).")
    private @Nullable Double seed;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was done with each spec as JSON.")
    private @Nullable Path report;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say what compiled each spec, how long it took, and what stays in the browser and why.")
    private boolean isVerbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        if (rowLimit < 0) {
            throw wrongUsage("--row-limit " + rowLimit + ": expected 0 or more");
        }
        for (Path root : dataRoots) {
            if (!Files.isDirectory(root)) {
                throw wrongUsage("--data-root " + root + ": there is no such folder");
            }
        }
        List<SpecFile> files = SpecFile.of(inputs);
        Messages messages = new Messages(command.commandLine().getErr());
        EvaluationOptions options = new EvaluationOptions(timezone.getId(), rowLimit, keepsInteraction, seed);
        try (Transformation transformation =
                new Transformation(destination(files), dataRoots, options, messages, isVerbose)) {
            transformation.run(files);
            if (report != null) {
                transformation.writeReport(report);
            }
        }
        return messages.summarize();
    }

    private Destination destination(List<SpecFile> files) {
        try {
            return Destination.of(output, inputs.stream().map(Path::of).anyMatch(Files::isDirectory), files);
        } catch (IllegalArgumentException impossible) {
            throw wrongUsage(impossible.getMessage());
        }
    }

    private ParameterException wrongUsage(@Nullable String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
