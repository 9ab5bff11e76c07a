package org.sheliak.bridge.cli;

import java.nio.file.Path;
import org.sheliak.bridge.connection.ConnectionFile;
import org.sheliak.planner.error.SheliakException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Parameters;

/// The command line of the jar.
@Command(
        name = "sheliak",
        description = "Vega charts of large data: their data are evaluated in the JVM.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {TransformCommand.class, PlanCommand.class})
public final class Main {
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"sheliak " + version, "Java ${java.version}"};
        }
    }

    private Main() {}

    /// Runs a command and ends the process with its exit status.
    public static void main(String... arguments) {
        TerminalLog.open();
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> {
            if (!(e instanceof SheliakException)) {
                throw e;
            }
            command.getErr().println("sheliak: " + e.getMessage());
            return 1;
        });
        System.exit(commandLine.execute(arguments));
    }

    @Command(description = "Runs the Jupyter kernel; Jupyter calls this.", mixinStandardHelpOptions = true)
    int kernel(
            @Parameters(paramLabel = "CONNECTION_FILE", description = "Written by Jupyter: the addresses and the key.")
                    Path connectionFile) {
        KernelProcess.run(ConnectionFile.read(connectionFile));
        return 0;
    }

    @Command(description = "Says whether this Java has what the kernel needs.", mixinStandardHelpOptions = true)
    int doctor() {
        return new Doctor(System.out).examine() ? 0 : 1;
    }
}
