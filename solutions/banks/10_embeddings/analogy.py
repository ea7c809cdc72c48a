"""Answers to analogy: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("analogy")
def best_so_far(a, b, c, E):
    target, best, highest = E[c] + (E[b] - E[a]), None, -2.0
    for i, row in enumerate(E):
        if i in (a, b, c):
            continue
        likeness = cosine_similarity(target, row)
        if likeness > highest:
            best, highest = i, likeness
    return best


@right("analogy")
def of_the_others(a, b, c, E):
    others = np.setdiff1d(np.arange(len(E)), [a, b, c])
    target = E[b] - E[a] + E[c]
    unit = E[others] / np.linalg.norm(E[others], axis=1, keepdims=True)
    return others[np.argmax(unit @ target)]


@right("analogy")
def sorted_words(a, b, c, E):
    target = E[b] - E[a] + E[c]
    order = sorted(range(len(E)), key=lambda i: -cosine_similarity(E[i], target))
    return next(i for i in order if i not in {a, b, c})


@right("analogy")
def by_nearest(a, b, c, E):
    with_target = np.vstack([E, E[b] - E[a] + E[c]])
    order = nearest(len(E), with_target, len(E))
    return next(i for i in order if i not in (a, b, c))


@wrong(
    "analogy",
    pt=(
        "Com as palavras da pergunta",
        "Uma das palavras da pergunta pôde ganhar. Elas costumam ficar perto demais, e ficam de fora.",
    ),
    en=(
        "With the words of the question",
        "One of the words of the question could win. They tend to be too near, and are left out.",
    ),
)
def with_the_question(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "Só c de fora",
        "Só c ficou de fora. As três palavras da pergunta ficam.",
    ),
    en=(
        "Only c left out",
        "Only c was left out. All three words of the question are.",
    ),
)
def only_c(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[c] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "O caminho ao contrário",
        "O caminho foi de b para a. Pede-se o de a para b, a partir de c.",
    ),
    en=(
        "The way back",
        "The way was from b to a. That from a to b is asked for, starting at c.",
    ),
)
def way_back(a, b, c, E):
    target = E[a] - E[b] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "Sem dividir pelos tamanhos",
        "As linhas foram comparadas pelo produto: as mais longas ganham.",
    ),
    en=(
        "Not divided by the lengths",
        "The rows were compared by their product: the longer ones win.",
    ),
)
def products(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = 1.0 * (E @ target)
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "Pela distância",
        "Ganhou a linha mais próxima do ponto. A medida é o cosseno.",
    ),
    en=(
        "By the distance",
        "The row nearest to the point won. The measure is the cosine.",
    ),
)
def distances(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = -np.linalg.norm(E - target, axis=1)
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "Linhas normalizadas antes de somar",
        "As linhas foram divididas pelo tamanho antes da soma. Aqui elas entram como estão.",
    ),
    en=(
        "Rows normalised before they are added",
        "The rows were divided by their lengths before the sum. Here they enter as they are.",
    ),
)
def normalised_first(a, b, c, E):
    unit = E / np.linalg.norm(E, axis=1, keepdims=True)
    target = unit[b] - unit[a] + unit[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "A soma dos três",
        "Os três vetores foram somados: o de a é subtraído.",
    ),
    en=(
        "The sum of all three",
        "All three vectors were added: that of a is subtracted.",
    ),
)
def all_added(a, b, c, E):
    target = E[b] + E[a] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "A menos parecida",
        "Ganhou a linha menos parecida.",
    ),
    en=(
        "The least alike",
        "The least alike row won.",
    ),
)
def least_alike(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[[a, b, c]] = np.inf
    return int(np.argmin(similarities))


@wrong(
    "analogy",
    pt=(
        "O lugar entre as que sobraram",
        "O índice é o da lista sem a, b e c, e não o da tabela.",
    ),
    en=(
        "The place among those that are left",
        "The index is that of the list without a, b and c, and not that of the table.",
    ),
)
def place_among_the_rest(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities = np.delete(similarities, [a, b, c])
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "Sem c",
        "O ponto procurado é só b menos a: c não entrou.",
    ),
    en=(
        "Without c",
        "The point that is looked for is b minus a only: c did not enter.",
    ),
)
def without_c(a, b, c, E):
    target = E[b] - E[a] + 1e-9
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "As da pergunta com parecença 0",
        "As palavras da pergunta ficaram com parecença 0, e ganharam onde todas as outras têm cosseno negativo. "
        "−∞ as deixa de fora.",
    ),
    en=(
        "Those of the question with a likeness of 0",
        "The question's words got a likeness of 0, and won where all others have a negative cosine. −∞ leaves "
        "them out.",
    ),
)
def asked_at_zero(a, b, c, E):
    target = E[b] - E[a] + E[c]
    similarities = E @ target / (np.linalg.norm(E, axis=1) * np.linalg.norm(target))
    similarities[[a, b, c]] = 0
    return int(np.argmax(similarities))


@wrong(
    "analogy",
    pt=(
        "A quarta da lista",
        "Veio a quarta palavra da lista, como se a, b e c fossem sempre as três mais parecidas. Podem não ser, ou ser "
        "iguais entre si.",
    ),
    en=(
        "The fourth of the list",
        "The fourth word of the list came, as if a, b and c were always the three most alike. They may not be, or may "
        "be equal to each other.",
    ),
)
def fourth(a, b, c, E):
    target = E[b] - E[a] + E[c]
    order = np.argsort(-(E @ target / np.linalg.norm(E, axis=1)))
    return int(order[min(3, len(order) - 1)])
