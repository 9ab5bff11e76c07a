"""Sheliak in Jupyter: finds a JDK, starts the Java kernel, and tunes the server for brushing."""

from importlib.metadata import version

__version__ = version("sheliak")


def _jupyter_server_extension_points():
    return [{"module": "sheliak.server"}]
