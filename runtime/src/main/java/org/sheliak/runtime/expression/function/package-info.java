/// The functions of the expression language, one file for each family.
@NullMarked
package org.sheliak.runtime.expression.function;

import org.jspecify.annotations.NullMarked;
