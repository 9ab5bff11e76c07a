/// The five sockets of a kernel, owned by one thread.
@NullMarked
package org.sheliak.bridge.connection;

import org.jspecify.annotations.NullMarked;
