"""Answers to d_tanh: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_tanh")
def one_minus_the_square(x):
    return 1 - np.tanh(x) ** 2


@right("d_tanh")
def product_of_two_factors(x):
    y = tanh(x)
    return (1 - y) * (1 + y)


@right("d_tanh")
def hyperbolic_secant(x):
    return 1 / np.cosh(np.clip(x, -300, 300)) ** 2


@right("d_tanh")
def from_the_logistic(x):
    return 4 * d_logistic(2 * x)


@right("d_tanh")
def exponential_that_never_grows(x):
    e = np.exp(-2 * np.abs(x))
    return 4 * e / (1 + e) ** 2


@right("d_tanh")
def central_difference(x):
    h = 1e-5
    return (tanh(x + h) - tanh(x - h)) / (2 * h)


@right("d_tanh")
def plain_loops(x):
    import math

    def at(v):
        return 1 - math.tanh(v) ** 2 if np.ndim(v) == 0 else [at(u) for u in v]

    return at(x)


@right("d_tanh")
def single_precision(x):
    y = np.tanh(np.asarray(x, dtype=np.float32))
    return np.float32(1) - y * y


@wrong(
    "d_tanh",
    pt=(
        "x no lugar de y",
        "Você aplicou 1 − y² à própria entrada. Na fórmula, y é a saída da tanh; a sua função recebe x e precisa "
        "passar por ela antes.",
    ),
    en=(
        "x in place of y",
        "You applied 1 − y² to the input itself. In the formula, y is the output of tanh; your function is given x and "
        "has to go through it first.",
    ),
)
def input_taken_for_output(x):
    return 1 - np.square(x)


@wrong(
    "d_tanh",
    pt=(
        "Tanh duas vezes",
        "A tanh foi aplicada à saída dela mesma antes de entrar na fórmula. Basta uma vez: y é a tanh de x.",
    ),
    en=(
        "Tanh twice",
        "Tanh was applied to its own output before it went into the formula. Once is enough: y is the tanh of x.",
    ),
)
def tanh_twice(x):
    return 1 - np.tanh(np.tanh(x)) ** 2


@wrong(
    "d_tanh",
    pt=(
        "Infinito sobre infinito",
        "A fórmula da derivada está certa, mas a tanh escrita com exponenciais vira infinito sobre infinito quando |x| "
        "é grande, e o NaN passa adiante. Use uma tanh que não estoure.",
    ),
    en=(
        "Infinity over infinity",
        "The formula for the derivative is right, but tanh written with exponentials becomes infinity over infinity "
        "where |x| is large, and the NaN is passed on. Use a tanh that does not overflow.",
    ),
)
def overflows_on_both_sides(x):
    up, down = np.exp(np.asarray(x, dtype=float)), np.exp(-np.asarray(x, dtype=float))
    y = (up - down) / (up + down)
    return 1 - y**2


@wrong(
    "d_tanh",
    pt=(
        "O cosseno hiperbólico estoura",
        "O valor está certo, mas com |x| grande o cosseno hiperbólico, ou a soma de exponenciais de que ele é feito, "
        "passa do maior número que cabe em um float, e o NumPy avisa. A forma com a própria tanh fica entre 0 e 1 em "
        "toda parte.",
    ),
    en=(
        "The hyperbolic cosine overflows",
        "The value is right, but where |x| is large the hyperbolic cosine, or the sum of exponentials that it is made "
        "of, goes past the largest number that a float can hold, and NumPy warns. The form with tanh itself stays "
        "between 0 and 1 everywhere.",
    ),
)
def warns_on_both_sides(x):
    return 1 / np.cosh(x) ** 2


@wrong(
    "d_tanh",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria tanh. Aqui se pede a inclinação dela, que vale 1 em zero e nunca é negativa.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned tanh itself. What is asked for is its slope, which is 1 at zero and never negative.",
    ),
)
def the_function_itself(x):
    return np.tanh(x)


@wrong(
    "d_tanh",
    pt=(
        "A derivada da logística",
        "y·(1 − y) vale para a logística, cuja saída vai de 0 a 1. Com a tanh, essa conta dá 0 em x = 0, justamente "
        "onde a curva é mais inclinada.",
    ),
    en=(
        "The derivative of the logistic",
        "y·(1 − y) holds for the logistic, whose output goes from 0 to 1. With tanh that product is 0 at x = 0, the "
        "very place where the curve is steepest.",
    ),
)
def formula_of_the_logistic(x):
    y = np.tanh(x)
    return y * (1 - y)


@wrong(
    "d_tanh",
    pt=(
        "Mais no lugar de menos",
        "Com a soma, a inclinação chega a 2 onde a curva já ficou plana. Ela precisa se anular quando y se aproxima de "
        "±1.",
    ),
    en=(
        "Plus in place of minus",
        "With a sum, the slope reaches 2 where the curve is flat already. It has to vanish as y comes near ±1.",
    ),
)
def plus_the_square(x):
    return 1 + np.tanh(x) ** 2


@wrong(
    "d_tanh",
    pt=(
        "Sinal trocado",
        "A sua inclinação é negativa, mas a tanh só sobe. A subtração está na ordem contrária.",
    ),
    en=(
        "The sign is swapped",
        "Your slope is negative, but tanh only goes up. The subtraction is the wrong way round.",
    ),
)
def sign_swapped(x):
    return np.tanh(x) ** 2 - 1


@wrong(
    "d_tanh",
    pt=(
        "Faltou o quadrado",
        "Sem o quadrado, a inclinação chega a 2 do lado negativo, onde a curva é plana. A tanh é simétrica, e a "
        "inclinação precisa ser a mesma em x e em −x.",
    ),
    en=(
        "The square is missing",
        "Without the square, the slope reaches 2 on the negative side, where the curve is flat. Tanh is symmetric, and "
        "its slope has to be the same at x and at −x.",
    ),
)
def no_square(x):
    return 1 - np.tanh(x)


@wrong(
    "d_tanh",
    pt=(
        "Quadrado no lugar errado",
        "Você elevou ao quadrado a diferença inteira, e não só y. À esquerda de zero isso passa de 1, que é a maior "
        "inclinação da tanh.",
    ),
    en=(
        "The square is in the wrong place",
        "You squared the whole difference and not y alone. To the left of zero that is more than 1, which is the "
        "steepest that tanh gets.",
    ),
)
def square_of_the_difference(x):
    return (1 - np.tanh(x)) ** 2


@wrong(
    "d_tanh",
    pt=(
        "Faltou um fator 2",
        "Ao escrever a tanh com a logística, o 2 aparece duas vezes: uma fora e outra dentro dela. A regra da cadeia "
        "traz os dois para a derivada, e você ficou com um só.",
    ),
    en=(
        "A factor of 2 is missing",
        "When tanh is written with the logistic, 2 appears twice: once outside and once inside it. The chain rule "
        "brings both into the derivative, and you kept only one.",
    ),
)
def chain_rule_half_done(x):
    return 2 * d_logistic(2 * x)


@wrong(
    "d_tanh",
    pt=(
        "Secante hiperbólica sem o quadrado",
        "Você parou em 1 sobre o cosseno hiperbólico. A derivada da tanh é o quadrado disso.",
    ),
    en=(
        "A hyperbolic secant without its square",
        "You stopped at 1 over the hyperbolic cosine. The derivative of tanh is the square of that.",
    ),
)
def secant_not_squared(x):
    return 1 / np.cosh(np.clip(x, -300, 300))


@wrong(
    "d_tanh",
    pt=(
        "A derivada da tangente trigonométrica",
        "Você usou o cosseno de um ângulo, e a resposta oscila e explode. A tanh pede o cosseno hiperbólico, ou a "
        "própria tanh.",
    ),
    en=(
        "The derivative of the trigonometric tangent",
        "You used the cosine of an angle, and the answer swings and blows up. Tanh calls for the hyperbolic cosine, or "
        "for tanh itself.",
    ),
)
def derivative_of_the_tangent(x):
    return 1 / np.cos(x) ** 2


@wrong(
    "d_tanh",
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
    return (np.tanh(x + h) - np.tanh(x)) / h


@wrong(
    "d_tanh",
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
    return np.diag(1 - np.tanh(x) ** 2)


@wrong(
    "d_tanh",
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

    return 1 - math.tanh(x) ** 2


@wrong(
    "d_tanh",
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
    out[...] = 1 - np.tanh(x) ** 2
    return out


@wrong(
    "d_tanh",
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
    return 1 - np.tanh(np.ravel(x)) ** 2


@wrong(
    "d_tanh",
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
    return np.array([1 - np.tanh(value) ** 2 for value in x])


@wrong(
    "d_tanh",
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
    return 1 - x**2
