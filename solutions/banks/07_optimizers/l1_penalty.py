"""Answers to l1_penalty: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("l1_penalty")
def plain_loops(W, lam, n):
    total, dW = 0.0, []
    for row in W:
        total += sum(abs(weight) for weight in row)
        dW.append([(lam / n if weight > 0 else -lam / n if weight < 0 else 0.0) for weight in row])
    return lam * total / n, dW


@right("l1_penalty")
def one_sided_at_zero(W, lam, n):
    dW = np.where(W >= 0, lam / n, -lam / n)
    return np.sum(W * dW), dW


@right("l1_penalty")
def other_side_at_zero(W, lam, n):
    return lam * np.abs(W).sum() / n, lam / n * (2.0 * (W > 0) - 1.0)


@right("l1_penalty")
def single_precision(W, lam, n):
    W, price = np.asarray(W, dtype=np.float32), np.float32(lam / n)
    return price * np.sum(np.abs(W)), price * np.sign(W)


@right("l1_penalty")
def single_precision_one_sided(W, lam, n):
    W, price = np.asarray(W, dtype=np.float32), np.float32(lam) / np.float32(n)
    return price * np.sum(np.abs(W)), np.where(W < 0, -price, price)


@right("l1_penalty")
def norm_of_the_flat_weights(W, lam, n):
    return lam / n * np.linalg.norm(np.ravel(W), 1), lam * np.sign(W) / n


@right("l1_penalty")
def roots_of_squares(W, lam, n):
    size = np.sqrt(W * W)
    return lam / n * np.sum(size), np.divide(lam * W, n * size, out=np.zeros(W.shape), where=size > 0)


@wrong(
    "l1_penalty",
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
    return lam * np.sum(np.abs(W)), lam * np.sign(W)


@wrong(
    "l1_penalty",
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
    return lam / n * np.sum(np.abs(W)), lam * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "O ½ é da L2",
        "Você dividiu por 2n. O 2 da L2 existe para se cancelar com a derivada do quadrado, e aqui não há quadrado.",
    ),
    en=(
        "The ½ belongs to L2",
        "You divided by 2n. L2's 2 is there to cancel with the derivative of the square, and here there is no square.",
    ),
)
def half_of_l2(W, lam, n):
    return lam / (2 * n) * np.sum(np.abs(W)), lam / (2 * n) * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "O ½ ficou na penalidade",
        "A derivada está certa, e a penalidade tem a metade do valor. A L1 não leva o ½ que a L2 tem.",
    ),
    en=(
        "The ½ stayed in the penalty",
        "The derivative is right, and the penalty is half of what it should be. L1 does not have the ½ that L2 has.",
    ),
)
def half_in_the_penalty_only(W, lam, n):
    return lam / (2 * n) * np.sum(np.abs(W)), lam / n * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "Soma sem o módulo",
        "Pesos positivos e negativos se cancelaram na soma, e a penalidade pode até ser negativa. Cada peso conta "
        "pelo seu tamanho, sem o sinal.",
    ),
    en=(
        "A sum without absolute values",
        "Positive and negative weights cancelled in the sum, and the penalty may even be negative. Each weight "
        "counts by its size, without its sign.",
    ),
)
def sum_without_modulus(W, lam, n):
    return lam / n * np.sum(W), lam / n * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "Módulo da soma",
        "Você somou os pesos e só então tirou o módulo. Pesos de sinais opostos já se cancelaram antes disso.",
    ),
    en=(
        "Absolute value of the sum",
        "You added up the weights and only then took the absolute value. By then weights of opposite signs have "
        "cancelled.",
    ),
)
def modulus_of_the_sum(W, lam, n):
    return lam / n * abs(np.sum(W)), lam / n * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "A derivada perdeu o sinal",
        "Você devolveu λ/n para todos os pesos. Um peso negativo precisa crescer para chegar a zero, e a derivada "
        "dele é negativa.",
    ),
    en=(
        "The derivative lost its sign",
        "You returned λ/n for every weight. A negative weight has to grow to get to zero, and its derivative is "
        "negative.",
    ),
)
def constant_derivative(W, lam, n):
    return lam / n * np.sum(np.abs(W)), lam / n * np.ones(W.shape)


@wrong(
    "l1_penalty",
    pt=(
        "A derivada é a da L2",
        "A penalidade é a L1, mas a derivada cresce com o peso, como na L2. A inclinação do valor absoluto é a "
        "mesma perto e longe do zero.",
    ),
    en=(
        "The derivative is that of L2",
        "The penalty is L1, but the derivative grows with the weight, as in L2. The slope of the absolute value is "
        "the same near zero and far from it.",
    ),
)
def derivative_of_l2(W, lam, n):
    return lam / n * np.sum(np.abs(W)), lam / n * W


@wrong(
    "l1_penalty",
    pt=(
        "A derivada é o módulo",
        "Você devolveu o valor absoluto de cada peso como derivada. A derivada diz a inclinação, que vale só +λ/n "
        "ou −λ/n, conforme o lado.",
    ),
    en=(
        "The derivative is the absolute value",
        "You returned each weight's absolute value as the derivative. The derivative says the slope, which is only "
        "plus or minus λ/n, depending on the side.",
    ),
)
def derivative_is_the_modulus(W, lam, n):
    return lam / n * np.sum(np.abs(W)), lam / n * np.abs(W)


@wrong(
    "l1_penalty",
    pt=(
        "0/0 em um peso zero",
        "W/|W| é o sinal, mas em um peso igual a zero dá 0/0. No bico do valor absoluto qualquer número entre −λ/n "
        "e λ/n serve, e NaN não é nenhum deles.",
    ),
    en=(
        "0/0 at a zero weight",
        "W/|W| is the sign, but at a weight equal to zero it gives 0/0. At the corner of the absolute value any "
        "number between −λ/n and λ/n will do, and NaN is none of them.",
    ),
)
def weight_over_its_size(W, lam, n):
    return lam / n * np.sum(np.abs(W)), lam / n * W / np.abs(W)


@wrong(
    "l1_penalty",
    pt=(
        "Norma 1 de matriz",
        "Para uma matriz, a norma 1 do NumPy é a maior soma de coluna. A penalidade soma todos os pesos, como se a "
        "matriz fosse um vetor.",
    ),
    en=(
        "The matrix 1-norm",
        "For a matrix, NumPy's 1-norm is the largest column sum. The penalty adds up all the weights, as if the "
        "matrix were a vector.",
    ),
)
def matrix_norm(W, lam, n):
    return lam / n * np.linalg.norm(W, 1), lam / n * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "Isto é a L2",
        "Você somou quadrados, e a sua derivada é proporcional ao peso: essa é a penalidade L2. A L1 soma valores "
        "absolutos.",
    ),
    en=(
        "This is L2",
        "You added up squares, and your derivative is proportional to the weight: that is the L2 penalty. L1 adds "
        "up absolute values.",
    ),
)
def squares(W, lam, n):
    return lam / (2 * n) * np.sum(W**2), lam / n * W


@wrong(
    "l1_penalty",
    pt=(
        "Média dos valores absolutos",
        "Você tirou a média sobre os pesos em vez da soma. O n do denominador é o número de exemplos, e já está lá.",
    ),
    en=(
        "Mean of the absolute values",
        "You took the mean over the weights instead of the sum. The n in the denominator is the number of examples, "
        "and is there already.",
    ),
)
def mean_of_sizes(W, lam, n):
    return lam / n * np.mean(np.abs(W)), lam / n * np.sign(W)


@wrong(
    "l1_penalty",
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
    return -lam / n * np.sum(np.abs(W)), -lam / n * np.sign(W)


@wrong(
    "l1_penalty",
    pt=(
        "Derivada já com o menos",
        "A sua derivada já vem com o sinal da descida. Esse menos é do passo; aqui se devolve a inclinação, e ela é "
        "positiva onde o peso é positivo.",
    ),
    en=(
        "The derivative has the minus already",
        "Your derivative already has the sign of walking downhill. That minus belongs to the step; here the slope "
        "is returned, and it is positive where the weight is positive.",
    ),
)
def derivative_downhill(W, lam, n):
    return lam / n * np.sum(np.abs(W)), -lam / n * np.sign(W)


@wrong(
    "l1_penalty",
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
    return lam / n * np.sum(np.abs(W)) / n, lam / n * np.sign(W) / n


@wrong(
    "l1_penalty",
    pt=(
        "Inclinação fixa no zero",
        "Em um peso zero a sua derivada vale 1, qualquer que seja λ/n. Ali serve qualquer número entre −λ/n e λ/n, "
        "e o 1 pode estar fora disso.",
    ),
    en=(
        "A fixed slope at zero",
        "At a zero weight your derivative is 1, whatever λ/n is. Any number between −λ/n and λ/n will do there, and "
        "1 may lie outside.",
    ),
)
def slope_one_at_zero(W, lam, n):
    return lam / n * np.sum(np.abs(W)), np.where(W == 0, 1.0, lam / n * np.sign(W))
