/// JavaScript's regular expressions: a parser, and a backtracking matcher over UTF-16 units or code points.
@NullMarked
package org.sheliak.runtime.regexp;

import org.jspecify.annotations.NullMarked;
