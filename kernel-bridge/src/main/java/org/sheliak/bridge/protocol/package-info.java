/// Jupyter's wire messages as records, and their form on the wire: JSON, HMAC signature, binary buffers.
@NullMarked
package org.sheliak.bridge.protocol;

import org.jspecify.annotations.NullMarked;
