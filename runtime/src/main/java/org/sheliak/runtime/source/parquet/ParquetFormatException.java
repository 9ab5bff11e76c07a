package org.sheliak.runtime.source.parquet;

import java.io.IOException;

/// A file is no Parquet file, or a damaged one. The message says what was found and what was expected.
final class ParquetFormatException extends IOException {
    ParquetFormatException(String message) {
        super(message);
    }

    ParquetFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
