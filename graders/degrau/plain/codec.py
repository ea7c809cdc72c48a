"""Plain data as bytes, and back: what may cross the border of the sandbox, and nothing else.

A frame is a length, the number of the request that it is or answers, and so many bytes of msgpack. Only exact types are
encoded: None, bool, int, float, complex, str, bytes, list, tuple, dict, NumPy scalars, and ndarrays of bool, integer,
float or complex; and, from the judge to the box only, arguments as Python text. Decoding runs no code of the sender's,
and copies arrays, so that they can be written to.

What a function returns may be no plain data and yet amount to it, whatever NumPy turns into the same numbers:
`encode_reply` makes that of it, beside the student's code, whose methods it calls, `__array__` and others.
"""

import struct
from collections.abc import Callable, Mapping, Set
from contextlib import suppress
from functools import cached_property
from itertools import islice
from numbers import Number
from typing import Any

import msgpack
import numpy as np
from numpy import asarray, bool_, frombuffer, generic, ndarray, uint8

from .call import Script, Source
from .outcomes import MASKED

ARRAY, SCALAR, TUPLE, COMPLEX, BIG, SOURCE, SCRIPT = 1, 2, 3, 4, 5, 6, 7
HEADER = struct.Struct(">IQ")
# An array is the number of its kind here, the number of its dimensions, their sizes (u32), and the numbers themselves.
INTEGERS = ("|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8")
KINDS = tuple(map(np.dtype, ("|b1", *INTEGERS, "<f2", "<f4", "<f8", "<c8", "<c16")))
NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
NATIVE = tuple(kind.newbyteorder("=") for kind in KINDS)
MOST_DIMENSIONS = 8
HEADS = tuple(struct.Struct(f"<BB{dimensions}I") for dimensions in range(MOST_DIMENSIONS + 1))
DEEPEST = 32
# The decoder makes room for a list as soon as it reads its length.
MOST_ITEMS = 2**16
# Values in all, those in lists within lists among them; an array is one. A byte can become a dict of 64.
MOST_VALUES = 2**14
MOST_DIGITS = 400
PLAIN = frozenset((type(None), bool, int, float, complex, str, bytes, ndarray))
AS_IS = frozenset((type(None), bool, float, bytes, str))
CONTAINERS = frozenset((list, tuple, dict))
# None of these is numbers, whatever NumPy makes of it.
NONE_SUCH = (str, bytes, Mapping, Set)
PACKER = msgpack.Packer()


class Calls(tuple[tuple[Any, ...], ...]):
    """The arguments of some calls, which many are asked: they are encoded once."""

    @cached_property
    def encoded(self) -> bytes:
        """The bytes of a list of them."""
        return encode([list(args) for args in self], trusted=True)


class NotPlainError(TypeError):
    """The value is not plain data; the text names its type."""


class WireError(ValueError):
    """The bytes are nothing that `encode` could have made."""


def encode(value: Any, trusted: bool = False) -> bytes:
    """The bytes of a plain value; raises NotPlainError, naming the type, for anything else.

    What is no student's may hold as many values as it likes.
    """
    if not trusted:
        refuse_many(value)
    return _packed(_packable(value, 0))


def refuse_many(value: Any) -> None:
    """Raises NotPlainError for more values, one within the other, than may be; it looks at no more than those."""
    left, waiting = MOST_VALUES, [(value, 0)] if type(value) in CONTAINERS else []
    while waiting:
        inner, depth = waiting.pop()
        kind = type(inner)
        _few(inner, depth)
        left -= len(inner)
        if left < 0:
            raise NotPlainError(f"{kind.__name__} of more than {MOST_VALUES} values")
        waiting += [(v, depth + 1) for v in (inner.values() if kind is dict else inner) if type(v) in CONTAINERS]


def _packed(value: Any) -> bytes:
    try:
        return PACKER.pack(value)  # type: ignore[no-any-return]
    except UnicodeEncodeError:
        raise NotPlainError("str with lone surrogates") from None


def _packable(value: Any, depth: int) -> Any:
    kind = type(value)
    if kind in AS_IS:
        return value
    if (packable := PACKABLE.get(kind)) is not None:
        return packable(value, depth)
    if issubclass(kind, generic) and kind.__module__ == "numpy" and value.dtype.kind in "biufc":
        return _array(SCALAR, asarray(value))
    raise NotPlainError(kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}")


