"""Answers to rnn_backward: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("rnn_backward")
def sums_kept(X, H, h0, Wx, Wh, Wy, dO):
    T = len(X)
    A = np.zeros(H.shape)
    dh = np.zeros(len(h0))
    for t in range(T - 1, -1, -1):
        A[t] = (dO[t] @ Wy + dh) * (1 - H[t] * H[t])
        dh = A[t] @ Wh
    before = np.vstack([h0, H[:-1]])
    return A.T @ X, A.T @ before, A.sum(axis=0), dO.T @ H, dO.sum(axis=0), dh


@right("rnn_backward")
def recursive(X, H, h0, Wx, Wh, Wy, dO):
    def back(t):
        if t == len(X):
            return np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh)), np.zeros(len(Wh))
        dWx, dWh, dbh, later = back(t + 1)
        da = (Wy.T @ dO[t] + later) * (1 - H[t] ** 2)
        before = h0 if t == 0 else H[t - 1]
        return dWx + np.outer(da, X[t]), dWh + np.outer(da, before), dbh + da, Wh.T @ da

    dWx, dWh, dbh, dh0 = back(0)
    return dWx, dWh, dbh, dO.T @ H, np.sum(dO, axis=0), dh0


@right("rnn_backward")
def by_jacobians(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dbh, dh0 = 0, 0, 0, np.zeros(len(h0))
    states = [h0, *H]
    for t in range(len(X)):
        d = Wy.T @ dO[t]
        for s in range(t, -1, -1):
            da = d * (1 - H[s] ** 2)
            dWx = dWx + np.outer(da, X[s])
            dWh = dWh + np.outer(da, states[s])
            dbh = dbh + da
            d = Wh.T @ da
        dh0 = dh0 + d
    return [dWx, dWh, dbh, np.einsum("tk,tm->km", dO, H), dO.sum(0), dh0]


@right("rnn_backward")
def single_precision(X, H, h0, Wx, Wh, Wy, dO):
    X, H, h0, Wx, Wh, Wy, dO = (np.asarray(a, dtype=np.float32) for a in (X, H, h0, Wx, Wh, Wy, dO))
    A, dh = np.zeros_like(H), np.zeros_like(h0)
    for t in reversed(range(len(X))):
        A[t] = (dO[t] @ Wy + dh) * (1 - H[t] ** 2)
        dh = A[t] @ Wh
    return A.T @ X, A.T @ np.vstack([h0, H[:-1]]), A.sum(axis=0), dO.T @ H, dO.sum(axis=0), dh


@wrong(
    "rnn_backward",
    pt=(
        "Cada passo por si",
        "O gradiente não andou para trás no tempo: cada passo contou só com a sua própria saída. O estado de um passo"
        " também muda todos os seguintes.",
    ),
    en=(
        "Each step by itself",
        "The gradient did not walk back in time: each step counted its own output only. A step's state also changes "
        "all later ones.",
    ),
)
def no_time(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t]) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "A saída conta só no último passo",
        "O que cada saída manda ao seu estado só foi contado no último passo. O gradiente de um estado é a soma do "
        "que vem da sua saída e do que vem do resto do tempo.",
    ),
    en=(
        "The output counts at the last step only",
        "What each output sends to its state was counted at the last step only. The gradient of a state is the sum of"
        " what comes from its output and of what comes from the rest of time.",
    ),
)
def output_of_the_last_step(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (dh if t < len(X) - 1 else Wy.T @ dO[t]) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "Sem a inclinação da tanh",
        "Ao voltar, o gradiente atravessou a tanh sem ser multiplicado pela inclinação dela.",
    ),
    en=(
        "Without the slope of tanh",
        "On its way back the gradient went through the tanh without being multiplied by its slope.",
    ),
)
def without_slope(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = Wy.T @ dO[t] + dh
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "O estado errado em dWh",
        "dWh juntou cada passo com o estado a que ele chegou. Na soma do passo entrou o estado de antes.",
    ),
    en=(
        "The wrong state in dWh",
        "dWh paired each step with the state that it arrived at. What entered the step's sum was the state before it.",
    ),
)
def same_state(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t])
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "h0 esquecido",
        "No primeiro passo, o estado de antes é h0; aqui contou como zero, e dWh perde um pedaço.",
    ),
    en=(
        "h0 forgotten",
        "At the first step the state before it is h0; here it counted as zero, and dWh loses a piece.",
    ),
)
def start_of_zeros(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else np.zeros(len(h0)))
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "O índice −1 no primeiro passo",
        "No primeiro passo, H[t − 1] é H[−1], que em Python é o **último** estado. O estado de antes é h0.",
    ),
    en=(
        "The index −1 at the first step",
        "At the first step H[t − 1] is H[−1], which in Python is the **last** state. The state before it is h0.",
    ),
)
def last_state_first(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1])
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "Wh sem transpor",
        "Para trás, o gradiente passa pela matriz deitada: quem mandou para a unidade i recebe dela de volta.",
    ),
    en=(
        "Wh not transposed",
        "Backwards, the gradient goes through the matrix on its side: who sent something to unit i gets it back from "
        "there.",
    ),
)
def not_transposed(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "A inclinação só na saída",
        "A inclinação multiplicou o que vem da saída e não o que vem do passo seguinte. Os dois chegam ao mesmo "
        "estado, e atravessam a mesma tanh.",
    ),
    en=(
        "The slope for the output only",
        "The slope multiplied what comes from the output and not what comes from the next step. Both arrive at the "
        "same state, and go through the same tanh.",
    ),
)
def slope_of_the_output(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t]) * (1 - H[t] ** 2) + dh
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "A média no tempo",
        "Os gradientes foram divididos pelo número de passos. A perda que manda dO já decidiu isso; aqui é a soma.",
    ),
    en=(
        "The mean over time",
        "The gradients were divided by the number of steps. The loss that sends dO has decided that already; here it "
        "is the sum.",
    ),
)
def mean(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx / len(X), dWh / len(X), dbh / len(X), dWy / len(X), dby / len(X), dh


@wrong(
    "rnn_backward",
    pt=(
        "dh0 antes de Wh",
        "O que foi devolvido como dh0 é o gradiente na soma do primeiro passo. Até h0 falta passar por Wh.",
    ),
    en=(
        "dh0 before Wh",
        "What was returned as dh0 is the gradient at the first step's sum. On the way to h0 it still has to go "
        "through Wh.",
    ),
)
def before_the_matrix(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, da


@wrong(
    "rnn_backward",
    pt=(
        "Só um passo para trás",
        "O gradiente voltou um passo e parou: o que chegou do seguinte não foi mais adiante. Truncar o tempo assim é "
        "um atalho, e não o gradiente.",
    ),
    en=(
        "One step back only",
        "The gradient went one step back and stopped: what came from the next step went no further. To truncate time "
        "like this is a short cut, and not the gradient.",
    ),
)
def truncated(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in reversed(range(len(X))):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ ((Wy.T @ dO[t]) * (1 - H[t] ** 2))
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "Do primeiro passo ao último",
        "O laço andou para a frente. O que um passo recebe vem dos passos seguintes, que ainda não tinham sido "
        "visitados.",
    ),
    en=(
        "From the first step to the last",
        "The loop walked forwards. What a step receives comes from later steps, which had not been visited yet.",
    ),
)
def forwards(X, H, h0, Wx, Wh, Wy, dO):
    dWx, dWh, dWy = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wy.shape)
    dbh, dby, dh = np.zeros(len(Wh)), np.zeros(len(Wy)), np.zeros(len(Wh))
    for t in range(len(X)):
        dWy += np.outer(dO[t], H[t])
        dby += dO[t]
        da = (Wy.T @ dO[t] + dh) * (1 - H[t] ** 2)
        dWx += np.outer(da, X[t])
        dWh += np.outer(da, H[t - 1] if t > 0 else h0)
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWy, dby, dh


@wrong(
    "rnn_backward",
    pt=(
        "Gradientes cortados aqui",
        "Os gradientes foram cortados em ±5 antes de sair. Aqui se pedem os verdadeiros; quem quiser limitá-los usa "
        "clip_gradient depois.",
    ),
    en=(
        "Gradients clipped in here",
        "The gradients were clipped at ±5 before they left. Here the true ones are asked for; who wants them bounded "
        "uses clip_gradient afterwards.",
    ),
)
def clipped(X, H, h0, Wx, Wh, Wy, dO):
    A, dh = np.zeros(H.shape), np.zeros(len(h0))
    for t in reversed(range(len(X))):
        A[t] = (dO[t] @ Wy + dh) * (1 - H[t] ** 2)
        dh = A[t] @ Wh
    before = np.vstack([h0, H[:-1]])
    gradients = A.T @ X, A.T @ before, A.sum(axis=0), dO.T @ H, dO.sum(axis=0), dh
    return tuple(np.clip(g, -5, 5) for g in gradients)
