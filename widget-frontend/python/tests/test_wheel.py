"""The installed wheel: what JupyterLab and the kernel need is where they look."""

import json
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

from sheliak import java, kernel
from sheliak.command import main
from sheliak.java import JavaNotFoundError


def test_kernel_spec_is_java_and_interrupts_by_message():
    spec = KernelSpecManager().get_kernel_spec("sheliak")
    assert (spec.display_name, spec.language, spec.interrupt_mode) == ("Java (Sheliak)", "java", "message")
    assert "sheliak-provisioner" in entry_points(group="jupyter_client.kernel_provisioners").names


def test_extension_shares_the_widget_base_only():
    folder = Path(sys.prefix) / "share/jupyter/labextensions/jupyterlab-sheliak"
    package = json.loads((folder / "package.json").read_text())
    assert list(package["jupyterlab"]["sharedPackages"]) == ["@jupyter-widgets/base"]
    assert (folder / package["jupyterlab"]["_build"]["load"]).is_file()


def test_kernel_command_has_the_arguments_and_the_jar(monkeypatch):
    monkeypatch.setenv(kernel.OPTIONS_VARIABLE, "-Xmx1g -Dx=y")
    command = kernel.kernel_command(Path("/jdk/bin/java"), "connection.json")
    assert command[0] == str(Path("/jdk/bin/java"))
    assert "--add-modules=jdk.incubator.vector" in command
    assert command[-6:] == ["-Xmx1g", "-Dx=y", "-jar", str(kernel.JAR), "kernel", "connection.json"]
    assert kernel.JAR.is_file()


def test_missing_java_is_the_error_of_the_start(monkeypatch):
    monkeypatch.setattr("sheliak.provisioner.find_java", _no_java)
    with pytest.raises(JavaNotFoundError, match="needs a JDK"):
        KernelManager(kernel_name="sheliak").start_kernel()


def test_launcher_without_java_says_so(tmp_path):
    launcher = "import sheliak.java as j; j._SYSTEM_FOLDERS = {}; j._USER_FOLDERS = []\n"
    launcher += "import sys, sheliak.kernel as k; sys.argv = ['kernel', 'file']; sys.exit(k.main())"
    ended = subprocess.run(
        [sys.executable, "-c", launcher], env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert "needs a JDK 25 or newer, and found no Java at all" in ended.stderr


def test_doctor_finds_all(capsys):
    assert main(["doctor"]) == 0
    assert "All is in place." in capsys.readouterr().out


def test_doctor_names_a_missing_java(monkeypatch, capsys):
    monkeypatch.setattr("sheliak.command.find_java", _no_java)
    assert main(["doctor"]) == 1
    assert "missing  Java: Sheliak's kernel needs a JDK" in capsys.readouterr().out


def test_doctor_is_on_the_environments_path():
    assert shutil.which("sheliak", path=str(Path(sys.executable).parent))


def _no_java():
    raise JavaNotFoundError(java._explain([]))
