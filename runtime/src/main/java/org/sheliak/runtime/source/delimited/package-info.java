/// Delimiter-separated text as tables: read in parts on all cores, typed while it is read, straight from
/// its bytes.
@NullMarked
package org.sheliak.runtime.source.delimited;

import org.jspecify.annotations.NullMarked;
