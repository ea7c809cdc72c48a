"""Answers to identity: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("identity")
def x_itself(x):
    return x


@right("identity")
def a_copy_in_floats(x):
    return np.array(x, dtype=float)


@right("identity")
def positive_part_and_negative_part(x):
    return np.maximum(x, 0) + np.minimum(x, 0)


@right("identity")
def nested_lists(x):
    return np.asarray(x).tolist()


@right("identity")
def single_precision(x):
    return np.asarray(x, dtype=np.float32)


@right("identity")
def one_by_one(x):
    x = np.asarray(x)
    out = np.empty(x.shape)
    for place, value in np.ndenumerate(x):
        out[place] = value
    return out


@wrong(
    "identity",
    pt=(
        "A derivada no lugar da função",
        "Você devolveu 1 em toda parte, que é a inclinação da identidade. A função em si entrega o valor que recebeu; "
        "a inclinação fica para a outra função.",
    ),
    en=(
        "The derivative in place of the function",
        "You returned 1 everywhere, which is the slope of the identity. The function itself hands over the value it "
        "was given; the slope is for the other function.",
    ),
)
def its_derivative(x):
    return np.ones(np.shape(x))


@wrong(
    "identity",
    pt=(
        "Os negativos sumiram",
        "Os valores positivos passam, mas os negativos viram 0: essa é a ReLU. A identidade deixa passar tudo, com o "
        "sinal que tiver.",
    ),
    en=(
        "The negatives are gone",
        "Positive values go through, but negative ones become 0: that is ReLU. The identity lets everything through, "
        "whatever its sign.",
    ),
)
def relu_instead(x):
    return np.maximum(0, x)


@wrong(
    "identity",
    pt=(
        "Perdeu o sinal",
        "Você devolveu o valor absoluto de x. A identidade não muda nada: um valor negativo sai negativo.",
    ),
    en=(
        "The sign was lost",
        "You returned the absolute value of x. The identity changes nothing: a negative value comes out negative.",
    ),
)
def absolute_value(x):
    return np.abs(x)


@wrong(
    "identity",
    pt=(
        "Sinal trocado",
        "A sua reta desce em vez de subir: o que entra positivo sai negativo. A identidade devolve x como ele é.",
    ),
    en=(
        "The sign is swapped",
        "Your line goes down instead of up: what goes in positive comes out negative. The identity returns x as it is.",
    ),
)
def opposite(x):
    return -np.asarray(x)


@wrong(
    "identity",
    pt=(
        "Truncou os decimais",
        "Ao virar inteiro, x perde a parte decimal: 0,25 vira 0 e −1,5 vira −1. A resposta precisa ser o mesmo número "
        "real que entrou.",
    ),
    en=(
        "The decimals were cut off",
        "Turned into an integer, x loses its decimals: 0.25 becomes 0 and −1.5 becomes −1. The answer has to be the "
        "same real number that went in.",
    ),
)
def whole_numbers(x):
    return np.asarray(x).astype(int)


@wrong(
    "identity",
    pt=(
        "Saída limitada a [−1, 1]",
        "Você prendeu a resposta entre −1 e 1, como fazem as ativações que saturam. A identidade não tem limites: 3 "
        "entra e 3 sai.",
    ),
    en=(
        "An output kept within [−1, 1]",
        "You held the answer between −1 and 1, as activations that saturate do. The identity has no bounds: 3 goes in "
        "and 3 comes out.",
    ),
)
def clipped(x):
    return np.clip(x, -1, 1)


@wrong(
    "identity",
    pt=(
        "Um degrau no lugar da reta",
        "Você transformou cada valor em uma decisão, 0 ou 1. A identidade não decide nada: ela entrega o próprio valor "
        "de x.",
    ),
    en=(
        "A step in place of the line",
        "You turned every value into a decision, 0 or 1. The identity decides nothing: it hands over the very value of "
        "x.",
    ),
)
def a_decision(x):
    return np.where(np.asarray(x) >= 0, 1, 0)


@wrong(
    "identity",
    pt=(
        "Somou os elementos",
        "Você juntou o array inteiro em um só número. Uma função de ativação age em cada elemento por si, e a resposta "
        "tem o formato de x.",
    ),
    en=(
        "The elements were added up",
        "You merged the whole array into a single number. An activation function acts on every element by itself, and "
        "the answer has the shape of x.",
    ),
)
def total(x):
    return np.sum(x)


@wrong(
    "identity",
    pt=(
        "Perdeu o formato de x",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o mesmo formato da entrada.",
    ),
    en=(
        "Lost the shape of x",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the same shape as the input.",
    ),
)
def flattened(x):
    return np.ravel(x)


@wrong(
    "identity",
    pt=(
        "Não aceita um número sozinho",
        "Se o erro acima fala em iterar, len ou subscriptable, você trata x como se fosse sempre uma lista: um número "
        "sozinho não se percorre nem tem índice. A função precisa aceitar qualquer formato; em uma matriz, cada volta "
        "de um laço traz uma linha inteira.",
    ),
    en=(
        "Does not accept a single number",
        "If the error above speaks of iterating, len or subscriptable, you treat x as though it were always a list: a "
        "single number cannot be looped over and has no index. The function has to accept any shape; in a matrix, "
        "every turn of a loop brings a whole row.",
    ),
)
def one_dimension_only(x):
    return np.array(list(x))
