/// Errors that reach a person: one exception type with a code and a place in the spec.
@NullMarked
package org.sheliak.planner.error;

import org.jspecify.annotations.NullMarked;
