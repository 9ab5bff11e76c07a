package org.sheliak.runtime.proto;

import org.sheliak.planner.error.SheliakException;

/// From exceptions to the message that tells the client about them.
public final class ErrorProtoConverter {
    private ErrorProtoConverter() {}

    /// The message of an error; without its cause and stack trace, which stay in the kernel.
    public static Error error(SheliakException exception) {
        Error.Builder message = Error.newBuilder()
                .setCode(code(exception.code()))
                .setMessage(exception.detail())
                .setPointer(exception.location().pointer());
        if (exception.location().offset() >= 0) {
            message.setOffset(exception.location().offset());
        }
        return message.build();
    }

    private static ErrorCode code(org.sheliak.planner.error.ErrorCode code) {
        return switch (code) {
            case INTERNAL -> ErrorCode.INTERNAL;
            case SPEC_INVALID -> ErrorCode.SPEC_INVALID;
            case EXPRESSION_SYNTAX -> ErrorCode.EXPRESSION_SYNTAX;
            case TYPE_MISMATCH -> ErrorCode.TYPE_MISMATCH;
            case UNSUPPORTED -> ErrorCode.UNSUPPORTED;
            case DATA_SOURCE -> ErrorCode.DATA_SOURCE;
            case RESOURCE_LIMIT -> ErrorCode.RESOURCE_LIMIT;
            case CANCELLED -> ErrorCode.CANCELLED;
            case PROTOCOL -> ErrorCode.PROTOCOL;
        };
    }
}
