/// What a spec means to its planner: scopes and names, references, columns that are read and written.
@NullMarked
package org.sheliak.planner.analysis;

import org.jspecify.annotations.NullMarked;
