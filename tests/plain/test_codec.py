"""What crosses the border arrives as it was; nothing else crosses it, in either direction."""

import math
import struct
import tracemalloc

import msgpack
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from degrau.plain import codec
from degrau.plain.codec import NotPlainError, WireError, decode, encode

NUMBERS = st.one_of(arrays.integer_dtypes(), arrays.unsigned_integer_dtypes(), arrays.floating_dtypes())
DTYPES = st.one_of(NUMBERS, arrays.boolean_dtypes(), arrays.complex_number_dtypes())
ARRAYS = arrays.arrays(DTYPES, arrays.array_shapes(min_dims=0, min_side=0, max_dims=4, max_side=3))
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(), st.binary(), ARRAYS
)
VALUES = st.recursive(
    LEAVES, lambda v: st.lists(v) | st.lists(v).map(tuple) | st.dictionaries(st.text(), v), max_leaves=8
)


def same(a: object, b: object) -> bool:
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, (np.ndarray, np.generic)):
        wide = {"g": "d", "G": "D"}.get(a.dtype.char, a.dtype.char)
        right = np.asarray(a).astype(wide)
        return right.dtype == b.dtype.newbyteorder("=") and np.array_equal(right, b, equal_nan=a.dtype.kind in "fc")
    return repr(a) == repr(b)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(VALUES)
def test_plain_data_arrives_as_it_was(value) -> None:
    assert same(value, decode(encode(value)))


@pytest.mark.parametrize("scalar", [np.float64(0.1), np.int8(-3), np.bool_(True), np.complex64(1j), np.float16(2)])
def test_scalars_keep_their_type(scalar) -> None:
    assert same(scalar, decode(encode(scalar)))


def test_arrays_arrive_in_the_usual_order_and_can_be_written_to() -> None:
    strided = np.arange(24.0).reshape(2, 3, 4).T[::2, ::-1].astype(">f4")
    array = decode(encode(strided))
    array[0] = 7
    assert array.flags.c_contiguous
    assert array.dtype == np.float32
    assert np.array_equal(decode(encode(strided)), strided)


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 2**64, 10**900, -(10**900), True, math.inf, -0.0, 1e-320])
def test_numbers_keep_every_bit(value) -> None:
    assert repr(decode(encode(value))) == repr(value)


