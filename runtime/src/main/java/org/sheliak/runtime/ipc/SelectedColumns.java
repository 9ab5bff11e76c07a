package org.sheliak.runtime.ipc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.TypeLayout;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// Leaves the columns out of record batches that nobody asked for, so that these are not decompressed, but for those
/// with codes of a dictionary: readers expect all dictionaries that a file has. Belongs to one reader, which asks for
/// the schema first.
public final class SelectedColumns {
    private final @Nullable List<String> columns;
    private List<Field> stored = List.of();

    /// @param columns the names of those asked for, or `null` for all
    public SelectedColumns(@Nullable List<String> columns) {
        this.columns = columns;
    }

    /// Of the schema of the batches to come, the columns that are left.
    public Schema of(Schema schema) {
        stored = schema.getFields();
        return new Schema(stored.stream().filter(this::isSelected).toList(), schema.getCustomMetadata());
    }

    private boolean isSelected(Field field) {
        return columns == null || columns.contains(field.getName()) || hasCodes(field);
    }

    private static boolean hasCodes(Field field) {
        return field.getDictionary() != null || field.getChildren().stream().anyMatch(SelectedColumns::hasCodes);
    }

    /// A batch of the columns that are left. Takes ownership of the batch; caller closes.
    public ArrowRecordBatch of(ArrowRecordBatch batch) {
        if (columns == null) {
            return batch;
        }
        try (batch) {
            Walk walk = new Walk(batch);
            stored.forEach(field -> walk.pass(field, isSelected(field)));
            return new ArrowRecordBatch(
                    batch.getLength(), walk.nodes, walk.buffers, batch.getBodyCompression(), walk.counts, false);
        }
    }

    /// What a batch has for each field, one after the other.
    private static final class Walk {
        private final Iterator<ArrowFieldNode> allNodes;
        private final Iterator<ArrowBuf> allBuffers;
        private final Iterator<Long> allCounts;
        private final List<ArrowFieldNode> nodes = new ArrayList<>();
        private final List<ArrowBuf> buffers = new ArrayList<>();
        /// How many buffers of texts the columns of views have.
        private final List<Long> counts = new ArrayList<>();

        Walk(ArrowRecordBatch batch) {
            List<Long> variadic = batch.getVariadicBufferCounts();
            allNodes = batch.getNodes().iterator();
            allBuffers = batch.getBuffers().iterator();
            allCounts = variadic == null ? List.<Long>of().iterator() : variadic.iterator();
        }

        void pass(Field field, boolean isSelected) {
            take(allNodes, nodes, isSelected);
            ArrowType type = storedType(field);
            long bufferCount = TypeLayout.getTypeBufferCount(type);
            if (type instanceof ArrowType.Utf8View || type instanceof ArrowType.BinaryView) {
                bufferCount += take(allCounts, counts, isSelected);
            }
            for (long buffer = 0; buffer < bufferCount; buffer++) {
                take(allBuffers, buffers, isSelected);
            }
            if (field.getDictionary() == null) {
                field.getChildren().forEach(child -> pass(child, isSelected));
            }
        }

        private static ArrowType storedType(Field field) {
            return field.getDictionary() == null
                    ? field.getType()
                    : field.getDictionary().getIndexType();
        }

        private static <T> T take(Iterator<T> from, List<T> to, boolean isSelected) {
            T next = from.next();
            if (isSelected) {
                to.add(next);
            }
            return next;
        }
    }
}
