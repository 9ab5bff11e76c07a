package org.sheliak.bridge.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageSignerTest {
    /// RFC 4231, test case 2, its data cut in two.
    @Test
    void sign_knownText_givesTheKnownDigest() {
        MessageSigner signer = new MessageSigner("hmac-sha256", "Jefe");
        byte[] signature = signer.sign(List.of("what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8)));
        assertThat(new String(signature, UTF_8))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void sign_withoutKey_isEmptyAndAcceptsAll() {
        MessageSigner signer = new MessageSigner("hmac-sha256", "");
        assertThat(signer.sign(List.of(new byte[1]))).isEmpty();
        assertThat(signer.accepts("anything".getBytes(UTF_8), List.of())).isTrue();
    }
}
