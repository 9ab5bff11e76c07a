/// Steps of a data set's pipeline run as one pass of a kernel, where the result is the same as that of the steps.
@NullMarked
package org.sheliak.runtime.fusion;

import org.jspecify.annotations.NullMarked;
