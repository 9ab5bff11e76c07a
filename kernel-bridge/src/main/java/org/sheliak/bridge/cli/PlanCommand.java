package org.sheliak.bridge.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.planning.Planner;
import org.sheliak.planner.planning.PlannerOptions;
import org.sheliak.planner.planning.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sheliak plan`.
@Command(
        name = "plan",
        description = "Says where each data set and signal of a chart runs, why, and what crosses.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IN", arity = "1..*", description = SpecFile.DESCRIPTION)
    private List<String> inputs = List.of();

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "Time zone of the viewer; default: that of this machine.")
    private ZoneId timezone = ZoneId.systemDefault();

    @Option(names = "--json", description = "Print JSON, one line for each spec, in place of text.")
    private boolean isJson;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        List<SpecFile> files = SpecFile.of(inputs);
        PrintWriter out = command.commandLine().getOut();
        Messages messages = new Messages(command.commandLine().getErr());
        SpecCompiler compiler = new SpecCompiler();
        for (SpecFile file : files) {
            messages.of(file, () -> {
                VegaSpec spec = compiler.compile(file.read());
                spec.warnings().forEach(warning -> messages.warn(file, "", warning));
                Report report = Planner.plan(spec.json(), PlannerOptions.in(timezone.getId()))
                        .report();
                if (isJson) {
                    out.println(JsonWriter.write(SpecReport.of(file, spec, report)));
                } else {
                    out.print(SpecReport.heading(file, spec) + report.toText());
                }
                out.flush();
            });
        }
        return messages.summarize();
    }
}
