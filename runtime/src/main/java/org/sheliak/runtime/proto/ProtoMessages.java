package org.sheliak.runtime.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Reads messages from bytes that came from outside.
public final class ProtoMessages {
    /// Inline values and transforms nest; each level of JSON takes up to three messages.
    private static final int MAXIMUM_DEPTH = 1000;

    private ProtoMessages() {}

    /// The message in these bytes.
    ///
    /// @throws SheliakException with [ErrorCode#PROTOCOL] when they are no such message
    public static <M extends MessageLite> M parse(Parser<M> parser, byte[] bytes, String name) {
        try {
            CodedInputStream input = ByteString.copyFrom(bytes).newCodedInput();
            input.setRecursionLimit(MAXIMUM_DEPTH);
            M message = parser.parseFrom(input);
            input.checkLastTagWas(0);
            return message;
        } catch (IOException malformed) {
            throw broken(
                    "expected a message " + name + " but its " + bytes.length + " bytes cannot be read: "
                            + malformed.getMessage(),
                    malformed);
        }
    }

    static SheliakException broken(String detail) {
        return new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail);
    }

    private static SheliakException broken(String detail, Throwable cause) {
        return new SheliakException(ErrorCode.PROTOCOL, SourceLocation.UNKNOWN, detail, cause);
    }
}
