/// The planner in the browser: the functions that `planner.js` exports. No other package knows JavaScript.
@NullMarked
package org.sheliak.planner.js;

import org.jspecify.annotations.NullMarked;
