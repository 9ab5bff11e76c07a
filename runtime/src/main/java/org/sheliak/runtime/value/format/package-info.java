/// Numbers and dates as text by d3's format specifiers, in the locale en-US.
@NullMarked
package org.sheliak.runtime.value.format;

import org.jspecify.annotations.NullMarked;
