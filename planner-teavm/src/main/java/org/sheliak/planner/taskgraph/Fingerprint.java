package org.sheliak.planner.taskgraph;

/// A 128-bit hash of content: the same content has the same fingerprint on every platform and in every run.
///
/// Not safe against someone who seeks a collision; by chance, a billion contents share one with probability 1e-21.
public record Fingerprint(int first, int second, int third, int fourth) {

    /// 32 hexadecimal digits.
    @Override
    public String toString() {
        return hex(first) + hex(second) + hex(third) + hex(fourth);
    }

    private static String hex(int value) {
        String digits = Integer.toHexString(value);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
