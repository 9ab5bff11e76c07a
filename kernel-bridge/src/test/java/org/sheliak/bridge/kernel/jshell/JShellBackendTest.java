package org.sheliak.bridge.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sheliak.bridge.kernel.KernelBackend.CellResult;
import org.sheliak.bridge.kernel.KernelBackend.Completeness;
import org.sheliak.bridge.kernel.KernelBackend.Completion;
import org.sheliak.bridge.kernel.KernelBackend.Failure;
import org.sheliak.bridge.kernel.KernelBackend.Success;
import org.sheliak.bridge.kernel.ValueRenderer;

class JShellBackendTest {
    private static final JShellBackend BACKEND = new JShellBackend(new ValueRenderer(List.of()));

    @BeforeAll
    static void start() {
        BACKEND.start();
    }

    @AfterAll
    static void shutdown() {
        BACKEND.shutdown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "int two = 2;\ntwo",
                "class Two {\n    int get() {\n        return 2;\n    }\n}\nnew Two().get()",
                "for (int i = 0; i < 3; i++) {\n}\n2 /* at last */",
                "List.of(1, 2).getLast()",
                "enum Count { ONE, TWO }\nswitch (Count.TWO) { case ONE -> 1; case TWO -> 2; }",
                "sealed interface S permits P {}\nrecord P(int x) implements S {}\nS s = new P(2);\nif (s instanceof P(int x)) { System.nanoTime(); }\n2",
            })
    void execute_lastExpression_isTheValue(String code) {
        assertThat(value(code)).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  \n", "int x = 1;", "x = 2", "\"a\".length();", "\"a\".length(); // ;)", "void f() {}"})
    void execute_noLastExpression_hasNoValue(String code) {
        BACKEND.execute("int x = 0;", 1);
        assertThat(BACKEND.execute(code, 1)).isEqualTo(new Success(null));
    }

    @Test
    void execute_semicolonInsideText_keepsTheValue() {
        assertThat(value("\";//\"")).isEqualTo(";//");
    }

    @Test
    void execute_valueThatCannotBeShown_fails() {
        CellResult result = BACKEND.execute(
                "new Object() { public String toString() { throw new IllegalStateException(\"no\"); } }", 3);
        assertThat(error(result)).contains("java.lang.IllegalStateException while the result was shown: no");
    }

    @Test
    void execute_compileErrorBehindComment_namesItsLine() {
        assertThat(error(BACKEND.execute("// a comment\n\n/* and\nanother */ int y = \"text\";", 7)))
                .containsExactly(
                        "cell 7, line 4: error: incompatible types: java.lang.String cannot be converted to int",
                        "another */ int y = \"text\";",
                        "                   ^");
    }

    @Test
    void execute_exceptionInStream_namesTheLambdasLine() {
        assertThat(error(BACKEND.execute("Stream.of(1, 0)\n    .map(n -> 1 / n)\n    .toList()", 8)))
                .startsWith(
                        "java.lang.ArithmeticException: / by zero", "    at cell 8, line 2", "        .map(n -> 1 / n)")
                .last()
                .isEqualTo("    at cell 8, line 3");
    }

    @Test
    void execute_deepRecursion_failsAndGoesOn() {
        assertThat(error(BACKEND.execute("int deep(int n) { return 1 + deep(n + 1); }\ndeep(0)", 9)))
                .startsWith("java.lang.StackOverflowError")
                .hasSizeLessThan(60);
        assertThat(value("2")).isEqualTo("2");
    }

    @Test
    void execute_branchesOfNotebookClasses_areWoven() {
        String code = """
                abstract class Shape {}
                class Circle extends Shape {}
                class Square extends Shape {}
                Shape pick(int n) {
                    Shape shape = null;
                    while (n-- > 0) {
                        shape = n % 2 == 0 ? new Circle() : new Square();
                    }
                    return shape;
                }
                pick(5) instanceof Circle
                """;
        assertThat(value(code)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while (true) { }", "for (long n = 0; ; ) { n++; }", "Thread.sleep(60_000);"})
    void interrupt_endsTheCell(String loop) throws InterruptedException {
        Thread interrupter = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            BACKEND.interrupt();
        });
        assertThat(error(BACKEND.execute(loop, 4))).startsWith("Interrupted: the cell was interrupted");
        interrupter.join();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(value("2")).isEqualTo("2");
    }

    @Test
    void interrupt_withoutCell_doesNothing() {
        BACKEND.interrupt();
        assertThat(value("2")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String.valu | 11 | valueOf( | 7 | 11",
                "int q = 1; String.valu | 22 | valueOf( | 18 | 22",
                "Arr | 3 | ArrayList | 0 | 3",
            })
    void complete_proposesWhatReplacesTheName(String code, int cursor, String match, int start, int end) {
        Completion completion = BACKEND.complete(code, cursor);
        assertThat(completion.matches()).contains(match);
        assertThat(completion.start()).isEqualTo(start);
        assertThat(completion.end()).isEqualTo(end);
    }

    @Test
    void inspect_knowsSignaturesAndTypes() {
        BACKEND.execute("var words = Map.of(\"a\", 1);", 1);
        assertThat(BACKEND.inspect("Math.floorDiv(7, 2)", 7))
                .hasValueSatisfying(text -> assertThat(text).contains("int Math.floorDiv(int x, int y)"));
        assertThat(BACKEND.inspect("words", 2))
                .hasValueSatisfying(text -> assertThat(text).contains("words:java.util.Map"));
        assertThat(BACKEND.inspect("nothing.known", 13)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"int a = 1; | COMPLETE", "foo( | INCOMPLETE", "class A { | INCOMPLETE", "int r = 3 +; | INVALID"})
    void isComplete_tells(String code, Completeness expected) {
        assertThat(BACKEND.isComplete(code)).isEqualTo(expected);
    }

    private static String value(String code) {
        CellResult result = BACKEND.execute(code, 1);
        assertThat(result).isInstanceOf(Success.class);
        return (String) ((Success) result).value().data().get("text/plain");
    }

    private static List<String> error(CellResult result) {
        assertThat(result).isInstanceOf(Failure.class);
        Stream<String> lines = ((Failure) result).error().traceback().stream();
        return lines.map(line -> line.replaceAll("\u001B\\[[0-9;]*m", "")).toList();
    }
}
