/// The Jupyter kernel: what it answers to each request, in front of a language backend.
@NullMarked
package org.sheliak.bridge.kernel;

import org.jspecify.annotations.NullMarked;
