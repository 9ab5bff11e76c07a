/// The OpenCL device: finding it, keeping Aparapi's log quiet, naming it.
@NullMarked
package org.sheliak.aparapi.device;

import org.jspecify.annotations.NullMarked;
