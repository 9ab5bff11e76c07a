/// What a running evaluation knows: memory, time zone, the values of its inputs, and whether it is still wanted.
@NullMarked
package org.sheliak.runtime.evaluation;

import org.jspecify.annotations.NullMarked;
