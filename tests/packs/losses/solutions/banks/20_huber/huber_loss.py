"""Answers to huber_loss: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("huber_loss")
def entry_by_entry(e, delta):
    def one(error):
        size = abs(error)
        return error * error / 2 if size <= delta else delta * size - delta * delta / 2

    e = np.asarray(e, dtype=float)
    return np.array([one(error) for error in e.ravel()]).reshape(e.shape)


@right("huber_loss")
def by_what_is_clipped(e, delta):
    inner = np.clip(e, -delta, delta)
    return inner * (np.asarray(e) - inner / 2)


@right("huber_loss")
def square_and_rest(e, delta):
    rest = np.maximum(np.abs(e) - delta, 0)
    return (np.square(np.asarray(e, dtype=float)) - rest**2) / 2


@wrong(
    "huber_loss",
    es=("Sin la mitad", "Cerca de 0 la pérdida es la mitad del cuadrado: así su pendiente es el error mismo."),
    en=("Without the half", "Near 0 the loss is half of the square: then its slope is the error itself."),
)
def without_the_half(e, delta):
    size = np.abs(e)
    return np.where(size <= delta, np.square(e), delta * (size - delta / 2))


@wrong(
    "huber_loss",
    es=("La recta no baja", "La recta tiene que encontrarse con la parábola en |e| = delta, y así pasa por encima."),
    en=("The line is not lowered", "The line has to meet the parabola at |e| = delta, and like this it passes above."),
)
def line_not_lowered(e, delta):
    size = np.abs(e)
    return np.where(size <= delta, np.square(e) / 2, delta * size)


@wrong(
    "huber_loss",
    es=("Las ramas cambiadas", "La parábola es para los errores pequeños y la recta para los grandes, no al revés."),
    en=(
        "The branches exchanged",
        "The parabola is for small errors, the line for large ones, not the other way round.",
    ),
)
def branches_exchanged(e, delta):
    size = np.abs(e)
    return np.where(size > delta, np.square(e) / 2, delta * (size - delta / 2))


@wrong(
    "huber_loss",
    es=("Sin valor absoluto", "Un error negativo cuenta igual que uno positivo: importa su tamaño, no su signo."),
    en=("Without the absolute value", "A negative error counts like a positive one: its size matters, not its sign."),
)
def without_the_absolute_value(e, delta):
    e = np.asarray(e)
    return np.where(e <= delta, np.square(e) / 2, delta * (e - delta / 2))


@wrong(
    "huber_loss",
    es=("La media de todos", "Se pide la pérdida de cada error, con la forma de `e`, y no un solo número."),
    en=("The mean of all", "The loss of each error is asked for, in the shape of `e`, and not a single number."),
)
def mean_of_all(e, delta):
    size = np.abs(e)
    return np.mean(np.where(size <= delta, np.square(e) / 2, delta * (size - delta / 2)))


@wrong(
    "huber_loss",
    es=(
        "La pendiente sin delta",
        "La pendiente de la recta es delta, como la de la parábola al encontrarse; aquí es 1.",
    ),
    en=(
        "The slope without delta",
        "The slope of the line is delta, as the parabola's where they meet; here it is 1.",
    ),
)
def slope_without_delta(e, delta):
    size = np.abs(e)
    return np.where(size <= delta, np.square(e) / 2, size - delta / 2)
