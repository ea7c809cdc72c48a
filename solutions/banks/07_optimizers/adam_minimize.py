"""Answers to adam_minimize: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("adam_minimize")
def written_out(grad, w, steps, lr):
    path = np.zeros((steps + 1, len(w)))
    path[0] = w
    m, v = np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        g = grad(path[t - 1])
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
        path[t] = path[t - 1] - lr * m_hat / (np.sqrt(v_hat) + 1e-8)
    return path


@right("adam_minimize")
def numbers_for_zeros(grad, w, steps, lr):
    path, m, v = [w], 0.0, 0.0
    for t in range(1, steps + 1):
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
        path.append(w)
    return path


@right("adam_minimize")
def with_while(grad, w, steps, lr):
    t, m, v = 0, np.zeros(w.shape), np.zeros(w.shape)
    path = np.array([w], dtype=float)
    while t < steps:
        t += 1
        new, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr=lr)
        path = np.vstack([path, new])
    return path


@right("adam_minimize")
def own_copy_changed(grad, w, steps, lr):
    w = np.array(w, dtype=float)
    m, v, path = np.zeros_like(w), np.zeros_like(w), [w.copy()]
    for k in range(steps):
        g = np.array(grad(w))
        m += 0.1 * (g - m)
        v += 0.001 * (g * g - v)
        w -= lr * m / (1 - 0.9 ** (k + 1)) / (np.sqrt(v / (1 - 0.999 ** (k + 1))) + 1e-8)
        path.append(w.copy())
    return np.stack(path)


@right("adam_minimize")
def lists(grad, w, steps, lr):
    w = [float(x) for x in w]
    d = len(w)
    m, v, path = [0.0] * d, [0.0] * d, [w]
    for t in range(1, steps + 1):
        g = grad(np.array(path[-1]))
        m = [0.9 * m[i] + 0.1 * g[i] for i in range(d)]
        v = [0.999 * v[i] + 0.001 * g[i] ** 2 for i in range(d)]
        path.append(
            [path[-1][i] - lr * m[i] / (1 - 0.9**t) / ((v[i] / (1 - 0.999**t)) ** 0.5 + 1e-8) for i in range(d)]
        )
    return path


@right("adam_minimize")
def single_precision(grad, w, steps, lr):
    w = np.asarray(w, dtype=np.float32)
    m, v, path = np.zeros_like(w), np.zeros_like(w), [w]
    for t in range(1, steps + 1):
        g = np.asarray(grad(w), dtype=np.float32)
        m = np.float32(0.9) * m + np.float32(0.1) * g
        v = np.float32(0.999) * v + np.float32(0.001) * g * g
        m_hat, v_hat = m / np.float32(1 - 0.9**t), v / np.float32(1 - 0.999**t)
        w = w - np.float32(lr) * m_hat / (np.sqrt(v_hat) + np.float32(1e-8))
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Faltou a partida",
        "O caminho começa depois do primeiro passo e tem uma linha a menos. O ponto de partida também faz parte dele.",
    ),
    en=(
        "The start is missing",
        "The path begins after the first step and is one row short. The starting point is part of it too.",
    ),
)
def without_the_start(grad, w, steps, lr):
    path, m, v = [], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
        path.append(w)
    return np.array(path).reshape(steps, -1)


@wrong(
    "adam_minimize",
    pt=(
        "Faltou o último ponto",
        "Cada ponto foi anotado antes do passo, e o último passo não aparece. Anote a partida uma vez, e depois o "
        "resultado de cada passo.",
    ),
    en=(
        "The last point is missing",
        "Each point was noted down before the step, and the last step does not appear. Note the start once, and "
        "then the result of each step.",
    ),
)
def without_the_end(grad, w, steps, lr):
    path, m, v = [], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        path.append(w)
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
    return np.array(path).reshape(steps, len(w))


@wrong(
    "adam_minimize",
    pt=(
        "Só o ponto final",
        "Você devolveu o lugar aonde o Adam chegou. O pedido é o caminho inteiro, com um ponto por linha.",
    ),
    en=(
        "The final point only",
        "You returned the place where Adam arrived. What is asked for is the whole path, one point a row.",
    ),
)
def only_the_last_point(grad, w, steps, lr):
    m, v = np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
    return w


@wrong(
    "adam_minimize",
    pt=(
        "t contado a partir de 0",
        "No primeiro passo o seu t vale 0, e a correção divide por 1 − 1 = 0. O primeiro passo é o de número 1.",
    ),
    en=(
        "t counted from 0",
        "At the first step your t is 0, and the correction divides by 1 − 1 = 0. The first step is number 1.",
    ),
)
def t_from_zero(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(steps):
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "t parado em 1",
        "Todos os passos foram corrigidos como se fossem o primeiro. O t conta os passos, e a correção diminui à "
        "medida que ele cresce.",
    ),
    en=(
        "t stuck at 1",
        "All the steps were corrected as if they were the first. t counts the steps, and the correction shrinks as "
        "it grows.",
    ),
)
def t_stays_one(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for _ in range(steps):
        w, m, v = adam_step(w, grad(w), m, v, 1, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "t parado no último passo",
        "Você passou o número total de passos como t, do começo ao fim. Cada passo tem o seu número, a partir de 1.",
    ),
    en=(
        "t stuck at the last step",
        "You passed the total number of steps as t, from start to end. Each step has its own number, from 1.",
    ),
)
def t_stays_at_the_end(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for _ in range(steps):
        w, m, v = adam_step(w, grad(w), m, v, steps, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "As médias recomeçam a cada passo",
        "A cada volta do laço, m e v entram no passo valendo zero outra vez, e o Adam esquece tudo. As médias "
        "partem de zero uma só vez e seguem de um passo para o outro.",
    ),
    en=(
        "The averages start again at each step",
        "At each turn of the loop m and v go into the step as zero again, and Adam forgets everything. The averages "
        "are zero once, at the start, and carry on from one step to the next.",
    ),
)
def averages_forgotten(grad, w, steps, lr):
    path = [1.0 * w]
    for t in range(1, steps + 1):
        m, v = np.zeros(len(w)), np.zeros(len(w))
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Sempre o primeiro passo",
        "As médias recomeçam do zero e t vale sempre 1, e assim cada passo é um primeiro passo, do tamanho da taxa. "
        "As médias e o t seguem de um passo para o outro.",
    ),
    en=(
        "Always the first step",
        "The averages start again from zero and t is always 1, so each step is a first step, as large as the rate. "
        "The averages and t carry on from one step to the next.",
    ),
)
def averages_and_t_forgotten(grad, w, steps, lr):
    path = [1.0 * w]
    for _ in range(steps):
        w = adam_step(w, grad(w), np.zeros(len(w)), np.zeros(len(w)), 1, lr)[0]
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "O mesmo array em todas as linhas",
        "O w foi mudado com -= (aqui ou no seu adam_step), e a lista guarda sempre o mesmo array: todas as linhas "
        "mostram o ponto final. Guarde um array novo a cada passo.",
    ),
    en=(
        "The same array in every row",
        "w was changed with -= (here or in your adam_step), and the list keeps the same array every time: all rows "
        "show the final point. Keep a new array at each step.",
    ),
)
def same_array_again(grad, w, steps, lr):
    w = np.array(w, dtype=float)
    path, m, v = [w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        g = grad(w)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w -= lr * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "O gradiente foi medido uma vez só",
        "Todos os passos usam o gradiente do ponto de partida. A inclinação muda pelo caminho: meça de novo em cada "
        "ponto.",
    ),
    en=(
        "The gradient was measured only once",
        "All the steps use the gradient at the starting point. The slope changes along the way: measure it afresh "
        "at each point.",
    ),
)
def gradient_at_the_start(grad, w, steps, lr):
    path, m, v, g = [1.0 * w], np.zeros(len(w)), np.zeros(len(w)), grad(w)
    for t in range(1, steps + 1):
        w, m, v = adam_step(w, g, m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Um passo a mais",
        "O seu laço dá steps + 1 passos. São steps passos, e steps + 1 pontos, porque a partida também conta.",
    ),
    en=(
        "One step too many",
        "Your loop takes steps + 1 steps. There are steps steps, and steps + 1 points, since the start counts as well.",
    ),
)
def one_step_more(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 2):
        w, m, v = adam_step(w, grad(w), m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "A taxa não chegou ao passo",
        "Você chamou o passo sem lr, e ele usou a taxa padrão. A taxa que adam_minimize recebe precisa seguir adiante.",
    ),
    en=(
        "The rate did not reach the step",
        "You called the step without lr, and it used the default rate. The rate that adam_minimize is given has to "
        "be passed on.",
    ),
)
def rate_left_out(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        w, m, v = adam_step(w, grad(w), m, v, t)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "m e v trocados de um passo para o outro",
        "adam_step recebe e devolve as médias nesta ordem: m, depois v. Em algum ponto do laço elas trocaram de "
        "lugar, e a partir do segundo passo uma entra como se fosse a outra.",
    ),
    en=(
        "m and v swapped between steps",
        "adam_step takes and returns the averages in this order: m, then v. Somewhere in the loop they changed "
        "places, and from the second step on each goes in as if it were the other.",
    ),
)
def averages_swapped(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        w, v, m = adam_step(w, grad(w), m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "O caminho ficou só com inteiros",
        "O array do caminho copiou o tipo de w, e com uma partida de números inteiros cada ponto perde a fração. "
        "Crie-o com números reais.",
    ),
    en=(
        "The path holds integers only",
        "The path's array copied the type of w, and with an integer start each point loses its fraction. Make it "
        "hold real numbers.",
    ),
)
def integer_path(grad, w, steps, lr):
    path = np.zeros((steps + 1, len(w)), dtype=w.dtype)
    path[0] = w
    m, v = np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        path[t], m, v = adam_step(path[t - 1], grad(path[t - 1]), m, v, t, lr)
    return path


@wrong(
    "adam_minimize",
    erratum="E18",
    pt=(
        "Médias já corrigidas passadas adiante",
        "A correção foi escrita por cima das médias, como nos slides D (V = V/(1 − β₁ᵗ)), e no passo seguinte é "
        "aplicada outra vez. Guarde as médias como são e corrija uma cópia.",
    ),
    en=(
        "Corrected averages carried on",
        "The correction was written over the averages, as on slides D (V = V/(1 − β₁ᵗ)), and at the next step it is "
        "applied again. Keep the averages as they are and correct a copy.",
    ),
)
def corrected_carried_on(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        g = grad(path[-1])
        m = (0.9 * m + 0.1 * g) / (1 - 0.9**t)
        v = (0.999 * v + 0.001 * g**2) / (1 - 0.999**t)
        path.append(path[-1] - lr * m / (np.sqrt(v) + 1e-8))
    return np.array(path)


@wrong(
    "adam_minimize",
    erratum="E19",
    pt=(
        "Sem o épsilon",
        "A fórmula dos slides D, w − η·V/√S, não tem eps. Um peso cujo gradiente ainda é zero dá 0/0, e dali em "
        "diante a coluna inteira é NaN.",
    ),
    en=(
        "Without the epsilon",
        "The formula on slides D, w − η·V/√S, has no eps. A weight whose gradient is still zero gives 0/0, and from "
        "there on its whole column is NaN.",
    ),
)
def without_epsilon(grad, w, steps, lr):
    path, m, v = [1.0 * w], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, steps + 1):
        g = grad(path[-1])
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        path.append(path[-1] - lr * m / (1 - 0.9**t) / np.sqrt(v / (1 - 0.999**t)))
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Descida comum",
        "Os passos são do tamanho do gradiente, sem médias nem correção. Essa é a descida do gradiente; aqui cada "
        "passo é o do Adam.",
    ),
    en=(
        "Plain descent",
        "The steps are as large as the gradient, without averages or correction. That is gradient descent; here "
        "each step is Adam's.",
    ),
)
def plain_descent(grad, w, steps, lr):
    path = [1.0 * w]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Parou com o gradiente pequeno",
        "Onde o gradiente é pequeno o seu caminho fica parado. No Adam o passo não encolhe com o gradiente, e "
        "são steps passos, todos.",
    ),
    en=(
        "Stopped where the gradient is small",
        "Where the gradient is small your path stands still. With Adam the step does not shrink with the "
        "gradient, and there are to be steps of them, all.",
    ),
)
def stops_at_a_small_gradient(grad, w, steps, lr):
    path = [1.0 * w]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for t in range(1, steps + 1):
        g = grad(path[-1])
        if np.linalg.norm(g) < 1e-4:
            path.append(path[-1])
            continue
        w, m, v = adam_step(path[-1], g, m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Parou quando quase não anda",
        "O caminho termina assim que um passo é pequeno. Ele tem sempre steps + 1 pontos, também se os últimos "
        "quase coincidem.",
    ),
    en=(
        "Stopped where it hardly moves",
        "The path ends as soon as a step is small. It always has steps + 1 points, even where the last ones "
        "nearly coincide.",
    ),
)
def stops_when_it_settles(grad, w, steps, lr):
    path = [1.0 * w]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for t in range(1, steps + 1):
        w, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr)
        path.append(w)
        if np.max(np.abs(path[-1] - path[-2])) < 1e-3:
            break
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Um passo, mesmo sem nenhum pedido",
        "Com steps = 0 o caminho tem só a partida.",
    ),
    en=(
        "One step, even when none is asked for",
        "With steps = 0 the path has only the start.",
    ),
)
def at_least_one_step(grad, w, steps, lr):
    path = [1.0 * w]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for t in range(1, max(1, steps) + 1):
        w, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr)
        path.append(w)
    return np.array(path)


@wrong(
    "adam_minimize",
    pt=(
        "Cem passos, no máximo",
        "Depois de cem passos o seu caminho não anda mais. Pedem-se sempre todos os passos de steps.",
    ),
    en=(
        "A hundred steps at most",
        "After a hundred steps your path goes no further. All the steps of steps are always asked for.",
    ),
)
def a_hundred_steps_at_most(grad, w, steps, lr):
    path, m, v = [np.asarray(w, dtype=float)], np.zeros(len(w)), np.zeros(len(w))
    for t in range(1, min(steps, 100) + 1):
        new, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr)
        path.append(new)
    return np.array(path + [path[-1]] * (steps - len(path) + 1))
