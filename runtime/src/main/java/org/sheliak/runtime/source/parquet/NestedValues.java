package org.sheliak.runtime.source.parquet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/// Assembles rows of nested values: structs and maps become objects, lists and repeated fields lists.
/// An optional field without a value is `null`.
final class NestedValues extends RecordMaterializer<Map<String, @Nullable Object>> {
    private final ObjectConverter root;
    private Map<String, @Nullable Object> row = Map.of();

    NestedValues(MessageType schema) {
        root = new ObjectConverter(schema, object -> row = object);
    }

    @Override
    public Map<String, @Nullable Object> getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /// A converter that gives each value of a field to `target`.
    private static Converter converter(Type type, Consumer<@Nullable Object> target) {
        if (type.isPrimitive()) {
            return new LeafConverter(LeafType.of(type.asPrimitiveType()), target);
        }
        GroupType group = type.asGroupType();
        return switch (group.getLogicalTypeAnnotation()) {
            case ListLogicalTypeAnnotation _ -> new ObjectConverter(group, object -> target.accept(list(object)));
            case MapLogicalTypeAnnotation _ -> new ObjectConverter(group, object -> target.accept(map(object)));
            case null, default -> new ObjectConverter(group, target::accept);
        };
    }

    /// The elements of a group `list` with a repeated group of one field, or with a repeated element.
    private static List<@Nullable Object> list(Map<String, @Nullable Object> group) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object element : (List<?>) onlyValue(group)) {
            elements.add(element instanceof Map<?, ?> wrapper && wrapper.size() == 1 ? onlyValue(wrapper) : element);
        }
        return elements;
    }

    /// The entries of a group `map` with a repeated group of a key and a value.
    private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> group) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Object entry : (List<?>) onlyValue(group)) {
            List<@Nullable Object> keyAndValue = new ArrayList<>(((Map<?, ?>) entry).values());
            object.put(String.valueOf(keyAndValue.getFirst()), keyAndValue.getLast());
        }
        return object;
    }

    private static Object onlyValue(Map<?, ?> object) {
        return object.values().iterator().next();
    }

    /// Collects the fields of a group.
    private static final class ObjectConverter extends GroupConverter {
        private final GroupType type;
        private final Consumer<Map<String, @Nullable Object>> target;
        private final Converter[] fields;
        private Map<String, @Nullable Object> object = new LinkedHashMap<>();
        /// The lists of the object's repeated fields.
        private Map<String, List<@Nullable Object>> repeated = new LinkedHashMap<>();

        ObjectConverter(GroupType type, Consumer<Map<String, @Nullable Object>> target) {
            this.type = type;
            this.target = target;
            this.fields = new Converter[type.getFieldCount()];
            for (int index = 0; index < fields.length; index++) {
                Type field = type.getType(index);
                fields[index] = converter(field, value -> set(field, value));
            }
        }

        private void set(Type field, @Nullable Object value) {
            if (!field.isRepetition(Repetition.REPEATED)) {
                object.put(field.getName(), value);
                return;
            }
            List<@Nullable Object> values = repeated.get(field.getName());
            if (values == null) {
                throw new IllegalStateException("no repeated field " + field.getName());
            }
            values.add(value);
        }

        @Override
        public Converter getConverter(int index) {
            return fields[index];
        }

        @Override
        public void start() {
            object = new LinkedHashMap<>();
            repeated = new LinkedHashMap<>();
            for (Type field : type.getFields()) {
                if (field.isRepetition(Repetition.REPEATED)) {
                    repeated.put(field.getName(), new ArrayList<>());
                }
                object.put(field.getName(), repeated.get(field.getName()));
            }
        }

        @Override
        public void end() {
            target.accept(object);
        }
    }

    /// Gives each value of a primitive field on.
    private static final class LeafConverter extends PrimitiveConverter {
        private final LeafType type;
        private final Consumer<@Nullable Object> target;

        LeafConverter(LeafType type, Consumer<@Nullable Object> target) {
            this.type = type;
            this.target = target;
        }

        private void give(Consumer<LeafValues> adding) {
            LeafValues one = new LeafValues(type, 1);
            adding.accept(one);
            target.accept(one.value(0));
        }

        @Override
        public void addBoolean(boolean value) {
            give(one -> one.addBoolean(value));
        }

        @Override
        public void addInt(int value) {
            give(one -> one.addInt(value));
        }

        @Override
        public void addLong(long value) {
            give(one -> one.addLong(value));
        }

        @Override
        public void addFloat(float value) {
            give(one -> one.addFloat(value));
        }

        @Override
        public void addDouble(double value) {
            give(one -> one.addDouble(value));
        }

        @Override
        public void addBinary(Binary value) {
            give(one -> one.addBinary(value));
        }
    }
}
