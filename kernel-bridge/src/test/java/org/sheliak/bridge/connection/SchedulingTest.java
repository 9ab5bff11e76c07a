package org.sheliak.bridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SchedulingTest {
    private static final String OTHER = "0";
    private static final String BATCH = "3";

    /// Where the fields behind the name of the command have the policy: see proc_pid_stat(5).
    private static final int POLICY = 38;

    @Test
    void waitForFreeCore_changesTheCallingThreadAndThoseThatItStarts() throws InterruptedException {
        List<String> policies = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            policies.add(policy());
            Scheduling.waitForFreeCore();
            policies.add(policy());
            join(Thread.ofPlatform().start(() -> policies.add(policy())));
        });
        thread.join();
        assertThat(policies).containsExactly(OTHER, BATCH, BATCH);
        assertThat(policy()).isEqualTo(OTHER);
    }

    private static String policy() {
        try {
            String status = Files.readString(Path.of("/proc/thread-self/stat"));
            return List.of(status.substring(status.lastIndexOf(')') + 2).split(" ", -1))
                    .get(POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
