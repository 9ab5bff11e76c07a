"""The server extension, in a web application like Jupyter's."""

from types import SimpleNamespace

from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.httputil import HTTPServerRequest, RequestStartLine
from tornado.web import Application

from sheliak.server import MAX_MESSAGE_BYTES, PromptKernelWebsocketHandler, _load_jupyter_server_extension

KERNEL = "0b7c1b7e-6a53-4e0b-9b0a-0a4a3c1f2d3e"


def application(**settings) -> Application:
    routes = [(r"/base/api/kernels/([^/]+)/channels", KernelWebsocketHandler)]
    return Application(routes, base_url="/base/", **settings)


def handler_of(web_app: Application):
    start = RequestStartLine("GET", f"/base/api/kernels/{KERNEL}/channels", "HTTP/1.0")
    request = HTTPServerRequest(start_line=start, connection=SimpleNamespace())
    return web_app.find_handler(request).handler_class


def test_the_kernels_websocket_is_ours():
    web_app = application()
    _load_jupyter_server_extension(SimpleNamespace(web_app=web_app))
    assert handler_of(web_app) is PromptKernelWebsocketHandler


def test_the_message_limit_is_raised_unless_the_user_set_one():
    raised, chosen = application(), application(websocket_max_message_size=1)
    for web_app in (raised, chosen):
        _load_jupyter_server_extension(SimpleNamespace(web_app=web_app))
    assert raised.settings["websocket_max_message_size"] == MAX_MESSAGE_BYTES
    assert chosen.settings["websocket_max_message_size"] == 1
