package org.sheliak.runtime.value;

/// A JavaScript Date.
///
/// @param epochMillis milliseconds since 1970-01-01T00:00:00Z, a whole number; NaN for an invalid date
public record DateValue(double epochMillis) {}
