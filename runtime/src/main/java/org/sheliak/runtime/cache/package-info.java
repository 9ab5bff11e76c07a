/// The cache of evaluated data sets.
@NullMarked
package org.sheliak.runtime.cache;

import org.jspecify.annotations.NullMarked;
