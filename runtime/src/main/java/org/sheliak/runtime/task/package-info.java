/// Evaluates task graphs: only what is asked, and only what is not kept from before.
@NullMarked
package org.sheliak.runtime.task;

import org.jspecify.annotations.NullMarked;
