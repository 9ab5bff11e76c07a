package org.sheliak.bridge.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the four JSON parts of a message. Identities and binary buffers are not covered.
public final class MessageSigner {
    private final String algorithm;
    private final byte[] key;

    /// A signer for one kernel.
    ///
    /// @param scheme as in the connection file, such as `hmac-sha256`
    /// @param key empty: nothing is signed and everything is accepted
    public MessageSigner(String scheme, String key) {
        this.algorithm = scheme.replace("-", "").toUpperCase(Locale.ROOT).replace("HMAC", "Hmac");
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /// The signature in lower-case hexadecimal, as ASCII; empty without a key.
    public byte[] sign(List<byte[]> parts) {
        if (key.length == 0) {
            return new byte[0];
        }
        Mac mac = mac();
        parts.forEach(mac::update);
        return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether the signature belongs to the parts; takes the same time for every wrong one.
    public boolean accepts(byte[] signature, List<byte[]> parts) {
        return key.length == 0 || MessageDigest.isEqual(signature, sign(parts));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }
}
