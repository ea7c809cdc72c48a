"""Answers to logistic: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("logistic")
def two_branches(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out


@right("logistic")
def half_of_tanh(x):
    return 0.5 * (1 + np.tanh(np.asarray(x) / 2))


@right("logistic")
def overflow_let_go(x):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


@right("logistic")
def logarithm_of_a_sum(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x)))


@right("logistic")
def clipped_far_out(x):
    return 1 / (1 + np.exp(np.clip(-np.asarray(x), -25, 25)))


@right("logistic")
def plain_loops(x):
    import math

    def at(v):
        if np.ndim(v) > 0:
            return [at(u) for u in v]
        e = math.exp(-abs(v))
        return 1 / (1 + e) if v >= 0 else e / (1 + e)

    return at(x)


@right("logistic")
def single_precision(x):
    x = np.asarray(x, dtype=np.float32)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, np.float32(1), e) / (np.float32(1) + e)


@right("logistic")
def clipped(x):
    return 1 / (1 + np.exp(-np.clip(np.asarray(x, dtype=float), -28, 28)))


@wrong(
    "logistic",
    erratum="E1",
    pt=(
        "O sinal do slide",
        "Esta é a fórmula dos slides A, 1/(1 − e^(−x)), com um menos no denominador. Em x = 0 ela divide por zero, e "
        "à esquerda dele fica negativa: não pode ser uma probabilidade. Com a soma, o denominador é sempre maior que "
        "1.",
    ),
    en=(
        "The sign on the slide",
        "This is the formula on slides A, 1/(1 − e^(−x)), with a minus in the denominator. At x = 0 it divides by "
        "zero, and to the left of it goes negative: it cannot be a probability. With a sum, the denominator is always "
        "more than 1.",
    ),
)
def sign_of_the_slide(x):
    return 1 / (1 - np.exp(-np.asarray(x, dtype=float)))


@wrong(
    "logistic",
    pt=(
        "A exponencial estoura",
        "O valor está certo, mas com x muito negativo o expoente é enorme, a exponencial vira infinito e o NumPy "
        "avisa. Nesse lado, use uma forma equivalente em que o expoente nunca é positivo.",
    ),
    en=(
        "The exponential overflows",
        "The value is right, but where x is very negative the exponent is enormous, the exponential becomes infinite, "
        "and NumPy warns. On that side, use an equivalent form whose exponent is never positive.",
    ),
)
def overflows_on_the_left(x):
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


@wrong(
    "logistic",
    pt=(
        "Infinito sobre infinito",
        "Com x grande, numerador e denominador viram infinito, e a divisão dá NaN. Essa forma serve para x negativo; "
        "do outro lado é preciso a forma em que a exponencial diminui.",
    ),
    en=(
        "Infinity over infinity",
        "Where x is large, the numerator and the denominator both become infinite, and their ratio is NaN. That form "
        "is good for negative x; the other side needs the form in which the exponential shrinks.",
    ),
)
def overflows_on_the_right(x):
    e = np.exp(np.asarray(x, dtype=float))
    return e / (1 + e)


@wrong(
    "logistic",
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
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


@wrong(
    "logistic",
    pt=(
        "Saída afastada de 0 e de 1",
        "Você não deixa a saída chegar perto de 0 nem de 1, talvez para proteger um logaritmo que venha depois. Essa "
        "proteção cabe a quem calcula o logaritmo; a ativação chega tão perto dos extremos quanto a fórmula mandar.",
    ),
    en=(
        "An output kept away from 0 and 1",
        "You do not let the output come near 0 or 1, perhaps to protect a logarithm that comes later. That is the "
        "business of whoever takes the logarithm; the activation comes as near to its ends as its formula says.",
    ),
)
def kept_away_from_the_ends(x):
    return np.clip((1 + np.tanh(np.asarray(x) / 2)) / 2, 1e-4, 1 - 1e-4)


@wrong(
    "logistic",
    pt=(
        "A precedência da divisão",
        "Sem parênteses, a divisão vem antes da soma: você calculou 1 mais a exponencial. A soma inteira fica debaixo "
        "do traço da fração.",
    ),
    en=(
        "The precedence of division",
        "Without parentheses, division comes before addition: you computed 1 plus the exponential. The whole sum goes "
        "under the fraction bar.",
    ),
)
def no_parentheses(x):
    return 1 / 1 + np.exp(-np.asarray(x, dtype=float))


@wrong(
    "logistic",
    pt=(
        "Curva espelhada",
        "A sua curva desce de 1 para 0: você calculou a logística de −x. Confira o sinal do expoente: quando x "
        "cresce, a saída precisa se aproximar de 1.",
    ),
    en=(
        "A mirrored curve",
        "Your curve goes down from 1 to 0: you computed the logistic of −x. Check the sign of the exponent: as x "
        "grows, the output has to come near 1.",
    ),
)
def mirrored(x):
    return 1 / (1 + np.exp(np.asarray(x, dtype=float)))


@wrong(
    "logistic",
    pt=(
        "Faltou o 1 no denominador",
        "A sua resposta é só uma exponencial, que cresce sem limite. É o 1 somado no denominador que segura a saída "
        "abaixo de 1.",
    ),
    en=(
        "The 1 in the denominator is missing",
        "Your answer is just an exponential, which grows without bound. It is the 1 added in the denominator that "
        "keeps the output below 1.",
    ),
)
def no_one_in_the_denominator(x):
    return 1 / np.exp(-np.asarray(x, dtype=float))


@wrong(
    "logistic",
    pt=(
        "Tangente hiperbólica",
        "A sua curva tem a forma certa, mas vai de −1 a 1. A logística vai de 0 a 1 e passa por 0,5 em x = 0.",
    ),
    en=(
        "Hyperbolic tangent",
        "Your curve has the right form but goes from −1 to 1. The logistic goes from 0 to 1 and through 0.5 at x = 0.",
    ),
)
def tanh_instead(x):
    return np.tanh(x)


@wrong(
    "logistic",
    pt=(
        "A derivada no lugar da função",
        "Você devolveu a inclinação, um morro com pico 0,25 em zero. A função em si sobe de 0 a 1.",
    ),
    en=(
        "The derivative in place of the function",
        "You returned the slope, a hill with its top of 0.25 at zero. The function itself goes up from 0 to 1.",
    ),
)
def its_derivative(x):
    return d_logistic(x)


@wrong(
    "logistic",
    pt=(
        "Só metade da forma estável",
        "Tirar o sinal de x evita o estouro, mas a resposta para x negativo ficou igual à do positivo. Falta a outra "
        "metade: para x negativo, a resposta é o que falta a esse valor para chegar a 1.",
    ),
    en=(
        "Only half of the stable form",
        "Dropping the sign of x avoids the overflow, but the answer for a negative x is now that of the positive one. "
        "The other half is missing: for a negative x, the answer is what that value lacks to make 1.",
    ),
)
def sign_of_x_lost(x):
    return 1 / (1 + np.exp(-np.abs(x)))


@wrong(
    "logistic",
    pt=(
        "Corte apertado demais",
        "Limitar o expoente evita o estouro, mas você o limitou onde a curva ainda se move. Quem corta precisa cortar "
        "onde o resultado já não muda em nenhum dígito que importe.",
    ),
    en=(
        "Clipped too early",
        "Limiting the exponent avoids the overflow, but you limited it where the curve is still moving. A clip has to "
        "come where the result no longer changes in any digit that matters.",
    ),
)
def clipped_too_early(x):
    return 1 / (1 + np.exp(-np.clip(x, -5, 5)))


@wrong(
    "logistic",
    pt=(
        "Aproximação por três retas",
        "A sigmoide rígida é feita de pedaços retos e só se parece com a logística. Ela é usada onde a conta precisa "
        "ser barata; aqui se pede a curva exata.",
    ),
    en=(
        "An approximation by three lines",
        "The hard sigmoid is made of straight pieces and only resembles the logistic. It is used where the arithmetic "
        "has to be cheap; here the exact curve is asked for.",
    ),
)
def hard_sigmoid(x):
    return np.clip(0.2 * np.asarray(x) + 0.5, 0, 1)


@wrong(
    "logistic",
    pt=(
        "O número e com três casas",
        "Usar 2,718 no lugar de e muda a resposta no quinto dígito em x = 1, e já no quarto em x = −5. O NumPy tem a "
        "exponencial com todos os dígitos que um float comporta.",
    ),
    en=(
        "The number e to three places",
        "Replacing e by 2.718 changes the answer in its fifth digit at x = 1, and in its fourth already at x = −5. "
        "NumPy has the exponential to all the digits that a float can hold.",
    ),
)
def short_e(x):
    return 1 / (1 + np.power(2.718, -np.asarray(x, dtype=float)))


@wrong(
    "logistic",
    pt=(
        "Resposta arredondada",
        "Você arredondou o resultado para duas casas. Arredonde só para mostrar: nas contas seguintes, os dígitos "
        "perdidos fazem falta.",
    ),
    en=(
        "A rounded answer",
        "You rounded the result to two decimals. Round for display only: later arithmetic misses the digits that are "
        "lost.",
    ),
)
def rounded(x):
    return np.round(1 / (1 + np.exp(-np.asarray(x, dtype=float))), 2)


@wrong(
    "logistic",
    pt=(
        "Softmax no lugar da logística",
        "Você dividiu cada exponencial pela soma de todas, e os elementos passaram a depender uns dos outros. A "
        "logística age em cada elemento por si.",
    ),
    en=(
        "Softmax in place of the logistic",
        "You divided every exponential by the sum of all, and the elements now depend on each other. The logistic acts "
        "on every element by itself.",
    ),
)
def softmax_instead(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


@wrong(
    "logistic",
    pt=(
        "Decisão no lugar da probabilidade",
        "Você devolveu uma classe, 0 ou 1, conforme o lado de zero em que x está. A ativação é a própria "
        "probabilidade; a decisão, quando é preciso uma, vem depois.",
    ),
    en=(
        "A decision in place of the probability",
        "You returned a class, 0 or 1, according to the side of zero that x is on. The activation is the probability "
        "itself; the decision, when one is needed, comes later.",
    ),
)
def a_decision(x):
    return np.where(np.asarray(x) >= 0, 1.0, 0.0)


@wrong(
    "logistic",
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

    return 1 / (1 + math.exp(-x))


@wrong(
    "logistic",
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
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


@wrong(
    "logistic",
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
    out[...] = (1 + np.tanh(np.asarray(x) / 2)) / 2
    return out


@wrong(
    "logistic",
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
    return (1 + np.tanh(np.ravel(x) / 2)) / 2


@wrong(
    "logistic",
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
    return np.array([(1 + np.tanh(value / 2)) / 2 for value in x])


@wrong(
    "logistic",
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
    x /= 2
    np.tanh(x, out=x)
    x += 1
    x /= 2
    return x


@wrong(
    "logistic",
    pt=(
        "Cortada cedo demais",
        "A sua função é 0 abaixo de −12 e 1 acima de 12. Em −13 ela ainda vale 2 milionésimos: só bem mais longe"
        " a diferença deixa de contar.",
    ),
    en=(
        "Cut off too early",
        "Your function is 0 below −12 and 1 above 12. At −13 it is still 2 millionths: only much further out "
        "does the difference cease to count.",
    ),
)
def zero_below_minus_twelve(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < -12, 0.0, np.where(x > 12, 1.0, 1 / (1 + np.exp(-np.clip(x, -12, 12)))))
