"""Finding a Java, among made-up installations."""

from pathlib import Path

import pytest

from sheliak import java
from sheliak.java import JavaNotFoundError, find_java, read_version


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(java.shutil, "which", lambda _: None)
    monkeypatch.setattr(java, "_SYSTEM_FOLDERS", {})
    monkeypatch.setattr(java, "_USER_FOLDERS", [])


def install(home: Path, version: str, is_jdk: bool = True) -> Path:
    (home / "bin").mkdir(parents=True)
    executable = home / "bin" / "java"
    executable.write_text("")
    if is_jdk:
        (home / "bin" / "javac").write_text("")
    (home / "release").write_text(f'IMPLEMENTOR="Someone"\nJAVA_VERSION="{version}"\n')
    return executable


def test_java_home_is_preferred(tmp_path, monkeypatch):
    chosen = install(tmp_path / "chosen", "25.0.1")
    install(tmp_path / "folder" / "jdk-26", "26")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "chosen"))
    monkeypatch.setattr(java, "_USER_FOLDERS", [str(tmp_path / "folder")])
    assert find_java().executable == chosen


def test_old_java_home_falls_back_to_newest_installed(tmp_path, monkeypatch):
    install(tmp_path / "chosen", "17.0.15")
    install(tmp_path / "folder" / "jdk-25", "25.0.1")
    newest = install(tmp_path / "folder" / "jdk-26", "26")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "chosen"))
    monkeypatch.setattr(java, "_USER_FOLDERS", [str(tmp_path / "folder")])
    assert find_java().executable == newest


def test_macos_bundle_is_found(tmp_path, monkeypatch):
    executable = install(tmp_path / "temurin-25.jdk" / "Contents" / "Home", "25")
    monkeypatch.setattr(java, "_USER_FOLDERS", [str(tmp_path)])
    assert find_java().executable == executable


def test_too_old_and_jre_are_named(tmp_path, monkeypatch):
    old = install(tmp_path / "old", "1.8.0_402")
    jre = install(tmp_path / "folder" / "jre-25", "25", is_jdk=False)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "old"))
    monkeypatch.setattr(java, "_USER_FOLDERS", [str(tmp_path / "folder")])
    with pytest.raises(JavaNotFoundError) as raised:
        find_java()
    assert f"found only\n  JDK 8 ({old})\n  JRE 25 ({jre})\n" in str(raised.value)
    assert "Install a JDK 25" in str(raised.value)


def test_no_java_is_said():
    with pytest.raises(JavaNotFoundError, match="found no Java at all"):
        find_java()


def test_version_is_asked_without_release_file(tmp_path):
    executable = install(tmp_path, "25")
    (tmp_path / "release").unlink()
    executable.write_text("#!/bin/sh\necho 'openjdk version \"25.0.1\" 2025-10-21' >&2\n")
    executable.chmod(0o755)
    assert read_version(executable) == 25


def test_no_java_has_no_version(tmp_path):
    assert read_version(install(tmp_path, "unknown")) is None