def _int(value: int, _depth: int) -> Any:
    if -(2**63) <= value < 2**64:
        return value
    if value.bit_length() > 8 * MOST_DIGITS:
        raise NotPlainError("a huge integer")
    return msgpack.ExtType(BIG, value.to_bytes(MOST_DIGITS + 1, "big", signed=True))


def _few(value: Any, depth: int) -> Any:
    if depth >= DEEPEST:
        raise NotPlainError("nested or cyclic data")
    if len(value) > MOST_ITEMS:
        raise NotPlainError(f"{type(value).__name__} of {len(value)} items")
    return value


def _items(value: list[Any] | tuple[Any, ...], depth: int) -> list[Any]:
    # Most are numbers, which are known at a glance.
    return [v if type(v) in AS_IS else _packable(v, depth + 1) for v in _few(value, depth)]


def _tuple(value: tuple[Any, ...], depth: int) -> Any:
    return msgpack.ExtType(TUPLE, _packed(_items(value, depth)))


def _dict(value: dict[Any, Any], depth: int) -> Any:
    return {_key(k): _packable(v, depth + 1) for k, v in _few(value, depth).items()}


def _key(key: Any) -> str:
    if type(key) is not str:
        raise NotPlainError(f"dict with a key of type {type(key).__name__}")
    return key


def _array(code: int, array: "ndarray[Any, Any]") -> Any:
    if (number := NUMBERS.get(array.dtype)) is None:
        array = _in_a_kind_that_travels(array)
        number = NUMBERS[array.dtype]
    if array.ndim > MOST_DIMENSIONS:
        raise NotPlainError(f"an array of {array.ndim} dimensions")
    if not array.size and max(array.shape) > MOST_ITEMS:
        raise NotPlainError(f"an array of shape {array.shape}")
    try:
        head = HEADS[array.ndim].pack(number, array.ndim, *array.shape)
    except struct.error:
        raise NotPlainError(f"an array of shape {array.shape}") from None
    return msgpack.ExtType(code, head + array.tobytes())


def _in_a_kind_that_travels(array: "ndarray[Any, Any]") -> "ndarray[Any, Any]":
    """The same numbers in the other order of bytes, or with less than this machine's longest precision."""
    if array.dtype.kind not in "biufc":
        raise NotPlainError(f"ndarray (dtype {array.dtype})")
    if array.dtype.char in "gG":
        return array.astype("<f8" if array.dtype.char == "g" else "<c16")
    # By its text, for a kind may also carry words that tell it from the same kind without.
    return array.astype(array.dtype.newbyteorder("<").str)


PACKABLE: dict[type, Callable[[Any, int], Any]] = {
    ndarray: lambda array, _: _array(ARRAY, array),
    int: _int,
    list: _items,
    tuple: _tuple,
    dict: _dict,
    complex: lambda value, _: msgpack.ExtType(COMPLEX, struct.pack(">dd", value.real, value.imag)),
    Source: lambda source, _: msgpack.ExtType(SOURCE, source.text.encode()),
    Script: lambda script, _: msgpack.ExtType(SCRIPT, script.text.encode()),
}


def encode_reply(reply: dict[str, Any]) -> bytes:
    """The bytes of a reply, in which `value` may be what a student's function returned; raises NotPlainError."""
    try:
        # Only what holds others can hold too many.
        return encode(reply, trusted=type(reply.get("value")) not in CONTAINERS)
    except NotPlainError:
        if "value" not in reply:
            raise
    return encode(reply | {"value": ordinary(reply["value"])})


def ordinary(value: Any, depth: int = 0) -> Any:
    """The plain data that a value amounts to; as it is what amounts to none.

    Raises NotPlainError for masked entries, of which NumPy would make numbers again.

    >>> ordinary((np.matrix([[1, 2]]), range(2), len))
    (array([[1, 2]]), array([0, 1]), <built-in function len>)
    """
    kind = type(value)
    if (kind in PLAIN and kind is not ndarray) or depth > DEEPEST:
        return value
    if issubclass(kind, ndarray):
        return _ordinary_array(value, depth)
    if issubclass(kind, (tuple, list)):
        items = [ordinary(item, depth + 1) for item in islice(value, MOST_ITEMS + 1)]
        return tuple(items) if issubclass(kind, tuple) else items
    if issubclass(kind, (np.generic, *NONE_SUCH)):
        return value
    with suppress(Exception):
        if issubclass(kind, Number):
            return float(value)
        array = np.asarray(value)
        # Of what it does not know, NumPy makes an array with that in it.
        return _ordinary_array(array, depth) if array.ndim or array.dtype.kind != "O" else value
    return value


