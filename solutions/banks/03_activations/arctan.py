"""Answers to arctan: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("arctan")
def from_numpy(x):
    return np.arctan(x)


@right("arctan")
def two_arguments(x):
    return np.arctan2(x, 1)


@right("arctan")
def from_the_arcsine(x):
    return np.arcsin(x / np.sqrt(1 + np.square(x)))


@right("arctan")
def half_the_angle_twice(x):
    return 2 * np.arctan(x / (1 + np.sqrt(1 + np.square(x))))


@right("arctan")
def angle_of_a_complex_number(x):
    return np.angle(1 + 1j * np.asarray(x))


@right("arctan")
def plain_loops(x):
    import math

    def at(v):
        return math.atan(v) if np.ndim(v) == 0 else [at(u) for u in v]

    return at(x)


@right("arctan")
def single_precision(x):
    return np.arctan(np.asarray(x, dtype=np.float32))


@wrong(
    "arctan",
    pt=(
        "A tangente no lugar da inversa",
        "Você calculou a tangente de x. O arco tangente faz o caminho de volta: dá o ângulo cuja tangente é x.",
    ),
    en=(
        "The tangent in place of its inverse",
        "You computed the tangent of x. The arctangent goes the other way: it gives the angle whose tangent is x.",
    ),
)
def tangent(x):
    return np.tan(x)


@wrong(
    "arctan",
    pt=(
        "Um sobre a tangente",
        "O expoente −1 em tan⁻¹ indica a função inversa, e não uma divisão. O que se pede é o ângulo cuja tangente é "
        "x.",
    ),
    en=(
        "One over the tangent",
        "The exponent −1 in tan⁻¹ stands for the inverse function, not for a division. What is asked for is the angle "
        "whose tangent is x.",
    ),
)
def one_over_the_tangent(x):
    return 1 / np.tan(x)


@wrong(
    "arctan",
    pt=(
        "Arco seno dividido por arco cosseno",
        "A tangente é seno sobre cosseno, mas essa relação não passa para as funções inversas. Além disso, arco seno e "
        "arco cosseno só existem entre −1 e 1.",
    ),
    en=(
        "Arcsine over arccosine",
        "The tangent is sine over cosine, but that relation does not carry over to the inverse functions. Besides, "
        "arcsine and arccosine exist between −1 and 1 only.",
    ),
)
def arcsine_over_arccosine(x):
    return np.arcsin(x) / np.arccos(x)


@wrong(
    "arctan",
    pt=(
        "Graus no lugar de radianos",
        "Você converteu a resposta para graus. Em cálculo os ângulos são medidos em radianos; só assim a derivada em "
        "zero é 1.",
    ),
    en=(
        "Degrees in place of radians",
        "You turned the answer into degrees. Calculus measures angles in radians; only then is the derivative at zero "
        "equal to 1.",
    ),
)
def degrees(x):
    return np.degrees(np.arctan(x))


@wrong(
    "arctan",
    pt=(
        "x tomado por graus",
        "Você converteu a entrada como se fosse um ângulo em graus. Aqui x é um número qualquer, e o ângulo é a saída.",
    ),
    en=(
        "x taken for degrees",
        "You converted the input as though it were an angle in degrees. Here x is any number, and the angle is the "
        "output.",
    ),
)
def input_in_degrees(x):
    return np.arctan(np.radians(x))


@wrong(
    "arctan",
    pt=(
        "Saída reescalada para [−1, 1]",
        "Você dividiu pelo limite da curva para que ela acabe em ±1. O arco tangente do curso vai de −π/2 a π/2, sem "
        "ajuste.",
    ),
    en=(
        "An output rescaled to [−1, 1]",
        "You divided by the bound of the curve to make it end at ±1. The course's arctangent goes from −π/2 to π/2, "
        "with no rescaling.",
    ),
)
def rescaled(x):
    return np.arctan(x) * 2 / np.pi


@wrong(
    "arctan",
    pt=(
        "Tangente hiperbólica",
        "A tanh também tem forma de S, mas satura em ±1 e bem mais cedo. O arco tangente vai até ±π/2.",
    ),
    en=(
        "Hyperbolic tangent",
        "Tanh is S-shaped too, but saturates at ±1 and much earlier. The arctangent goes up to ±π/2.",
    ),
)
def tanh_instead(x):
    return np.tanh(x)


@wrong(
    "arctan",
    pt=(
        "Tangente hiperbólica inversa",
        "O h no nome muda a função: a inversa da tanh só existe entre −1 e 1 e vai ao infinito nas pontas. O arco "
        "tangente existe para todo x.",
    ),
    en=(
        "Inverse hyperbolic tangent",
        "The h in the name makes it another function: the inverse of tanh exists between −1 and 1 only and goes to "
        "infinity at the ends. The arctangent exists for every x.",
    ),
)
def inverse_of_tanh(x):
    return np.arctanh(x)


@wrong(
    "arctan",
    pt=(
        "Argumentos na ordem contrária",
        "Com os dois argumentos trocados, você mediu o ângulo a partir do outro eixo: em x = 0 sai π/2. O numerador da "
        "tangente vem primeiro.",
    ),
    en=(
        "The arguments are the wrong way round",
        "With the two arguments swapped, you measured the angle from the other axis: at x = 0 it gives π/2. The "
        "numerator of the tangent comes first.",
    ),
)
def arguments_swapped(x):
    return np.arctan2(1, x)


@wrong(
    "arctan",
    pt=(
        "Série curta demais",
        "Os primeiros termos da série servem só perto de zero; para |x| > 1 ela nem converge. O NumPy tem a função "
        "para todo x.",
    ),
    en=(
        "Too short a series",
        "The first terms of the series serve near zero only; for |x| > 1 it does not even converge. NumPy has the "
        "function for every x.",
    ),
)
def three_terms_of_the_series(x):
    x = np.asarray(x, dtype=float)
    return x - x**3 / 3 + x**5 / 5


@wrong(
    "arctan",
    pt=(
        "A derivada no lugar da função",
        "Você devolveu a inclinação, que vale 1 em zero e se anula longe dele. A função em si vale 0 em zero e vai até "
        "±π/2.",
    ),
    en=(
        "The derivative in place of the function",
        "You returned the slope, which is 1 at zero and vanishes far from it. The function itself is 0 at zero and "
        "goes up to ±π/2.",
    ),
)
def its_derivative(x):
    return d_arctan(x)


@wrong(
    "arctan",
    pt=(
        "Perdeu o sinal",
        "A sua resposta é sempre positiva. O arco tangente é uma função ímpar: negativo para x negativo.",
    ),
    en=(
        "The sign was lost",
        "Your answer is always positive. The arctangent is an odd function: negative for a negative x.",
    ),
)
def sign_lost(x):
    return np.arccos(1 / np.sqrt(1 + np.square(x)))


@wrong(
    "arctan",
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

    return math.atan(x)


@wrong(
    "arctan",
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
    out[...] = np.arctan(x)
    return out


@wrong(
    "arctan",
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
    return np.arctan(np.ravel(x))


@wrong(
    "arctan",
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
    return np.array([np.arctan(value) for value in x])


@wrong(
    "arctan",
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
    np.arctan(x, out=x)
    return x
