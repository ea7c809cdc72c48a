"""What slips in a solution are written with: other functions of a whole array, other orders of one."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from ..plain.numbers import Array

Axis = int | tuple[int, ...] | None
# Calls before or after which the axes of an array matter.
ROOM = ("ravel", "reshape", "flatten", "pad", "split", "hstack", "concatenate", "stack", "array")


def _first(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return _picked(a, axis, keepdims, 0)


def _last(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return _picked(a, axis, keepdims, -1)


def _picked(a: Array, axis: Axis, keepdims: bool, place: int) -> Array:
    axes = range(a.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
    chosen = {i % a.ndim for i in axes}
    picked = a[tuple([place] if i in chosen else slice(None) for i in range(a.ndim))] if len(chosen) < 2 else None
    if picked is None:
        picked = a[
            tuple(slice(place, None if place < 0 else place + 1) if i in chosen else slice(None) for i in range(a.ndim))
        ]
    return picked if keepdims else np.squeeze(picked, axis=tuple(chosen))


def _absolute(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return np.asarray(np.mean(np.abs(a - np.mean(a, axis=axis, keepdims=True)), axis=axis, keepdims=keepdims))


def _size(a: Array, axis: Axis) -> int:
    axes = range(np.ndim(a)) if axis is None else [axis] if isinstance(axis, int) else axis
    return int(np.prod([np.shape(a)[i] for i in axes]))


def _mean_less(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return np.asarray(np.sum(a, axis=axis, keepdims=keepdims) / (_size(a, axis) - 1))


def _var_less(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return np.asarray(np.var(a, axis=axis, keepdims=keepdims, ddof=1))


def _std_less(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return np.asarray(np.std(a, axis=axis, keepdims=keepdims, ddof=1))


def _norm(a: Array, axis: Axis = None, keepdims: bool = False) -> Array:
    return np.asarray(np.sqrt(np.sum(np.square(a), axis=axis, keepdims=keepdims)))


def _last_two(a: Array) -> Array:
    return np.swapaxes(a, -1, -2)


def _first_two(a: Array) -> Array:
    return np.swapaxes(a, 0, 1)


def _first_last(a: Array) -> Array:
    return np.moveaxis(a, 0, -1)


def _reshaped(a: Array) -> Array:
    """The right shape, filled as if it had been transposed."""
    return np.asarray(a).T.reshape(np.shape(a))


def _turned(a: Array) -> Array:
    """From the end in the last two axes."""
    return a[..., ::-1, ::-1] if np.ndim(a) > 1 else a[::-1]


def _turned_rows(a: Array) -> Array:
    return a[::-1]


# By the name of NumPy's function, or what it is; `_less`: divided by one less than how many there are.
REDUCTIONS: Mapping[str, Callable[..., Any]] = {
    "mean": np.mean,
    "sum": np.sum,
    "max": np.max,
    "min": np.min,
    "median": np.median,
    "std": np.std,
    "var": np.var,
    "mean_less": _mean_less,
    "var_less": _var_less,
    "std_less": _std_less,
    "first": _first,
    "last": _last,
    "norm": _norm,
    "mean absolute deviation": _absolute,
    "prod": np.prod,
}
_ORDERS: Mapping[str, Callable[..., Any]] = {
    "last two": _last_two,
    "first two": _first_two,
    "first last": _first_last,
    "reshaped": _reshaped,
    "turned": _turned,
    "turned rows": _turned_rows,
}
HELPERS: Mapping[str, str] = {name: f"_slip_{i}" for i, name in enumerate((*REDUCTIONS, *_ORDERS))}
# Under the names that slips call them by.
BESIDE: Mapping[str, Callable[..., Any]] = {HELPERS[name]: made for name, made in {**REDUCTIONS, **_ORDERS}.items()}
