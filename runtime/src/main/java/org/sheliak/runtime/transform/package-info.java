/// Vega's data transforms on tables: rows in, rows and signals out, with Vega's values in Vega's order.
///
/// Start with [Transform], [Parameters] and [Transforms]; then there is one class for each transform.
@NullMarked
package org.sheliak.runtime.transform;

import org.jspecify.annotations.NullMarked;
