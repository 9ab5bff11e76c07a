package org.sheliak.aparapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sheliak.runtime.kernel.Accelerator;

/// A machine whose OpenCL loader finds no driver, which needs a process of its own.
class WithoutOpenClTest {

    @Test
    void noDriver_isSaidInOneLineAndNothingElse(@TempDir Path noDrivers) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.SimpleFormatter.format=%5$s%n",
                "-Dsheliak.opencl.device=cpu",
                "-cp",
                System.getProperty("java.class.path"),
                OpenTheDevice.class.getName());
        process.environment().put("OCL_ICD_VENDORS", noDrivers.toString());
        // libjsig, preloaded here, writes a warning of its own to the native error stream.
        process.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process child = process.start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactly("OpenCL: no device found; columns are counted on the CPU", "device: none");
    }

    /// What the child process runs: finds the accelerator as the runtime does.
    static final class OpenTheDevice {
        public static void main(String... arguments) {
            System.setErr(System.out);
            List<Accelerator> found = ServiceLoader.load(Accelerator.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            OpenClAccelerator accelerator = (OpenClAccelerator) found.getFirst();
            System.out.println("device: " + accelerator.awaitDevice().orElse("none"));
        }
    }
}
