/// Tables of Arrow columns, as the runtime works on them.
///
/// Ownership: who receives a [Table] or [Column] as a return value closes it; who gets one as an argument borrows it,
/// unless the method says that it takes ownership. `share()` gives a second owner of the same buffers, without a copy.
@NullMarked
package org.sheliak.runtime.table;

import org.jspecify.annotations.NullMarked;
