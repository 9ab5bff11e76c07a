/// Work in parts that all cores do at once, and whose results are taken in order.
@NullMarked
package org.sheliak.runtime.source.lane;

import org.jspecify.annotations.NullMarked;
