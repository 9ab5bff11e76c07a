/// Parquet files as tables. Pages are decoded by parquet-column; the file is taken apart here, because parquet-hadoop
/// does not load without Hadoop.
@NullMarked
package org.sheliak.runtime.source.parquet;

import org.jspecify.annotations.NullMarked;
