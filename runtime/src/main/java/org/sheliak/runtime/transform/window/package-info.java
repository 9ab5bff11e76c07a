/// Window operations: what a row gets from the rows around it.
@NullMarked
package org.sheliak.runtime.transform.window;

import org.jspecify.annotations.NullMarked;