def _ordinary_array(array: "ndarray[Any, Any]", depth: int) -> Any:
    """An array of NumPy's own type; of one of objects, lists of what they amount to."""
    # NumPy imports this part only when it is named.
    if type(array) is not ndarray and np.ma.is_masked(array):
        raise NotPlainError(MASKED)
    array = np.asarray(array)
    if array.dtype.kind != "O":
        return array
    return ordinary(array.tolist(), depth + 1) if array.size else array.astype(float)


def decode(data: bytes, trusted: bool = False) -> Any:
    """The value that `encode` made these bytes of; raises WireError for any other bytes.

    What a trusted sender made is taken as it is, and it may send arguments as Python text.
    """
    try:
        value = _unpack(data, DEEPEST + 2)
        if trusted:
            return value
        refuse_many(value)
        return _plain(value, DEEPEST)
    except WireError:
        raise
    except (
        ValueError,
        TypeError,
        RecursionError,
        OverflowError,
        MemoryError,
        struct.error,
        msgpack.UnpackException,
    ) as error:
        raise WireError(f"malformed data: {type(error).__name__}") from None


def _plain(value: Any, depth: int) -> Any:
    """The value itself, if it is made of nothing but what `encode` knows: msgpack has a type for times, for example."""
    kind = type(value)
    if depth < 0:
        raise WireError("nested too deeply")
    if kind is dict:
        for key in value:
            if type(key) is not str:
                raise WireError("a key that is no text")
    if kind in (list, tuple, dict):
        for inner in value.values() if kind is dict else value:
            # Most are known at a glance.
            if depth == 0 or type(inner) not in PLAIN:
                _plain(inner, depth - 1)
    elif kind not in PLAIN and not issubclass(kind, generic):
        raise WireError(f"a {kind.__name__}")
    return value


def _unpack(data: bytes, depth: int) -> Any:
    if depth == 0:
        raise WireError("nested too deeply")
    return msgpack.unpackb(
        data,
        raw=False,
        strict_map_key=True,
        ext_hook=lambda code, inner: _extension(code, inner, depth - 1),
        max_array_len=MOST_ITEMS,
        max_map_len=MOST_ITEMS,
    )


def _extension(code: int, data: bytes, depth: int) -> Any:
    if code in (ARRAY, SCALAR):
        array = _read_array(data)
        return array if code == ARRAY else _read_scalar(array)
    if code == TUPLE:
        items = _unpack(data, depth)
        if type(items) is not list:
            raise WireError("not a tuple")
        return tuple(items)
    if code == COMPLEX:
        return complex(*struct.unpack(">dd", data))
    if code in (SOURCE, SCRIPT):
        return (Source if code == SOURCE else Script)(data.decode())
    if code == BIG and len(data) == MOST_DIGITS + 1:
        return int.from_bytes(data, "big", signed=True)
    raise WireError(f"unknown extension {code}")


def _read_array(data: bytes) -> "ndarray[Any, Any]":
    if len(data) < 2 or data[0] >= len(KINDS) or data[1] > MOST_DIMENSIONS:
        raise WireError("not an array")
    number, head = data[0], HEADS[data[1]]
    sizes = head.unpack_from(data)[2:]
    if 0 in sizes and max(sizes) > MOST_ITEMS:
        raise WireError("an endless array with nothing in it")
    if KINDS[number].kind == "b":
        # A byte other than 0 and 1 would be a truth value of its own.
        return frombuffer(data, uint8, offset=head.size).reshape(sizes).astype(bool_)
    return frombuffer(data, KINDS[number], offset=head.size).reshape(sizes).astype(NATIVE[number])


def _read_scalar(array: "ndarray[Any, Any]") -> Any:
    if array.shape != ():
        raise WireError("a scalar with a shape")
    return array[()]
