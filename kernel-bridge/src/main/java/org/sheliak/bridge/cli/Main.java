package org.sheliak.bridge.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.sheliak.bridge.connection.ConnectionFile;
import org.sheliak.planner.error.SheliakException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
            return new String[] {"sheliak " + version, SpecCompiler.vegaLite(), "Java ${java.version}"};
        }
    }

    private static final int FAILED = 1;
    private static final int WRONGLY_USED = 2;

    private Main() {}

    /// Runs a command and ends the process with its exit status.
    public static void main(String... arguments) {
        TerminalLog.open();
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.registerConverter(ZoneId.class, Main::zone);
        commandLine.setParameterExceptionHandler((e, _) -> refuse(e));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> {
            if (!(e instanceof SheliakException)) {
                throw e;
            }
            command.getErr().println("sheliak: " + e.getMessage());
            return FAILED;
        });
        System.exit(commandLine.execute(arguments));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new TypeConversionException(
                    "there is no time zone \"" + name + "\", expected one such as Europe/Berlin");
        }
    }

    /// Says what is wrong in one line: the whole help would hide it.
    private static int refuse(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter errors = command.getErr();
        errors.println("sheliak: " + wrong.getMessage());
        errors.println("`" + command.getCommandSpec().qualifiedName() + " --help` says how it is used");
        return WRONGLY_USED;
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
