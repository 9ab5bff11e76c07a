package org.sheliak.planner.taskgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FingerprintBuilderTest {

    /// SMHasher's own check of an implementation: the hash of the hashes of the keys {}, {0}, {0, 1}, ... under the
    /// seeds 256, 255, 254, ...; its first four bytes are published.
    ///
    /// Source: https://github.com/aappleby/smhasher, KeysetTest.cpp (VerificationTest) and main.cpp (Murmur3C).
    @Test
    void build_smhasherKeys_hasPublishedCheckValue() {
        FingerprintBuilder hashes = new FingerprintBuilder();
        for (int length = 0; length < 256; length++) {
            FingerprintBuilder key = new FingerprintBuilder(256 - length);
            for (int element = 0; element < length; element++) {
                key.put(element);
            }
            Fingerprint hash = key.build();
            hashes.putInt(hash.first())
                    .putInt(hash.second())
                    .putInt(hash.third())
                    .putInt(hash.fourth());
        }
        assertThat(hashes.build().first()).isEqualTo(0xB3ECE62A);
    }
}
