"""The Jupyter server extension: small messages leave at once, and large ones are let in."""

from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from jupyter_server.utils import url_path_join

MAX_MESSAGE_BYTES = 512 * 1024 * 1024
"""What a message to the kernel may weigh; above Tornado's own limit, 10 MiB, the websocket is closed."""

CHANNELS = r"/api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)/channels"


class PromptKernelWebsocketHandler(KernelWebsocketHandler):
    """The kernel's websocket with TCP_NODELAY.

    Without it, each answer to a step of a brush waits some 40 ms until the browser has acknowledged the last one.
    """

    async def open(self, kernel_id):
        self.set_nodelay(True)
        await super().open(kernel_id)


def _load_jupyter_server_extension(server_app):
    web_app = server_app.web_app
    web_app.settings.setdefault("websocket_max_message_size", MAX_MESSAGE_BYTES)
    route = url_path_join(web_app.settings["base_url"], CHANNELS)
    web_app.add_handlers(".*$", [(route, PromptKernelWebsocketHandler)])
