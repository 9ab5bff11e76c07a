/// Comms: named two-way channels between a widget and the kernel, answered beside the running cell.
@NullMarked
package org.sheliak.bridge.comm;

import org.jspecify.annotations.NullMarked;
