"""Answers to d_arctan: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_arctan")
def one_over_one_plus_the_square(x):
    return 1 / (1 + x**2)


@right("d_arctan")
def square_of_the_cosine(x):
    return np.cos(np.arctan(x)) ** 2


@right("d_arctan")
def real_part(x):
    return (1 / (1 + 1j * np.asarray(x))).real


@right("d_arctan")
def reciprocal_of_floats(x):
    return np.reciprocal(1 + np.square(np.asarray(x, dtype=float)))


@right("d_arctan")
def central_difference(x):
    h = 1e-5
    return (arctan(x + h) - arctan(x - h)) / (2 * h)


@right("d_arctan")
def plain_loops(x):
    def at(v):
        return 1 / (1 + v * v) if np.ndim(v) == 0 else [at(u) for u in v]

    return at(x)


@right("d_arctan")
def single_precision(x):
    x = np.asarray(x, dtype=np.float32)
    return np.float32(1) / (np.float32(1) + x * x)


@wrong(
    "d_arctan",
    pt=(
        "Quadrado da soma inteira",
        "Você elevou ao quadrado 1 + x, e não só x. Assim a fórmula divide por zero em x = −1, e a inclinação deixa de "
        "ser a mesma em x e em −x.",
    ),
    en=(
        "The square of the whole sum",
        "You squared 1 + x and not x alone. The formula then divides by zero at x = −1, and the slope is no longer the "
        "same at x and at −x.",
    ),
)
def square_of_the_sum(x):
    return 1 / (1 + np.asarray(x, dtype=float)) ** 2


@wrong(
    "d_arctan",
    pt=(
        "Menos no lugar de mais",
        "Com o menos, esta é a derivada da tangente hiperbólica inversa, que explode em ±1. A do arco tangente existe "
        "em toda parte e nunca passa de 1.",
    ),
    en=(
        "Minus in place of plus",
        "With a minus, this is the derivative of the inverse hyperbolic tangent, which blows up at ±1. That of the "
        "arctangent exists everywhere and is never above 1.",
    ),
)
def minus_the_square(x):
    return 1 / (1 - np.square(np.asarray(x, dtype=float)))


@wrong(
    "d_arctan",
    pt=(
        "O denominador sozinho",
        "Você calculou 1 + x², que é só o denominador. Se a fração está lá, faltam os parênteses: sem eles, a divisão "
        "vem antes da soma. A curva se achata longe de zero, e a inclinação precisa diminuir.",
    ),
    en=(
        "The denominator alone",
        "You computed 1 + x², which is only the denominator. If the fraction is there, the parentheses are missing: "
        "without them, division comes before addition. The curve flattens out far from zero, and its slope has to go "
        "down.",
    ),
)
def no_parentheses(x):
    return 1 / 1 + np.square(x)


@wrong(
    "d_arctan",
    pt=(
        "Faltou o quadrado",
        "Sem o quadrado, a fórmula divide por zero em x = −1 e fica negativa antes disso. A inclinação do arco "
        "tangente é sempre positiva.",
    ),
    en=(
        "The square is missing",
        "Without the square, the formula divides by zero at x = −1 and is negative before that. The slope of the "
        "arctangent is always positive.",
    ),
)
def no_square(x):
    return 1 / (1 + np.asarray(x, dtype=float))


@wrong(
    "d_arctan",
    pt=(
        "Dobrou em vez de elevar ao quadrado",
        "Você multiplicou x por 2, e 2x só coincide com x² em 0 e em 2. A inclinação precisa ser a mesma em x e em −x.",
    ),
    en=(
        "Doubled, not squared",
        "You multiplied x by 2, and 2x equals x² at 0 and at 2 only. The slope has to be the same at x and at −x.",
    ),
)
def doubled(x):
    return 1 / (1 + 2 * np.asarray(x, dtype=float))


@wrong(
    "d_arctan",
    pt=(
        "O acento circunflexo não é potência",
        "Em Python, ^ é o ou exclusivo, que só existe para inteiros. A potência se escreve com dois asteriscos.",
    ),
    en=(
        "The caret is not a power",
        "In Python, ^ is exclusive or, which exists for integers only. A power is written with two asterisks.",
    ),
)
def exclusive_or(x):
    return 1 / (1 + x ^ 2)


@wrong(
    "d_arctan",
    pt=(
        "A derivada da tangente",
        "Você derivou a tangente, e não a inversa dela. A derivada da inversa é 1 sobre a derivada da função, "
        "calculada no ângulo de saída.",
    ),
    en=(
        "The derivative of the tangent",
        "You took the derivative of the tangent, not of its inverse. The derivative of an inverse is 1 over the "
        "function's derivative, taken at the angle that comes out.",
    ),
)
def derivative_of_the_tangent(x):
    return 1 / np.cos(x) ** 2


@wrong(
    "d_arctan",
    pt=(
        "A derivada da tangente hiperbólica",
        "1 − y² vale para a tanh. A inclinação do arco tangente diminui muito mais devagar, sem exponenciais.",
    ),
    en=(
        "The derivative of the hyperbolic tangent",
        "1 − y² holds for tanh. The slope of the arctangent goes down much more slowly, without exponentials.",
    ),
)
def derivative_of_tanh(x):
    return d_tanh(x)


@wrong(
    "d_arctan",
    pt=(
        "A derivada do arco seno",
        "A raiz pertence às derivadas do arco seno e do arco cosseno, que só existem entre −1 e 1. A do arco tangente "
        "não tem raiz.",
    ),
    en=(
        "The derivative of the arcsine",
        "The root belongs to the derivatives of the arcsine and the arccosine, which exist between −1 and 1 only. That "
        "of the arctangent has no root.",
    ),
)
def derivative_of_the_arcsine(x):
    return 1 / np.sqrt(1 - np.square(np.asarray(x, dtype=float)))


@wrong(
    "d_arctan",
    pt=(
        "Uma raiz a mais",
        "Com a raiz, esta é a derivada do seno hiperbólico inverso. No arco tangente o denominador é o próprio 1 + x².",
    ),
    en=(
        "One root too many",
        "With the root, this is the derivative of the inverse hyperbolic sine. For the arctangent the denominator is "
        "1 + x² itself.",
    ),
)
def root_of_the_denominator(x):
    return 1 / np.sqrt(1 + np.square(x))


@wrong(
    "d_arctan",
    pt=(
        "A saída no lugar da entrada",
        "Você pôs y, o arco tangente de x, na fórmula. Ao contrário das fórmulas da logística e da tanh, a do arco "
        "tangente usa a própria entrada.",
    ),
    en=(
        "The output in place of the input",
        "You put y, the arctangent of x, into the formula. Unlike those of the logistic and of tanh, the formula of "
        "the arctangent uses the input itself.",
    ),
)
def output_taken_for_input(x):
    return 1 / (1 + np.arctan(x) ** 2)


@wrong(
    "d_arctan",
    pt=(
        "Regra da cadeia a mais",
        "O fator 2x é a derivada do denominador, e com ele você derivou o logaritmo de 1 + x². A derivada do arco "
        "tangente já é a fração simples.",
    ),
    en=(
        "One chain rule too many",
        "The factor 2x is the derivative of the denominator, and with it you took the derivative of the logarithm of 1 "
        "+ x². The derivative of the arctangent is the plain fraction.",
    ),
)
def one_chain_rule_too_many(x):
    return 2 * x / (1 + np.square(x))


@wrong(
    "d_arctan",
    pt=(
        "A derivada do arco cotangente",
        "O sinal de menos vira a curva de cabeça para baixo. O arco tangente sobe em toda parte, e a sua inclinação é "
        "positiva.",
    ),
    en=(
        "The derivative of the arccotangent",
        "The minus sign turns the curve upside down. The arctangent goes up everywhere, and its slope is positive.",
    ),
)
def derivative_of_the_arccotangent(x):
    return -1 / (1 + np.square(x))


@wrong(
    "d_arctan",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu o próprio arco tangente. Aqui se pede a inclinação dele, que vale 1 em zero e é sempre "
        "positiva.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned the arctangent itself. What is asked for is its slope, which is 1 at zero and always positive.",
    ),
)
def the_function_itself(x):
    return np.arctan(x)


@wrong(
    "d_arctan",
    pt=(
        "Recíproco de inteiros",
        "Com inteiros, o recíproco do NumPy também é inteiro: 1/5 vira 0. Passe para números reais antes de inverter, "
        "ou divida.",
    ),
    en=(
        "A reciprocal of integers",
        "Given integers, NumPy's reciprocal is an integer as well: 1/5 becomes 0. Go to real numbers before inverting, "
        "or divide.",
    ),
)
def reciprocal_of_integers(x):
    return np.reciprocal(1 + np.square(x))


@wrong(
    "d_arctan",
    pt=(
        "Potência negativa de inteiros",
        "O NumPy se recusa a elevar um inteiro a −1, porque o resultado não seria inteiro. Passe para números reais "
        "antes, ou divida.",
    ),
    en=(
        "A negative power of integers",
        "NumPy refuses to raise an integer to −1, because the result would not be an integer. Go to real numbers "
        "first, or divide.",
    ),
)
def negative_power_of_integers(x):
    return (1 + np.square(x)) ** -1


@wrong(
    "d_arctan",
    pt=(
        "Uma secante no lugar da tangente",
        "Você mediu a inclinação entre dois pontos afastados, e a curva já se dobrou no caminho. A derivada é o limite "
        "quando essa distância vai a zero, e aqui ela tem fórmula exata.",
    ),
    en=(
        "A secant in place of the tangent",
        "You measured the slope between two points some way apart, and the curve has bent in between. The derivative "
        "is the limit as that distance goes to zero, and here it has an exact formula.",
    ),
)
def secant(x):
    h = 0.1
    return (np.arctan(x + h) - np.arctan(x)) / h


@wrong(
    "d_arctan",
    pt=(
        "Uma matriz de derivadas",
        "Para um vetor, a sua resposta é uma matriz com as inclinações na diagonal; para um número sozinho, np.diag "
        "dá erro. Como cada saída depende só da entrada na mesma posição, basta uma inclinação por elemento, no "
        "formato de x.",
    ),
    en=(
        "A matrix of derivatives",
        "For a vector, your answer is a matrix with the slopes on its diagonal; for a single number, np.diag raises "
        "an error. As every output depends only on the input in the same place, one slope per element is enough, in "
        "the shape of x.",
    ),
)
def jacobian(x):
    return np.diag(1 / (1 + np.square(x)))


@wrong(
    "d_arctan",
    pt=(
        "Funciona só com um número",
        "O módulo math recebe um número de cada vez e não sabe o que fazer com um array. O NumPy tem as mesmas contas "
        "elemento por elemento.",
    ),
    en=(
        "Works with a single number only",
        "The math module takes one number at a time and does not know what to do with an array. NumPy has the same "
        "arithmetic element by element.",
    ),
)
def math_module(x):
    import math

    return 1 / (1 + math.pow(x, 2))


@wrong(
    "d_arctan",
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
    return 1 / (1 + np.ravel(x) ** 2)


@wrong(
    "d_arctan",
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
    return np.array([1 / (1 + value**2) for value in x])


@wrong(
    "d_arctan",
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
    x *= x
    x += 1
    return 1 / x
