"""Answers to tanh: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("tanh")
def from_numpy(x):
    return np.tanh(x)


@right("tanh")
def from_the_logistic(x):
    return 2 * logistic(2 * x) - 1


@right("tanh")
def exponential_that_never_grows(x):
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)


@right("tanh")
def clipped_far_out(x):
    up, down = np.exp(np.clip(x, -300, 300)), np.exp(-np.clip(x, -300, 300))
    return (up - down) / (up + down)


@right("tanh")
def difference_of_two_logistics(x):
    return logistic(2 * x) - logistic(-2 * np.asarray(x))


@right("tanh")
def plain_loops(x):
    import math

    def at(v):
        return math.tanh(v) if np.ndim(v) == 0 else [at(u) for u in v]

    return at(x)


@right("tanh")
def single_precision(x):
    x = np.asarray(x, dtype=np.float32)
    e = np.expm1(-np.float32(2) * np.abs(x))
    return np.copysign(-e / (np.float32(2) + e), x)


@wrong(
    "tanh",
    pt=(
        "Infinito sobre infinito",
        "A fórmula está certa no papel, mas com |x| grande uma das exponenciais vira infinito em cima e embaixo, e a "
        "divisão dá NaN. É preciso uma forma em que os expoentes nunca sejam positivos, ou a função pronta do NumPy.",
    ),
    en=(
        "Infinity over infinity",
        "The formula is right on paper, but where |x| is large one of the exponentials becomes infinite above and "
        "below, and their ratio is NaN. It takes a form whose exponents are never positive, or NumPy's own function.",
    ),
)
def overflows_on_both_sides(x):
    up, down = np.exp(np.asarray(x, dtype=float)), np.exp(-np.asarray(x, dtype=float))
    return (up - down) / (up + down)


@wrong(
    "tanh",
    pt=(
        "NaN só do lado negativo",
        "A sua forma é boa para x positivo, mas com x muito negativo a exponencial vira infinito em cima e embaixo. Do "
        "lado negativo, o expoente precisa do sinal contrário.",
    ),
    en=(
        "NaN on the negative side only",
        "Your form is good for positive x, but where x is very negative the exponential becomes infinite above and "
        "below. On the negative side the exponent needs the opposite sign.",
    ),
)
def overflows_on_the_left(x):
    e = np.exp(-2 * np.asarray(x, dtype=float))
    return (1 - e) / (1 + e)


@wrong(
    "tanh",
    pt=(
        "A exponencial estoura",
        "O valor está certo, mas com x grande a exponencial passa do maior número que cabe em um float, e o NumPy "
        "avisa. Prefira uma forma em que o expoente nunca seja positivo.",
    ),
    en=(
        "The exponential overflows",
        "The value is right, but where x is large the exponential goes past the largest number that a float can hold, "
        "and NumPy warns. Prefer a form whose exponent is never positive.",
    ),
)
def warns_on_the_right(x):
    return 1 - 2 / (1 + np.exp(2 * np.asarray(x, dtype=float)))


@wrong(
    "tanh",
    pt=(
        "As duas formas calculadas em toda parte",
        "Você escolheu a forma certa para cada lado, mas o NumPy calcula as duas em todos os elementos antes de "
        "escolher, e a que seria descartada estoura e avisa. Tome um expoente que seja seguro nos dois lados, ou "
        "calcule cada forma só onde ela vale.",
    ),
    en=(
        "Both forms computed everywhere",
        "You chose the right form for each side, but NumPy computes both for all elements before it chooses, and the "
        "one to be thrown away overflows and warns. Take an exponent that is safe on both sides, or compute each form "
        "only where it holds.",
    ),
)
def both_forms_everywhere(x):
    x = np.asarray(x, dtype=float)
    small, large = np.exp(-2 * x), np.exp(2 * x)
    return np.where(x >= 0, (1 - small) / (1 + small), (large - 1) / (large + 1))


@wrong(
    "tanh",
    pt=(
        "Perdeu as dimensões de tamanho 1",
        "Os valores estão certos, mas você descartou as dimensões de tamanho 1: um vetor de um elemento virou um "
        "número, e uma coluna virou um vetor. A resposta tem o mesmo formato da entrada.",
    ),
    en=(
        "Lost the dimensions of size 1",
        "The values are right, but you dropped the dimensions of size 1: a vector of one element became a number, and "
        "a column became a vector. The answer has the same shape as the input.",
    ),
)
def squeezed(x):
    return np.squeeze(np.tanh(x))


@wrong(
    "tanh",
    pt=(
        "Logística no lugar da tanh",
        "A sua curva vai de 0 a 1 e passa por 0,5 em zero. A tanh vai de −1 a 1 e passa por 0: é centrada.",
    ),
    en=(
        "The logistic in place of tanh",
        "Your curve goes from 0 to 1 and through 0.5 at zero. Tanh goes from −1 to 1 and through 0: it is centred.",
    ),
)
def logistic_instead(x):
    return logistic(x)


@wrong(
    "tanh",
    pt=(
        "Faltou o 2 no argumento",
        "A sua curva vai de −1 a 1, mas sobe na metade do ritmo: você calculou a tanh de x/2. Confira por quanto x é "
        "multiplicado dentro da exponencial, ou da logística.",
    ),
    en=(
        "The 2 in the argument is missing",
        "Your curve goes from −1 to 1 but rises at half the pace: you computed the tanh of x/2. Check what x is "
        "multiplied by inside the exponential, or inside the logistic.",
    ),
)
def logistic_not_squeezed(x):
    return 2 * logistic(x) - 1


@wrong(
    "tanh",
    pt=(
        "Fração de cabeça para baixo",
        "Você dividiu a soma pela diferença, e em x = 0 o denominador é zero. A diferença, que se anula em zero, fica "
        "em cima.",
    ),
    en=(
        "The fraction is upside down",
        "You divided the sum by the difference, and at x = 0 the denominator is zero. The difference, which vanishes "
        "at zero, goes on top.",
    ),
)
def upside_down(x):
    return 1 / np.tanh(x)


@wrong(
    "tanh",
    pt=(
        "Faltaram parênteses",
        "Sem parênteses, só a segunda exponencial de cima e a primeira de baixo entram na divisão. O traço da fração "
        "separa duas somas inteiras.",
    ),
    en=(
        "Parentheses are missing",
        "Without parentheses, only the second exponential above and the first one below take part in the division. The "
        "fraction bar separates two whole sums.",
    ),
)
def no_parentheses(x):
    x = np.asarray(x, dtype=float)
    return np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)


@wrong(
    "tanh",
    pt=(
        "Só o numerador",
        "Você parou no seno hiperbólico, que cresce sem limite. É a divisão pelo cosseno hiperbólico que prende a "
        "saída entre −1 e 1.",
    ),
    en=(
        "Only the numerator",
        "You stopped at the hyperbolic sine, which grows without bound. It is the division by the hyperbolic cosine "
        "that keeps the output between −1 and 1.",
    ),
)
def hyperbolic_sine(x):
    return np.sinh(x)


@wrong(
    "tanh",
    pt=(
        "A tangente da trigonometria",
        "Você usou a tangente de um ângulo, que se repete e explode em π/2. A tangente hiperbólica é feita de "
        "exponenciais e fica entre −1 e 1.",
    ),
    en=(
        "The tangent of trigonometry",
        "You used the tangent of an angle, which repeats and blows up at π/2. The hyperbolic tangent is made of "
        "exponentials and stays between −1 and 1.",
    ),
)
def tangent_of_an_angle(x):
    return np.tan(x)


@wrong(
    "tanh",
    pt=(
        "Arco tangente",
        "O arco tangente também tem forma de S, mas vai até ±π/2 e demora a chegar lá. A tanh satura em ±1.",
    ),
    en=(
        "Arctangent",
        "The arctangent is S-shaped too, but goes up to ±π/2 and takes long to get there. Tanh saturates at ±1.",
    ),
)
def arctan_instead(x):
    return np.arctan(x)


@wrong(
    "tanh",
    pt=(
        "A inversa da tanh",
        "Você usou a função que desfaz a tanh, e ela só existe entre −1 e 1. Aqui x é qualquer número, e a saída é que "
        "fica nesse intervalo.",
    ),
    en=(
        "The inverse of tanh",
        "You used the function that undoes tanh, and it exists between −1 and 1 only. Here x is any number, and it is "
        "the output that stays in that interval.",
    ),
)
def inverse(x):
    return np.arctanh(x)


@wrong(
    "tanh",
    pt=(
        "Tanh rígida",
        "Cortar x em −1 e 1 dá uma aproximação feita de três retas. A tanh se curva aos poucos, e em x = 1 ainda está "
        "em 0,76.",
    ),
    en=(
        "Hard tanh",
        "Clipping x at −1 and 1 gives an approximation made of three lines. Tanh bends little by little, and at x = 1 "
        "it is still at 0.76.",
    ),
)
def hard_tanh(x):
    return np.clip(np.asarray(x, dtype=float), -1, 1)


@wrong(
    "tanh",
    pt=(
        "Softsign",
        "Dividir x por 1 + |x| dá um S parecido, que satura muito mais devagar. A tanh é feita de exponenciais.",
    ),
    en=(
        "Softsign",
        "Dividing x by 1 + |x| gives a similar S, which saturates much more slowly. Tanh is made of exponentials.",
    ),
)
def softsign(x):
    return x / (1 + np.abs(x))


@wrong(
    "tanh",
    pt=(
        "A derivada no lugar da função",
        "Você devolveu a inclinação, que vale 1 em zero e se anula longe dele. A função em si vale 0 em zero e vai de "
        "−1 a 1.",
    ),
    en=(
        "The derivative in place of the function",
        "You returned the slope, which is 1 at zero and vanishes far from it. The function itself is 0 at zero and "
        "goes from −1 to 1.",
    ),
)
def its_derivative(x):
    return d_tanh(x)


@wrong(
    "tanh",
    pt=(
        "Só metade da forma estável",
        "Tirar o sinal de x evita o estouro, mas a resposta para x negativo ficou positiva. A tanh é ímpar: falta "
        "devolver o sinal.",
    ),
    en=(
        "Only half of the stable form",
        "Dropping the sign of x avoids the overflow, but the answer for a negative x is now positive. Tanh is odd: the "
        "sign has to be put back.",
    ),
)
def sign_of_x_lost(x):
    e = np.exp(-2 * np.abs(x))
    return (1 - e) / (1 + e)


@wrong(
    "tanh",
    pt=(
        "O módulo math só conhece números",
        "As funções de math recebem um número de cada vez e não sabem o que fazer com um array. As de mesmo nome no "
        "NumPy trabalham elemento por elemento.",
    ),
    en=(
        "The math module knows numbers only",
        "The functions of math take one number at a time and do not know what to do with an array. Those of the same "
        "name in NumPy work element by element.",
    ),
)
def math_module(x):
    import math

    return math.tanh(x)


@wrong(
    "tanh",
    pt=(
        "Funciona só com um número",
        "Com um array, um if comum não tem como escolher: algumas entradas são positivas, outras não, e o NumPy "
        "reclama. A função precisa decidir elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "Given an array, a plain if has no way to choose: some entries are positive, some are not, and NumPy "
        "complains. The function has to decide element by element.",
    ),
)
def single_numbers_only(x):
    e = np.exp(-2 * abs(x))
    if x >= 0:
        return (1 - e) / (1 + e)
    return (e - 1) / (1 + e)


@wrong(
    "tanh",
    pt=(
        "Resposta guardada em inteiros",
        "Quando x tem inteiros, o array que você criou à imagem dele também é de inteiros, e a parte decimal do "
        "resultado se perde ao ser guardada. A resposta precisa de um array de números reais, seja qual for o tipo de "
        "x.",
    ),
    en=(
        "The answer is kept in integers",
        "When x holds integers, so does the array that you made in its image, and the decimals of the result are lost "
        "as they are stored. The answer needs an array of real numbers, whatever the type of x.",
    ),
)
def truncates(x):
    out = np.zeros_like(x)
    out[...] = np.tanh(x)
    return out


@wrong(
    "tanh",
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
    return np.tanh(np.ravel(x))


@wrong(
    "tanh",
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
    return np.array([np.tanh(value) for value in x])


@wrong(
    "tanh",
    pt=(
        "Escreveu por cima de x",
        "As respostas estão certas, mas o array que você recebeu foi alterado: depois da chamada, quem chamou perdeu "
        "os valores de x. np.asarray não garante uma cópia; guarde o resultado em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The answers are right, but the array you were given has been changed: after the call, the caller has lost the "
        "values of x. np.asarray does not promise a copy; put the result into a new array.",
    ),
)
def overwrites_x(x):
    x = np.asarray(x, dtype=float)
    np.tanh(x, out=x)
    return x
