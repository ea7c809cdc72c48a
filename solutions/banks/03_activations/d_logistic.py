"""Answers to d_logistic: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("d_logistic")
def output_times_what_is_missing(x):
    y = logistic(x)
    return y * (1 - y)


@right("d_logistic")
def both_sides(x):
    return logistic(x) * logistic(-np.asarray(x))


@right("d_logistic")
def from_tanh(x):
    return (1 - np.tanh(np.asarray(x) / 2) ** 2) / 4


@right("d_logistic")
def exponential_that_never_grows(x):
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2


@right("d_logistic")
def overflow_let_go(x):
    with np.errstate(over="ignore"):
        return 1 / (2 + np.exp(x) + np.exp(-np.asarray(x)))


@right("d_logistic")
def central_difference(x):
    h = 1e-5
    return (logistic(x + h) - logistic(x - h)) / (2 * h)


@right("d_logistic")
def plain_loops(x):
    import math

    def at(v):
        if np.ndim(v) > 0:
            return [at(u) for u in v]
        y = (1 + math.tanh(v / 2)) / 2
        return y * (1 - y)

    return at(x)


@right("d_logistic")
def single_precision(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=np.float32)))
    y = e / (np.float32(1) + e)
    return y * (np.float32(1) - y)


@wrong(
    "d_logistic",
    pt=(
        "x no lugar de y",
        "Você aplicou y·(1 − y) à própria entrada. Na fórmula, y é a saída da logística; a sua função recebe x e "
        "precisa passar por ela antes.",
    ),
    en=(
        "x in place of y",
        "You applied y·(1 − y) to the input itself. In the formula, y is the output of the logistic; your function is "
        "given x and has to go through it first.",
    ),
)
def input_taken_for_output(x):
    return x * (1 - x)


@wrong(
    "d_logistic",
    pt=(
        "Logística duas vezes",
        "A logística foi aplicada à saída dela mesma antes de entrar na fórmula. Basta uma vez: y é a logística de x.",
    ),
    en=(
        "The logistic twice",
        "The logistic was applied to its own output before it went into the formula. Once is enough: y is the logistic "
        "of x.",
    ),
)
def logistic_twice(x):
    y = logistic(logistic(x))
    return y * (1 - y)


@wrong(
    "d_logistic",
    pt=(
        "A função no lugar da derivada",
        "Você devolveu a própria logística, que vai de 0 a 1. A inclinação dela nunca passa de 0,25.",
    ),
    en=(
        "The function in place of its derivative",
        "You returned the logistic itself, which goes from 0 to 1. Its slope is never above 0.25.",
    ),
)
def the_function_itself(x):
    return logistic(x)


@wrong(
    "d_logistic",
    erratum="E1",
    pt=(
        "A logística do slide",
        "A fórmula da derivada está certa, mas a logística que você usou é a dos slides A, 1/(1 − e^(−x)), com um "
        "menos no denominador. Com ela y sai de [0, 1], e a inclinação fica negativa.",
    ),
    en=(
        "The slide's logistic",
        "The formula for the derivative is right, but the logistic that you used is that of slides A, 1/(1 − e^(−x)), "
        "with a minus in the denominator. With it y leaves [0, 1], and the slope goes negative.",
    ),
)
def logistic_of_the_slide(x):
    y = 1 / (1 - np.exp(-np.asarray(x, dtype=float)))
    return y * (1 - y)


@wrong(
    "d_logistic",
    pt=(
        "Infinito sobre infinito",
        "A fórmula está certa, mas com x muito negativo a exponencial vira infinito em cima e embaixo, e a divisão dá "
        "NaN. A inclinação é simétrica em x: escolha o lado em que a exponencial diminui.",
    ),
    en=(
        "Infinity over infinity",
        "The formula is right, but where x is very negative the exponential becomes infinite above and below, and "
        "their ratio is NaN. The slope is symmetric in x: choose the side on which the exponential shrinks.",
    ),
)
def overflows_on_the_left(x):
    e = np.exp(-np.asarray(x, dtype=float))
    return e / (1 + e) ** 2


@wrong(
    "d_logistic",
    pt=(
        "A exponencial estoura",
        "O valor está certo, mas a logística que você usa calcula uma exponencial enorme quando x é muito negativo, e "
        "o NumPy avisa. Use uma que não estoure, como a sua, assim que ela passar em todas as verificações.",
    ),
    en=(
        "The exponential overflows",
        "The value is right, but the logistic that you use computes an enormous exponential where x is very negative, "
        "and NumPy warns. Use one that does not overflow, such as your own as soon as it passes all checks.",
    ),
)
def warns_on_the_left(x):
    y = 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    return y * (1 - y)


@wrong(
    "d_logistic",
    pt=(
        "A derivada da tangente hiperbólica",
        "1 − y² vale para a tanh, cuja saída vai de −1 a 1. A logística tem a sua própria fórmula, que se anula em y = "
        "0 e em y = 1.",
    ),
    en=(
        "The derivative of the hyperbolic tangent",
        "1 − y² holds for tanh, whose output goes from −1 to 1. The logistic has a formula of its own, which vanishes "
        "at y = 0 and at y = 1.",
    ),
)
def formula_of_tanh(x):
    return 1 - logistic(x) ** 2


@wrong(
    "d_logistic",
    pt=(
        "Faltou um fator",
        "Você devolveu o que falta para 1, que continua grande quando x é muito negativo. A inclinação se anula dos "
        "dois lados, e para isso são precisos os dois fatores.",
    ),
    en=(
        "A factor is missing",
        "You returned what the output lacks to make 1, which stays large where x is very negative. The slope vanishes "
        "on both sides, and that takes both factors.",
    ),
)
def one_factor_only(x):
    return 1 - logistic(x)


@wrong(
    "d_logistic",
    pt=(
        "Sinal trocado dentro dos parênteses",
        "Com uma soma ali, a inclinação continua crescendo até 2 quando a curva já ficou plana. O segundo fator é o "
        "que falta para 1.",
    ),
    en=(
        "The sign inside the parentheses is swapped",
        "With a sum there, the slope keeps growing up to 2 where the curve is flat already. The second factor is what "
        "the output lacks to make 1.",
    ),
)
def plus_inside(x):
    y = logistic(x)
    return y * (1 + y)


@wrong(
    "d_logistic",
    pt=(
        "Sinal trocado",
        "A sua inclinação é negativa, mas a logística só sobe. Ou a subtração está na ordem contrária, ou se perdeu "
        "um menos ao derivar: um vem da fração e outro do expoente, e os dois se cancelam.",
    ),
    en=(
        "The sign is swapped",
        "Your slope is negative, but the logistic only goes up. Either the subtraction is the wrong way round, or a "
        "minus was lost in the derivative: one comes from the fraction and another from the exponent, and the two "
        "cancel.",
    ),
)
def sign_swapped(x):
    y = logistic(x)
    return y * (y - 1)


@wrong(
    "d_logistic",
    pt=(
        "Esqueceu os parênteses",
        "Sem parênteses, a multiplicação vem antes: você calculou y − y, que é sempre zero. A subtração precisa "
        "acontecer primeiro.",
    ),
    en=(
        "The parentheses were forgotten",
        "Without parentheses the multiplication comes first: you computed y − y, which is always zero. The subtraction "
        "has to happen first.",
    ),
)
def no_parentheses(x):
    y = logistic(x)
    return y * 1 - y


@wrong(
    "d_logistic",
    pt=(
        "Um fator é x",
        "A fórmula usa y duas vezes, e você pôs x em uma delas. Os dois fatores vêm da saída da logística.",
    ),
    en=(
        "One factor is x",
        "The formula uses y twice, and you put x in one of the places. Both factors come from the output of the "
        "logistic.",
    ),
)
def x_in_one_factor(x):
    return logistic(x) * (1 - x)


@wrong(
    "d_logistic",
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
    return (logistic(x + h) - logistic(x)) / h


@wrong(
    "d_logistic",
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
    y = logistic(x)
    return np.diag(y * (1 - y))


@wrong(
    "d_logistic",
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

    y = (1 + math.tanh(x / 2)) / 2
    return y * (1 - y)


@wrong(
    "d_logistic",
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
    y = 1 / (1 + np.exp(-x)) if x >= 0 else np.exp(x) / (1 + np.exp(x))
    return y * (1 - y)


@wrong(
    "d_logistic",
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
    y = logistic(x)
    out = np.zeros_like(x)
    out[...] = y * (1 - y)
    return out


@wrong(
    "d_logistic",
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
    y = logistic(np.ravel(x))
    return y * (1 - y)


@wrong(
    "d_logistic",
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
    x[...] = logistic(x)
    x *= 1 - x
    return x
