"""Answers to causal_mask: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("causal_mask")
def compared(n):
    return np.arange(n)[:, None] >= np.arange(n)


@right("causal_mask")
def tri(n):
    return np.tri(n, dtype=bool)


@right("causal_mask")
def lists(n):
    return [[j <= i for j in range(n)] for i in range(n)]


@right("causal_mask")
def not_above(n):
    return ~np.triu(np.ones((n, n), dtype=bool), k=1)


@wrong(
    "causal_mask",
    pt=(
        "Números 0 e 1",
        "Os números são estes, mas uma máscara é de booleanos: com 0 e 1, ~máscara e A[máscara] fazem outra coisa.",
    ),
    en=(
        "Numbers 0 and 1",
        "The numbers are these, but a mask is of booleans: with 0 and 1, ~mask and A[mask] do something else.",
    ),
)
def numbers(n):
    return np.tril(np.ones((n, n)))


@wrong(
    "causal_mask",
    pt=(
        "Inteiros 0 e 1",
        "A máscara é de inteiros. Ela precisa ser de booleanos.",
    ),
    en=(
        "Integers 0 and 1",
        "The mask is of integers. It has to be of booleans.",
    ),
)
def integers(n):
    return np.tri(n, dtype=int)


@wrong(
    "causal_mask",
    pt=(
        "O futuro, e não o passado",
        "True ficou acima da diagonal: cada um olha para os que vêm depois.",
    ),
    en=(
        "The future, and not the past",
        "True is above the diagonal: everyone looks at those that come later.",
    ),
)
def upper(n):
    return np.triu(np.ones((n, n), dtype=bool))


@wrong(
    "causal_mask",
    pt=(
        "Sem a diagonal",
        "Ninguém pode olhar para si mesmo, e o primeiro não pode olhar para lugar nenhum.",
    ),
    en=(
        "Without the diagonal",
        "Nobody may look at itself, and the first may look nowhere.",
    ),
)
def strictly_lower(n):
    return np.tril(np.ones((n, n), dtype=bool), k=-1)


@wrong(
    "causal_mask",
    pt=(
        "Um a mais",
        "Cada um vê também o seguinte.",
    ),
    en=(
        "One too many",
        "Everyone sees the next one too.",
    ),
)
def one_ahead(n):
    return np.tril(np.ones((n, n), dtype=bool), k=1)


@wrong(
    "causal_mask",
    pt=(
        "Tudo True",
        "Todos podem olhar para todos: o futuro não está escondido.",
    ),
    en=(
        "All True",
        "Everyone may look at everyone: the future is not hidden.",
    ),
)
def everything(n):
    return np.ones((n, n), dtype=bool)


@wrong(
    "causal_mask",
    pt=(
        "Só a diagonal",
        "Cada um só pode olhar para si mesmo.",
    ),
    en=(
        "The diagonal alone",
        "Everyone may look at itself only.",
    ),
)
def diagonal(n):
    return np.eye(n, dtype=bool)


@wrong(
    "causal_mask",
    pt=(
        "Os proibidos",
        "True ficou onde não se pode olhar.",
    ),
    en=(
        "The forbidden ones",
        "True is where one may not look.",
    ),
)
def forbidden(n):
    return np.triu(np.ones((n, n), dtype=bool), k=1)


@wrong(
    "causal_mask",
    pt=(
        "Zeros e −∞",
        "Isto é o que se soma às notas. Pede-se a máscara.",
    ),
    en=(
        "Zeros and −∞",
        "This is what is added to the scores. The mask is asked for.",
    ),
)
def added_to_scores(n):
    return np.where(np.tri(n, dtype=bool), 0.0, -np.inf)
