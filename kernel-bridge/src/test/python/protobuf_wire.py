"""Just enough of protobuf's wire format to speak `session.proto` without generated code."""

import struct
from collections import defaultdict


def varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def uint(field: int, number: int) -> bytes:
    return varint(field << 3) + varint(number)


def double(field: int, number: float) -> bytes:
    return varint(field << 3 | 1) + struct.pack("<d", number)


def message(field: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return varint(field << 3 | 2) + varint(len(content)) + content


def text(field: int, value: str) -> bytes:
    return message(field, value.encode())


def read(encoded: bytes) -> dict[int, list]:
    """The values of each field: integers for varints, bytes for everything with a length."""
    fields = defaultdict(list)
    at = 0
    while at < len(encoded):
        key, at = _read_varint(encoded, at)
        match key & 7:
            case 0:
                value, at = _read_varint(encoded, at)
            case 1:
                (value,), at = struct.unpack_from("<d", encoded, at), at + 8
            case 2:
                length, at = _read_varint(encoded, at)
                value, at = encoded[at : at + length], at + length
            case other:
                raise ValueError(f"wire type {other} at byte {at}")
        fields[key >> 3].append(value)
    return dict(fields)


def _read_varint(encoded: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = encoded[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at
