/// Evaluates a spec once, without a browser: what the kernel can compute becomes a part of the spec.
@NullMarked
package org.sheliak.runtime.inline;

import org.jspecify.annotations.NullMarked;
