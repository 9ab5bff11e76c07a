/// Aggregation: one accumulator for each family of operations, all groups side by side.
///
/// [org.sheliak.runtime.transform.aggregate.Measure] is where they meet.
@NullMarked
package org.sheliak.runtime.transform.aggregate;

import org.jspecify.annotations.NullMarked;
