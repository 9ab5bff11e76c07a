/// Hot loops over whole columns: what can be asked, the CPU's answer, and the interface that accelerators implement.
@NullMarked
package org.sheliak.runtime.kernel;

import org.jspecify.annotations.NullMarked;
