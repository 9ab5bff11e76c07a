package org.sheliak.bridge.widget;

import com.google.protobuf.InvalidProtocolBufferException;
import org.sheliak.runtime.proto.Error;
import org.sheliak.runtime.proto.ErrorCode;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.proto.Response;

/// A request that a newer one waits behind: what it says is heard, what it asks is not answered.
final class StaleRequest {
    private StaleRequest() {}

    /// Hands on the graph and the updates of a request, and refuses its outputs as cancelled.
    static byte[] respond(ChartEvaluator evaluator, byte[] request) {
        Request parsed;
        try {
            parsed = Request.parseFrom(request);
        } catch (InvalidProtocolBufferException malformed) {
            return evaluator.respond(request);
        }
        evaluator.respond(parsed.toBuilder().clearOutputs().build().toByteArray());
        Error error = Error.newBuilder()
                .setCode(ErrorCode.CANCELLED)
                .setMessage("a newer request took the place of this one")
                .build();
        return Response.newBuilder()
                .setSequence(parsed.getSequence())
                .setError(error)
                .build()
                .toByteArray();
    }
}
