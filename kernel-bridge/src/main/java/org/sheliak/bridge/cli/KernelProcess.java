package org.sheliak.bridge.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.sheliak.Display;
import org.sheliak.MimeBundle;
import org.sheliak.bridge.comm.CommRegistry;
import org.sheliak.bridge.connection.ConnectionFile;
import org.sheliak.bridge.connection.KernelSockets;
import org.sheliak.bridge.connection.Session;
import org.sheliak.bridge.kernel.CellOutput;
import org.sheliak.bridge.kernel.Kernel;
import org.sheliak.bridge.kernel.KernelBackend;
import org.sheliak.bridge.kernel.ValueRenderer;
import org.sheliak.bridge.kernel.jshell.JShellBackend;
import org.sheliak.bridge.protocol.IopubContent.DisplayData;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.bridge.protocol.MessageCodec;
import org.sheliak.bridge.protocol.MessageSigner;
import org.sheliak.bridge.widget.ChartRenderer;
import org.sheliak.bridge.widget.WidgetControl;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;

/// The kernel of this process, put together from its parts.
final class KernelProcess {
    private KernelProcess() {}

    /// Runs until Jupyter ends the kernel.
    static void run(ConnectionFile connection) {
        MessageCodec codec = new MessageCodec(new MessageSigner(connection.signatureScheme(), connection.key()));
        KernelSockets sockets = new KernelSockets(connection, codec);
        Session session = new Session(sockets);
        ExecutorService pool = pool();
        CommRegistry comms = new CommRegistry(session, pool);
        Supplier<SheliakRuntime> runtime = startedOn(pool);
        comms.register(WidgetControl.TARGET, new WidgetControl(comms));
        ValueRenderer renderer = new ValueRenderer(List.of(new ChartRenderer(comms, runtime)));
        CellOutput output = new CellOutput(session);
        System.setOut(output.stream("stdout"));
        System.setErr(output.stream("stderr"));
        Display.connect(value -> display(renderer.render(value), session, output));
        KernelBackend backend = new JShellBackend(renderer);
        Kernel kernel = new Kernel(session, backend, comms, output, sockets::close);
        whenJupyterIsGone(sockets::close);
        kernel.start();
        sockets.run(kernel);
        backend.shutdown();
    }

    /// A server that was killed sends no shutdown request.
    private static void whenJupyterIsGone(Runnable stop) {
        String server = System.getenv("JPY_PARENT_PID");
        if (server != null && server.chars().allMatch(Character::isDigit)) {
            ProcessHandle.of(Long.parseLong(server))
                    .ifPresent(process -> Thread.ofPlatform()
                            .daemon()
                            .name("sheliak-server")
                            .start(() -> {
                                process.onExit().join();
                                stop.run();
                            }));
        }
    }

    private static void display(MimeBundle bundle, Session session, CellOutput output) {
        output.flush();
        session.publish(session.cell(), new DisplayData(bundle.data(), Json.object()));
    }

    /// The runtime, which starts while the first cell is still being typed.
    private static Supplier<SheliakRuntime> startedOn(ExecutorService pool) {
        return CompletableFuture.supplyAsync(() -> SheliakRuntime.start(RuntimeSettings.defaults()), pool)::join;
    }

    private static ExecutorService pool() {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("sheliak-comm-", 0).factory());
    }
}
