/// Where rows come from: tables of the notebook, files, addresses and inline values.
@NullMarked
package org.sheliak.runtime.source;

import org.jspecify.annotations.NullMarked;
