"""Answers to softplus: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("softplus")
def log_of_a_sum_of_exponentials(x):
    return np.logaddexp(0, x)


@right("softplus")
def relu_plus_a_naive_logarithm(x):
    return relu(x) + np.log(1 + np.exp(-np.abs(x)))


@right("softplus")
def warnings_silenced(x):
    x = np.asarray(x, dtype=float)
    with np.errstate(over="ignore"):
        return np.where(x > 0, x + np.log1p(np.exp(-x)), np.log1p(np.exp(x)))


@right("softplus")
def straight_beyond_twenty(x):
    x = np.asarray(x, dtype=float)
    return np.where(x > 20, x, np.log1p(np.exp(np.minimum(x, 20))))


@right("softplus")
def nested_lists(x):
    import math

    def curve(v):
        if np.ndim(v):
            return [curve(u) for u in v]
        return max(v, 0.0) + math.log1p(math.exp(-abs(v)))

    return curve(x)


@right("softplus")
def each_side_with_its_own_formula(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    right = x > 0
    out[right] = x[right] + np.log1p(np.exp(-x[right]))
    out[~right] = np.log1p(np.exp(x[~right]))
    return out


@right("softplus")
def single_precision(x):
    x = np.asarray(x, dtype=np.float32)
    return np.maximum(x, np.float32(0)) + np.log1p(np.exp(-np.abs(x)))


@wrong(
    "softplus",
    pt=(
        "A exponencial estourou",
        "A fórmula está certa no papel, mas a exponencial de um x grande não cabe em um número e vira infinito. Para x "
        "grande a softplus é quase x: reescreva a conta para que a exponencial só veja números negativos.",
    ),
    en=(
        "The exponential overflowed",
        "The formula is right on paper, but the exponential of a large x does not fit into a number and becomes "
        "infinite. For large x softplus is nearly x: rewrite it so that the exponential sees negative numbers only.",
    ),
)
def exponential_overflows(x):
    return np.log(1 + np.exp(x))


@wrong(
    "softplus",
    pt=(
        "A exponencial estourou do outro lado",
        "Tirar x para fora do logaritmo resolve os x grandes e positivos, mas agora o expoente cresce quando x é muito "
        "negativo. O expoente não pode ser positivo em nenhum dos lados.",
    ),
    en=(
        "The exponential overflowed on the other side",
        "Taking x out of the logarithm settles large positive x, but now the exponent grows when x is very negative. "
        "The exponent must not be positive on either side.",
    ),
)
def overflows_on_the_left(x):
    return x + np.log1p(np.exp(-np.asarray(x, dtype=float)))


@wrong(
    "softplus",
    pt=(
        "As duas fórmulas foram calculadas em toda parte",
        "Os valores estão certos, mas as duas fórmulas são calculadas em todos os elementos (o np.where faz isso antes "
        "de escolher), e cada exponencial estoura no lado da outra, com um aviso. Escolha um expoente que nunca seja "
        "positivo.",
    ),
    en=(
        "Both formulas were computed everywhere",
        "The values are right, but both formulas are computed at all elements (np.where does so before it chooses), "
        "and each exponential overflows on the other one's side, with a warning. Choose an exponent that is never "
        "positive.",
    ),
)
def both_formulas_everywhere(x):
    x = np.asarray(x, dtype=float)
    return np.where(x > 0, x + np.log1p(np.exp(-x)), np.log1p(np.exp(x)))


@wrong(
    "softplus",
    pt=(
        "Cortou x para não estourar",
        "Você limitou x antes da exponencial. O estouro sumiu, mas a função parou de crescer no corte, e a softplus "
        "acompanha x sem limite.",
    ),
    en=(
        "x was cut off to avoid the overflow",
        "You limited x before the exponential. The overflow is gone, but the function stops growing at the cut, and "
        "softplus follows x without limit.",
    ),
)
def x_clipped(x):
    return np.log1p(np.exp(np.clip(x, -500, 500)))


@wrong(
    "softplus",
    pt=(
        "Expoente com o sinal trocado",
        "Você pôs um menos no expoente, como na logística, e a curva ficou espelhada: cresce para a esquerda. A "
        "softplus cresce com x.",
    ),
    en=(
        "The exponent has the wrong sign",
        "You put a minus in the exponent, as in the logistic, and the curve came out mirrored: it grows to the left. "
        "Softplus grows with x.",
    ),
)
def mirrored(x):
    return np.logaddexp(0, np.negative(x))


@wrong(
    "softplus",
    pt=(
        "A derivada no lugar da função",
        "Você devolveu a logística, que fica entre 0 e 1. Ela é a inclinação da softplus; a softplus é a área que a "
        "logística acumula.",
    ),
    en=(
        "The derivative in place of the function",
        "You returned the logistic, which stays between 0 and 1. It is softplus's slope; softplus is the area that the "
        "logistic gathers.",
    ),
)
def logistic_instead(x):
    return logistic(x)


@wrong(
    "softplus",
    pt=(
        "Sem a parte suave",
        "Você devolveu a ReLU. A softplus se aproxima dela longe de zero, mas perto de zero fica acima: em x = 0 vale "
        "ln 2.",
    ),
    en=(
        "Without the smooth part",
        "You returned ReLU. Softplus comes close to it far from zero, but near zero it lies above: at x = 0 it is ln "
        "2.",
    ),
)
def relu_instead(x):
    return np.maximum(0, x)


@wrong(
    "softplus",
    pt=(
        "Logaritmo de base 10",
        "A sua curva é a certa, mas encolhida por um fator constante: o logaritmo é de base 10. O da softplus é o "
        "natural, de base e.",
    ),
    en=(
        "Logarithm to base 10",
        "Your curve is the right one, but shrunk by a constant factor: the logarithm is to base 10. That of softplus "
        "is natural, to base e.",
    ),
)
def decimal_logarithm(x):
    return np.logaddexp(0, x) / np.log(10)


@wrong(
    "softplus",
    pt=(
        "Logaritmo de base 2",
        "Em x = 0 a sua função vale exatamente 1: o logaritmo é de base 2. O da softplus é o natural, de base e, e em "
        "zero ela vale ln 2, perto de 0,69.",
    ),
    en=(
        "Logarithm to base 2",
        "At x = 0 your function is exactly 1: the logarithm is to base 2. That of softplus is natural, to base e, and "
        "at zero it is ln 2, about 0.69.",
    ),
)
def binary_logarithm(x):
    return np.logaddexp(0, x) / np.log(2)


@wrong(
    "softplus",
    pt=(
        "Rebaixada até passar pela origem",
        "A sua curva está ln 2 abaixo da certa e vale 0 em x = 0: você subtraiu ln 2, ou dividiu por 2 dentro do "
        "logaritmo. A softplus é sempre positiva e tende a 0 só muito à esquerda.",
    ),
    en=(
        "Lowered to pass through the origin",
        "Your curve lies ln 2 below the right one and is 0 at x = 0: you subtracted ln 2, or divided by 2 inside the "
        "logarithm. Softplus is always positive and tends to 0 only far to the left.",
    ),
)
def through_the_origin(x):
    return np.logaddexp(0, x) - np.log(2)


@wrong(
    "softplus",
    pt=(
        "Softsign no lugar da softplus",
        "Você calculou x dividido por 1 + |x|, que é a softsign e fica entre −1 e 1. O nome é parecido, a função é "
        "outra: a softplus é um logaritmo.",
    ),
    en=(
        "Softsign in place of softplus",
        "You computed x divided by 1 + |x|, which is softsign and stays between −1 and 1. The name is similar, the "
        "function is another: softplus is a logarithm.",
    ),
)
def softsign(x):
    return x / (1 + np.abs(x))


@wrong(
    "softplus",
    pt=(
        "Faltou o 1 dentro do logaritmo",
        "Sem o 1, o logaritmo desfaz a exponencial e sobra o próprio x. É esse 1 que segura a curva acima de zero à "
        "esquerda.",
    ),
    en=(
        "The 1 inside the logarithm is missing",
        "Without the 1 the logarithm undoes the exponential, and x itself is left. It is this 1 that keeps the curve "
        "above zero on the left.",
    ),
)
def x_itself(x):
    return x * 1.0


@wrong(
    "softplus",
    pt=(
        "Somou as exponenciais do array inteiro",
        "O seu logaritmo recebe a soma de todas as exponenciais, e a resposta é um número só. A softplus age em cada "
        "elemento separadamente.",
    ),
    en=(
        "Added up the exponentials of the whole array",
        "Your logarithm is given the sum of all exponentials, and the answer is a single number. Softplus acts on "
        "every element by itself.",
    ),
)
def sum_of_all(x):
    x = np.asarray(x, dtype=float)
    top = np.max(x, initial=0.0)
    return top + np.log(np.exp(-top) + np.sum(np.exp(x - top)))


@wrong(
    "softplus",
    pt=(
        "Inteiros truncados",
        "Você guardou a resposta em um array do tipo de x. Se x tem inteiros, o logaritmo perde as casas decimais.",
    ),
    en=(
        "Integers were truncated",
        "You kept the answer in an array of the type of x. Where x holds integers, the logarithm loses its decimals.",
    ),
)
def truncated(x):
    out = np.zeros_like(x)
    out[...] = np.logaddexp(0, x)
    return out


@wrong(
    "softplus",
    pt=(
        "Escreveu por cima de x",
        "Os valores estão certos, mas você os escreveu no próprio array que recebeu, e quem chamou perdeu os dados. "
        "np.asarray não garante uma cópia: trabalhe em um array novo.",
    ),
    en=(
        "Wrote over x",
        "The values are right, but you wrote them into the very array that you were given, and the caller has lost the "
        "data. np.asarray does not promise a copy: work in a new array.",
    ),
)
def overwrites_x(x):
    out = np.asarray(x, dtype=float)
    out[...] = np.logaddexp(0, out)
    return out
