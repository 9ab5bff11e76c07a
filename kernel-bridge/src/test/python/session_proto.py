"""Requests and responses of `session.proto`, written and read by field number."""

from collections.abc import Sequence

from protobuf_wire import double, message, read, text, uint

ERROR_CODES = [
    "INTERNAL",
    "SPEC_INVALID",
    "EXPRESSION_SYNTAX",
    "TYPE_MISMATCH",
    "UNSUPPORTED",
    "DATA_SOURCE",
    "RESOURCE_LIMIT",
    "CANCELLED",
    "PROTOCOL",
]
DATA = 1


def request(
    sequence: int, graph: bytes | None = None, updates: dict[int, bytes] | None = None, outputs: Sequence[int] = ()
) -> bytes:
    parts = [uint(1, sequence)]
    if graph is not None:
        parts.append(message(2, graph))
    parts += [message(3, uint(1, task), message(2, value)) for task, value in (updates or {}).items()]
    parts += [message(4, uint(1, task)) for task in outputs]
    return b"".join(parts)


def graph(*tasks: bytes) -> bytes:
    return b"".join(message(1, task) for task in tasks) + text(2, "UTC")


def root(name: str, value: bytes) -> bytes:
    return message(1, text(2, name)) + message(3, value)


def signal(name: str, expression: str, inputs: dict[str, int] | None = None) -> bytes:
    return message(1, text(2, name)) + _inputs(inputs) + message(4, text(1, expression))


def table_data(name: str, table: str, *transforms: dict, inputs: dict[str, int] | None = None) -> bytes:
    """A data task that reads a table of the chart and transforms it."""
    encoded = b"".join(message(6, message(1, _members(each))) for each in transforms)
    return message(1, uint(1, DATA), text(2, name)) + _inputs(inputs) + message(5, text(3, table), encoded)


def _inputs(inputs: dict[str, int] | None) -> bytes:
    return b"".join(message(2, text(2, name), message(3, uint(1, task))) for name, task in (inputs or {}).items())


def value(plain) -> bytes:
    match plain:
        case None:
            return uint(1, 0)
        case bool():
            return uint(2, plain)
        case int() | float():
            return double(3, plain)
        case str():
            return text(4, plain)
        case list():
            return message(6, *(message(1, value(each)) for each in plain))
        case dict():
            return message(7, _members(plain))


def _members(plain: dict) -> bytes:
    return b"".join(message(1, text(1, name), message(2, value(each))) for name, each in plain.items())


class Response:
    """A decoded response: `error` as (code, message), and a value, or an error, for each asked output."""

    def __init__(self, encoded: bytes):
        fields = read(encoded)
        self.sequence = fields.get(1, [0])[0]
        self.error = _error(fields[3][0]) if 3 in fields else None
        self.values = {}
        self.errors = {}
        for each in fields.get(2, []):
            output = read(each)
            task = read(output[1][0]).get(1, [0])[0]
            if 2 in output:
                self.values[task] = _plain(output[2][0])
            else:
                self.errors[task] = _error(output[3][0])


def _error(encoded: bytes) -> tuple[str, str]:
    fields = read(encoded)
    return ERROR_CODES[fields.get(1, [0])[0]], fields.get(2, [b""])[0].decode()


def _plain(encoded: bytes):
    ((field, (plain,)),) = read(encoded).items()
    match field:
        case 1:
            return None
        case 2:
            return bool(plain)
        case 3:
            return plain
        case 4:
            return plain.decode()
        case 6:
            return [_plain(each) for each in read(plain).get(1, [])]
        case 7:
            members = [read(each) for each in read(plain).get(1, [])]
            return {each[1][0].decode(): _plain(each[2][0]) for each in members}
        case 8:
            return plain
