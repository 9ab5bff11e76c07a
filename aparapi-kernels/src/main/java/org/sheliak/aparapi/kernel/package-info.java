/// Kernels that Aparapi translates to OpenCL, written in the part of Java that it translates faithfully.
@NullMarked
package org.sheliak.aparapi.kernel;

import org.jspecify.annotations.NullMarked;
