/// Orders of rows and tables of groups that answer the steps of a brush without a pass over the rows.
@NullMarked
package org.sheliak.runtime.index;

import org.jspecify.annotations.NullMarked;
