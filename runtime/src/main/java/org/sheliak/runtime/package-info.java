/// The runtime of task graphs: start with [SheliakRuntime].
@NullMarked
package org.sheliak.runtime;

import org.jspecify.annotations.NullMarked;
