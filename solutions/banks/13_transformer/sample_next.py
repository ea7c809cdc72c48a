"""Answers to sample_next: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("sample_next")
def by_the_running_sum(z, temperature, k, rng):
    order = sorted(range(len(z)), key=lambda i: -z[i])[:k]
    weights = np.exp((z[order] - z[order[0]]) / temperature)
    chances = np.cumsum(weights) / weights.sum()
    return order[min(int(np.searchsorted(chances, rng.random(), side="right")), k - 1)]


@right("sample_next")
def by_gumbel(z, temperature, k, rng):
    z = np.asarray(z, dtype=float)
    scores = z / temperature + rng.gumbel(size=len(z))
    scores[np.argsort(z)[: len(z) - k]] = -np.inf
    return np.argmax(scores)


@right("sample_next")
def threshold(z, temperature, k, rng):
    kth = np.sort(z)[-k]
    s = np.where(z >= kth, z, -np.inf) / temperature
    p = np.exp(s - s.max())
    return rng.choice(len(z), p=p / p.sum())


@right("sample_next")
def by_multinomial(z, temperature, k, rng):
    left = np.argpartition(z, len(z) - k)[len(z) - k :]
    s = np.asarray(z)[left] / temperature
    p = np.exp(s - np.logaddexp.reduce(s))
    return float(left[np.flatnonzero(rng.multinomial(1, p / p.sum()))[0]])


@wrong(
    "sample_next",
    pt=(
        "Sem a temperatura",
        "A temperatura não entrou: ela divide os logits antes do softmax.",
    ),
    en=(
        "Without the temperature",
        "The temperature took no part: it divides the logits before the softmax.",
    ),
)
def without_temperature(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp(z[largest] - z.max())
    return int(rng.choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Vezes a temperatura",
        "Os logits foram multiplicados pela temperatura. Eles são divididos por ela.",
    ),
    en=(
        "Times the temperature",
        "The logits were multiplied by the temperature. They are divided by it.",
    ),
)
def times_the_temperature(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) * temperature)
    return int(rng.choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "A temperatura depois do softmax",
        "As chances foram divididas pela temperatura, e isso não muda nada depois que elas voltam a somar 1. Ela "
        "divide os logits.",
    ),
    en=(
        "The temperature after the softmax",
        "The chances were divided by the temperature, which changes nothing once they add up to 1 again. It divides "
        "the logits.",
    ),
)
def temperature_after(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    p = np.exp(z[largest] - z.max()) / temperature
    return int(rng.choice(largest, p=p / p.sum()))


@wrong(
    "sample_next",
    pt=(
        "Sem o k",
        "Todas as palavras entraram no sorteio, e não só as k maiores.",
    ),
    en=(
        "Without the k",
        "All words took part in the draw, and not only the k largest.",
    ),
)
def without_k(z, temperature, k, rng):
    p = np.exp((z - z.max()) / temperature)
    return int(rng.choice(len(z), p=p / p.sum()))


@wrong(
    "sample_next",
    pt=(
        "As k menores",
        "Ficaram as k de menor logit: a ordem é crescente, e as maiores estão no fim.",
    ),
    en=(
        "The k smallest",
        "The k with the smallest logits were left: the order is ascending, and the largest are at the end.",
    ),
)
def smallest(z, temperature, k, rng):
    left = np.argsort(z)[:k]
    e = np.exp((z[left] - z[left].max()) / temperature)
    return int(rng.choice(left, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "As k primeiras",
        "Ficaram as k primeiras palavras do vocabulário, e não as de maior logit.",
    ),
    en=(
        "The first k",
        "The first k words of the vocabulary were left, and not those with the largest logits.",
    ),
)
def first_words(z, temperature, k, rng):
    e = np.exp((z[:k] - z[:k].max()) / temperature)
    return int(rng.choice(k, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Sempre a maior",
        "Sempre veio a palavra de maior logit, e nada foi sorteado.",
    ),
    en=(
        "Always the largest",
        "The word with the largest logit always came, and nothing was drawn.",
    ),
)
def greedy(z, temperature, k, rng):
    return int(np.argmax(z))


@wrong(
    "sample_next",
    pt=(
        "Todas com a mesma chance",
        "As k palavras foram sorteadas por igual. As chances são as do softmax.",
    ),
    en=(
        "All with the same chance",
        "The k words were drawn equally. The chances are those of the softmax.",
    ),
)
def equally(z, temperature, k, rng):
    return int(rng.choice(np.argsort(z)[len(z) - k :]))


@wrong(
    "sample_next",
    pt=(
        "O lugar entre as k",
        "Veio o lugar da palavra entre as k escolhidas, e não o índice dela no vocabulário.",
    ),
    en=(
        "The place among the k",
        "The word's place among the k chosen ones came, and not its index in the vocabulary.",
    ),
)
def place_among(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) / temperature)
    return int(rng.choice(k, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Um gerador próprio",
        "O sorteio usou um gerador próprio, sempre o mesmo, e não o rng que veio.",
    ),
    en=(
        "A generator of its own",
        "The draw used a generator of its own, always the same, and not the rng that came.",
    ),
)
def own_generator(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) / temperature)
    return int(np.random.default_rng(0).choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "As chances sem ordem",
        "As chances são das maiores, mas foram dadas às palavras na ordem do vocabulário: cada uma ficou com a de "
        "outra.",
    ),
    en=(
        "The chances out of order",
        "The chances are those of the largest, but they were given to the words in the order of the vocabulary: each "
        "got another's.",
    ),
)
def out_of_order(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) / temperature)
    return int(rng.choice(np.sort(largest)[::-1], p=np.sort(e) / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Softmax antes do corte, sem dividir de novo",
        "As chances das k maiores foram tiradas do softmax de todas, e o que sobrou foi para a maior delas.",
    ),
    en=(
        "Softmax before the cut, not divided anew",
        "The chances of the k largest were taken from the softmax of all, and what was left over went to the largest "
        "of them.",
    ),
)
def rest_to_the_largest(z, temperature, k, rng):
    order = np.argsort(z)[::-1]
    e = np.exp((z[order] - z.max()) / temperature)
    p = e / e.sum()
    p[0] += p[k:].sum()
    return int(rng.choice(order[:k], p=p[:k] / p[:k].sum()))


@wrong(
    "sample_next",
    pt=(
        "Uma a mais",
        "Ficaram k + 1 palavras no sorteio.",
    ),
    en=(
        "One too many",
        "k + 1 words were left in the draw.",
    ),
)
def one_too_many(z, temperature, k, rng):
    largest = np.argsort(z)[max(len(z) - k - 1, 0) :]
    e = np.exp((z[largest] - z.max()) / temperature)
    return int(rng.choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Uma a menos",
        "Ficou uma palavra a menos que k no sorteio.",
    ),
    en=(
        "One too few",
        "One word less than k was left in the draw.",
    ),
)
def one_too_few(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - max(k - 1, 1) :]
    e = np.exp((z[largest] - z.max()) / temperature)
    return int(rng.choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "exp de números grandes",
        "A exponencial foi feita sem tirar antes o maior logit: ela transborda.",
    ),
    en=(
        "exp of large numbers",
        "The exponential was taken without subtracting the largest logit first: it overflows.",
    ),
)
def overflows(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp(z[largest] / temperature)
    return int(rng.choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Os logits como chances",
        "Os logits, deslocados, foram usados como chances, sem a exponencial.",
    ),
    en=(
        "The logits as chances",
        "The logits, shifted, were used as chances, without the exponential.",
    ),
)
def linear_chances(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    p = (z[largest] - z[largest].min()) / temperature + 1e-12
    return int(rng.choice(largest, p=p / p.sum()))


@wrong(
    "sample_next",
    pt=(
        "Um saco com cem papéis",
        "As chances viraram papéis, um por centésimo, e o que sobrou se perdeu: quem tem menos de um centésimo "
        "nunca sai.",
    ),
    en=(
        "A bag of a hundred slips",
        "The chances became slips of paper, one for each hundredth, and the rest was lost: what has less than a "
        "hundredth never comes.",
    ),
)
def hundred_slips(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) / temperature)
    slips = np.maximum((100 * e / e.sum()).astype(int), e == e.max())
    return int(rng.choice(np.repeat(largest, slips)))


@wrong(
    "sample_next",
    pt=(
        "O resto repartido por igual",
        "As chances que as outras palavras tinham foram repartidas por igual. As k que ficam crescem todas na "
        "mesma proporção.",
    ),
    en=(
        "The rest shared out equally",
        "The chances that the other words had were shared out equally. The k that are left all grow in proportion.",
    ),
)
def rest_shared_out(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z - z.max()) / temperature)
    p = (e / e.sum())[largest]
    return int(rng.choice(largest, p=p + (1 - p.sum()) / k))


@wrong(
    "sample_next",
    pt=(
        "Valores diferentes em vez de palavras",
        "Os k maiores valores diferentes ficaram: onde palavras que ficam têm o mesmo logit, sobra lugar para mais "
        "palavras do que k.",
    ),
    en=(
        "Different values in place of words",
        "The k largest different values were left: where words that stay have the same logit, there is room for more "
        "words than k.",
    ),
)
def different_values(z, temperature, k, rng):
    values = np.unique(z)[::-1][:k]
    left = np.flatnonzero(z >= values[-1])
    e = np.exp((z[left] - z.max()) / temperature)
    return int(rng.choice(left, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Nenhum sorteio quando está frio",
        "Com temperatura pequena veio sempre o maior logit. Também perto de 0 as outras têm suas chances, se os logits "
        "são próximos.",
    ),
    en=(
        "No draw when it is cold",
        "With a small temperature the largest logit always came. Near 0, too, the others have their chances, if the "
        "logits are close.",
    ),
)
def no_draw_when_cold(z, temperature, k, rng):
    if temperature < 0.3:
        return int(np.argmax(z))
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) / temperature)
    return int(rng.choice(largest, p=e / e.sum()))


@wrong(
    "sample_next",
    pt=(
        "Temperatura com limites",
        "A temperatura ficou entre 0,5 e 2. Ela vale como veio, por menor ou maior que seja.",
    ),
    en=(
        "A temperature with bounds",
        "The temperature was kept between 0.5 and 2. It counts as it came, however small or large.",
    ),
)
def bounded_temperature(z, temperature, k, rng):
    largest = np.argsort(z)[len(z) - k :]
    e = np.exp((z[largest] - z.max()) / np.clip(temperature, 0.5, 2))
    return int(rng.choice(largest, p=e / e.sum()))
