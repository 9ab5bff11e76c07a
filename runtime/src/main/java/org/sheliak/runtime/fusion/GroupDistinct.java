package org.sheliak.runtime.fusion;

/// An output of an aggregate that counts the values of a field that differ as texts, in each group.
///
/// @param field the name of the field
/// @param as the name of the output
record GroupDistinct(String field, String as) {}
