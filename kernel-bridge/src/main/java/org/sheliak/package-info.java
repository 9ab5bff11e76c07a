/// What a notebook uses: tables, charts, display.
@NullMarked
package org.sheliak;

import org.jspecify.annotations.NullMarked;
