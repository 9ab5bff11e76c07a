package org.sheliak.bridge.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sheliak.bridge.protocol.CommContent.CommMsg;
import org.sheliak.bridge.protocol.IopubContent.Status;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;

class MessageCodecTest {
    private final MessageCodec codec = new MessageCodec(new MessageSigner("hmac-sha256", "key"));

    @Test
    void encode_thenDecode_keepsEverything() {
        byte[] identity = {0, 1, (byte) 0xFF};
        byte[] buffer = new byte[100_000];
        buffer[99_999] = -7;
        Header parent = Header.of("comm_msg", "browser");
        Message message = new Message(
                List.of(identity),
                Header.of("comm_msg", "kernel"),
                parent,
                Json.object().put("größer", "✓"),
                Json.MAPPER.valueToTree(new CommMsg("id", Json.object().put("x", 1.5))),
                List.of(buffer, new byte[0]));

        Message decoded = codec.decode(codec.encode(message));

        assertThat(decoded.identities()).containsExactly(identity);
        assertThat(decoded.header()).isEqualTo(message.header());
        assertThat(decoded.parent()).isEqualTo(parent);
        assertThat(decoded.metadata()).isEqualTo(message.metadata());
        assertThat(decoded.content()).isEqualTo(message.content());
        assertThat(decoded.buffers()).containsExactly(buffer, new byte[0]);
    }

    @Test
    void encode_spellsMembersAsJupyter() {
        List<byte[]> frames = codec.encode(status());
        assertThat(new String(frames.get(1), UTF_8)).isEqualTo("<IDS|MSG>");
        assertThat(new String(frames.get(3), UTF_8)).contains("\"msg_id\":", "\"msg_type\":\"status\"");
        assertThat(new String(frames.get(4), UTF_8)).isEqualTo("{}");
        assertThat(new String(frames.get(6), UTF_8)).isEqualTo("{\"execution_state\":\"busy\"}");
    }

    @Test
    void decode_changedPart_isRefused() {
        List<byte[]> frames = new ArrayList<>(codec.encode(status()));
        frames.set(6, "{\"execution_state\":\"idle\"}".getBytes(UTF_8));
        assertRefused(frames, "wrong signature");
    }

    @Test
    void decode_otherKey_isRefused() {
        MessageCodec other = new MessageCodec(new MessageSigner("hmac-sha256", "another key"));
        assertRefused(other.encode(status()), "wrong signature");
    }

    @Test
    void decode_missingFrames_isRefused() {
        List<byte[]> frames = codec.encode(status());
        assertRefused(frames.subList(0, 6), "too few");
        assertRefused(frames.subList(2, 7), "lacks the frame <IDS|MSG>");
        assertRefused(List.of(), "lacks the frame <IDS|MSG>");
    }

    @Test
    void decode_signedNonsense_isRefused() {
        MessageCodec open = new MessageCodec(new MessageSigner("hmac-sha256", ""));
        List<byte[]> frames = new ArrayList<>(open.encode(status()));
        frames.set(6, "[1, 2".getBytes(UTF_8));
        assertThatThrownBy(() -> open.decode(frames)).isInstanceOf(SheliakException.class);
    }

    @Test
    void content_ofOtherShape_isRefused() {
        Message message = new Message(
                List.of(),
                Header.of("execute_request", "browser"),
                null,
                Json.object(),
                Json.object().put("allow_stdin", "perhaps"),
                List.of());
        assertThatThrownBy(() -> message.content(ShellRequest.ExecuteRequest.class))
                .hasMessageContaining("execute_request has malformed content");
    }

    private static Message status() {
        return new Message(
                List.of("topic".getBytes(UTF_8)),
                Header.of("status", "kernel"),
                null,
                Json.object(),
                Json.MAPPER.valueToTree(new Status("busy")),
                List.of());
    }

    private void assertRefused(List<byte[]> frames, String reason) {
        assertThatThrownBy(() -> codec.decode(frames))
                .isInstanceOfSatisfying(
                        SheliakException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL))
                .hasMessageContaining(reason);
    }
}
