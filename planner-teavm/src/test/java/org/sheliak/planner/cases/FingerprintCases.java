package org.sheliak.planner.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sheliak.planner.taskgraph.Fingerprint;
import org.sheliak.planner.taskgraph.FingerprintBuilder;

/// Fingerprints are the same everywhere and tell contents apart. MurmurHash3's published check value is tested beside
/// the builder, where its seed can be set.
final class FingerprintCases {
    private FingerprintCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        differ(
                cases,
                "strings by where they end",
                a -> a.putString("ab").putString("c"),
                b -> b.putString("a").putString("bc"));
        differ(cases, "the zeros", a -> a.putDouble(0), b -> b.putDouble(-0.0));
        differ(cases, "an empty string from nothing", a -> {}, b -> b.putString(""));
        differ(cases, "the order", a -> a.putInt(1).putInt(2), b -> b.putInt(2).putInt(1));
        differ(cases, "high halves of characters", a -> a.putString("\u0141"), b -> b.putString("A"));
        cases.add(new Case(
                "fingerprint: the same content has the same one",
                () -> Expect.equal(
                        fingerprint(
                                builder -> builder.putBytes(new byte[] {1, 2}).putDouble(Double.NaN)),
                        fingerprint(
                                builder -> builder.putBytes(new byte[] {1, 2}).putDouble(0.0 / 0)))));
        cases.add(new Case("fingerprint: a builder goes on after it was asked", () -> {
            FingerprintBuilder builder = new FingerprintBuilder().putString("Vega");
            Fingerprint before = builder.build();
            Expect.equal(builder.build(), before);
            Expect.equal(
                    builder.putInt(7).build(),
                    new FingerprintBuilder().putString("Vega").putInt(7).build());
        }));
        cases.add(new Case(
                "fingerprint: nothing is all zeros",
                () -> Expect.equal(new FingerprintBuilder().build().toString(), "0".repeat(32))));
        return cases;
    }

    private static void differ(
            List<Case> cases, String what, Consumer<FingerprintBuilder> first, Consumer<FingerprintBuilder> second) {
        cases.add(new Case("fingerprint: tells " + what + " apart", () -> {
            Fingerprint fingerprint = fingerprint(first);
            if (fingerprint.equals(fingerprint(second))) {
                throw new AssertionError("both are " + fingerprint);
            }
        }));
    }

    private static Fingerprint fingerprint(Consumer<FingerprintBuilder> content) {
        FingerprintBuilder builder = new FingerprintBuilder();
        content.accept(builder);
        return builder.build();
    }
}
