"""Refuses to start the kernel without a fitting Java, in words that JupyterLab shows."""

from jupyter_client.provisioning import LocalProvisioner

from sheliak.java import find_java


class JavaProvisioner(LocalProvisioner):
    """Starts the kernel as any local process.

    A process that dies at its start shows as "dead" in JupyterLab, and what it said goes to the server's log; an
    error raised here is the text of the dialog.
    """

    async def pre_launch(self, **kwargs):
        """Raises JavaNotFoundError."""
        find_java()
        return await super().pre_launch(**kwargs)
