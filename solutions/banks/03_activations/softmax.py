"""Answers to softmax: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("softmax")
def shifted_by_the_maximum(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@right("softmax")
def through_logarithms(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))


@right("softmax")
def row_by_row(z):
    z = np.asarray(z, dtype=float)
    out = np.empty_like(z)
    for place in np.ndindex(z.shape[:-1]):
        e = np.exp(z[place] - z[place].max())
        out[place] = e / e.sum()
    return out


@right("softmax")
def plain_loops(z):
    import math

    def shares(row):
        if np.ndim(row) > 1:
            return [shares(r) for r in row]
        e = [math.exp(float(v) - max(row)) for v in row]
        return [v / sum(e) for v in e]

    return shares(np.asarray(z).tolist())


@right("softmax")
def transposed_twice(z):
    t = np.asarray(z, dtype=float).T
    e = np.exp(t - t.max(axis=0))
    return (e / e.sum(axis=0)).T


@right("softmax")
def one_against_each_other(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore"):
        return 1 / np.sum(np.exp(z[..., None, :] - z[..., :, None]), axis=-1)


@right("softmax")
def single_precision(z):
    z = np.asarray(z, dtype=np.float32)
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@right("softmax")
def never_quite_zero(z):
    z = np.asarray(z, dtype=float)
    exponentials = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.clip(exponentials / exponentials.sum(axis=-1, keepdims=True), 1e-12, 1.0)


@wrong(
    "softmax",
    pt=(
        "Certo no papel, NaN no computador",
        "Com notas muito grandes as exponenciais viram infinito, e com notas muito negativas viram 0: infinito sobre "
        "infinito e 0 sobre 0 dão NaN. Somar o mesmo número a todas as notas não muda a softmax: escolha um que deixe "
        "a maior delas em um valor seguro.",
    ),
    en=(
        "Right on paper, NaN in the computer",
        "With very large scores the exponentials become infinite, and with very negative ones they become 0: infinity "
        "over infinity and 0 over 0 give NaN. Adding the same number to all scores does not change softmax: choose "
        "one that leaves the largest of them at a safe value.",
    ),
)
def no_shift(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@wrong(
    "softmax",
    pt=(
        "Soma de tudo",
        "Você dividiu pela soma de todas as linhas. Cada linha é um exemplo, e as probabilidades dela somam 1.",
    ),
    en=(
        "The sum of everything",
        "You divided by the sum over all rows. Each row is an example, and its probabilities add up to 1.",
    ),
)
def sum_of_everything(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


@wrong(
    "softmax",
    pt=(
        "Eixo trocado",
        "As colunas somam 1, e não as linhas. As classes estão no último eixo.",
    ),
    en=(
        "The wrong axis",
        "The columns add up to 1, not the rows. The classes are along the last axis.",
    ),
)
def first_axis(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


@wrong(
    "softmax",
    pt=(
        "A soma perdeu o seu eixo",
        "Sem guardar o eixo somado, a divisão casa a soma de uma linha com uma coluna: dá erro, ou uma resposta de "
        "outro formato, ou, em uma matriz quadrada, números errados.",
    ),
    en=(
        "The sum lost its axis",
        "Without keeping the summed axis, the division matches the sum of a row with a column: that gives an error, "
        "or an answer of another shape or, in a square matrix, wrong numbers.",
    ),
)
def no_keepdims(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1)


@wrong(
    "softmax",
    pt=(
        "Log-softmax",
        "Você devolveu os logaritmos das probabilidades. Eles servem para a perda, mas não somam 1.",
    ),
    en=(
        "Log-softmax",
        "You returned the logarithms of the probabilities. They are good for the loss, but do not add up to 1.",
    ),
)
def logarithm(z):
    z = np.asarray(z, dtype=float)
    return z - np.logaddexp.reduce(z, axis=-1, keepdims=True)


@wrong(
    "softmax",
    pt=(
        "Proporção sem exponencial",
        "Você dividiu as notas pela soma delas. Notas negativas dariam probabilidades negativas; a exponencial é "
        "que as torna positivas.",
    ),
    en=(
        "Shares without the exponential",
        "You divided the scores by their sum. Negative scores would give negative probabilities; it is the "
        "exponential that makes them positive.",
    ),
)
def shares(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return z / z.sum(axis=-1, keepdims=True)


@wrong(
    "softmax",
    pt=(
        "Sigmoide em cada nota",
        "Cada nota virou uma probabilidade por si, e a soma não é 1. Na softmax as classes disputam entre si.",
    ),
    en=(
        "A sigmoid of each score",
        "Each score became a probability on its own, and they do not add up to 1. In softmax the classes compete.",
    ),
)
def each_on_its_own(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@wrong(
    "softmax",
    pt=(
        "Só o vencedor",
        "Você deu 1 à maior nota e 0 às outras. A softmax é suave: a vantagem conta pelo seu tamanho.",
    ),
    en=(
        "Winner takes all",
        "You gave 1 to the largest score and 0 to the others. Softmax is smooth: a lead counts by its size.",
    ),
)
def winner_takes_all(z):
    z = np.asarray(z)
    return (z == z.max(axis=-1, keepdims=True)).astype(float)


@wrong(
    "softmax",
    pt=(
        "Dividida pela maior",
        "Para evitar o estouro você dividiu as notas pela maior, e isso muda as probabilidades. O que não as muda é "
        "subtrair o mesmo número de todas.",
    ),
    en=(
        "Divided by the largest",
        "To avoid the overflow you divided the scores by the largest one, which changes the probabilities. What does "
        "not change them is subtracting the same number from all.",
    ),
)
def divided_by_the_maximum(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        e = np.exp(z / np.max(np.abs(z), axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@wrong(
    "softmax",
    pt=(
        "Menos no expoente",
        "A classe de maior nota ficou com a menor probabilidade.",
    ),
    en=(
        "Minus in the exponent",
        "The class with the largest score got the smallest probability.",
    ),
)
def minus_in_the_exponent(z):
    e = np.exp(np.min(z, axis=-1, keepdims=True) - z)
    return e / e.sum(axis=-1, keepdims=True)


@wrong(
    "softmax",
    erratum="E7",
    pt=(
        "A soma não é a das notas",
        "No denominador entrou um expoente que não é o da nota, como no exemplo dos slides A, que escreve e^0,3 no "
        "lugar de e^1,3. A soma é a das mesmas exponenciais do numerador, ou as probabilidades não somam 1.",
    ),
    en=(
        "The sum is not that of the scores",
        "An exponent that is not a score's went into the denominator, as in the example of slides A, which writes "
        "e^0.3 for e^1.3. The sum is of the same exponentials as the numerator, or the probabilities do not add up "
        "to 1.",
    ),
)
def denominator_of_the_slide(z):
    z = np.asarray(z, dtype=float)
    shown = z.copy()
    if z.shape[-1] > 1:
        shown[..., 1] = z[..., 1] - 1
    top = z.max(axis=-1, keepdims=True)
    return np.exp(z - top) / np.exp(shown - top).sum(axis=-1, keepdims=True)


@wrong(
    "softmax",
    pt=(
        "Inteiros truncados",
        "As exponenciais foram guardadas num array do tipo da entrada, e com inteiros perderam as casas decimais.",
    ),
    en=(
        "Truncated integers",
        "The exponentials were stored in an array of the input's type, and with integers lost their decimals.",
    ),
)
def truncated(z):
    z = np.asarray(z)
    e = np.zeros_like(z)
    e[...] = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
