/// Jupyter widgets: the model of a chart and its conversation with the runtime.
@NullMarked
package org.sheliak.bridge.widget;

import org.jspecify.annotations.NullMarked;
