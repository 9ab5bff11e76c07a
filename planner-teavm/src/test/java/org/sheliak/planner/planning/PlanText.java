package org.sheliak.planner.planning;

import java.util.Map;
import org.sheliak.planner.json.JsonValue;
import org.sheliak.planner.json.JsonValue.JsonArray;
import org.sheliak.planner.json.JsonValue.JsonObject;
import org.sheliak.planner.json.JsonWriter;
import org.sheliak.planner.taskgraph.Task;
import org.sheliak.planner.taskgraph.Task.DataTask;
import org.sheliak.planner.taskgraph.Task.Input;
import org.sheliak.planner.taskgraph.Task.SignalTask;
import org.sheliak.planner.taskgraph.Task.ValueTask;
import org.sheliak.planner.taskgraph.TaskValue;
import org.sheliak.planner.taskgraph.TaskValue.BooleanValue;
import org.sheliak.planner.taskgraph.TaskValue.DateValue;
import org.sheliak.planner.taskgraph.TaskValue.ListValue;
import org.sheliak.planner.taskgraph.TaskValue.NumberValue;
import org.sheliak.planner.taskgraph.TaskValue.ObjectValue;
import org.sheliak.planner.taskgraph.TaskValue.Singleton;
import org.sheliak.planner.taskgraph.TaskValue.TableValue;
import org.sheliak.planner.taskgraph.TaskValue.TextValue;

/// A plan as text to read.
final class PlanText {
    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(SpecPlan plan) {
        PlanText writer = new PlanText();
        writer.line("# Tasks");
        int index = 0;
        for (Task task : plan.taskGraph().tasks()) {
            writer.task(index++, task);
        }
        JsonObject locale = plan.taskGraph().locale();
        if (locale != null) {
            writer.line("locale " + JsonWriter.write(locale));
        }
        writer.line("");
        writer.line("# Communication");
        writer.list(plan.communicationPlan().toJson(), "serverToClient");
        writer.list(plan.communicationPlan().toJson(), "clientToServer");
        writer.line("");
        writer.line("# Report");
        writer.text.append(plan.report().toText());
        writer.line("");
        writer.line("# Client spec");
        writer.json(plan.clientSpec(), "");
        writer.line("");
        return writer.text.toString();
    }

    private void task(int index, Task task) {
        String name = task.variable().namespace() + " " + task.variable().name() + scope(task);
        switch (task.kind()) {
            case ValueTask value -> line(index + " " + name + " = " + value(value.value()));
            case SignalTask signal -> line(index + " " + name + " := " + signal.expression());
            case Task.ScaleTask scale -> line(index + " " + name + " = " + JsonWriter.write(scale.definition()));
            case DataTask data -> {
                line(index + " " + name + " <- " + source(data));
                if (data.format() != null) {
                    line("    format " + JsonWriter.write(data.format()));
                }
                if (data.columns() != null) {
                    line("    columns " + data.columns());
                }
            }
        }
        for (Input input : task.inputs()) {
            String signal = input.output().signal().isEmpty()
                    ? ""
                    : "." + input.output().signal();
            line("    " + input.namespace() + " " + input.name() + " is "
                    + input.output().task() + signal);
        }
        if (task.kind() instanceof DataTask data) {
            for (Task.Transform transform : data.transforms()) {
                line("    " + JsonWriter.write(transform.definition()) + " @ " + transform.pointer());
            }
        }
    }

    private static String scope(Task task) {
        return task.variable().scope().isEmpty() ? "" : " in " + task.variable().scope();
    }

    private static String source(DataTask data) {
        return switch (data.source()) {
            case null -> "nothing";
            case Task.UrlSource source -> "url " + JsonWriter.write(source.url());
            case Task.ValuesSource source -> "values " + value(source.values());
            case Task.TableSource source -> "table " + source.name();
            case Task.DataSource source -> "task " + source.task();
            case Task.MergedSource source -> "tasks " + source.tasks();
        };
    }

    private static String value(TaskValue value) {
        return switch (value) {
            case Singleton singleton -> singleton.name();
            case BooleanValue(boolean isTrue) -> String.valueOf(isTrue);
            case NumberValue(double number) -> String.valueOf(number);
            case TextValue(String string) -> '"' + string + '"';
            case DateValue(double epochMillis) -> "date " + epochMillis;
            case ListValue list ->
                list.elements().stream().map(PlanText::value).toList().toString();
            case ObjectValue object -> {
                StringBuilder members = new StringBuilder("{");
                object.members()
                        .forEach((name, member) -> members.append(members.length() == 1 ? "" : ", ")
                                .append(name)
                                .append(": ")
                                .append(value(member)));
                yield members.append('}').toString();
            }
            case TableValue table -> table.arrowStream().length + " bytes";
        };
    }

    private void list(JsonObject plan, String member) {
        for (JsonValue value : ((JsonArray) plan.members().get(member)).elements()) {
            line(member + " " + JsonWriter.write(value));
        }
    }

    /// Short values on one line, long ones with a line for each member.
    private void json(JsonValue json, String indent) {
        String inline = JsonWriter.write(json);
        boolean isShort = inline.length() + indent.length() <= WIDTH;
        switch (json) {
            case JsonArray array
            when !isShort -> {
                String separator = "[\n";
                for (JsonValue element : array.elements()) {
                    text.append(separator).append(indent).append(' ');
                    json(element, indent + " ");
                    separator = ",\n";
                }
                text.append('\n').append(indent).append(']');
            }
            case JsonObject object
            when !isShort -> {
                String separator = "{\n";
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    text.append(separator)
                            .append(indent)
                            .append(" \"")
                            .append(member.getKey())
                            .append("\": ");
                    json(member.getValue(), indent + " ");
                    separator = ",\n";
                }
                text.append('\n').append(indent).append('}');
            }
            default -> text.append(inline);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
