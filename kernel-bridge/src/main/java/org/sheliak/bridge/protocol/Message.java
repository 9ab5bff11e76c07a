package org.sheliak.bridge.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// One Jupyter message.
///
/// @param identities routing prefix of a ROUTER socket; on iopub the topic
/// @param parent header of the request that caused this message, null when there is none
/// @param buffers binary frames after the JSON; not copied, not to be changed
public record Message(
        List<byte[]> identities,
        Header header,
        @Nullable Header parent,
        ObjectNode metadata,
        ObjectNode content,
        List<byte[]> buffers) {
    public Message {
        identities = List.copyOf(identities);
        buffers = List.copyOf(buffers);
    }

    /// The content as a record.
    ///
    /// @throws SheliakException PROTOCOL when the content has another shape
    public <T extends Content> T content(Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(content, type);
        } catch (JsonProcessingException e) {
            String detail = header.msgType() + " has malformed content: " + e.getOriginalMessage();
            throw new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail, e);
        }
    }
}
