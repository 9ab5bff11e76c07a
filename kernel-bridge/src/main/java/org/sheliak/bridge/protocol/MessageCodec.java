package org.sheliak.bridge.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Messages to and from the frames of a multipart ZeroMQ message:
/// identities, delimiter, signature, header, parent header, metadata, content, buffers.
public final class MessageCodec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;

    private final MessageSigner signer;

    public MessageCodec(MessageSigner signer) {
        this.signer = signer;
    }

    public List<byte[]> encode(Message message) {
        List<byte[]> parts = List.of(
                json(message.header()), json(message.parent()), json(message.metadata()), json(message.content()));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /// The message in the frames.
    ///
    /// @throws SheliakException PROTOCOL when frames are missing, the signature is wrong or a part is not JSON
    public Message decode(List<byte[]> frames) {
        int delimiter = delimiter(frames);
        if (frames.size() < delimiter + 2 + JSON_PARTS) {
            throw broken("a message has " + frames.size() + " frames, too few for one of Jupyter", null);
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 2 + JSON_PARTS);
        if (!signer.accepts(frames.get(delimiter + 1), parts)) {
            throw broken("a message has a wrong signature", null);
        }
        try {
            return new Message(
                    frames.subList(0, delimiter),
                    Json.MAPPER.readValue(parts.get(0), Header.class),
                    parent(parts.get(1)),
                    Json.MAPPER.readValue(parts.get(2), ObjectNode.class),
                    Json.MAPPER.readValue(parts.get(3), ObjectNode.class),
                    frames.subList(delimiter + 2 + JSON_PARTS, frames.size()));
        } catch (IOException e) {
            throw broken("a message is not what Jupyter's JSON should be: " + e.getMessage(), e);
        }
    }

    private static @Nullable Header parent(byte[] part) throws IOException {
        return Json.MAPPER.readTree(part).isEmpty() ? null : Json.MAPPER.readValue(part, Header.class);
    }

    private static int delimiter(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw broken("a message lacks the frame <IDS|MSG>", null);
    }

    private static byte[] json(@Nullable Object value) {
        try {
            return value == null ? EMPTY_OBJECT : Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value, e);
        }
    }

    private static SheliakException broken(String detail, @Nullable Throwable cause) {
        return new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail, cause);
    }
}
