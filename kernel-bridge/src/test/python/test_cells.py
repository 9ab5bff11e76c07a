"""Cells of Java: results, output, errors with their place, interrupt, questions about code."""

import time

import pytest

from conftest import Kernel


def test_last_expression_is_the_result(kernel: Kernel):
    outcome = kernel.run("int a = 20;\nint b = 22;\na + b")
    assert outcome.result["text/plain"] == "42"
    assert outcome.reply["status"] == "ok"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('"text"', "text"),
        ("new int[] {1, 2}", "[1, 2]"),
        ("Stream.of(1, 2).map(x -> x * 2).toList() // doubled", "[2, 4]"),
        ("record Point(int x, int y) {}\nnew Point(1, 2)", "Point[x=1, y=2]"),
        ('String block = """\n    a\n    b""";\nblock', "a\nb"),
        ("Object nothing = null; nothing", "null"),
        ("import java.util.concurrent.atomic.*;\nnew AtomicInteger(3)", "3"),
        (
            "interface Shape {}\nrecord Circle(int r) implements Shape {}\nrecord Square(int a) implements Shape {}\n"
            "Shape pick(boolean round) { return round ? new Circle(1) : new Square(2); }\npick(false)",
            "Square[a=2]",
        ),
    ],
)
def test_expression_is_shown_as_text(kernel: Kernel, code: str, text: str):
    assert kernel.run(code).result["text/plain"] == text


@pytest.mark.parametrize("code", ["int quiet = 1;", "quiet2();", "", "// only a comment", '"x".length(); // silent'])
def test_statement_has_no_result(kernel: Kernel, code: str):
    kernel.run("void quiet2() {}")
    outcome = kernel.run(code)
    assert outcome.reply["status"] == "ok"
    assert outcome.contents("execute_result") == []


def test_output_is_streamed_in_order(kernel: Kernel):
    outcome = kernel.run('System.out.println("größer ✓"); System.err.println("oh"); System.out.print("end")')
    assert outcome.text() == "größer ✓\nend"
    assert outcome.text("stderr") == "oh\n"
    assert [each["name"] for each in outcome.contents("stream")] == ["stdout", "stderr", "stdout"]


def test_output_arrives_while_the_cell_runs(kernel: Kernel):
    request = kernel.client.execute('System.out.println("early"); Thread.sleep(1500);')
    started = time.monotonic()
    while kernel.client.get_iopub_msg(timeout=10)["msg_type"] != "stream":
        pass
    early = time.monotonic() - started
    kernel.outcome(request)
    assert early < time.monotonic() - started - 0.5


def test_output_of_thread_belongs_to_the_last_cell(kernel: Kernel):
    kernel.run("""Thread later = Thread.ofPlatform().start(() -> {
        try { Thread.sleep(400); } catch (InterruptedException e) { }
        System.out.println("late");
    });""")
    last = kernel.client.execute("1")
    while True:
        message = kernel.client.get_iopub_msg(timeout=10)
        if message["msg_type"] == "stream":
            break
    assert message["content"]["text"] == "late\n"
    assert message["parent_header"]["msg_id"] == last


def test_compile_error_has_line_and_caret(kernel: Kernel):
    outcome = kernel.run("int fine = 1;\n\n  int wrong = fine + missing;")
    number = outcome.reply["execution_count"]
    assert outcome.reply["status"] == "error"
    assert outcome.traceback == (
        f"cell {number}, line 3: error: cannot find symbol\n"
        "  int wrong = fine + missing;\n"
        "                     ^\n"
        "  symbol:   variable missing"
    )


def test_incomplete_code_is_a_compile_error(kernel: Kernel):
    outcome = kernel.run("int x = 1;\nfor (int i = 0; i < 3; i++) {")
    assert "line 2: error: reached end of file while parsing" in outcome.traceback


def test_exception_names_the_lines_of_the_cells(kernel: Kernel):
    first = kernel.run("// divides\n\nint divide(int a, int b) {\n    return a / b;\n}").reply["execution_count"]
    outcome = kernel.run('System.out.println("before");\n\ndivide(1, 0)')
    second = outcome.reply["execution_count"]
    assert outcome.reply["ename"] == "java.lang.ArithmeticException"
    assert outcome.reply["evalue"] == "/ by zero"
    assert outcome.traceback == (
        "java.lang.ArithmeticException: / by zero\n"
        f"    at divide (cell {first}, line 4)\n"
        "        return a / b;\n"
        f"    at cell {second}, line 3"
    )
    assert outcome.text() == "before\n"


def test_opencl_driver_leaves_arithmetic_exceptions_to_java(kernel: Kernel):
    devices = "org.sheliak.aparapi.device.OpenClDevices.largest(com.aparapi.device.Device.TYPE.CPU).isPresent()"
    assert kernel.run(devices).result["text/plain"] == "true"
    assert kernel.run("int zero = 0; 1 / zero").reply["ename"] == "java.lang.ArithmeticException"


def test_cause_is_shown(kernel: Kernel):
    outcome = kernel.run(
        'try { Integer.parseInt("x"); } catch (Exception e) { throw new IllegalStateException("outer", e); }'
    )
    assert "java.lang.IllegalStateException: outer" in outcome.traceback
    assert 'Caused by: java.lang.NumberFormatException: For input string: "x"' in outcome.traceback


def test_method_of_later_name_is_usable_once_it_is_declared(kernel: Kernel):
    outcome = kernel.run("int twice() { return 2 * laterOn(); }")
    assert "twice cannot be used until this is declared: method laterOn()" in outcome.text("stderr")
    assert "twice was called before this was declared" in kernel.run("twice()").traceback
    assert kernel.run("int laterOn() { return 4; }\ntwice()").result["text/plain"] == "8"


