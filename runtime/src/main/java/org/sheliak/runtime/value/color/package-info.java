/// Colours: their spaces, and how CSS writes them.
@NullMarked
package org.sheliak.runtime.value.color;

import org.jspecify.annotations.NullMarked;
