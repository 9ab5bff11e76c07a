package org.sheliak.bridge.connection;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the operating system schedules threads.
final class Scheduling {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);

    /// `SCHED_BATCH` of Linux: see sched(7).
    private static final int BATCH = 3;

    private static final int CALLING_THREAD = 0;

    private Scheduling() {}

    /// Asks Linux that the calling thread, and the threads that it starts from now on, wait for a free core when woken,
    /// instead of taking their waker's. Elsewhere, and where it is not granted, nothing changes.
    @SuppressWarnings({"restricted", "CatchThrowable"}) // invokeExact declares Throwable
    static void waitForFreeCore() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().findOrThrow("sched_setscheduler");
        MethodHandle setScheduler = linker.downcallHandle(
                function,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
            int status = (int) setScheduler.invokeExact(CALLING_THREAD, BATCH, priority);
            LOG.debug("sched_setscheduler of {}: {}", Thread.currentThread().getName(), status);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("sched_setscheduler failed", failure);
        }
    }
}
