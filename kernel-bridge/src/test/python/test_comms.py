"""Comms and widgets: opening, restoring, answering while a cell runs, closing; and messages that are broken."""

import time

import pytest

from conftest import Kernel
from session_proto import graph, request, root, value

CHART = 'Chart.of("""\n{"data": {"values": [{"a": 1}]}, "mark": "bar"}\n""")'
VIEW = "application/vnd.jupyter.widget-view+json"

FIRST = request(1, graph(root("a", value(1.5))), outputs=[0])


def test_chart_opens_its_comm_before_it_is_shown(kernel: Kernel):
    outcome = kernel.run(CHART)
    kinds = [each["msg_type"] for each in outcome.published]
    assert kinds == ["status", "execute_input", "comm_open", "execute_result", "status"]
    (opened,) = (each for each in outcome.published if each["msg_type"] == "comm_open")
    assert opened["metadata"] == {"version": "2.1.0"}
    assert opened["content"]["target_name"] == "jupyter.widget"
    state = opened["content"]["data"]["state"]
    assert state["_model_module"] == state["_view_module"] == "jupyterlab-sheliak"
    assert (state["_model_name"], state["_view_name"]) == ("ChartModel", "ChartView")
    assert state["mode"] == "vega-lite"
    assert state["tables"] == []
    assert outcome.result[VIEW]["model_id"] == opened["content"]["comm_id"]
    assert outcome.result["text/plain"] == "Chart of Vega-Lite"


def test_display_of_chart_opens_it_too(kernel: Kernel):
    outcome = kernel.run(f"display({CHART});")
    kinds = [each["msg_type"] for each in outcome.published]
    assert kinds == ["status", "execute_input", "comm_open", "display_data", "status"]


