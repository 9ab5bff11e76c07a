/// The runtime, measured: against other engines by `bench/`, and kernel by kernel by JMH.
@NullMarked
package org.sheliak.benchmarks;

import org.jspecify.annotations.NullMarked;
