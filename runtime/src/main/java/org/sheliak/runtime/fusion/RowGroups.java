package org.sheliak.runtime.fusion;

import org.sheliak.runtime.kernel.CodedRows;

/// The rows of a table by the texts of some fields, as Vega's groups tell rows apart.
///
/// @param codes the group of each row
/// @param mayRunTogether whether a text may hold what separates it from that of another field
record RowGroups(CodedRows codes, boolean mayRunTogether) {}
