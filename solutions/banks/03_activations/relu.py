"""Answers to relu: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("relu")
def where(x):
    return np.where(np.asarray(x) > 0, x, 0)


@right("relu")
def nested_lists(x):
    def rectified(v):
        return max(0, v) if np.ndim(v) == 0 else [rectified(u) for u in v]

    return rectified(x)


@right("relu")
def half_of_x_and_its_size(x):
    return (x + np.abs(x)) / 2


@right("relu")
def times_the_mask(x):
    return x * (np.asarray(x) > 0)


@right("relu")
def clipped_below(x):
    return np.clip(x, 0, None)


@right("relu")
def a_copy_with_zeros(x):
    out = np.array(x, dtype=float)
    out[out < 0] = 0
    return out


@right("relu")
def times_the_step(x):
    return np.multiply(x, np.heaviside(x, 0.5))


@right("relu")
def single_precision(x):
    return np.maximum(np.float32(0), np.asarray(x, dtype=np.float32))


@wrong(
    "relu",
    pt=(
        "Máximo do array, e não elemento por elemento",
        "np.max procura o maior valor dentro de um array; o seu segundo argumento é um eixo, não outro número a "
        "comparar. A ReLU compara cada elemento com zero, e para isso o NumPy tem outra função, de nome parecido.",
    ),
    en=(
        "Maximum of the array, and not element by element",
        "np.max looks for the largest value within an array; its second argument is an axis, not another number to "
        "compare with. ReLU compares every element with zero, and NumPy has another function for that, of a similar "
        "name.",
    ),
)
def maximum_along_an_axis(x):
    return np.max(0, x)


@wrong(
    "relu",
    pt=(
        "Funciona só com um número",
        "O max do Python, assim como um if, escolhe uma vez só. Um array de um elemento pode virar um número, e com "
        "mais elementos o NumPy reclama: a comparação precisa ser feita em cada elemento.",
    ),
    en=(
        "Works with a single number only",
        "Python's max, just like an if, chooses only once. An array of one element may become a number, and with more "
        "elements NumPy complains: the comparison has to be made at every element.",
    ),
)
def single_numbers_only(x):
    return max(0, x)


@wrong(
    "relu",
    pt=(
        "Mínimo no lugar do máximo",
        "Você guardou a parte negativa e zerou a positiva. A ReLU deixa passar o que é positivo.",
    ),
    en=(
        "Minimum in place of maximum",
        "You kept the negative part and set the positive one to zero. ReLU lets through what is positive.",
    ),
)
def negative_part(x):
    return np.minimum(0, x)


@wrong(
    "relu",
    pt=(
        "Valor absoluto",
        "Os negativos viraram positivos em vez de virar zero. A ReLU não dobra a reta para cima: à esquerda de zero "
        "ela fica deitada.",
    ),
    en=(
        "Absolute value",
        "Negative numbers became positive instead of becoming zero. ReLU does not fold the line upwards: to the left "
        "of zero it lies flat.",
    ),
)
def absolute_value(x):
    return np.abs(x)


@wrong(
    "relu",
    pt=(
        "Devolveu a máscara",
        "A sua resposta diz onde x é positivo, com 0 e 1, e perde o valor de x. Esse é o degrau; a ReLU devolve o "
        "próprio x onde ele é positivo.",
    ),
    en=(
        "The mask was returned",
        "Your answer says where x is positive, with 0 and 1, and loses the value of x. That is the step; ReLU returns "
        "x itself where it is positive.",
    ),
)
def mask_only(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@wrong(
    "relu",
    pt=(
        "Jogou fora os negativos",
        "Você selecionou os elementos positivos, e os outros sumiram do array. A ReLU os mantém no lugar, com valor "
        "zero: a resposta tem o formato de x.",
    ),
    en=(
        "Threw the negatives away",
        "You selected the positive elements, and the others vanished from the array. ReLU keeps them in place, with "
        "the value zero: the answer has the shape of x.",
    ),
)
def positive_ones_only(x):
    x = np.asarray(x)
    return x[x > 0]


@wrong(
    "relu",
    pt=(
        "Parou em 6",
        "Acima de 6 a sua função não cresce mais. Essa é a ReLU6, usada em redes para celulares; a ReLU não tem teto.",
    ),
    en=(
        "Stopped at 6",
        "Above 6 your function does not grow any more. That is ReLU6, used in networks for mobile phones; ReLU has no "
        "ceiling.",
    ),
)
def ceiling_at_six(x):
    return np.minimum(np.maximum(0, x), 6)


@wrong(
    "relu",
    pt=(
        "Teto em 1",
        "Você prendeu x entre 0 e 1, e a saída satura como a de uma logística. A graça da ReLU é justamente continuar "
        "crescendo com x.",
    ),
    en=(
        "Ceiling at 1",
        "You held x between 0 and 1, and the output saturates as a logistic's does. The very point of ReLU is that it "
        "goes on growing with x.",
    ),
)
def ceiling_at_one(x):
    return np.clip(x, 0, 1)


@wrong(
    "relu",
    pt=(
        "Um vazamento à esquerda",
        "Para x negativo a sua função devolve um pouquinho de x. Isso é a Leaky ReLU; na ReLU a parte negativa vale "
        "exatamente zero.",
    ),
    en=(
        "A leak on the left",
        "For negative x your function returns a little of x. That is Leaky ReLU; in ReLU the negative part is exactly "
        "zero.",
    ),
)
def leaks(x):
    return np.where(np.asarray(x) > 0, x, 0.01 * np.asarray(x))


@wrong(
    "relu",
    pt=(
        "Versão suave da ReLU",
        "Você calculou a softplus, que se aproxima da ReLU longe de zero mas vale ln 2 em x = 0. A ReLU tem uma quina "
        "em zero, e à esquerda dela vale exatamente zero.",
    ),
    en=(
        "ReLU's smooth version",
        "You computed softplus, which comes close to ReLU far from zero but is ln 2 at x = 0. ReLU has a corner at "
        "zero, and to its left it is exactly zero.",
    ),
)
def softplus_instead(x):
    return np.logaddexp(0, x)


@wrong(
    "relu",
    pt=(
        "Truncou as casas decimais",
        "Da sua resposta sobrou só a parte inteira: 0,5 virou 0. Procure onde ela vira um inteiro; a parte positiva de "
        "x sai da ReLU sem perder nada.",
    ),
    en=(
        "Decimals were truncated",
        "Only the integer part of your answer is left: 0.5 became 0. Look for where it turns into an integer; the "
        "positive part of x comes out of ReLU without losing anything.",
    ),
)
def truncated(x):
    return np.maximum(0, x).astype(int)


@wrong(
    "relu",
    pt=(
        "O primeiro elemento decidiu o tipo",
        "np.vectorize descobre o tipo da resposta pelo primeiro elemento. Se ele é negativo, a sua função devolve o "
        "inteiro 0, e todos os outros elementos perdem as casas decimais.",
    ),
    en=(
        "The first element decided the type",
        "np.vectorize finds the type of the answer from the first element. If that is negative, your function returns "
        "the integer 0, and all other elements lose their decimals.",
    ),
)
def type_of_the_first_element(x):
    return np.vectorize(lambda v: v if v > 0 else 0)(x)


@wrong(
    "relu",
    pt=(
        "Dividiu por x",
        "A sua conta divide por x ou pelo seu valor absoluto, e em x = 0 isso é zero sobre zero: a resposta vira NaN. "
        "Em zero a ReLU vale simplesmente 0.",
    ),
    en=(
        "Divided by x",
        "You divide by x or by its absolute value, and at x = 0 that is zero over zero: the answer becomes NaN. At "
        "zero ReLU is simply 0.",
    ),
)
def sign_by_division(x):
    x = np.asarray(x)
    return x * (x / np.abs(x) + 1) / 2


@wrong(
    "relu",
    pt=(
        "Funciona só com arrays",
        "Um número sozinho não se indexa com uma máscara nem se percorre com um for, e a sua função para com um erro. "
        "Ela precisa aceitar tanto um número quanto um array.",
    ),
    en=(
        "Works with arrays only",
        "A single number cannot be indexed with a mask or gone through with a for, and your function stops with an "
        "error. It has to take a number as well as an array.",
    ),
)
def arrays_only(x):
    out = x * 1.0
    out[x < 0] = 0.0
    return out


@wrong(
    "relu",
    pt=(
        "Escreveu por cima de x",
        "Os valores estão certos, mas você zerou os negativos no próprio array que recebeu, e quem chamou perdeu os "
        "dados. np.asarray não garante uma cópia: trabalhe em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The values are right, but you set the negatives to zero in the very array that you were given, and the caller "
        "has lost the data. np.asarray does not promise a copy: work in a new array.",
    ),
)
def overwrites_x(x):
    x = np.asarray(x)
    x[x < 0] = 0
    return x


@wrong(
    "relu",
    pt=(
        "Perdeu o formato de x",
        "Os valores estão certos, mas em fila: uma matriz virou um vetor, e um número virou uma lista de um elemento. "
        "A resposta tem o formato da entrada.",
    ),
    en=(
        "Lost the shape of x",
        "The values are right, but in single file: a matrix became a vector, and a number became a list of one. The "
        "answer has the shape of the input.",
    ),
)
def flattened(x):
    return [max(0, value) for value in np.ravel(x)]
