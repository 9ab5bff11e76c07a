package org.sheliak.bridge.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The header of a message; a reply carries the header of its request as parent.
///
/// @param msgId unique among all messages of the session
/// @param session of the sender
/// @param date ISO 8601, UTC
/// @param version of the message protocol
public record Header(String msgId, String session, String username, String date, String msgType, String version) {
    /// The version of the Jupyter message protocol that is spoken here.
    public static final String PROTOCOL_VERSION = "5.4";

    /// A header for a new message of this kernel.
    public static Header of(String msgType, String session) {
        String date = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        return new Header(UUID.randomUUID().toString(), session, "sheliak", date, msgType, PROTOCOL_VERSION);
    }
}
