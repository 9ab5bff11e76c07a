package org.sheliak.planner.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sheliak.planner.taskgraph.ProtoWriter;

/// The wire format, by bytes worked out from its specification.
final class ProtoWriterCases {
    private static final String HEX_DIGITS = "0123456789abcdef";

    private ProtoWriterCases() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        writes(cases, "nothing", proto -> {}, "");
        writes(cases, "150", proto -> proto.uint32(1, 150), "089601");
        writes(
                cases,
                "0 and 127 and 128",
                proto -> {
                    proto.uint32(1, 0);
                    proto.uint32(2, 127);
                    proto.uint32(3, 128);
                },
                "0800107f188001");
        writes(cases, "the largest uint32", proto -> proto.uint32(1, -1), "08ffffffff0f");
        writes(cases, "field 16", proto -> proto.uint32(16, 1), "800101");
        writes(
                cases,
                "bools",
                proto -> {
                    proto.bool(1, true);
                    proto.bool(2, false);
                },
                "08011000");
        writes(
                cases,
                "doubles",
                proto -> {
                    proto.float64(1, 1);
                    proto.float64(1, -0.0);
                    proto.float64(1, Double.NaN);
                },
                "09000000000000f03f" + "090000000000000080" + "09000000000000f87f");
        writes(cases, "text", proto -> proto.string(2, "testing"), "120774657374696e67");
        writes(
                cases,
                "text of 1 to 4 bytes",
                proto -> proto.string(1, "a\u00e9\u20ac\ud83d\ude00"),
                "0a0a61c3a9e282acf09f9880");
        writes(cases, "half surrogate pairs", proto -> proto.string(1, "\ud83dx\ude00"), "0a07efbfbd78efbfbd");
        writes(cases, "bytes", proto -> proto.bytes(1, new byte[] {0, (byte) 255}), "0a0200ff");
        writes(cases, "a packed list", proto -> proto.packedUint32(6, List.of(3, 270, 86942)), "3206038e029ea705");
        writes(cases, "an empty list", proto -> proto.packedUint32(6, List.of()), "");
        writes(
                cases,
                "nested messages",
                proto -> proto.message(3, outer -> {
                    outer.uint32(1, 150);
                    outer.message(2, inner -> inner.string(1, "a"));
                    outer.message(2, inner -> {});
                }),
                "1a0a" + "089601" + "12030a0161" + "1200");
        cases.add(new Case("proto: writes a message whose length takes several bytes", () -> {
            ProtoWriter proto = new ProtoWriter();
            proto.message(1, outer -> outer.message(2, inner -> inner.bytes(3, new byte[20_000])));
            String hex = hex(proto.toByteArray());
            Expect.equal(hex.length(), 2 * (20_000 + 12));
            Expect.equal(hex.substring(0, 24), "0aa89c01" + "12a49c01" + "1aa09c01");
        }));
        return cases;
    }

    private static void writes(List<Case> cases, String name, Consumer<ProtoWriter> fields, String expected) {
        cases.add(new Case("proto: writes " + name, () -> {
            ProtoWriter proto = new ProtoWriter();
            fields.accept(proto);
            Expect.equal(hex(proto.toByteArray()), expected);
        }));
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte element : bytes) {
            hex.append(HEX_DIGITS.charAt((element >> 4) & 0xF)).append(HEX_DIGITS.charAt(element & 0xF));
        }
        return hex.toString();
    }
}
