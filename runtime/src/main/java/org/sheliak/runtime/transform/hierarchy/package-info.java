/// Layouts of trees: where each node goes, from the shape of the tree and a value for each node.
@NullMarked
package org.sheliak.runtime.transform.hierarchy;

import org.jspecify.annotations.NullMarked;
