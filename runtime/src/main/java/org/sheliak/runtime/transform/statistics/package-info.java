/// Statistics on plain numbers: quantiles, random numbers, distributions, regressions.
@NullMarked
package org.sheliak.runtime.transform.statistics;

import org.jspecify.annotations.NullMarked;