def test_control_tells_all_states(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    kernel.published_for(
        kernel.send("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
    )
    asked = kernel.send("comm_msg", {"comm_id": "control", "data": {"method": "request_states"}})
    (answer,) = [each for each in kernel.published_for(asked) if each["msg_type"] == "comm_msg"]
    assert answer["content"]["data"]["method"] == "update_states"
    described = answer["content"]["data"]["states"][comm_id]
    assert described["model_name"] == "ChartModel"
    assert described["model_module"] == "jupyterlab-sheliak"
    assert described["state"]["spec"].startswith('{"data"')
    kernel.published_for(kernel.send("comm_close", {"comm_id": "control", "data": {}}))


def test_request_state_is_answered_with_the_state(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    asked = kernel.send("comm_msg", {"comm_id": comm_id, "data": {"method": "request_state"}})
    (answer,) = [each for each in kernel.published_for(asked) if each["msg_type"] == "comm_msg"]
    assert answer["content"]["data"]["method"] == "update"
    assert answer["content"]["data"]["state"]["_model_name"] == "ChartModel"


def test_update_is_echoed(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    data = {"method": "update", "state": {"_view_count": 1}, "buffer_paths": []}
    (answer,) = [
        each
        for each in kernel.published_for(kernel.send("comm_msg", {"comm_id": comm_id, "data": data}))
        if each["msg_type"] == "comm_msg"
    ]
    assert answer["content"]["data"] == {"method": "echo_update", "state": {"_view_count": 1}, "buffer_paths": []}


def test_comm_info_names_open_comms(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    comms = kernel.reply_to(kernel.client.comm_info(target_name="jupyter.widget"))["comms"]
    assert comms[comm_id] == {"target_name": "jupyter.widget"}
    assert kernel.reply_to(kernel.client.comm_info(target_name="other"))["comms"] == {}


def test_close_frees_the_chart(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    kernel.published_for(kernel.send("comm_close", {"comm_id": comm_id, "data": {}}))
    assert comm_id not in kernel.reply_to(kernel.client.comm_info())["comms"]
    gone = kernel.published_for(kernel.request(comm_id, FIRST))
    assert [each["msg_type"] for each in gone] == ["status", "status"]


def test_unknown_target_is_closed(kernel: Kernel):
    opened = kernel.send("comm_open", {"comm_id": "strange", "target_name": "no.such.target", "data": {}})
    (closed,) = [each for each in kernel.published_for(opened) if each["msg_type"] == "comm_close"]
    assert closed["content"]["comm_id"] == "strange"


def test_request_is_answered_while_a_cell_runs(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    cell = kernel.client.execute("Thread.sleep(4000);")
    time.sleep(0.3)
    started = time.monotonic()
    kernel.response(kernel.request(comm_id, FIRST))
    assert "execution_state" in kernel.published_for(cell)[-1]["content"]
    assert time.monotonic() - started > 3, "the answer came after the cell"


def test_answer_leaves_the_kernel_busy(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    cell = kernel.client.execute("Thread.sleep(2000);")
    time.sleep(0.3)
    kernel.response(kernel.request(comm_id, FIRST))
    after = kernel.client.get_iopub_msg(timeout=5)
    assert after["content"] == {"execution_state": "busy"}
    assert after["parent_header"]["msg_id"] == cell
    kernel.outcome(cell)


def test_request_is_answered_with_what_changed(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    first = kernel.response(kernel.request(comm_id, FIRST))
    assert (first.sequence, first.error, first.values) == (1, None, {0: 1.5})
    again = kernel.response(kernel.request(comm_id, request(2, outputs=[0])))
    assert (again.sequence, again.error, again.values) == (2, None, {})
    updated = kernel.response(kernel.request(comm_id, request(3, updates={0: value("new")}, outputs=[0])))
    assert (updated.sequence, updated.error, updated.values) == (3, None, {0: "new"})


def test_old_request_is_cancelled(kernel: Kernel):
    comm_id = kernel.open_chart(CHART)
    kernel.response(kernel.request(comm_id, request(7, graph(root("a", value(True))), outputs=[0])))
    code, _ = kernel.response(kernel.request(comm_id, request(6, outputs=[0]))).error
    assert code == "CANCELLED"


def test_charts_have_graphs_of_their_own(kernel: Kernel):
    first, second = kernel.open_chart(CHART), kernel.open_chart(CHART)
    assert kernel.response(kernel.request(first, FIRST)).values == {0: 1.5}
    other = request(1, graph(root("a", value([1, None, "x"]))), outputs=[0])
    assert kernel.response(kernel.request(second, other)).values == {0: [1, None, "x"]}


@pytest.mark.parametrize("request_bytes", [b"\xff\xff\xff", b"\x12\x05abc", None, request(1, outputs=[0])])
def test_malformed_request_is_answered_with_a_protocol_error(kernel: Kernel, request_bytes: bytes | None):
    comm_id = kernel.open_chart(CHART)
    code, _ = kernel.response(kernel.request(comm_id, request_bytes)).error
    assert code == "PROTOCOL"
    kernel.assert_lives()


def test_wrong_signature_is_dropped(kernel: Kernel):
    session = kernel.client.session
    right_key = session.key
    session.key = b"not the key"
    try:
        kernel.send("kernel_info_request", {})
    finally:
        session.key = right_key
    assert kernel.run("2").contents("stream") == [], "the log got into a cell"
    kernel.assert_lives()


@pytest.mark.parametrize(
    "frames",
    [
        [b"no delimiter"],
        [b"<IDS|MSG>", b"signature"],
        [b"<IDS|MSG>", b"", b"{}", b"{}", b"{}", b"{}"],
    ],
)
def test_broken_frames_are_dropped(kernel: Kernel, frames: list[bytes]):
    kernel.client.shell_channel.socket.send_multipart(frames)
    kernel.assert_lives()


def test_not_json_is_dropped(kernel: Kernel):
    session = kernel.client.session
    parts = [b"{}", b"{", b"[]", b"null"]
    kernel.client.shell_channel.socket.send_multipart([b"<IDS|MSG>", session.sign(parts), *parts])
    kernel.assert_lives()


def test_strange_content_is_answered_or_dropped(kernel: Kernel):
    kernel.send("comm_msg", {"comm_id": "unknown", "data": {}})
    kernel.send("comm_msg", {})
    kernel.send("comm_open", {"comm_id": "x"})
    kernel.send("complete_request", {})
    kernel.send("no_such_request", {})
    kernel.send("execute_request", {"code": ["not", "text"]})
    kernel.assert_lives()


def test_heartbeat_is_echoed(kernel: Kernel):
    assert kernel.client.is_alive()
    assert kernel.client.hb_channel.is_beating()


def test_malformed_cell_is_answered_with_an_error(kernel: Kernel):
    outcome = kernel.outcome(kernel.send("execute_request", {"code": {"not": "text"}}))
    assert outcome.reply["status"] == "error"
    assert "execute_request has malformed content" in outcome.traceback
    kernel.assert_lives()
