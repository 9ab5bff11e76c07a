/// The conversation of one chart with the runtime.
@NullMarked
package org.sheliak.runtime.session;

import org.jspecify.annotations.NullMarked;
