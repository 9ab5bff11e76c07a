package org.sheliak.bridge.kernel.jshell;

/// Colours of a terminal, which notebooks show in tracebacks.
final class Ansi {
    private static final String RESET = "\u001B[0m";

    private Ansi() {}

    static String red(String text) {
        return "\u001B[31m" + text + RESET;
    }

    static String bold(String text) {
        return "\u001B[1m" + text + RESET;
    }
}
