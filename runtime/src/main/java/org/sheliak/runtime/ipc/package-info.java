/// Tables as Arrow IPC streams, for the browser and from it, and Arrow vectors as columns.
@NullMarked
package org.sheliak.runtime.ipc;

import org.jspecify.annotations.NullMarked;
