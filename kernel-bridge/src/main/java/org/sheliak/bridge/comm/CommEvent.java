package org.sheliak.bridge.comm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.sheliak.bridge.protocol.Header;

/// What the frontend sent by a comm.
///
/// @param parent the header of the message, which answers to it carry as parent
/// @param buffers the binary frames, not to be changed
public record CommEvent(Header parent, JsonNode data, List<byte[]> buffers) {}
