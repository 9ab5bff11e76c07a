package org.sheliak.bridge.widget;

import org.sheliak.runtime.proto.Error;
import org.sheliak.runtime.proto.ErrorCode;
import org.sheliak.runtime.proto.Response;

/// A response that has an error and nothing else.
final class Refusal {
    private Refusal() {}

    /// The bytes of the response.
    ///
    /// @param message for a person
    static byte[] of(int sequence, ErrorCode code, String message) {
        return Response.newBuilder()
                .setSequence(sequence)
                .setError(Error.newBuilder().setCode(code).setMessage(message))
                .build()
                .toByteArray();
    }
}
