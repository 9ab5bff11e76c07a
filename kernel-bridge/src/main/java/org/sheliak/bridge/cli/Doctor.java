package org.sheliak.bridge.cli;

import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import java.io.PrintStream;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.sheliak.aparapi.device.OpenClDevices;

/// Says whether this JVM has what the kernel needs, a line for each part.
final class Doctor {
    private static final int REQUIRED_VERSION = 25;
    private static final long MEGABYTE = 1 << 20;

    private final PrintStream out;
    private boolean isHealthy = true;

    Doctor(PrintStream out) {
        this.out = out;
    }

    /// Prints what was found.
    ///
    /// @return whether the kernel can run here
    boolean examine() {
        examineJava();
        require("compiler", ToolProvider.getSystemJavaCompiler() != null, "there", "this is a JRE; install a JDK");
        require("Vector API", hasModule("jdk.incubator.vector"), "there", "add --add-modules=jdk.incubator.vector");
        boolean isOpen = Object.class.getModule().isOpen("java.nio", Doctor.class.getModule());
        require("memory access", isOpen, "allowed", "add --add-opens=java.base/java.nio=ALL-UNNAMED");
        say("ok", "memory", Runtime.getRuntime().maxMemory() / MEGABYTE + " MB for the heap, and as much for columns");
        say("ok", "OpenCL", describeDevice());
        return isHealthy;
    }

    private void examineJava() {
        String found = Runtime.version() + " (" + System.getProperty("java.home") + ")";
        require(
                "Java",
                Runtime.version().feature() >= REQUIRED_VERSION,
                found,
                found + "; a JDK " + REQUIRED_VERSION + " or newer is needed");
    }

    private void require(String part, boolean isThere, String found, String advice) {
        isHealthy &= isThere;
        say(isThere ? "ok" : "missing", part, isThere ? found : advice);
    }

    private void say(String state, String part, String text) {
        out.printf("%-8s %s: %s%n", state, part, text);
    }

    private static boolean hasModule(String name) {
        return ModuleLayer.boot().findModule(name).isPresent();
    }

    @SuppressWarnings("CatchThrowable") // a broken driver throws errors of every kind
    private static String describeDevice() {
        try {
            Optional<OpenCLDevice> device = OpenClDevices.largest(Device.TYPE.GPU);
            return device.map(OpenClDevices::describe)
                    .orElse("no GPU found; columns are counted on the CPU, which is complete and fast");
        } catch (Throwable failure) {
            return "cannot be used (" + failure + "); columns are counted on the CPU";
        }
    }
}
