package org.sheliak.bridge.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import org.sheliak.bridge.widget.ChartEvaluator;
import org.sheliak.runtime.proto.Error;
import org.sheliak.runtime.proto.ErrorCode;
import org.sheliak.runtime.proto.Request;
import org.sheliak.runtime.proto.Response;

/// Stands where the runtime will: refuses every request.
final class NoEvaluator implements ChartEvaluator {
    @Override
    public byte[] respond(byte[] request) {
        try {
            return refusal(
                            Request.parseFrom(request).getSequence(),
                            ErrorCode.UNSUPPORTED,
                            "this kernel has no runtime yet")
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            return refusal(0, ErrorCode.PROTOCOL, "the request is no protobuf message: " + e.getMessage())
                    .toByteArray();
        }
    }

    private static Response refusal(int sequence, ErrorCode code, String message) {
        return Response.newBuilder()
                .setSequence(sequence)
                .setError(Error.newBuilder().setCode(code).setMessage(message))
                .build();
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {}
}
