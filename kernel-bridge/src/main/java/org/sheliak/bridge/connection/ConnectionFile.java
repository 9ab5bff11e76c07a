package org.sheliak.bridge.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.sheliak.bridge.protocol.Json;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Where Jupyter expects the kernel's sockets, and the key that messages are signed with.
public record ConnectionFile(
        String transport,
        String ip,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int hbPort,
        String signatureScheme,
        String key) {
    public ConnectionFile {
        signatureScheme = Objects.requireNonNullElse(signatureScheme, "hmac-sha256");
        key = Objects.requireNonNullElse(key, "");
    }

    /// Reads the file that Jupyter wrote.
    ///
    /// @throws SheliakException PROTOCOL when the file is missing or is not a connection file
    public static ConnectionFile read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), ConnectionFile.class);
        } catch (IOException e) {
            String detail = "cannot read the connection file " + file + ": " + e.getMessage();
            throw new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail, e);
        }
    }

    String address(int port) {
        String separator = transport.equals("ipc") ? "-" : ":";
        return transport + "://" + ip + separator + port;
    }
}
