/// Test cases in plain Java, which run on the JVM and, compiled by TeaVM, in Node.
@NullMarked
package org.sheliak.planner.cases;

import org.jspecify.annotations.NullMarked;
