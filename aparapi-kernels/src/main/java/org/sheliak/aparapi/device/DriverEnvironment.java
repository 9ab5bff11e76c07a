package org.sheliak.aparapi.device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// What OpenCL drivers read from the environment when they are loaded.
final class DriverEnvironment {
    /// PoCL takes SIGFPE for itself, and then an integer division by zero anywhere in the JVM gives a number instead
    /// of an ArithmeticException. Its kernels here divide no integers.
    private static final String POCL_SIGFPE_HANDLER = "POCL_SIGFPE_HANDLER";

    private DriverEnvironment() {}

    /// Has PoCL leave SIGFPE to the JVM. Works only before the driver is loaded.
    static void leaveSignalsToTheJvm() {
        setVariable(POCL_SIGFPE_HANDLER, "0");
    }

    /// Sets a variable for native code; Java's own view of the environment does not change.
    /// Does nothing where the C library has no `setenv`, as on Windows, where there are no signals to take either.
    @SuppressWarnings({"restricted", "CatchThrowable"}) // invokeExact declares Throwable
    private static void setVariable(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        MethodHandle call = linker.downcallHandle(
                setenv.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int status = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (status != 0) {
                throw new IllegalStateException("setenv " + name + " failed with status " + status);
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("setenv " + name + " failed", failure);
        }
    }
}
