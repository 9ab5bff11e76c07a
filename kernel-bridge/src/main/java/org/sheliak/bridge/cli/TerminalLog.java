package org.sheliak.bridge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.ConsoleHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// The log, on the standard error that the process was started with: the terminal of Jupyter. What cells print goes
/// elsewhere.
final class TerminalLog {
    private TerminalLog() {}

    /// Called before standard error is replaced.
    static void open() {
        try (InputStream settings = TerminalLog.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Logger.getLogger("").addHandler(new ConsoleHandler());
    }
}
