/// Vega-Lite in the JVM.
@NullMarked
package org.sheliak.bridge.vegalite;

import org.jspecify.annotations.NullMarked;
