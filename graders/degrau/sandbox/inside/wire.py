"""Plain data as bytes, and back: what may cross the border of the sandbox, and nothing else.

A frame is a length (u32, big endian) and that many bytes of msgpack. Only exact types are encoded: None, bool, int,
float, complex, str, bytes, list, tuple, dict, NumPy scalars, and ndarrays of bool, integer, float or complex; and, from
the judge to the box only, arguments as Python text. Decoding runs no code of the sender's, and copies arrays, so that
they can be written to.
"""

import struct
from typing import Any

import msgpack
import numpy as np
from numpy import asarray, bool_, complex128, float64, frombuffer, generic, ndarray, uint8

from .calls import Script, Source

ARRAY, SCALAR, TUPLE, COMPLEX, BIG, SOURCE, SCRIPT = 1, 2, 3, 4, 5, 6, 7
KINDS = "biufc"
DTYPES = {(kind := np.dtype(name).newbyteorder("<")).str: kind for name in np.typecodes["AllInteger"] + "?efdFD"}
DEEPEST = 32
MOST_DIMENSIONS = 8
# The decoder makes room for a list as soon as it reads its length.
MOST_ITEMS = 2**16
MOST_DIGITS = 400
NATIVE = {text: kind.newbyteorder("=") for text, kind in DTYPES.items()}
PLAIN = frozenset((type(None), bool, int, float, complex, str, bytes, ndarray))
AS_IS = frozenset((type(None), bool, float, bytes))


class NotPlainError(TypeError):
    """The value is not plain data; the text names its type."""


class WireError(ValueError):
    """The bytes are nothing that `encode` could have made."""


def encode(value: Any) -> bytes:
    """The bytes of a plain value; raises NotPlainError, naming the type, for anything else."""
    return msgpack.packb(_packable(value, 0), use_bin_type=True)  # type: ignore[no-any-return]


def _packable(value: Any, depth: int) -> Any:
    kind = type(value)
    if depth > DEEPEST:
        raise NotPlainError("nested or cyclic data")
    if kind in AS_IS:
        return value
    if kind is str:
        return _text(value)
    if kind is int:
        return value if -(2**63) <= value < 2**64 else _big(value)
    if kind in (list, tuple, dict) and len(value) > MOST_ITEMS:
        raise NotPlainError(f"{kind.__name__} of {len(value)} items")
    if kind is list:
        return [_packable(v, depth + 1) for v in value]
    if kind is tuple:
        return msgpack.ExtType(TUPLE, msgpack.packb([_packable(v, depth + 1) for v in value]))
    if kind is dict:
        return {_key(k): _packable(v, depth + 1) for k, v in value.items()}
    if kind in (Source, Script):
        return msgpack.ExtType(SOURCE if kind is Source else SCRIPT, value.text.encode())
    if kind is complex:
        return msgpack.ExtType(COMPLEX, struct.pack(">dd", value.real, value.imag))
    if kind is ndarray and value.dtype.kind in KINDS:
        return _array(ARRAY, value)
    if issubclass(kind, generic) and kind.__module__ == "numpy" and value.dtype.kind in KINDS:
        return _array(SCALAR, asarray(value))
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    raise NotPlainError(f"{name} (dtype {value.dtype})" if kind is ndarray else name)


def _big(value: int) -> Any:
    if value.bit_length() > 8 * MOST_DIGITS:
        raise NotPlainError("a huge integer")
    return msgpack.ExtType(BIG, value.to_bytes(MOST_DIGITS + 1, "big", signed=True))


def _key(key: Any) -> str:
    if type(key) is not str:
        raise NotPlainError(f"dict with a key of type {type(key).__name__}")
    return _text(key)


def _text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotPlainError("str with lone surrogates") from None
    return text


def _array(code: int, array: "np.ndarray[Any, Any]") -> Any:
    if array.dtype.char in "gG":
        array = array.astype(float64 if array.dtype.char == "g" else complex128)
    if array.ndim > MOST_DIMENSIONS:
        raise NotPlainError(f"an array of {array.ndim} dimensions")
    if array.dtype.str[0] == ">":
        array = array.astype(array.dtype.newbyteorder("<"))
    return msgpack.ExtType(code, msgpack.packb([array.dtype.str, array.shape, array.tobytes()]))


def decode(data: bytes, trusted: bool = False) -> Any:
    """The value that `encode` made these bytes of; raises WireError for any other bytes.

    Arguments as Python text are accepted from a trusted sender only.
    """
    try:
        return _plain(_unpack(data, DEEPEST + 2), DEEPEST, PLAIN | {Source, Script} if trusted else PLAIN)
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


def _plain(value: Any, depth: int, known: frozenset[type]) -> Any:
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
            if depth == 0 or type(inner) not in known:
                _plain(inner, depth - 1, known)
    elif kind not in known and not issubclass(kind, generic):
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
    if code == TUPLE:
        return tuple(_list(_unpack(data, depth)))
    if code == COMPLEX:
        return complex(*struct.unpack(">dd", data))
    if code in (SOURCE, SCRIPT):
        return (Source if code == SOURCE else Script)(data.decode())
    if code == BIG and len(data) == MOST_DIGITS + 1:
        return int.from_bytes(data, "big", signed=True)
    if code in (ARRAY, SCALAR):
        array = _read_array(*_list(_unpack(data, depth)))
        return array if code == ARRAY else _read_scalar(array)
    raise WireError(f"unknown extension {code}")


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise WireError("expected a list")
    return value


def _read_array(text: Any, shape: Any, data: Any) -> "np.ndarray[Any, Any]":
    if type(text) is not str or text not in DTYPES or type(data) is not bytes:
        raise WireError("not an array")
    kind = DTYPES[text]
    sizes = _list(shape)
    if len(sizes) > MOST_DIMENSIONS:
        raise WireError("not a shape")
    for n in sizes:
        if type(n) is not int or not 0 <= n <= 2**31:
            raise WireError("not a shape")
    if kind.kind == "b":
        # A byte other than 0 and 1 would be a truth value of its own.
        return frombuffer(data, dtype=uint8).reshape(sizes).astype(bool_)
    return frombuffer(data, dtype=kind).reshape(sizes).astype(NATIVE[text])


def _read_scalar(array: "np.ndarray[Any, Any]") -> Any:
    if array.shape != ():
        raise WireError("a scalar with a shape")
    return array[()]
