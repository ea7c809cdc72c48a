"""Answers to huber_gradient: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("huber_gradient")
def by_cases(e, delta):
    return np.where(np.abs(e) <= delta, e, delta * np.sign(e))


@right("huber_gradient")
def smallest_and_largest(e, delta):
    return np.maximum(np.minimum(e, delta), -delta)


@right("huber_gradient")
def entry_by_entry(e, delta):
    e = np.asarray(e, dtype=float)
    return np.array([max(-delta, min(delta, error)) for error in e.ravel()]).reshape(e.shape)


@wrong(
    "huber_gradient",
    es=("Sin el signo", "La pérdida baja a la izquierda de 0: allí la pendiente es negativa."),
    en=("Without the sign", "The loss falls on the left of 0: there the slope is negative."),
)
def without_the_sign(e, delta):
    return np.minimum(np.abs(e), delta)


@wrong(
    "huber_gradient",
    es=("El signo contrario", "Es la derivada por el error, no el paso que la hace bajar."),
    en=("The opposite sign", "It is the derivative by the error, not the step that makes it fall."),
)
def opposite_sign(e, delta):
    return -np.clip(e, -delta, delta)


@wrong(
    "huber_gradient",
    es=("La pendiente del cuadrado", "Lejos de 0 la pérdida es una recta: su pendiente ya no crece con el error."),
    en=("The slope of the square", "Far from 0 the loss is a line: its slope no longer grows with the error."),
)
def slope_of_the_square(e, delta):
    return np.asarray(e) * 1.0


@wrong(
    "huber_gradient",
    es=("Un 2 de más", "La parábola lleva ½ delante, que se cancela con el 2 de la derivada."),
    en=("One 2 too many", "The parabola has ½ in front, which cancels the 2 of the derivative."),
)
def two_too_many(e, delta):
    return np.where(np.abs(e) <= delta, 2 * np.asarray(e), delta * np.sign(e))


@wrong(
    "huber_gradient",
    es=("La recta con pendiente 1", "La pendiente de la recta es delta, o −delta al otro lado; aquí es 1."),
    en=("The line with slope 1", "The slope of the line is delta, or −delta on the other side; here it is 1."),
)
def line_with_slope_one(e, delta):
    return np.where(np.abs(e) <= delta, e, np.sign(e))


@wrong(
    "huber_gradient",
    es=("0 lejos de 0", "Lejos de 0 la pérdida sigue creciendo, en línea recta: su pendiente no es 0."),
    en=("0 far from 0", "Far from 0 the loss goes on growing, along a line: its slope is not 0."),
)
def zero_far_away(e, delta):
    return np.where(np.abs(e) <= delta, e, 0.0)
