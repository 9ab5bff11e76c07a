/// JSON trees, read and written with the positions that error messages need.
@NullMarked
package org.sheliak.planner.json;

import org.jspecify.annotations.NullMarked;