def test_magic_is_refused(kernel: Kernel):
    outcome = kernel.run("%maven com.example:thing:1.0")
    assert "magics such as %maven are not supported" in outcome.traceback


def test_display_shows_anything(kernel: Kernel):
    outcome = kernel.run('display("one"); display(Map.of("text/html", "<b>two</b>"));\nint three = 3;')
    assert [each["data"] for each in outcome.contents("display_data")] == [
        {"text/plain": "one"},
        {"text/html": "<b>two</b>"},
    ]


def test_image_is_shown_as_png(kernel: Kernel):
    data = kernel.run("new java.awt.image.BufferedImage(3, 2, 1)").result
    assert data["text/plain"] == "image of 3 by 2 pixels"
    assert data["image/png"].startswith("iVBOR")


@pytest.mark.parametrize(
    "code",
    [
        "Thread.sleep(60_000);",
        "long n = 0; while (true) { n++; }",
        "void spin() { for (;;) { try { Math.sin(1); } catch (Exception e) { } } }\nspin();",
        "IntStream.iterate(0, i -> i + 1).filter(i -> i < 0).findFirst();",
        "new ArrayBlockingQueue<Integer>(1).take();",
    ],
)
def test_interrupt_ends_the_cell(kernel: Kernel, code: str):
    request = kernel.client.execute(code)
    time.sleep(1)
    kernel.manager.interrupt_kernel()
    outcome = kernel.outcome(request)
    assert outcome.reply["ename"] == "Interrupted"
    assert f"at cell {outcome.reply['execution_count']}, line" in outcome.traceback
    kernel.assert_lives()


def test_error_aborts_the_cells_that_wait(kernel: Kernel):
    requests = [kernel.client.execute(code) for code in ("Thread.sleep(300); int z = 1 / 0;", "1", "2")]
    assert [kernel.reply_to(each)["status"] for each in requests] == ["error", "aborted", "aborted"]
    kernel.assert_lives()


def test_error_lets_cells_run_that_do_not_mind(kernel: Kernel):
    failing = kernel.client.execute("Thread.sleep(300); int z = 1 / 0;", stop_on_error=False)
    next_one = kernel.client.execute("5")
    assert kernel.reply_to(failing)["status"] == "error"
    assert kernel.reply_to(next_one)["status"] == "ok"


def test_input_is_asked_for_in_the_notebook(kernel: Kernel):
    request = kernel.client.execute('System.out.print("name? "); new Scanner(System.in).nextLine()')
    asked = kernel.client.get_stdin_msg(timeout=20)
    assert asked["msg_type"] == "input_request"
    kernel.client.input("Vega")
    outcome = kernel.outcome(request)
    assert outcome.text() == "name? "
    assert outcome.result["text/plain"] == "Vega"


def test_input_can_be_interrupted(kernel: Kernel):
    request = kernel.client.execute("new Scanner(System.in).nextLine()")
    kernel.client.get_stdin_msg(timeout=20)
    kernel.manager.interrupt_kernel()
    assert kernel.outcome(request).reply["ename"] == "Interrupted"
    kernel.assert_lives()


def test_input_that_nobody_can_give_is_an_error(kernel: Kernel):
    outcome = kernel.run("System.in.read()", allow_stdin=False)
    assert "this notebook cannot be asked for input now" in outcome.traceback


def complete(kernel: Kernel, code: str) -> dict:
    return kernel.reply_to(kernel.client.complete(code, len(code)))


def test_completion_replaces_the_name_part(kernel: Kernel):
    kernel.run("var words = List.of(1, 2);")
    reply = complete(kernel, 'var x = "é🙂"; words.strea')
    assert reply["matches"] == ["stream()"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (20, 25)


def test_completion_knows_names_of_the_same_cell(kernel: Kernel):
    assert "isBlank()" in complete(kernel, 'var fresh = "text";\nint n = 3;\nfresh.isBl')["matches"]


def test_completion_works_while_a_cell_runs(kernel: Kernel):
    running = kernel.client.execute("Thread.sleep(3000);")
    time.sleep(0.5)
    started = time.monotonic()
    assert "Math.max(" in ["Math." + each for each in complete(kernel, "Math.ma")["matches"]]
    answered = time.monotonic() - started
    kernel.outcome(running)
    assert answered < time.monotonic() - started


def test_inspect_tells_the_signature(kernel: Kernel):
    code = "Math.floorDiv(7, 2)"
    reply = kernel.reply_to(kernel.client.inspect(code, 7))
    assert reply["found"]
    assert "int Math.floorDiv(int x, int y)" in reply["data"]["text/plain"]


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("int x = 1;", "complete"),
        ("int x = 1", "complete"),
        ("for (;;) {", "incomplete"),
        ("int x = 3 +;", "invalid"),
        ("int a = 1;\nvoid f() {", "incomplete"),
        ("", "complete"),
    ],
)
def test_is_complete(kernel: Kernel, code: str, status: str):
    assert kernel.reply_to(kernel.client.is_complete(code))["status"] == status


def test_kernel_info_says_java(kernel: Kernel):
    info = kernel.reply_to(kernel.client.kernel_info())
    assert info["language_info"]["name"] == "java"
    assert info["protocol_version"].startswith("5.")


def test_history_is_empty(kernel: Kernel):
    assert kernel.reply_to(kernel.client.history())["history"] == []
