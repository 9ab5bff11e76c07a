package org.sheliak.runtime.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.json.JsonReader;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonValue.JsonString;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.taskgraph.TaskGraphEncoder;

/// Compares the bytes of protobuf-java and of the planner's own writer with those in `messages.json`, which
/// widget-frontend's `contract.test.ts` compares with protobuf-es. `-Dgolden.update=true` writes the bytes anew.
class WireContractTest {
    private static final HexFormat HEX = HexFormat.of();

    record Example(String message, String json, String hex) {
        Message parsed() throws InvalidProtocolBufferException {
            Message.Builder builder = switch (message) {
                case "Value" -> Value.newBuilder();
                case "TaskGraph" -> TaskGraph.newBuilder();
                case "Request" -> Request.newBuilder();
                case "Response" -> Response.newBuilder();
                default -> throw new IllegalArgumentException(message);
            };
            JsonFormat.parser().merge(json, builder);
            return builder.build();
        }
    }

    static Stream<Example> examples() throws IOException {
        Path file = Path.of(System.getProperty("sheliak.root"), "runtime/src/test/resources/proto/messages.json");
        JsonArray array = (JsonArray) JsonReader.read(Files.readString(file));
        List<Example> examples = new ArrayList<>();
        for (var element : array.elements()) {
            JsonObject object = (JsonObject) element;
            examples.add(new Example(
                    ((JsonString) object.get("message")).value(),
                    JsonWriter.write(object.get("json")),
                    ((JsonString) object.get("hex")).value()));
        }
        if (Boolean.getBoolean("golden.update")) {
            update(file, examples);
        }
        return examples.stream();
    }

    private static void update(Path file, List<Example> examples) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Example example : examples) {
            lines.add("{\"message\": \"" + example.message() + "\", \"json\": " + example.json() + ", \"hex\": \""
                    + HEX.formatHex(example.parsed().toByteArray()) + "\"}");
        }
        Files.writeString(file, lines.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bytes_areThoseOfEveryWriter(Example example) throws InvalidProtocolBufferException {
        Message message = example.parsed();
        assertThat(HEX.formatHex(message.toByteArray())).isEqualTo(example.hex());
        assertThat(message.getParserForType().parseFrom(HEX.parseHex(example.hex())))
                .isEqualTo(message);
        switch (message) {
            case Value value -> {
                assertThat(HEX.formatHex(TaskGraphEncoder.encode(ProtoValueConverter.value(value))))
                        .isEqualTo(example.hex());
                assertThat(ValueProtoConverter.value(ProtoValueConverter.value(value)))
                        .isEqualTo(value);
            }
            case TaskGraph graph -> {
                assertThat(HEX.formatHex(TaskGraphEncoder.encode(ProtoTaskGraphConverter.taskGraph(graph))))
                        .isEqualTo(example.hex());
                assertThat(TaskGraphProtoConverter.taskGraph(ProtoTaskGraphConverter.taskGraph(graph)))
                        .isEqualTo(graph);
            }
            default -> {}
        }
    }

    @Test
    void examples_setEveryFieldOfEveryMessage() throws IOException {
        Set<FieldDescriptor> expected = new HashSet<>();
        for (FileDescriptor file : List.of(
                Value.getDescriptor().getFile(),
                Task.getDescriptor().getFile(),
                Request.getDescriptor().getFile())) {
            for (Descriptor message : file.getMessageTypes()) {
                expected.addAll(message.getFields());
            }
        }
        Set<FieldDescriptor> found = new HashSet<>();
        for (Example example : examples().toList()) {
            collect(example.parsed(), found);
        }
        assertThat(found).containsAll(expected);
    }

    private static void collect(Message message, Set<FieldDescriptor> found) {
        message.getAllFields().forEach((field, value) -> {
            found.add(field);
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            for (Object element : values) {
                if (element instanceof Message nested) {
                    collect(nested, found);
                }
            }
        });
    }

    @Test
    void parse_malformed_isAProtocolError() throws IOException {
        byte[] whole = examples()
                .filter(example -> example.message().equals("Request"))
                .map(example -> HEX.parseHex(example.hex()))
                .filter(bytes -> bytes.length > 0)
                .findFirst()
                .orElseThrow();
        for (byte[] bytes : List.of(
                "no message".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole, whole.length - 1), new byte[] {7
                })) {
            assertThatThrownBy(() -> ProtoMessages.parse(Request.parser(), bytes, "Request"))
                    .isInstanceOfSatisfying(
                            SheliakException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL));
        }
    }

    @Test
    void taskGraph_againstTheContract_isAProtocolError() {
        TaskGraph forward = TaskGraph.newBuilder()
                .addTasks(Task.newBuilder().setData(DataTask.newBuilder().setData(0)))
                .build();
        TaskGraph noKind = TaskGraph.newBuilder().addTasks(Task.newBuilder()).build();
        TaskGraph noValue = TaskGraph.newBuilder()
                .addTasks(Task.newBuilder().setValue(Value.newBuilder()))
                .build();
        TaskGraph twice = TaskGraph.newBuilder()
                .addTasks(Task.newBuilder()
                        .setValue(Value.newBuilder()
                                .setObject(ObjectValue.newBuilder()
                                        .addMembers(member())
                                        .addMembers(member()))))
                .build();
        for (TaskGraph graph : List.of(forward, noKind, noValue, twice)) {
            assertThatThrownBy(() -> ProtoTaskGraphConverter.taskGraph(graph))
                    .isInstanceOfSatisfying(
                            SheliakException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL));
        }
    }

    private static Member.Builder member() {
        return Member.newBuilder().setName("a").setValue(Value.newBuilder().setNumber(1));
    }
}
