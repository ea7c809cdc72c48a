"""Answers to l2_penalty: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("l2_penalty")
def squared_norm(W, lam, n):
    return lam * np.linalg.norm(W) ** 2 / (2 * n), lam * W / n


@right("l2_penalty")
def plain_loops(W, lam, n):
    total, dW = 0.0, []
    for row in W:
        total += sum(weight**2 for weight in row)
        dW.append([lam * weight / n for weight in row])
    return 0.5 * lam / n * total, dW


@right("l2_penalty")
def single_precision(W, lam, n):
    W, price = np.asarray(W, dtype=np.float32), np.float32(lam / n)
    return price / 2 * np.sum(W * W), price * W


@right("l2_penalty")
def product_of_flat_weights(W, lam, n):
    flat = W.ravel()
    return lam * np.dot(flat, flat) / 2 / n, (lam / n) * W


@right("l2_penalty")
def half_of_the_derivative(W, lam, n):
    dW = W * (lam / n)
    return np.sum(W * dW) / 2, dW


@wrong(
    "l2_penalty",
    pt=(
        "Faltou o ½",
        "A penalidade saiu dobrada: faltou o 2 no denominador. Ele está ali para se cancelar com o 2 que a derivada "
        "traz.",
    ),
    en=(
        "The ½ is missing",
        "The penalty came out doubled: the 2 in the denominator is missing. It is there to cancel with the 2 that "
        "the derivative brings.",
    ),
)
def half_is_missing(W, lam, n):
    return lam / n * np.sum(W**2), lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "O ½ sobrou na derivada",
        "A derivada ficou com a metade do valor. O 2 que desce do expoente se cancela com o ½ da penalidade.",
    ),
    en=(
        "The ½ stayed in the derivative",
        "The derivative came out as half of what it should be. The 2 that comes down from the exponent cancels with "
        "the penalty's ½.",
    ),
)
def derivative_keeps_the_half(W, lam, n):
    return lam / (2 * n) * np.sum(W**2), lam / (2 * n) * W


@wrong(
    "l2_penalty",
    pt=(
        "O 2 da derivada sobrou",
        "Você derivou o quadrado e esqueceu o ½ que já estava na penalidade. Os dois se cancelam.",
    ),
    en=(
        "The derivative's 2 stayed",
        "You differentiated the square and forgot the ½ that was in the penalty already. The two cancel.",
    ),
)
def derivative_doubled(W, lam, n):
    return lam / (2 * n) * np.sum(W**2), 2 * lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "Norma sem o quadrado",
        "A penalidade usou a norma, não o quadrado dela. Com a raiz, a derivada que você devolveu nem seria a da "
        "sua penalidade.",
    ),
    en=(
        "The norm is not squared",
        "The penalty used the norm, not its square. With the root, the derivative you returned would not even be "
        "that of your penalty.",
    ),
)
def norm_not_squared(W, lam, n):
    return lam / (2 * n) * np.linalg.norm(W), lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "Faltou dividir por n",
        "O número de exemplos não entrou na conta. O custo é uma média sobre n exemplos, e a penalidade usa a mesma "
        "escala.",
    ),
    en=(
        "The division by n is missing",
        "The number of examples did not take part. The cost is a mean over n examples, and the penalty uses the "
        "same scale.",
    ),
)
def without_n(W, lam, n):
    return lam / 2 * np.sum(W**2), lam * W


@wrong(
    "l2_penalty",
    pt=(
        "n faltou na derivada",
        "A penalidade foi dividida por n, e a derivada não. O que multiplica a penalidade multiplica também a sua "
        "derivada.",
    ),
    en=(
        "n is missing from the derivative",
        "The penalty was divided by n, and the derivative was not. What multiplies the penalty multiplies its "
        "derivative too.",
    ),
)
def derivative_without_n(W, lam, n):
    return lam / (2 * n) * np.sum(W**2), lam * W


@wrong(
    "l2_penalty",
    pt=(
        "Média dos quadrados",
        "Você tirou a média sobre os pesos em vez da soma. O n do denominador é o número de exemplos, e já está lá.",
    ),
    en=(
        "Mean of the squares",
        "You took the mean over the weights instead of the sum. The n in the denominator is the number of examples, "
        "and is there already.",
    ),
)
def mean_of_squares(W, lam, n):
    return lam / (2 * n) * np.mean(W**2), lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "n não é o número de linhas de W",
        "Você dividiu pelo número de linhas da matriz de pesos. O n é o número de exemplos, e chega como argumento.",
    ),
    en=(
        "n is not the number of rows of W",
        "You divided by the number of rows of the weight matrix. n is the number of examples, and comes as an "
        "argument.",
    ),
)
def number_of_rows(W, lam, n):
    return lam / (2 * len(W)) * np.sum(W**2), lam / len(W) * W


@wrong(
    "l2_penalty",
    pt=(
        "n entrou duas vezes",
        "Você dividiu por n ao calcular λ/n e dividiu outra vez no fim. Uma vez basta.",
    ),
    en=(
        "n came in twice",
        "You divided by n when working out λ/n and divided again at the end. Once is enough.",
    ),
)
def n_twice(W, lam, n):
    return lam / (2 * n) * np.sum(W**2) / n, lam / n * W / n


@wrong(
    "l2_penalty",
    erratum="E17",
    pt=(
        "Sinal trocado",
        "A sua penalidade é negativa, e premia pesos grandes. Nos slides D há um sinal trocado no custo regularizado, "
        "−(1/n) Σ L + …: as duas parcelas, a média dos erros e a penalidade, levam um mais.",
    ),
    en=(
        "The wrong sign",
        "Your penalty is negative, and rewards large weights. Slides D have a wrong sign in the regularised cost, "
        "−(1/n) Σ L + …: both terms, the mean of the errors and the penalty, have a plus.",
    ),
)
def sign_of_the_slide(W, lam, n):
    return -lam / (2 * n) * np.sum(W**2), -lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "Parênteses no denominador",
        "lam / 2 * n divide por 2 e depois multiplica por n. Quem divide por 2n precisa de parênteses.",
    ),
    en=(
        "Parentheses in the denominator",
        "lam / 2 * n divides by 2 and then multiplies by n. To divide by 2n you need parentheses.",
    ),
)
def precedence(W, lam, n):
    return lam / 2 * n * np.sum(W**2), lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "Outra norma",
        "Você usou a norma espectral, o maior valor singular da matriz. Aqui somam-se os quadrados de todos os "
        "pesos, como se a matriz fosse um vetor.",
    ),
    en=(
        "Another norm",
        "You used the spectral norm, the largest singular value of the matrix. Here the squares of all the weights "
        "are added up, as if the matrix were a vector.",
    ),
)
def spectral_norm(W, lam, n):
    return lam / (2 * n) * np.linalg.norm(W, 2) ** 2, lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "Quadrado da soma",
        "Você somou os pesos e só então elevou ao quadrado. Pesos de sinais opostos se cancelam, e a penalidade some.",
    ),
    en=(
        "Square of the sum",
        "You added up the weights and only then squared. Weights of opposite signs cancel, and the penalty vanishes.",
    ),
)
def square_of_the_sum(W, lam, n):
    return lam / (2 * n) * np.sum(W) ** 2, lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "Uma penalidade para cada linha",
        "A soma foi feita linha por linha e saiu um array. A penalidade é um número só, a soma sobre a matriz inteira.",
    ),
    en=(
        "One penalty for each row",
        "The sum was taken row by row and an array came out. The penalty is a single number, the sum over the whole "
        "matrix.",
    ),
)
def one_penalty_a_row(W, lam, n):
    return lam / (2 * n) * np.sum(W**2, axis=1), lam / n * W


@wrong(
    "l2_penalty",
    pt=(
        "A derivada virou um número",
        "Você somou as derivadas de todos os pesos. Cada peso precisa da sua, e dW tem o formato de W.",
    ),
    en=(
        "The derivative became a number",
        "You added up the derivatives of all the weights. Each weight needs its own, and dW has the shape of W.",
    ),
)
def summed_derivative(W, lam, n):
    return lam / (2 * n) * np.sum(W**2), lam / n * np.sum(W)


@wrong(
    "l2_penalty",
    pt=(
        "Isto é a L1",
        "Você somou valores absolutos, e a sua derivada só leva o sinal dos pesos: essa é a penalidade L1. A L2 "
        "soma quadrados.",
    ),
    en=(
        "This is L1",
        "You added up absolute values, and your derivative has only the sign of the weights: that is the L1 "
        "penalty. L2 adds up squares.",
    ),
)
def absolute_values(W, lam, n):
    return lam / n * np.sum(np.abs(W)), lam / n * np.sign(W)


@wrong(
    "l2_penalty",
    pt=(
        "Alterou os pesos recebidos",
        "Com *= a derivada é escrita por cima dos pesos, no array de quem chamou; se ele for de inteiros, a conta "
        "nem acontece. Calcule dW em um array novo.",
    ),
    en=(
        "Changed the weights it was given",
        "With *= the derivative is written over the weights, in the caller's array; if that holds integers, the "
        "operation does not even happen. Compute dW in a new array.",
    ),
)
def shrinks_in_place(W, lam, n):
    penalty = lam / (2 * n) * np.sum(W**2)
    W *= lam / n
    return penalty, W
