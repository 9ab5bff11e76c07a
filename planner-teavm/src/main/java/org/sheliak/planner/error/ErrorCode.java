package org.sheliak.planner.error;

/// What kind of thing went wrong. Mirrors `ErrorCode` in `session.proto`, in the same order.
public enum ErrorCode {
    /// A defect of Sheliak itself.
    INTERNAL,
    /// The spec is not JSON, or not what Vega's schema allows.
    SPEC_INVALID,
    /// An expression cannot be parsed.
    EXPRESSION_SYNTAX,
    /// A value has a type that cannot be used where it stands.
    TYPE_MISMATCH,
    /// Valid Vega that this side cannot evaluate.
    UNSUPPORTED,
    /// A file, address or table is missing or cannot be read.
    DATA_SOURCE,
    /// A budget of memory, rows or time would be passed.
    RESOURCE_LIMIT,
    /// A newer request took the place of this one.
    CANCELLED,
    /// A message breaks the wire contract.
    PROTOCOL
}