class Lying(float):
    """Says that it is a float, and equals everything."""

    __class__ = float

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Equal(np.ndarray):
    """An array that equals everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


class Array:
    __array__ = staticmethod(lambda *_: np.zeros(2))


CYCLE: list[object] = []
CYCLE.append(CYCLE)
DEEP: list[object] = []
for _ in range(40):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Lying(1), "test_codec.Lying"),
        (np.zeros(2).view(Equal), "test_codec.Equal"),
        (Array(), "test_codec.Array"),
        (np.ma.masked_array([1.0]), "numpy.ma.MaskedArray"),
        (np.array([None]), "ndarray (dtype object)"),
        (np.array(["a"]), "ndarray (dtype <U1)"),
        (np.zeros(1, dtype="M8[s]"), "ndarray (dtype datetime64[s])"),
        (len, "builtin_function_or_method"),
        (float, "type"),
        ({1}, "set"),
        (range(3), "range"),
        ({1: 2}, "dict with a key of type int"),
        (CYCLE, "nested or cyclic data"),
        (DEEP, "nested or cyclic data"),
        (10**1000, "a huge integer"),
        ([0] * 10**6, "list of 1000000 items"),
        ("\ud800", "str with lone surrogates"),
        (np.zeros((1,) * 9), "an array of 9 dimensions"),
        (np.zeros((0, 2**40)), "an array of shape (0, 1099511627776)"),
    ],
)
def test_anything_else_is_named_and_refused(value, words) -> None:
    with pytest.raises(NotPlainError) as error:
        encode([value])
    assert str(error.value).endswith(words)


def packed_array(
    kind: int, sizes: list[int], data: bytes, code: int = codec.ARRAY, dimensions: int | None = None
) -> bytes:
    head = bytes([kind, len(sizes) if dimensions is None else dimensions])
    return msgpack.packb(msgpack.ExtType(code, head + struct.pack(f"<{len(sizes)}I", *sizes) + data))


TRUTH, DOUBLE = (codec.KINDS.index(np.dtype(name)) for name in ("bool", "float64"))


def nested(times: int, code: int) -> bytes:
    data = msgpack.packb([])
    for _ in range(times):
        data = msgpack.packb([msgpack.ExtType(code, data)])
    return data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        encode(1) + b"\0",
        encode([1, 2])[:-1],
        b"\xdd\x80\x00\x00\x00",
        b"\xdd\x00\x10\x00\x00" * 1000,
        b"\xdf\x80\x00\x00\x00",
        b"\xc6\xff\xff\xff\xff",
        b"\xdb\xff\xff\xff\xff",
        b"\x91" * 1000 + b"\xc0",
        b"\x91" * 100 + b"\xc0",
        nested(50, codec.TUPLE),
        msgpack.packb(msgpack.Timestamp(1)),
        msgpack.packb({b"bytes": 1}),
        msgpack.packb({1: 1}),
        msgpack.packb(msgpack.ExtType(77, b"")),
        msgpack.packb(msgpack.ExtType(codec.COMPLEX, b"short")),
        msgpack.packb(msgpack.ExtType(codec.BIG, b"short")),
        msgpack.packb(msgpack.ExtType(codec.TUPLE, msgpack.packb({}))),
        packed_array(DOUBLE, [2**31, 2**31], b""),
        packed_array(DOUBLE, [2**31, 2**31, 0], b"\0"),
        packed_array(DOUBLE, [2**32 - 1] * 8, b"\0" * 8),
        packed_array(DOUBLE, [2], b"\0" * 8),
        packed_array(DOUBLE, [2], b"\0" * 15),
        packed_array(DOUBLE, [1] * 9, b"\0" * 8),
        packed_array(DOUBLE, [], b"\0" * 8, dimensions=255),
        packed_array(DOUBLE, [], b"", dimensions=8),
        packed_array(DOUBLE, [2], b"\0" * 16, codec.SCALAR),
        packed_array(len(codec.KINDS), [1], b"\0" * 16),
        packed_array(255, [1], b"\0" * 8),
        msgpack.packb(msgpack.ExtType(codec.ARRAY, b"")),
        msgpack.packb(msgpack.ExtType(codec.SCALAR, b"\0")),
        msgpack.packb(b"\xff".decode("latin1"))[:-1] + b"\xff",
    ],
)
def test_bytes_that_nothing_plain_becomes_are_refused_in_little_memory(data) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            decode(data)
        assert tracemalloc.get_traced_memory()[1] < 700 * 2**20
    finally:
        tracemalloc.stop()


def test_truth_values_are_nothing_but_true_and_false() -> None:
    array = decode(packed_array(TRUTH, [3], b"\0\1\xff"))
    assert array.view(np.uint8).tolist() == [0, 1, 1]


PIECES = st.one_of(
    st.binary(max_size=12),
    st.sampled_from([b"\xdd", b"\xdf", b"\xc9", b"\xc7", b"\x91", b"\x81", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"]),
    st.integers(0, 8).map(lambda code: b"\xc7\x08" + bytes([code])),
    VALUES.map(encode),
    st.binary(max_size=20).flatmap(lambda b: st.integers(0, 8).map(lambda c: msgpack.packb(msgpack.ExtType(c, b)))),
)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=6).map(b"".join))
@example(struct.pack(">BI", 0xDD, 2**31))
def test_no_bytes_whatever_raise_anything_but_a_wire_error(data) -> None:
    try:
        value = decode(data)
    except WireError:
        return
    assert same(value, decode(encode(value)))


@settings(derandomize=True, deadline=None, max_examples=120)
@given(VALUES.map(encode), st.data())
def test_a_frame_with_a_changed_byte_is_plain_or_refused(frame, data) -> None:
    position = data.draw(st.integers(0, len(frame) - 1))
    changed = frame[:position] + bytes([data.draw(st.integers(0, 255))]) + frame[position + 1 :]
    try:
        value = decode(changed)
    except WireError:
        return
    encode(value)
