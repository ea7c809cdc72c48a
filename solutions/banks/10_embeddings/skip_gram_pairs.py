"""Answers to skip_gram_pairs: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("skip_gram_pairs")
def by_distance(ids, window):
    pairs = []
    for gap in range(1, window + 1):
        for one, other in zip(ids, ids[gap:]):
            pairs += [(one, other), (other, one)]
    return pairs


@right("skip_gram_pairs")
def comprehension(ids, window):
    T = len(ids)
    return [[ids[i], ids[j]] for i in range(T) for j in range(T) if 0 < abs(i - j) <= window]


@right("skip_gram_pairs")
def with_arrays(ids, window):
    i, j = np.indices((len(ids), len(ids))).reshape(2, -1)
    near = (i != j) & (np.abs(i - j) <= window)
    return np.stack([ids[i[near]], ids[j[near]]], axis=1)


@right("skip_gram_pairs")
def generated(ids, window):
    for i, centre in enumerate(ids):
        for j in range(i - window, i + window + 1):
            if j != i and 0 <= j < len(ids):
                yield centre, ids[j]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Só para a frente",
        "Cada centro viu só as palavras depois dele. O contexto está dos dois lados.",
    ),
    en=(
        "Forwards only",
        "Each centre saw the words after it only. Context is on both sides.",
    ),
)
def forwards(ids, window):
    return [(ids[i], ids[j]) for i in range(len(ids)) for j in range(i + 1, min(len(ids), i + window + 1))]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Só à distância window",
        "Vieram só os pares à distância exata. São todos, até ela.",
    ),
    en=(
        "At the distance window only",
        "Only the pairs at that very distance came. All up to it are asked for.",
    ),
)
def exactly(ids, window):
    T = len(ids)
    return [(ids[i], ids[j]) for i in range(T) for j in range(T) if abs(i - j) == window]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Falta a distância maior",
        "Os pares à distância `window` ficaram de fora.",
    ),
    en=(
        "The largest distance is missing",
        "The pairs at the distance `window` were left out.",
    ),
)
def one_short(ids, window):
    T = len(ids)
    return [(ids[i], ids[j]) for i in range(T) for j in range(T) if 0 < abs(i - j) < window]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Cada par uma vez só",
        "Os pares repetidos vieram uma vez. Cada um vale tantas vezes quantas acontece.",
    ),
    en=(
        "Each pair once only",
        "Repeated pairs came once. Each counts as often as it occurs.",
    ),
)
def each_once(ids, window):
    T = len(ids)
    pairs = {(int(ids[i]), int(ids[j])) for i in range(T) for j in range(T) if 0 < abs(i - j) <= window}
    return sorted(pairs)


@wrong(
    "skip_gram_pairs",
    pt=(
        "Cada centro consigo mesmo",
        "Cada palavra formou par com o seu próprio lugar.",
    ),
    en=(
        "Each centre with itself",
        "Each word made a pair with its own place.",
    ),
)
def with_itself(ids, window):
    T = len(ids)
    return [(ids[i], ids[j]) for i in range(T) for j in range(T) if abs(i - j) <= window]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Sem as palavras iguais",
        "Os pares de duas palavras iguais ficaram de fora. O que não pode ser igual é o lugar.",
    ),
    en=(
        "Without equal words",
        "Pairs of two equal words were left out. What must not be equal is the place.",
    ),
)
def without_equal_words(ids, window):
    T = len(ids)
    return [(ids[i], ids[j]) for i in range(T) for j in range(T) if abs(i - j) <= window and ids[i] != ids[j]]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Os lugares, e não as palavras",
        "Vieram os lugares no texto. Pedem-se os índices das palavras.",
    ),
    en=(
        "The places, and not the words",
        "The places in the text came. The indices of the words are asked for.",
    ),
)
def places(ids, window):
    T = len(ids)
    return [(i, j) for i in range(T) for j in range(T) if 0 < abs(i - j) <= window]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Sem as pontas do texto",
        "As palavras perto das pontas não foram centro. Elas têm menos contexto, e não nenhum.",
    ),
    en=(
        "Without the ends of the text",
        "Words near the ends were no centres. They have less context, and not none.",
    ),
)
def without_ends(ids, window):
    pairs = []
    for i in range(window, len(ids) - window):
        pairs += [(ids[i], ids[j]) for j in range(i - window, i + window + 1) if j != i]
    return pairs


@wrong(
    "skip_gram_pairs",
    pt=(
        "O texto em círculo",
        "Antes da primeira palavra veio a última, pelos índices negativos. O texto tem pontas.",
    ),
    en=(
        "The text as a circle",
        "Before the first word came the last, by negative indices. A text has ends.",
    ),
)
def circle(ids, window):
    T = len(ids)
    return [(ids[i], ids[j]) for i in range(T) for j in range(i - window, min(T, i + window + 1)) if j != i and j >= -T]


@wrong(
    "skip_gram_pairs",
    pt=(
        "Os contextos em lista",
        "Para cada centro veio uma lista de contextos. Pedem-se pares.",
    ),
    en=(
        "The contexts in lists",
        "For each centre a list of contexts came. Pairs are asked for.",
    ),
)
def lists_of_contexts(ids, window):
    T = len(ids)
    return [[ids[i], [ids[j] for j in range(T) if 0 < abs(i - j) <= window]] for i in range(T)]
