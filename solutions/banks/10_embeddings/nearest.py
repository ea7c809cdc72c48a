"""Answers to nearest: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("nearest")
def unit_rows(word, E, k):
    unit = E / np.linalg.norm(E, axis=1, keepdims=True)
    order = np.argsort(unit @ unit[word])[::-1]
    return order[order != word][:k]


@right("nearest")
def sorted_words(word, E, k):
    others = [i for i in range(len(E)) if i != word]
    return sorted(others, key=lambda i: cosine_similarity(E[word], E[i]), reverse=True)[:k]


@right("nearest")
def one_at_a_time(word, E, k):
    left, found = [i for i in range(len(E)) if i != word], []
    for _ in range(k):
        best = max(left, key=lambda i: cosine_similarity(E[i], E[word]))
        found.append(best)
        left.remove(best)
    return found


@right("nearest")
def without_the_row(word, E, k):
    others = np.delete(np.arange(len(E)), word)
    rows = E[others]
    return others[np.argsort(-(rows @ E[word]) / np.linalg.norm(rows, axis=1))][:k]


@wrong(
    "nearest",
    pt=(
        "Com a própria palavra",
        "A palavra ficou na lista. Ela é a mais parecida consigo mesma, e isso não diz nada.",
    ),
    en=(
        "With the word itself",
        "The word is in the list. It is most like itself, and that says nothing.",
    ),
)
def with_itself(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    return np.argsort(-similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "Sem dividir pelos tamanhos",
        "As linhas foram comparadas pelo produto: as mais longas ganham. O cosseno não olha para o tamanho.",
    ),
    en=(
        "Not divided by the lengths",
        "The rows were compared by their product: the longer ones win. The cosine does not look at the length.",
    ),
)
def products(word, E, k):
    similarities = 1.0 * (E @ E[word])
    similarities[word] = -np.inf
    return np.argsort(-similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "Pela distância",
        "As linhas foram comparadas pela distância entre as pontas. A medida é o cosseno.",
    ),
    en=(
        "By the distance",
        "The rows were compared by the distance of their ends. The measure is the cosine.",
    ),
)
def distances(word, E, k):
    similarities = -np.linalg.norm(E - E[word], axis=1)
    similarities[word] = -np.inf
    return np.argsort(-similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "As menos parecidas",
        "A ordem está ao contrário: vieram as menos parecidas.",
    ),
    en=(
        "The least alike",
        "The order is the wrong way round: the least alike came.",
    ),
)
def least_alike(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[word] = np.inf
    return np.argsort(similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "Da menos parecida para a mais",
        "As palavras são estas, mas a ordem é a contrária: a mais parecida vem primeiro.",
    ),
    en=(
        "From the least alike to the most",
        "These are the words, but the order is the opposite: the most alike comes first.",
    ),
)
def worst_first(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[word] = -np.inf
    return np.argsort(-similarities)[:k][::-1]


@wrong(
    "nearest",
    pt=(
        "A primeira da lista, seja qual for",
        "Foi tirada a primeira da lista, como se fosse sempre a própria palavra. Uma linha paralela pode estar ali.",
    ),
    en=(
        "The first of the list, whichever it is",
        "The first of the list was dropped, as if it always were the word itself. A parallel row may stand there.",
    ),
)
def drops_the_first(word, E, k):
    similarities = np.round(E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word])), 9)
    similarities[word] = np.min(similarities[np.isclose(similarities, 1)])
    order = sorted(range(len(E)), key=lambda i: (-similarities[i], i == word))
    return order[1 : k + 1]


@wrong(
    "nearest",
    pt=(
        "Sem as paralelas",
        "As linhas paralelas à da palavra ficaram de fora com ela. Só a própria fica de fora.",
    ),
    en=(
        "Without the parallel ones",
        "The rows parallel to the word's were left out with it. Only the word itself is left out.",
    ),
)
def without_parallels(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[similarities > 1 - 1e-9] = -np.inf
    return np.argsort(-similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "As parecenças, e não as palavras",
        "Vieram os cossenos. Pedem-se os índices das palavras.",
    ),
    en=(
        "The likenesses, and not the words",
        "The cosines came. The indices of the words are asked for.",
    ),
)
def likenesses(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[word] = -np.inf
    return np.sort(similarities)[::-1][:k]


@wrong(
    "nearest",
    pt=(
        "Sem o sinal",
        "Palavras opostas contaram como parecidas.",
    ),
    en=(
        "Without the sign",
        "Opposite words counted as alike.",
    ),
)
def without_sign(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities = np.abs(similarities)
    similarities[word] = -np.inf
    return np.argsort(-similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "Uma a mais",
        "Vieram k mais 1 palavras.",
    ),
    en=(
        "One too many",
        "k plus 1 words came.",
    ),
)
def one_too_many(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[word] = -np.inf
    return np.argsort(-similarities)[: k + 1]


@wrong(
    "nearest",
    pt=(
        "A própria com parecença 0",
        "A parecença da própria palavra virou 0, e ela ganhou das que têm cosseno negativo. −∞ a deixa de fora.",
    ),
    en=(
        "Itself with a likeness of 0",
        "The word's own likeness became 0, and it won against those of a negative cosine. −∞ leaves it out.",
    ),
)
def itself_at_zero(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[word] = 0
    return np.argsort(-similarities)[:k]


@wrong(
    "nearest",
    pt=(
        "As k melhores, sem ordem",
        "São as k mais parecidas, mas na ordem da tabela. A mais parecida vem primeiro.",
    ),
    en=(
        "The k best, in no order",
        "These are the k most alike, but in the table's order. The most alike comes first.",
    ),
)
def in_the_tables_order(word, E, k):
    similarities = E @ E[word] / (np.linalg.norm(E, axis=1) * np.linalg.norm(E[word]))
    similarities[word] = -np.inf
    return np.sort(np.argsort(-similarities)[:k])


@wrong(
    "nearest",
    pt=(
        "As k melhores, sem ordem entre si",
        "As linhas são as certas, mas só foram separadas das outras: entre muitas, não vêm da melhor para a pior.",
    ),
    en=(
        "The k best, in no order among themselves",
        "The rows are the right ones, but they were only set apart from the others: among many, they do not come best "
        "first.",
    ),
)
def set_apart(word, E, k):
    likeness = E @ E[word] / np.linalg.norm(E, axis=1)
    likeness[word] = -np.inf
    return np.argpartition(-likeness, k - 1)[:k]
