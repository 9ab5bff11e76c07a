package org.sheliak.bridge.kernel.jshell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;
import org.sheliak.bridge.kernel.jshell.CellInterruption.InterruptedCell;

/// Runs the code of cells in this JVM, on the calling thread, and keeps the value itself instead of its text.
final class CellExecutionControl extends DirectExecutionControl {
    private final ReentrantLock compiler;
    private final Object guard = new Object();
    private @Nullable Thread userThread;
    private boolean isCellRunning;
    private @Nullable Object value;
    private @Nullable Throwable thrown;

    /// @param compiler held by the caller of every method; free while code of a cell runs
    CellExecutionControl(ReentrantLock compiler) {
        this.compiler = compiler;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(InterruptionWeaver.weave(classes, Thread.currentThread().getContextClassLoader()));
    }

    /// The value that the code which ran last returned.
    @Nullable
    Object value() {
        return value;
    }

    /// What the code which ran last threw; null when it returned.
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    void beginCell() {
        synchronized (guard) {
            isCellRunning = true;
        }
    }

    void endCell() {
        synchronized (guard) {
            isCellRunning = false;
            CellInterruption.clear();
        }
    }

    /// Forgets the value and error of the code that ran last.
    void forget() {
        value = null;
        thrown = null;
    }

    /// Interrupts the running cell. Its thread is interrupted only inside code of the cell: in the compiler
    /// that would close the files that the compiler reads.
    void interruptCell(Thread cellThread) {
        synchronized (guard) {
            if (isCellRunning) {
                CellInterruption.request(cellThread);
                if (userThread != null) {
                    userThread.interrupt();
                }
            }
        }
    }

    /// Runs code of the person, so that it can be interrupted and the compiler answers questions meanwhile.
    <T> T runUserCode(Callable<T> code) throws Exception {
        enter();
        compiler.unlock();
        try {
            return code.call();
        } finally {
            leave();
            compiler.lock();
        }
    }

    @Override
    protected String invoke(Method doit) throws Exception {
        try {
            value = runUserCode(() -> doit.invoke(null));
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        }
        return "";
    }

    private void enter() throws InvocationTargetException {
        synchronized (guard) {
            if (CellInterruption.isRequested()) {
                throw new InvocationTargetException(new InterruptedCell());
            }
            userThread = Thread.currentThread();
        }
    }

    private void leave() {
        synchronized (guard) {
            userThread = null;
            Thread.interrupted();
        }
    }
}
