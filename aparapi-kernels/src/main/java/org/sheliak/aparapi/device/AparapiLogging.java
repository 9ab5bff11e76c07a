package org.sheliak.aparapi.device;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Aparapi's own log, which would set the level of every root handler and print stack traces.
final class AparapiLogging {
    /// Held: the log manager keeps loggers weakly, and a new one would have its level from the configuration again.
    private static final Logger LOGGER = Logger.getLogger("com.aparapi.logLevel");

    private AparapiLogging() {}

    /// Loads Aparapi's configuration, puts back what it did to the root handlers and turns its log off.
    static synchronized void quieten() {
        Map<Handler, Level> levels = new LinkedHashMap<>();
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            levels.put(handler, handler.getLevel());
        }
        try {
            Class.forName("com.aparapi.Config");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("aparapi is not on the class path", e);
        }
        levels.forEach(Handler::setLevel);
        LOGGER.setLevel(Level.OFF);
    }
}
