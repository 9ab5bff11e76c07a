package org.sheliak.bridge.kernel.jshell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.kernel.KernelBackend;
import org.sheliak.bridge.kernel.ValueRenderer;
import org.sheliak.bridge.kernel.jshell.CellSource.Place;
import org.sheliak.bridge.protocol.ShellReply.LanguageInfo;

/// Java, compiled by JShell and run in this JVM, so that cells and charts share tables without a copy.
public final class JShellBackend implements KernelBackend {
    private static final List<String> IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.regex.*",
            "java.util.stream.*",
            "org.sheliak.*",
            "static org.sheliak.Display.display");

    private final ReentrantLock compiler = new ReentrantLock();
    private final CellExecutionControl control = new CellExecutionControl(compiler);
    private final CountDownLatch started = new CountDownLatch(1);
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final ValueRenderer renderer;
    private volatile @Nullable JShell shell;
    private volatile @Nullable Thread cellThread;

    public JShellBackend(ValueRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public LanguageInfo languageInfo() {
        return new LanguageInfo("java", System.getProperty("java.version"), "text/x-java", ".jshell", "java", "java");
    }

    @Override
    public void start() {
        compiler.lock();
        try {
            cellThread = Thread.currentThread();
            JShell created =
                    JShell.builder().executionEngine(provider(), Map.of()).build();
            created.addToClasspath(System.getProperty("java.class.path"));
            for (String imported : IMPORTS) {
                created.eval("import " + imported + ";");
            }
            shell = created;
        } finally {
            compiler.unlock();
            started.countDown();
        }
    }

    @Override
    public CellResult execute(String code, int executionCount) {
        compiler.lock();
        control.beginCell();
        try {
            CellSource cell = new CellSource(code, executionCount);
            return new CellEvaluation(shell(), control, renderer, places, cell).run();
        } finally {
            control.endCell();
            compiler.unlock();
        }
    }

    @Override
    public Completion complete(String code, int cursor) {
        return ask(analysis -> analysis.complete(code, cursor));
    }

    @Override
    public Optional<String> inspect(String code, int cursor) {
        return ask(analysis -> analysis.inspect(code, cursor));
    }

    @Override
    public Completeness isComplete(String code) {
        return ask(analysis -> analysis.isComplete(code));
    }

    @Override
    public void interrupt() {
        Thread thread = cellThread;
        if (thread != null) {
            control.interruptCell(thread);
        }
    }

    @Override
    public void shutdown() {
        JShell known = shell;
        if (known != null) {
            known.close();
        }
    }

    private <T> T ask(Function<CodeAnalysis, T> question) {
        JShell known = shell();
        compiler.lock();
        try {
            return question.apply(new CodeAnalysis(known.sourceCodeAnalysis()));
        } finally {
            compiler.unlock();
        }
    }

    private JShell shell() {
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before Java was ready", e);
        }
        JShell known = shell;
        if (known == null) {
            throw new IllegalStateException("JShell could not be started");
        }
        return known;
    }

    private ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "sheliak";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return control;
            }
        };
    }
}
