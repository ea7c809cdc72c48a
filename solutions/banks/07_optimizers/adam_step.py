"""Answers to adam_step: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("adam_step")
def rate_corrected(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    root = (1 - beta2**t) ** 0.5
    rate = lr * root / (1 - beta1**t)
    return w - rate * m / (np.sqrt(v) + eps * root), m, v


@right("adam_step")
def entry_by_entry(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    new = []
    for a, b, c, d in zip(*(np.ravel(array).tolist() for array in (w, g, m, v))):
        c = beta1 * c + (1 - beta1) * b
        d = beta2 * d + (1 - beta2) * b * b
        step = lr * (c / (1 - beta1**t)) / ((d / (1 - beta2**t)) ** 0.5 + eps)
        new.append((a - step, c, d))
    return tuple(np.reshape(column, np.shape(w)) for column in zip(*new))


@right("adam_step")
def single_precision(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    w, g, m, v = (np.asarray(a, dtype=np.float32) for a in (w, g, m, v))
    m = np.float32(beta1) * m + np.float32(1 - beta1) * g
    v = np.float32(beta2) * v + np.float32(1 - beta2) * g * g
    m_hat, v_hat = m / np.float32(1 - beta1**t), v / np.float32(1 - beta2**t)
    return w - np.float32(lr) * m_hat / (np.sqrt(v_hat) + np.float32(eps)), m, v


@right("adam_step")
def towards_the_gradient(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (np.square(g) - v)
    return w - lr * np.divide(m, 1 - beta1**t) / (eps + (v / (1 - beta2**t)) ** 0.5), m, v


@right("adam_step")
def lists(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    new_m = beta1 * m + (1 - beta1) * g
    new_v = beta2 * v + (1 - beta2) * g * g
    step = lr * new_m / (1 - beta1**t) / (np.sqrt(new_v / (1 - beta2**t)) + eps)
    return [(w - step).tolist(), new_m.tolist(), new_v.tolist()]


@right("adam_step")
def with_the_other_steps(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    _, m = momentum_step(w, g, m, lr, beta1)
    _, v = rmsprop_step(w, g, v, lr, beta2, eps)
    return sgd_step(w, m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), lr), m, v


@right("adam_step")
def changes_copies(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = (np.array(a, dtype=float) for a in (w, m, v))
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g**2
    w -= lr * (m / (1 - pow(beta1, t))) / (np.sqrt(v / (1 - pow(beta2, t))) + eps)
    return w, m, v


@wrong(
    "adam_step",
    erratum="E18",
    pt=(
        "A correção por cima das médias",
        "Você escreveu os valores corrigidos nas próprias médias, como nos slides D (V = V/(1 − β₁ᵗ)). No primeiro "
        "passo não se nota, mas no segundo a correção já cai sobre algo corrigido: corrija uma cópia.",
    ),
    en=(
        "The correction written over the averages",
        "You wrote the corrected values into the averages themselves, as slides D do (V = V/(1 − β₁ᵗ)). It goes "
        "unnoticed at the first step, but at the second the correction falls on something already corrected: correct "
        "a copy.",
    ),
)
def corrected_written_back(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m = m / (1 - beta1**t)
    v = v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@wrong(
    "adam_step",
    erratum="E18",
    pt=(
        "A fórmula dos slides, inteira",
        "As médias corrigidas ficaram no lugar das médias, e falta o eps: é o Adam como está nos slides D, V = V/(1 − "
        "β₁ᵗ), S = S/(1 − β₂ᵗ), w − η·V/√S. O primeiro erro estraga os passos a partir do segundo, e o outro divide "
        "por zero onde v é zero.",
    ),
    en=(
        "The formula on the slides, all of it",
        "The corrected averages took the place of the averages, and eps is missing: this is Adam as on slides D, V = "
        "V/(1 − β₁ᵗ), S = S/(1 − β₂ᵗ), w − η·V/√S. The first mistake spoils the steps from the second on, and the "
        "other divides by zero where v is zero.",
    ),
)
def slide_formulas(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m = m / (1 - beta1**t)
    v = v / (1 - beta2**t)
    return w - lr * m / np.sqrt(v), m, v


@wrong(
    "adam_step",
    erratum="E18",
    pt=(
        "A correção por cima de v",
        "O m que você devolveu é a média, mas o v já vem corrigido, como nos slides D (S = S/(1 − β₂ᵗ)). No passo "
        "seguinte ele será corrigido outra vez, e os passos encolhem sem motivo.",
    ),
    en=(
        "The correction written over v",
        "The m you returned is the average, but v comes corrected already, as on slides D (S = S/(1 − β₂ᵗ)). At the "
        "next step it will be corrected again, and the steps shrink for no reason.",
    ),
)
def second_corrected_written_back(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    v = v / (1 - beta2**t)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@wrong(
    "adam_step",
    erratum="E18",
    pt=(
        "A correção por cima de m",
        "O v que você devolveu é a média, mas o m já vem corrigido, como nos slides D (V = V/(1 − β₁ᵗ)). No passo "
        "seguinte ele será corrigido outra vez, e cresce sem motivo.",
    ),
    en=(
        "The correction written over m",
        "The v you returned is the average, but m comes corrected already, as on slides D (V = V/(1 − β₁ᵗ)). At the "
        "next step it will be corrected again, and grows for no reason.",
    ),
)
def first_corrected_written_back(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m = m / (1 - beta1**t)
    return w - lr * m / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    erratum="E19",
    pt=(
        "Faltou o épsilon",
        "A fórmula dos slides D, w − η·V/√S, não tem eps, e onde v é zero a divisão é por zero: um peso cujo "
        "gradiente ainda é zero dá 0/0. O inf ou o NaN entra na rede e não sai mais.",
    ),
    en=(
        "The epsilon is missing",
        "The formula on slides D, w − η·V/√S, has no eps, and where v is zero the division is by zero: a weight whose "
        "gradient is still zero gives 0/0. The inf or NaN enters the network and never leaves.",
    ),
)
def no_epsilon(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t)), m, v


@wrong(
    "adam_step",
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
def epsilon_inside_the_root(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Épsilon antes da correção",
        "O eps foi somado à raiz da média sem correção e acabou corrigido junto. Nos primeiros passos ele pesa "
        "muito mais do que devia, e cala os gradientes pequenos.",
    ),
    en=(
        "Epsilon before the correction",
        "The eps was added to the root of the average without correction, and got corrected with it. In the first "
        "steps it weighs far more than it should, and silences small gradients.",
    ),
)
def epsilon_before_the_correction(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    rate = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return w - rate * m / (np.sqrt(v) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Sem a correção do começo",
        "As médias partem de zero e ficam pequenas nos primeiros passos, m e v em proporções diferentes. Sem a "
        "correção, os primeiros passos saem grandes demais.",
    ),
    en=(
        "No correction at the start",
        "The averages start from zero and stay small in the first steps, m and v in different proportions. Without "
        "the correction the first steps come out too large.",
    ),
)
def no_correction(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (np.sqrt(v) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "A correção não depende de t",
        "Você dividiu sempre por 1 − beta, o que só vale no primeiro passo. A cada passo a média está menos "
        "atrasada, e a correção precisa diminuir com t.",
    ),
    en=(
        "The correction does not depend on t",
        "You always divided by 1 − beta, which only holds at the first step. At each step the average lags less, "
        "and the correction has to shrink with t.",
    ),
)
def no_power_of_t(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Vezes t em vez de elevado a t",
        "Na sua correção, beta foi multiplicado por t, e já no segundo passo o denominador fica negativo. O que "
        "resta do zero inicial é beta elevado a t.",
    ),
    en=(
        "Times t instead of to the power t",
        "In your correction beta is multiplied by t, and at the second step the denominator is already negative. "
        "What remains of the initial zero is beta to the power t.",
    ),
)
def times_t_instead_of_power(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1 * t) / (np.sqrt(v / (1 - beta2 * t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "t contado a partir de 0",
        "Você somou 1 a t, mas aqui o primeiro passo já chega com t = 1. A correção fica sempre um passo adiantada.",
    ),
    en=(
        "t counted from 0",
        "You added 1 to t, but here the first step comes with t = 1 already. The correction is always one step ahead.",
    ),
)
def t_from_zero(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1 ** (t + 1)) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Multiplicou em vez de dividir",
        "A correção foi multiplicada, e médias que já eram pequenas demais ficaram menores. Dividir por um número "
        "entre 0 e 1 é o que as aumenta.",
    ),
    en=(
        "Multiplied instead of divided",
        "The correction was multiplied, and averages that were too small already became smaller. Dividing by a "
        "number between 0 and 1 is what makes them larger.",
    ),
)
def multiplied_by_the_correction(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m * (1 - beta1**t) / (np.sqrt(v * (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Só m foi corrigido",
        "Você corrigiu a média dos gradientes e esqueceu a dos quadrados, que é a mais atrasada das duas. Os "
        "primeiros passos saem dezenas de vezes maiores que a taxa.",
    ),
    en=(
        "Only m was corrected",
        "You corrected the average of the gradients and forgot that of the squares, which lags the more of the two. "
        "The first steps come out dozens of times as large as the rate.",
    ),
)
def only_first_corrected(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Gradiente sem o quadrado",
        "O seu v é a média dos gradientes, com sinal. Um gradiente negativo não tem raiz, e dois de sinais opostos "
        "se cancelam como se fossem pequenos.",
    ),
    en=(
        "The gradient is not squared",
        "Your v is the average of the gradients, sign included. A negative gradient has no root, and two of "
        "opposite signs cancel as if they were small.",
    ),
)
def gradient_not_squared(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Quadrado da média",
        "Em v você pôs o quadrado de m, que já é uma média. O quadrado vem antes da média: gradientes que trocam de "
        "sinal se cancelam em m, mas não em v.",
    ),
    en=(
        "Square of the average",
        "Into v you put the square of m, which is an average already. The square comes before the average: "
        "gradients that change sign cancel in m, but not in v.",
    ),
)
def square_of_the_average(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * m**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "v guardou o quadrado cru",
        "Você devolveu em v o quadrado do gradiente deste passo, sem a média com o passado. No passo seguinte só "
        "restará o último gradiente.",
    ),
    en=(
        "v kept the raw square",
        "You returned in v the square of this step's gradient, not averaged with the past. At the next step only "
        "the last gradient will be left.",
    ),
)
def raw_square(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    average = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(average / (1 - beta2**t)) + eps), m, g**2


@wrong(
    "adam_step",
    pt=(
        "O passo usou o gradiente, não m",
        "No numerador ficou o gradiente de agora. Assim m é calculado e não serve para nada: o Adam anda pela média "
        "corrigida.",
    ),
    en=(
        "The step used the gradient, not m",
        "The numerator holds the present gradient. That way m is worked out and serves no purpose: Adam walks along "
        "the corrected average.",
    ),
)
def raw_gradient_in_the_step(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * g / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
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
def no_root(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "m e v trocados na fração",
        "Você pôs a média dos quadrados em cima e a raiz da média dos gradientes embaixo. O sinal do passo se "
        "perde, e um m negativo nem tem raiz.",
    ),
    en=(
        "m and v swapped in the fraction",
        "You put the average of the squares on top and the root of the average of the gradients below. The step's "
        "sign is lost, and a negative m does not even have a root.",
    ),
)
def averages_swapped_in_the_step(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * v / (1 - beta2**t) / (np.sqrt(m / (1 - beta1**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "v antes de m",
        "As contas estão certas, mas você devolveu (w, v, m). Quem chama espera (w, m, v), e no passo seguinte as "
        "duas médias chegariam trocadas.",
    ),
    en=(
        "v before m",
        "The numbers are right, but you returned (w, v, m). The caller expects (w, m, v), and at the next step the "
        "two averages would come in swapped.",
    ),
)
def returned_in_the_wrong_order(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), v, m


@wrong(
    "adam_step",
    pt=(
        "beta1 e beta2 trocados",
        "Você usou beta2 na média dos gradientes e beta1 na dos quadrados. beta1 é o de m, que esquece depressa; "
        "beta2, o de v, que lembra por mais tempo.",
    ),
    en=(
        "beta1 and beta2 swapped",
        "You used beta2 in the average of the gradients and beta1 in that of the squares. beta1 is m's, which "
        "forgets quickly; beta2 is v's, which remembers for longer.",
    ),
)
def betas_swapped(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta2 * m + (1 - beta2) * g
    v = beta1 * v + (1 - beta1) * g**2
    return w - lr * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "O mesmo beta para as duas médias",
        "A média dos quadrados usou beta1, o da média dos gradientes. Cada uma tem o seu: v lembra por muito mais "
        "tempo do que m.",
    ),
    en=(
        "The same beta for both averages",
        "The average of the squares used beta1, which belongs to that of the gradients. Each has its own: v "
        "remembers for far longer than m.",
    ),
)
def one_beta_for_both(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta1 * v + (1 - beta1) * g**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta1**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "m sem o peso da média",
        "O gradiente entrou inteiro em m, sem o 1 − beta1. A correção do começo só faz sentido para uma média.",
    ),
    en=(
        "m without the average's weight",
        "The gradient entered m in full, without the 1 − beta1. The correction at the start only makes sense for an "
        "average.",
    ),
)
def classic_momentum(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
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
def uphill(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w + lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "v nunca diminui",
        "Você ficou com o maior entre o v novo e o antigo, como faz o AMSGrad. No Adam a média também esquece: "
        "depois de um gradiente grande, ela volta a cair.",
    ),
    en=(
        "v never gets smaller",
        "You kept the larger of the new v and the old one, as AMSGrad does. In Adam the average forgets as well: "
        "after a large gradient it falls again.",
    ),
)
def never_smaller(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = np.maximum(v, beta2 * v + (1 - beta2) * g**2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "O passo usou as médias antigas",
        "Você andou com o m e o v que chegaram, antes de o gradiente de agora entrar neles. Primeiro se atualizam "
        "as médias, depois se anda.",
    ),
    en=(
        "The step used the old averages",
        "You walked with the m and v that came in, before the present gradient was in them. First the averages are "
        "updated, then you walk.",
    ),
)
def old_averages(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    step = lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w - step, beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2


@wrong(
    "adam_step",
    pt=(
        "Um tamanho só para todos",
        "Você somou os quadrados de todos os elementos do gradiente, e todos os pesos foram divididos pelo mesmo "
        "número. No Adam, cada peso tem a sua própria média.",
    ),
    en=(
        "One size for all",
        "You added up the squares of all the gradient's entries, and all weights were divided by the same number. "
        "In Adam each weight has an average of its own.",
    ),
)
def one_size_for_all(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * np.sum(g**2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Alterou os pesos recebidos",
        "Com -= os pesos novos são escritos por cima dos antigos, no array de quem chamou; se ele for de inteiros, "
        "a conta nem acontece. Devolva um array novo.",
    ),
    en=(
        "Changed the weights it was given",
        "With -= the new weights are written over the old ones, in the caller's array; if that holds integers, the "
        "operation does not even happen. Return a new array.",
    ),
)
def weights_in_place(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    w -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, m, v


@wrong(
    "adam_step",
    pt=(
        "Outra taxa padrão",
        "Sem lr na chamada, a sua função usa 0,01, e o combinado é 0,001. Não mude os valores da primeira linha da "
        "função.",
    ),
    en=(
        "Another default rate",
        "When lr is left out of the call your function uses 0.01, and the agreed value is 0.001. Leave the values "
        "in the function's first line alone.",
    ),
)
def another_default(w, g, m, v, t, lr=1e-2, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@wrong(
    "adam_step",
    pt=(
        "Constantes no lugar dos argumentos",
        "A sua conta usa 0,9 e 0,999 mesmo quando quem chama pede outros valores. Esses números são só o que vale "
        "se ninguém disser nada.",
    ),
    en=(
        "Constants instead of the arguments",
        "Your formula uses 0.9 and 0.999 even when the caller asks for other values. Those numbers only hold if "
        "nobody says otherwise.",
    ),
)
def fixed_betas(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    return w - lr * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + eps), m, v
