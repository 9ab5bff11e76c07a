package org.sheliak.bridge.widget;

import com.google.protobuf.InvalidProtocolBufferException;
import org.sheliak.runtime.proto.ErrorCode;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.session.ChartSession;

/// A request that a newer one waits behind: what it says is heard, what it asks is not answered.
final class StaleRequest {
    private StaleRequest() {}

    /// Hands on the graph and the updates of a request, and refuses its outputs as cancelled.
    static byte[] respond(ChartSession session, byte[] request) {
        Request parsed;
        try {
            parsed = Request.parseFrom(request);
        } catch (InvalidProtocolBufferException malformed) {
            return session.respond(request);
        }
        session.respond(parsed.toBuilder().clearOutputs().build().toByteArray());
        return Refusal.of(parsed.getSequence(), ErrorCode.CANCELLED, "a newer request took the place of this one");
    }
}
