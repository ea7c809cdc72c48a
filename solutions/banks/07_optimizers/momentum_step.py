"""Answers to momentum_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("momentum_step")
def past_and_present_apart(w, g, v, lr, beta=0.9):
    past, present = beta * v, (1 - beta) * g
    return w - lr * past - lr * present, past + present


@right("momentum_step")
def towards_the_gradient(w, g, v, lr, beta=0.9):
    new_v = v + (1 - beta) * (g - v)
    return w - lr * new_v, new_v


@right("momentum_step")
def entry_by_entry(w, g, v, lr, beta=0.9):
    new_w, new_v = [], []
    for a, b, c in zip(np.ravel(w).tolist(), np.ravel(g).tolist(), np.ravel(v).tolist()):
        average = beta * c + (1 - beta) * b
        new_v.append(average)
        new_w.append(a - lr * average)
    return np.reshape(new_w, np.shape(w)), np.reshape(new_v, np.shape(w))


@right("momentum_step")
def single_precision(w, g, v, lr, beta=0.9):
    w, g, v = (np.asarray(a, dtype=np.float32) for a in (w, g, v))
    v = np.float32(beta) * v + np.float32(1 - beta) * g
    return w - np.float32(lr) * v, v


@right("momentum_step")
def lists(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g
    return [(w - lr * v).tolist(), v.tolist()]


@right("momentum_step")
def numpy_average(w, g, v, lr, beta=0.9):
    v = np.average([v, g], axis=0, weights=[beta, 1 - beta])
    return w - lr * v, v


@right("momentum_step")
def changes_copies(w, g, v, lr, beta=0.9):
    new_w, new_v = np.array(w, dtype=float), np.array(v, dtype=float)
    new_v *= beta
    new_v += (1 - beta) * g
    new_w -= lr * new_v
    return new_w, new_v


@right("momentum_step")
def as_one_array(w, g, v, lr, beta=0.9):
    v = beta * np.asarray(v) + (1 - beta) * np.asarray(g)
    return np.array([w - lr * v, v])


@wrong(
    "momentum_step",
    pt=(
        "A forma sem média",
        "O gradiente entrou inteiro em v, sem o peso que faz de v uma média. Essa escrita também existe, mas ali v "
        "é várias vezes maior, e pede outra taxa.",
    ),
    en=(
        "The form without an average",
        "The gradient entered v in full, without the weight that makes v an average. That way of writing exists "
        "too, but there v is several times as large, and asks for another rate.",
    ),
)
def classic_form(w, g, v, lr, beta=0.9):
    v = beta * v + g
    return w - lr * v, v


@wrong(
    "momentum_step",
    pt=(
        "A taxa dentro de v",
        "O seu v já guarda passos, com a taxa e o sinal, e não gradientes. Aqui v é a média dos gradientes, e a "
        "taxa só entra na hora de andar.",
    ),
    en=(
        "The rate inside v",
        "Your v holds steps, rate and sign included, and not gradients. Here v is the average of the gradients, and "
        "the rate comes in only when walking.",
    ),
)
def rate_inside(w, g, v, lr, beta=0.9):
    v = beta * v - lr * g
    return w + v, v


@wrong(
    "momentum_step",
    pt=(
        "Andou com a média antiga",
        "Os pesos andaram pelo v que chegou, antes de o gradiente de agora entrar nele. O primeiro passo nem sai do "
        "lugar.",
    ),
    en=(
        "Walked with the old average",
        "The weights moved along the v that came in, before the present gradient was in it. The first step does not "
        "even move.",
    ),
)
def old_average(w, g, v, lr, beta=0.9):
    return w - lr * v, beta * v + (1 - beta) * g


@wrong(
    "momentum_step",
    pt=(
        "v guardou o gradiente cru",
        "Os pesos andaram pela média, mas o que você devolveu como v é o gradiente deste passo. No passo seguinte o "
        "passado terá sido esquecido.",
    ),
    en=(
        "v kept the raw gradient",
        "The weights moved along the average, but what you returned as v is this step's gradient. At the next step "
        "the past will be forgotten.",
    ),
)
def raw_gradient(w, g, v, lr, beta=0.9):
    average = beta * v + (1 - beta) * g
    return w - lr * average, g


@wrong(
    "momentum_step",
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
def weights_swapped(w, g, v, lr, beta=0.9):
    v = (1 - beta) * v + beta * g
    return w - lr * v, v


@wrong(
    "momentum_step",
    pt=(
        "Subiu a ladeira",
        "A média está certa, mas os pesos andaram no sentido dela, que é o de subida. Para descer, ande no sentido "
        "oposto.",
    ),
    en=(
        "Walked uphill",
        "The average is right, but the weights moved along it, and it points uphill. To go down, walk the opposite "
        "way.",
    ),
)
def uphill(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g
    return w + lr * v, v


@wrong(
    "momentum_step",
    pt=(
        "O passo usou o gradiente, não v",
        "Você calculou a média, e depois deu o passo com o gradiente de agora. Sem v no passo não há embalo nenhum.",
    ),
    en=(
        "The step used the gradient, not v",
        "You worked out the average, and then took the step with the present gradient. Without v in the step there "
        "is no momentum at all.",
    ),
)
def plain_sgd(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g
    return w - lr * g, v


@wrong(
    "momentum_step",
    pt=(
        "O passado nunca é esquecido",
        "O v antigo entrou inteiro, sem ser multiplicado por beta. Assim ele só se acumula, e gradientes antigos "
        "nunca perdem a força.",
    ),
    en=(
        "The past is never forgotten",
        "The old v came in whole, not multiplied by beta. That way it just piles up, and old gradients never lose "
        "their strength.",
    ),
)
def past_in_full(w, g, v, lr, beta=0.9):
    v = v + (1 - beta) * g
    return w - lr * v, v


@wrong(
    "momentum_step",
    pt=(
        "Correção do Adam",
        "Você dividiu a média por 1 − beta, como o Adam faz no primeiro passo. O momento não corrige o começo: os "
        "primeiros passos são menores mesmo.",
    ),
    en=(
        "Adam's correction",
        "You divided the average by 1 − beta, as Adam does at its first step. Momentum does not correct its start: "
        "the first steps simply are smaller.",
    ),
)
def bias_corrected(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g
    return w - lr * v / (1 - beta), v


@wrong(
    "momentum_step",
    pt=(
        "beta fixo em 0,9",
        "A sua média usa 0,9 mesmo quando quem chama pede outro valor. O 0,9 na definição é só o que vale se "
        "ninguém disser nada.",
    ),
    en=(
        "beta stuck at 0.9",
        "Your average uses 0.9 even when the caller asks for another value. The 0.9 in the definition only holds if "
        "nobody says otherwise.",
    ),
)
def fixed_beta(w, g, v, lr, beta=0.9):
    v = 0.9 * v + 0.1 * g
    return w - lr * v, v


@wrong(
    "momentum_step",
    pt=(
        "v antes de w",
        "As contas estão certas, mas você devolveu a média primeiro e os pesos depois. Quem chama espera (w, v).",
    ),
    en=(
        "v before w",
        "The numbers are right, but you returned the average first and the weights second. The caller expects (w, v).",
    ),
)
def returned_in_the_wrong_order(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g
    return v, w - lr * v


@wrong(
    "momentum_step",
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
def in_place(w, g, v, lr, beta=0.9):
    v *= beta
    v += (1 - beta) * g
    w -= lr * v
    return w, v


@wrong(
    "momentum_step",
    pt=(
        "Faltou devolver v",
        "Saíram só os pesos. Sem a média nova, o passo seguinte não tem do que se lembrar.",
    ),
    en=(
        "v was not returned",
        "Only the weights came out. Without the new average the next step has nothing to remember.",
    ),
)
def only_the_weights(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g
    return w - lr * v


@wrong(
    "momentum_step",
    pt=(
        "Média dos quadrados",
        "Você guardou a média dos quadrados do gradiente, que é a do RMSProp. O quadrado perde o sinal, e o momento "
        "precisa dele para saber para onde ir.",
    ),
    en=(
        "An average of squares",
        "You kept the average of the squared gradients, which is RMSProp's. The square loses the sign, and momentum "
        "needs it to know where to go.",
    ),
)
def squares(w, g, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * g**2
    return w - lr * v, v


@wrong(
    "momentum_step",
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
def another_default(w, g, v, lr, beta=0.99):
    v = beta * v + (1 - beta) * g
    return w - lr * v, v
