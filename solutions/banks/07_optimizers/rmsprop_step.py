"""Answers to rmsprop_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("rmsprop_step")
def rate_for_each_weight(w, g, s, lr, beta=0.9, eps=1e-8):
    s = s + (1 - beta) * (np.square(g) - s)
    rates = lr / (np.sqrt(s) + eps)
    return w - rates * g, s


@right("rmsprop_step")
def power_one_half(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g * g
    return w - lr * (g / (s**0.5 + eps)), s


@right("rmsprop_step")
def entry_by_entry(w, g, s, lr, beta=0.9, eps=1e-8):
    new_w, new_s = [], []
    for a, b, c in zip(np.ravel(w).tolist(), np.ravel(g).tolist(), np.ravel(s).tolist()):
        average = beta * c + (1 - beta) * b**2
        new_s.append(average)
        new_w.append(a - lr * b / (average**0.5 + eps))
    return np.reshape(new_w, np.shape(w)), np.reshape(new_s, np.shape(w))


@right("rmsprop_step")
def single_precision(w, g, s, lr, beta=0.9, eps=1e-8):
    w, g, s = (np.asarray(a, dtype=np.float32) for a in (w, g, s))
    s = np.float32(beta) * s + np.float32(1 - beta) * g * g
    return w - np.float32(lr) * g / (np.sqrt(s) + np.float32(eps)), s


@right("rmsprop_step")
def lists(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    w = w - lr * g / (np.sqrt(s) + eps)
    return [w.tolist(), s.tolist()]


@right("rmsprop_step")
def divided_in_place_in_copies(w, g, s, lr, beta=0.9, eps=1e-8):
    s = np.array(s, dtype=float)
    s *= beta
    s += (1 - beta) * np.power(g, 2.0)
    step = np.array(g, dtype=float)
    step /= np.sqrt(s) + eps
    return w - lr * step, s


@wrong(
    "rmsprop_step",
    erratum="E19",
    pt=(
        "Faltou o épsilon",
        "O denominador é só a raiz, sem eps, como nos slides D sobre o Adam, w − η·V/√S. Um peso cujo gradiente ainda "
        "é zero dá 0/0, e o NaN não sai mais da rede; com gradientes minúsculos, o passo sai grande demais.",
    ),
    en=(
        "The epsilon is missing",
        "The denominator is the root alone, without eps, as for Adam on slides D, w − η·V/√S. A weight whose gradient "
        "is still zero gives 0/0, and the NaN never leaves the network; with tiny gradients the step comes out too "
        "large.",
    ),
)
def no_epsilon(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / np.sqrt(s), s


@wrong(
    "rmsprop_step",
    pt=(
        "Épsilon dentro da raiz",
        "Você somou eps antes de tirar a raiz, e ele passou a pesar como a raiz de eps, que é muito maior. "
        "Gradientes pequenos quase não movem mais os pesos.",
    ),
    en=(
        "Epsilon inside the root",
        "You added eps before taking the root, and it came to weigh as much as the root of eps, which is far "
        "larger. Small gradients hardly move the weights any more.",
    ),
)
def epsilon_inside_the_root(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / np.sqrt(s + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Épsilon fora da fração",
        "O eps ficou somado ao quociente, não ao denominador: a divisão por zero continua lá. Confira os parênteses.",
    ),
    en=(
        "Epsilon outside the fraction",
        "The eps was added to the quotient, not to the denominator: the division by zero is still there. Check the "
        "parentheses.",
    ),
)
def epsilon_added_to_the_quotient(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * (g / np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Épsilon dentro da média",
        "A média que você devolveu já leva eps, e a cada passo ele entra outra vez. O eps protege a divisão e não "
        "faz parte de s.",
    ),
    en=(
        "Epsilon inside the average",
        "The average you returned has eps in it, and at every step it comes in again. The eps protects the division "
        "and is no part of s.",
    ),
)
def epsilon_kept_in_the_average(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2 + eps
    return w - lr * g / np.sqrt(s), s


@wrong(
    "rmsprop_step",
    pt=(
        "Gradiente sem o quadrado",
        "Você tirou a média dos gradientes, com sinal. Um gradiente negativo não tem raiz, e dois de sinais opostos "
        "se cancelam como se fossem pequenos.",
    ),
    en=(
        "The gradient is not squared",
        "You averaged the gradients, sign included. A negative gradient has no root, and two of opposite signs "
        "cancel as if they were small.",
    ),
)
def gradient_not_squared(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Valor absoluto no lugar do quadrado",
        "A sua média é dos valores absolutos, e depois você ainda tirou a raiz. A raiz só volta ao tamanho do "
        "gradiente se antes houve um quadrado.",
    ),
    en=(
        "Absolute value instead of the square",
        "Your average is of absolute values, and then you still took the root. The root only gets back to the "
        "gradient's size if there was a square before.",
    ),
)
def absolute_value(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * np.abs(g)
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Faltou a raiz",
        "Você dividiu pela média dos quadrados, não pelo tamanho típico do gradiente. Gradientes pequenos dão "
        "passos enormes, e gradientes grandes, passos minúsculos.",
    ),
    en=(
        "The root is missing",
        "You divided by the average of the squares, not by the gradient's typical size. Small gradients give huge "
        "steps, and large gradients tiny ones.",
    ),
)
def no_root(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / (s + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Dividiu pela média antiga",
        "O passo usou o s que chegou, sem o gradiente de agora. No primeiro passo ele é zero, e os pesos dão um "
        "salto enorme.",
    ),
    en=(
        "Divided by the old average",
        "The step used the s that came in, without the present gradient. At the first step that is zero, and the "
        "weights make a huge jump.",
    ),
)
def old_average(w, g, s, lr, beta=0.9, eps=1e-8):
    return w - lr * g / (np.sqrt(s) + eps), beta * s + (1 - beta) * g**2


@wrong(
    "rmsprop_step",
    pt=(
        "Soma em vez de média",
        "Os quadrados só se acumulam, e os passos ficam cada vez menores até parar. Isso é o AdaGrad; o RMSProp "
        "esquece o passado com beta.",
    ),
    en=(
        "A sum instead of an average",
        "The squares only pile up, and the steps get smaller and smaller until they stop. That is AdaGrad; RMSProp "
        "forgets the past with beta.",
    ),
)
def adagrad(w, g, s, lr, beta=0.9, eps=1e-8):
    s = s + g**2
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Correção do Adam",
        "Você dividiu a média por 1 − beta antes da raiz, que é a correção do Adam no primeiro passo. O RMSProp usa "
        "a média como ela é.",
    ),
    en=(
        "Adam's correction",
        "You divided the average by 1 − beta before the root, which is Adam's correction at its first step. RMSProp "
        "uses the average as it is.",
    ),
)
def bias_corrected(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / (np.sqrt(s / (1 - beta)) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Pesos da média trocados",
        "O passado entrou com 1 − beta e o gradiente de agora com beta. Com beta = 0,9 a média mal lembra do que "
        "veio antes.",
    ),
    en=(
        "The average's weights swapped",
        "The past came in with 1 − beta and the present gradient with beta. With beta = 0.9 the average hardly "
        "remembers what came before.",
    ),
)
def weights_swapped(w, g, s, lr, beta=0.9, eps=1e-8):
    s = (1 - beta) * s + beta * g**2
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "O fator entrou no quadrado",
        "O quadrado pegou também o (1 − beta), que devia ficar de fora. Só o gradiente é elevado ao quadrado.",
    ),
    en=(
        "The factor went into the square",
        "The square also took in the (1 − beta), which should stay outside. Only the gradient is squared.",
    ),
)
def factor_squared_too(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + ((1 - beta) * g) ** 2
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Um tamanho só para todos",
        "Você somou os quadrados de todos os elementos do gradiente, e todos os pesos foram divididos pelo mesmo "
        "número. A ideia é que cada peso tenha a sua própria média.",
    ),
    en=(
        "One size for all",
        "You added up the squares of all the gradient's entries, and all weights were divided by the same number. "
        "The idea is that each weight has an average of its own.",
    ),
)
def one_size_for_all(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * np.sum(g**2)
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Subiu a ladeira",
        "O tamanho do passo está certo, e o sentido não: os pesos andaram a favor do gradiente. Para descer, ande "
        "contra ele.",
    ),
    en=(
        "Walked uphill",
        "The step is the right size and goes the wrong way: the weights moved along the gradient. To go down, walk "
        "against it.",
    ),
)
def uphill(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w + lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "Passo do tamanho da taxa",
        "Você dividiu pelo tamanho do gradiente de agora, e cada passo ficou igual à taxa. A divisão é pelo tamanho "
        "típico, que lembra dos gradientes passados.",
    ),
    en=(
        "A step as large as the rate",
        "You divided by the size of the present gradient, and every step became as large as the rate. The division "
        "is by the typical size, which remembers past gradients.",
    ),
)
def step_of_the_sign(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / (np.abs(g) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "s guardou a raiz",
        "O passo está certo, mas o que você devolveu como s já é a raiz. No passo seguinte ela entraria na média "
        "como se fosse um quadrado.",
    ),
    en=(
        "s kept the root",
        "The step is right, but what you returned as s is the root already. At the next step it would enter the "
        "average as if it were a square.",
    ),
)
def root_stored(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    root = np.sqrt(s)
    return w - lr * g / (root + eps), root


@wrong(
    "rmsprop_step",
    pt=(
        "Alterou o que recebeu",
        "Com *=, += ou -= os valores novos são escritos nos arrays de quem chamou; em um array de inteiros, a conta "
        "nem acontece. Devolva arrays novos, e deixe os recebidos como estavam.",
    ),
    en=(
        "Changed what it was given",
        "With *=, += or -= the new values are written into the caller's arrays; in an array of integers, the "
        "operation does not even happen. Return new arrays, and leave those you were given as they were.",
    ),
)
def in_place(w, g, s, lr, beta=0.9, eps=1e-8):
    s *= beta
    s += (1 - beta) * g**2
    w -= lr * g / (np.sqrt(s) + eps)
    return w, s


@wrong(
    "rmsprop_step",
    pt=(
        "Outro valor padrão",
        "Sem beta na chamada, a sua função usa 0,99, e o combinado é 0,9. Não mude os valores da primeira linha da "
        "função.",
    ),
    en=(
        "Another default",
        "When beta is left out of the call your function uses 0.99, and the agreed value is 0.9. Leave the values "
        "in the function's first line alone.",
    ),
)
def another_default(w, g, s, lr, beta=0.99, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / (np.sqrt(s) + eps), s


@wrong(
    "rmsprop_step",
    pt=(
        "eps fixo em 1e-8",
        "A sua conta usa 1e-8 mesmo quando quem chama pede outro valor. Use o argumento eps.",
    ),
    en=(
        "eps stuck at 1e-8",
        "Your formula uses 1e-8 even when the caller asks for another value. Use the argument eps.",
    ),
)
def fixed_epsilon(w, g, s, lr, beta=0.9, eps=1e-8):
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / (np.sqrt(s) + 1e-8), s


@wrong(
    "rmsprop_step",
    pt=(
        "Dividiu pelo maior de todos",
        "O s nunca diminui: você ficou com o maior entre a média nova e a antiga. Um gradiente grande, uma vez só, "
        "deixa os passos pequenos para sempre.",
    ),
    en=(
        "Divided by the largest of all",
        "Your s never gets smaller: you kept the larger of the new average and the old one. A single large gradient "
        "makes the steps small for ever.",
    ),
)
def root_of_the_largest(w, g, s, lr, beta=0.9, eps=1e-8):
    s = np.maximum(s, beta * s + (1 - beta) * g**2)
    return w - lr * g / (np.sqrt(s) + eps), s
