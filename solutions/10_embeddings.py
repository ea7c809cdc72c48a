# %% [markdown] lang="pt"
# # 10 · Vetores de palavras: quem anda com quem
#
# Uma rede lê números, e uma palavra não é um número. O *one-hot* dá a cada palavra um eixo próprio, e com isso diz que
# todas são igualmente diferentes: “gato” fica tão longe de “gata” quanto de “avião”. Um **embedding** dá a cada
# palavra um vetor curto, aprendido, em que palavras usadas do mesmo jeito ficam perto umas das outras [1].
#
# Você vai construir sete funções:
#
# | função | o que faz |
# |---|---|
# | `embed`, `embed_backward` | buscar os vetores de um texto, e devolver os gradientes a eles |
# | `cosine_similarity` | quão parecidas são duas direções |
# | `nearest` | as palavras mais parecidas com uma |
# | `analogy` | “a está para b como c está para…” |
# | `skip_gram_pairs` | os pares de vizinhas de um texto |
# | `negative_sampling` | a perda que separa vizinhas de palavras sorteadas |
#
# No fim, os vetores aprendem sozinhos, de um texto curto, que Lisboa está para Portugal como Roma está para a Itália.

# %% [markdown] lang="en"
# # 10 · Word vectors: who keeps company with whom
#
# A network reads numbers, and a word is no number. One-hot gives each word an axis of its own, and thereby says that
# all are equally different: “cat” is as far from “kitten” as from “aeroplane”. An **embedding** gives each word a
# short, learnt vector, in which words that are used alike are near each other [1].
#
# You will build seven functions:
#
# | function | what it does |
# |---|---|
# | `embed`, `embed_backward` | looking up the vectors of a text, and giving the gradients back to them |
# | `cosine_similarity` | how alike two directions are |
# | `nearest` | the words most like one |
# | `analogy` | “a is to b as c is to…” |
# | `skip_gram_pairs` | the pairs of neighbours of a text |
# | `negative_sampling` | the loss that tells neighbours from words drawn by lot |
#
# At the end the vectors learn by themselves, from a short text, that Lisbon is to Portugal as Rome is to Italy.

# %% [markdown] lang="pt"
# ## Como trabalhar neste notebook
#
# - Escreva cada função embaixo do comentário `# Escreva aqui · Write here`, no lugar do `...`, sem mudar o
#   nome nem os argumentos. Uma função pode usar as que você já escreveu.
# - Depois rode a célula `check(...)` logo abaixo. Ela faz as verificações públicas e, se algo não estiver
#   certo, mostra um caso pequeno em que isso aparece. As demais verificações rodam na correção.
# - Devolva sempre arrays **novos**, e não mude os que chegaram.
# - Se a função ainda não passou, `degrau.hint(nome_da_função)` mostra mais uma dica. `degrau.progress()` mostra até
#   onde você já foi no notebook.
# - Os gráficos usam as suas funções: enquanto elas não existem, a célula apenas avisa. Mude os números e rode de
#   novo: o que você muda nelas não conta na correção. Eles precisam do Matplotlib (`pip install matplotlib`); os
#   exercícios funcionam sem ele.
# - As perguntas de **Para pensar** não valem nota.
# - Este notebook existe em português e em inglês, com as mesmas células de código. Entregue o que preferir.

# %% [markdown] lang="en"
# ## How to work with this notebook
#
# - Write each function under the comment `# Escreva aqui · Write here`, in place of the `...`, without
#   changing its name or its arguments. A function may use those you have already written.
# - Then run the `check(...)` cell right below. It runs the public checks and, if something is not right,
#   shows a small case where that happens. The other checks run when the notebook is graded.
# - Always return **new** arrays, and do not change those that came in.
# - While a function does not pass, `degrau.hint(name_of_the_function)` shows one more hint. `degrau.progress()` shows
#   how far you have come in the notebook.
# - The plots use your functions: until those exist, the cell just says so. Change the numbers and run it again: what
#   you change in them does not count when the notebook is graded. They need Matplotlib (`pip install matplotlib`); the
#   exercises work without it.
# - The **Something to think about** questions are not graded.
# - This notebook exists in Portuguese and in English, with the same code cells. Hand in whichever you like.

# %% tags=["setup"]
import numpy as np

import degrau
from degrau import check

# %% tags=["demo"]
BLUE, ORANGE, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."
PLACES = [
    ("Lisboa · Lisbon", "Portugal", "bacalhau · cod", "fado"),
    ("Paris", "França · France", "crepe", "acordeão · accordion"),
    ("Roma · Rome", "Itália · Italy", "pizza", "ópera · opera"),
    ("Madri · Madrid", "Espanha · Spain", "paella", "flamenco"),
    ("Atenas · Athens", "Grécia · Greece", "musaca · moussaka", "buzuki · bouzouki"),
    ("Tóquio · Tokyo", "Japão · Japan", "sushi", "taiko"),
]
CITY, COUNTRY, STOP = "cidade · city", "país · country", "."


def write(sentences, rng):
    """Um texto de frases curtas sobre cidades e países. · A text of short sentences on cities and countries."""
    words = []
    for _ in range(sentences):
        city, country, *own = PLACES[rng.integers(len(PLACES))]
        thing = own[rng.integers(2)]
        forms = [(city, CITY, thing), (country, COUNTRY, thing), (CITY, city, thing), (COUNTRY, country, thing)]
        words += [*forms[rng.integers(4)], STOP]
    return words


TEXT = write(400, np.random.default_rng(0))
VOCABULARY = sorted(set(TEXT))
INDEX = {word: i for i, word in enumerate(VOCABULARY)}
IDS = np.array([INDEX[word] for word in TEXT])
print(len(TEXT), "palavras, por exemplo: · words, for example:", *TEXT[:8])

# %% [markdown] lang="pt"
# ## 1. A tabela
#
# Os vetores moram em uma tabela `E` $(V, d)$: uma linha para cada uma das $V$ palavras do vocabulário. Um texto é uma
# lista de índices, `ids`, e o que a rede recebe são as linhas deles, na ordem do texto. É a mesma conta que multiplicar
# *one-hot* por `E`, sem multiplicar zero nenhum.
#
# Na volta, o gradiente de cada posição do texto vai para a linha da palavra dela. Uma palavra que aparece três vezes
# recebe **três** parcelas, que se somam; as que não apareceram ficam com zero.
#
# > **NumPy de que você precisa aqui.** Um array de índices escolhe linhas, repetidas até: com `A = np.array([[1, 2],
# > [3, 4]])`, `A[np.array([1, 1, 0])]` é `[[3, 4], [3, 4], [1, 2]]`. Para somar, isso engana: `A[[1, 1]] += 10` soma 10
# > **uma** vez à linha 1, porque a segunda soma apaga a primeira. `np.add.at(A, [1, 1], 10)` soma as duas.
#
# **À mão.** `ids = (2, 0, 2)`, $V = 3$ e $dY = \begin{pmatrix} 1 & 0 \\ 5 & 5 \\ 2 & 1 \end{pmatrix}$ dão $dE =
# \begin{pmatrix} 5 & 5 \\ 0 & 0 \\ 3 & 1 \end{pmatrix}$.

# %% [markdown] lang="en"
# ## 1. The table
#
# The vectors live in a table `E` $(V, d)$: a row for each of the $V$ words of the vocabulary. A text is a list of
# indices, `ids`, and what the network gets are their rows, in the order of the text. It is the same as multiplying
# one-hot by `E`, without multiplying any zeros.
#
# On the way back the gradient of each place in the text goes to the row of its word. A word that occurs three times
# gets **three** contributions, which add up; those that did not occur get zero.
#
# > **NumPy that you need here.** An array of indices chooses rows, repeated ones too: with `A = np.array([[1, 2], [3,
# > 4]])`, `A[np.array([1, 1, 0])]` is `[[3, 4], [3, 4], [1, 2]]`. For sums that is deceptive: `A[[1, 1]] += 10` adds 10
# > **once** to row 1, because the second sum wipes out the first. `np.add.at(A, [1, 1], 10)` adds both.
#
# **By hand.** `ids = (2, 0, 2)`, $V = 3$ and $dY = \begin{pmatrix} 1 & 0 \\ 5 & 5 \\ 2 & 1 \end{pmatrix}$ give $dE =
# \begin{pmatrix} 5 & 5 \\ 0 & 0 \\ 3 & 1 \end{pmatrix}$.


# %%
def embed(ids, E):
    """Os vetores das palavras de um texto. · The vectors of a text's words.

    ids: (T,), índices de 0 a V − 1 · indices from 0 to V − 1; E: (V, d)
    Devolve · Returns (T, d).
    """
    ### BEGIN SOLUTION
    return E[ids]
    ### END SOLUTION


# %%
check(embed)


# %%
def embed_backward(ids, V, dY):
    """O gradiente da tabela. · The table's gradient.

    ids: (T,); V: quantas palavras há · how many words there are; dY: (T, d), o gradiente em embed(ids, E)
    Devolve · Returns dE, (V, d).
    """
    ### BEGIN SOLUTION
    dE = np.zeros((V, dY.shape[1]))
    np.add.at(dE, ids, dY)
    return dE
    ### END SOLUTION


# %%
check(embed_backward)

# %% [markdown] lang="pt"
# ## 2. Parecença
#
# Duas palavras são parecidas se os seus vetores apontam para o mesmo lado. O tamanho deles depende mais de quantas
# vezes a palavra aparece, e por isso não conta: a medida é o **cosseno** do ângulo,
#
# $$\cos(u, v) = \frac{u \cdot v}{\lVert u \rVert \, \lVert v \rVert} ,$$
#
# que vai de −1 (opostos) a 1 (mesma direção). Um vetor nulo não aponta para lado nenhum: ali a resposta é 0, e nada
# pode avisar. Com *one-hot*, duas palavras diferentes têm sempre cosseno 0 e distância $\sqrt 2$, sejam quais forem:
# é por isso que ele não diz nada sobre parecença.
#
# > **NumPy de que você precisa aqui.** `u @ v` é a soma dos produtos, e `np.linalg.norm(u)`, o tamanho: com `u =
# > np.array([3, 4])` ele vale `5.0`. `0.0 / 0.0` dá `nan` com aviso; decida antes de dividir.
#
# **À mão.** $u = (1;\ 2)$ e $v = (2;\ -1)$: $u \cdot v = 0$, perpendiculares. $u = (1;\ 0)$ e $v = (3;\ 4)$: $3 / (1
# \cdot 5) = 0{,}6$.

# %% [markdown] lang="en"
# ## 2. Likeness
#
# Two words are alike if their vectors point the same way. Their length depends more on how often the word occurs, and
# so it does not count: the measure is the **cosine** of the angle,
#
# $$\cos(u, v) = \frac{u \cdot v}{\lVert u \rVert \, \lVert v \rVert} ,$$
#
# which goes from −1 (opposite) to 1 (the same direction). A zero vector points nowhere: there the answer is 0, and
# nothing may warn. With one-hot two different words always have a cosine of 0 and a distance of $\sqrt 2$, whichever
# they are: that is why it says nothing of likeness.
#
# > **NumPy that you need here.** `u @ v` is the sum of the products, and `np.linalg.norm(u)` the length: with `u =
# > np.array([3, 4])` it is `5.0`. `0.0 / 0.0` gives `nan` with a warning; decide before you divide.
#
# **By hand.** $u = (1,\ 2)$ and $v = (2,\ -1)$: $u \cdot v = 0$, at a right angle. $u = (1,\ 0)$ and $v = (3,\ 4)$:
# $3 / (1 \cdot 5) = 0.6$.


# %%
def cosine_similarity(u, v):
    """O cosseno do ângulo entre u e v. · The cosine of the angle between u and v.

    u, v: (d,)
    Devolve um número de −1 a 1; 0, sem aviso, onde um deles é nulo.
    Returns a number from −1 to 1; 0, without a warning, where either is zero.
    """
    ### BEGIN SOLUTION
    norms = np.linalg.norm(u) * np.linalg.norm(v)
    return float(u @ v / norms) if norms > 0 else 0.0
    ### END SOLUTION


# %%
check(cosine_similarity)

# %% [markdown] lang="pt"
# ## 3. Vizinhas e analogias
#
# As **vizinhas** de uma palavra são as linhas de maior cosseno com a dela, da mais parecida para a menos. A própria
# palavra fica de fora, pelo **índice**: outra linha pode ser paralela à dela, e essa conta.
#
# Uma **analogia** pergunta por uma direção [2]: se de $a$ a $b$ se vai por $E_b - E_a$, o mesmo caminho, a partir de
# $c$, leva a $E_b - E_a + E_c$. A resposta é a linha de maior cosseno com esse ponto, sem contar $a$, $b$ e $c$, que
# costumam ficar perto demais. As linhas entram na soma como estão, sem normalizar.
#
# > **NumPy de que você precisa aqui.** `np.argsort(a)` dá os índices que põem `a` em ordem **crescente**: com `a =
# > np.array([5, 1, 3])` ele é `[1, 2, 0]`, e `np.argsort(-a)` é `[0, 2, 1]`. `np.argmax(a)` é o lugar do maior, `0`. Um
# > lugar que não pode ganhar recebe `-np.inf`, em uma cópia.
#
# **À mão.** $E$ com as linhas $(1;\ 0)$, $(2;\ 0{,}2)$, $(0;\ 1)$, $(-1;\ 0)$ e a palavra 0: os cossenos são $0{,}995$,
# $0$ e $-1$, e as duas vizinhas, $(1,\ 2)$.

# %% [markdown] lang="en"
# ## 3. Neighbours and analogies
#
# The **neighbours** of a word are the rows of the largest cosine with its own, from the most alike on. The word
# itself is left out, by its **index**: another row may be parallel to it, and that one counts.
#
# An **analogy** asks for a direction [2]: if the way from $a$ to $b$ is $E_b - E_a$, the same way from $c$ leads to
# $E_b - E_a + E_c$. The answer is the row of the largest cosine with that point, leaving out $a$, $b$ and $c$, which
# tend to be too near. The rows enter the sum as they are, not normalised.
#
# > **NumPy that you need here.** `np.argsort(a)` gives the indices that put `a` in **ascending** order: with `a =
# > np.array([5, 1, 3])` it is `[1, 2, 0]`, and `np.argsort(-a)` is `[0, 2, 1]`. `np.argmax(a)` is the place of the
# > largest, `0`. A place that must not win gets `-np.inf`, in a copy.
#
# **By hand.** $E$ with the rows $(1,\ 0)$, $(2,\ 0.2)$, $(0,\ 1)$, $(-1,\ 0)$ and word 0: the cosines are $0.995$,
# $0$ and $-1$, and the two neighbours $(1,\ 2)$.


# %%
def nearest(word, E, k):
    """As k palavras mais parecidas com uma. · The k words most like one.

    word: um índice · an index; E: (V, d), sem linhas nulas · without zero rows; k: de 1 a · from 1 to V − 1
    Devolve (k,) índices, da mais parecida em diante, sem a própria.
    Returns (k,) indices, from the most alike on, without itself.
    """
    ### BEGIN SOLUTION
    similarities = np.array([cosine_similarity(E[word], row) for row in E])
    similarities[word] = -np.inf
    return np.argsort(-similarities)[:k]
    ### END SOLUTION


# %%
check(nearest)


# %%
def analogy(a, b, c, E):
    """a está para b como c está para… · a is to b as c is to…

    a, b, c: índices · indices; E: (V, d), sem linhas nulas · without zero rows
    Devolve o índice da resposta, que não é a, b nem c. · Returns the index of the answer, which is not a, b or c.
    """
    ### BEGIN SOLUTION
    target = E[b] - E[a] + E[c]
    similarities = np.array([cosine_similarity(target, row) for row in E])
    similarities[[a, b, c]] = -np.inf
    return int(np.argmax(similarities))
    ### END SOLUTION


# %%
check(analogy)

# %% [markdown] lang="pt"
# ## 4. Aprender com a companhia
#
# De onde vêm os vetores? Da ideia de que se conhece uma palavra pela companhia que ela tem [3]. O **skip-gram** [1]
# percorre o texto: cada palavra é, na sua vez, o **centro**, e as que estão a no máximo `window` lugares dela, dos dois
# lados, são o **contexto**. Cada par (centro, contexto) é um exemplo, tantas vezes quantas acontece.
#
# **À mão.** `ids = (7, 4, 7)` com `window = 1`: $(7, 4)$, $(4, 7)$, $(4, 7)$, $(7, 4)$. Com `window = 2` vêm mais dois,
# $(7, 7)$ e $(7, 7)$.
#
# Para cada par, duas tabelas dão os vetores: $v$, do centro, e $u$, do contexto. O produto $u \cdot v$ deve ser
# grande. Sozinho ele cresceria sem parar; por isso se sorteiam $k$ palavras quaisquer, as **negativas**, as linhas
# $n_j$ de $N$, cujos produtos com $v$ devem ser pequenos [2]:
#
# $$L = -\ln \sigma(u \cdot v) - \sum_{j=1}^{k} \ln \sigma(-n_j \cdot v) .$$
#
# Os gradientes são os de sempre: cada produto tem um erro, e cada fator recebe o outro vezes o erro. Com $s = \sigma(u
# \cdot v) - 1$ e $t_j = \sigma(n_j \cdot v)$,
#
# $$du = s\, v, \qquad dn_j = t_j\, v, \qquad dv = s\, u + \sum_j t_j\, n_j .$$
#
# Para não estourar: $-\ln \sigma(z) = \ln(1 + e^{-z})$.
#
# > **NumPy de que você precisa aqui.** `np.logaddexp(a, b)` é $\ln(e^a + e^b)$, sem estouro: `np.logaddexp(0, 1000)` é
# > `1000.0`. `np.outer(t, v)` é a tabela dos produtos, e `(1 + np.tanh(z / 2)) / 2` é uma sigmoide que não estoura.
#
# **À mão.** $v = (1;\ 0)$, $u = (0;\ 1)$ e uma negativa $n = (0;\ 2)$: os produtos são 0, $L = 2 \ln 2 = 1{,}386$, $s =
# -\frac12$, $t = \frac12$, $du = (-0{,}5;\ 0)$, $dn = (0{,}5;\ 0)$, $dv = -\frac12 (0;\ 1) + \frac12 (0;\ 2) = (0;\
# 0{,}5)$.

# %% [markdown] lang="en"
# ## 4. Learning from company
#
# Where do the vectors come from? From the idea that you know a word by the company it keeps [3]. **Skip-gram** [1] goes
# through the text: each word is, in its turn, the **centre**, and those at most `window` places from it, on both sides,
# are the **context**. Each pair (centre, context) is an example, as often as it occurs.
#
# **By hand.** `ids = (7, 4, 7)` with `window = 1`: $(7, 4)$, $(4, 7)$, $(4, 7)$, $(7, 4)$. With `window = 2` two more
# come, $(7, 7)$ and $(7, 7)$.
#
# For each pair two tables give the vectors: $v$, of the centre, and $u$, of the context. The product $u \cdot v$
# should be large. By itself it would grow for ever; so $k$ words are drawn by lot, the **negative** ones, the rows
# $n_j$ of $N$, whose products with $v$ should be small [2]:
#
# $$L = -\ln \sigma(u \cdot v) - \sum_{j=1}^{k} \ln \sigma(-n_j \cdot v) .$$
#
# The gradients are as ever: each product has an error, and each factor gets the other one times the error. With $s =
# \sigma(u \cdot v) - 1$ and $t_j = \sigma(n_j \cdot v)$,
#
# $$du = s\, v, \qquad dn_j = t_j\, v, \qquad dv = s\, u + \sum_j t_j\, n_j .$$
#
# Not to overflow: $-\ln \sigma(z) = \ln(1 + e^{-z})$.
#
# > **NumPy that you need here.** `np.logaddexp(a, b)` is $\ln(e^a + e^b)$, without an overflow: `np.logaddexp(0,
# > 1000)` is `1000.0`. `np.outer(t, v)` is the table of the products, and `(1 + np.tanh(z / 2)) / 2` a sigmoid that
# > does not overflow.
#
# **By hand.** $v = (1,\ 0)$, $u = (0,\ 1)$ and one negative $n = (0,\ 2)$: the products are 0, $L = 2 \ln 2 = 1.386$,
# $s = -\frac12$, $t = \frac12$, $du = (-0.5,\ 0)$, $dn = (0.5,\ 0)$, $dv = -\frac12 (0,\ 1) + \frac12 (0,\ 2) = (0,\
# 0.5)$.


# %%
def skip_gram_pairs(ids, window):
    """Os pares (centro, contexto) de um texto. · The pairs (centre, context) of a text.

    ids: (T,); window: a distância máxima, 1 ou mais · the largest distance, 1 or more
    Devolve (n, 2), em qualquer ordem, cada par tantas vezes quantas acontece; vazio, se não há nenhum.
    Returns (n, 2), in any order, each pair as often as it occurs; empty, if there is none.
    """
    ### BEGIN SOLUTION
    pairs = []
    for i in range(len(ids)):
        for j in range(max(0, i - window), min(len(ids), i + window + 1)):
            if j != i:
                pairs.append((ids[i], ids[j]))
    return np.array(pairs, dtype=int).reshape(-1, 2)
    ### END SOLUTION


# %%
check(skip_gram_pairs)


# %%
def negative_sampling(v, u, N):
    """A perda de um par e das suas negativas, e os gradientes. · The loss of a pair and its negatives, and gradients.

    v, u: (d,), centro e contexto · centre and context; N: (k, d), uma negativa por linha · a negative in each row
    Devolve (loss, dv, du, dN), estáveis até |produtos| = 10000.
    Returns (loss, dv, du, dN), stable up to |products| = 10000.
    """
    ### BEGIN SOLUTION
    near, far = u @ v, N @ v
    s, t = (1 + np.tanh(near / 2)) / 2 - 1, (1 + np.tanh(far / 2)) / 2
    loss = np.logaddexp(0, -near) + np.sum(np.logaddexp(0, far))
    return float(loss), s * u + t @ N, s * v, np.outer(t, v)
    ### END SOLUTION


# %%
check(negative_sampling)

# %% [markdown] lang="pt"
# ## 5. Um mapa das palavras
#
# O texto tem 400 frases curtas: uma cidade ou um país, a palavra `cidade` ou `país`, e uma coisa de lá. Ninguém diz à
# rede que Lisboa e Portugal têm a ver um com o outro, nem o que é uma capital. Ela só vê quem anda com quem.
#
# O gráfico mostra os vetores antes e depois do treino, nas duas direções em que as cidades e os países mais se
# espalham. As linhas ligam cada cidade ao seu país: depois do treino, elas correm quase paralelas, e a analogia
# (em verde, Lisboa, Portugal, Itália e Roma) é quase um **paralelogramo**. Com oito sementes diferentes em `learn`,
# as 30 analogias entre uma cidade e o seu país saíram todas certas depois do treino, e no máximo 2 antes.

# %% [markdown] lang="en"
# ## 5. A map of the words
#
# The text has 400 short sentences: a city or a country, the word `city` or `country`, and a thing from there. Nobody
# tells the network that Lisbon and Portugal have to do with each other, nor what a capital is. It only sees who keeps
# company with whom.
#
# The plot shows the vectors before and after training, in the two directions in which the cities and countries spread
# most. The lines join each city to its country: after training they run almost parallel, and the analogy (in green,
# Lisbon, Portugal, Italy and Rome) is almost a **parallelogram**. With eight different seeds in `learn` all 30
# analogies between a city and its country came out right after training, and at most 2 before.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def learn(pairs, rng, d=12, epochs=6, lr=0.1):
    """As duas tabelas, treinadas par a par. · The two tables, trained pair by pair."""
    V = len(VOCABULARY)
    E, U = rng.normal(0, 0.3, (V, d)), rng.normal(0, 0.3, (V, d))
    start = E.copy()
    for _ in range(epochs):
        for centre, context in pairs[rng.permutation(len(pairs))]:
            negatives = rng.integers(V, size=5)
            _, dv, du, dN = negative_sampling(E[centre], U[context], U[negatives])
            E[centre] = E[centre] - lr * dv
            U[context] = U[context] - lr * du
            np.subtract.at(U, negatives, lr * np.asarray(dN))
    return start, E


def draw_map(ax, E, title):
    """Cidades e países no plano em que mais se espalham. · Cities and countries where they spread most."""
    rows = E[[INDEX[word] for place in PLACES for word in place[:2]]]
    rows = rows - rows.mean(axis=0)
    points = rows @ np.linalg.svd(rows)[2][:2].T
    points = points / np.abs(points).max(axis=0)
    for i in range(len(PLACES)):
        ax.plot(*points[2 * i : 2 * i + 2].T, ":", color="grey")
    labels = []
    for j in np.argsort(points[:, 1]):
        (x, y), side = points[j], 1 if points[j, 0] > 0 else -1
        ax.plot(x, y, "o", color=(BLUE, ORANGE)[j % 2], markersize=4)
        while any(abs(x - a) < 0.9 and abs(y - b) < 0.12 for a, b in labels):
            y = y + 0.02
        labels.append((x, y))
        ax.text(x + 0.06 * side, y, PLACES[j // 2][j % 2], fontsize=7, va="center", ha="left" if side > 0 else "right")
    ax.plot(*points[[0, 1, 5, 4, 0]].T, color=GREEN, linewidth=1.5)
    ax.set(title=title, xticks=[], yticks=[], xlim=(-2, 2), ylim=(-1.2, 1.4))


pairs = skip_gram_pairs(IDS, 2)
tried = negative_sampling(np.ones(2), np.ones(2), np.ones((1, 2)))
if pairs is None or tried is None or analogy(0, 1, 2, np.eye(4)) is None:
    print(NOT_YET)
else:
    start, E = learn(np.array(pairs), np.random.default_rng(0))
    fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 4), layout="constrained")
    draw_map(left, start, "antes · before")
    draw_map(right, E, "depois · after")
    questions = [(p, q) for p in PLACES for q in PLACES if p is not q]
    hits = [analogy(INDEX[p[0]], INDEX[p[1]], INDEX[q[0]], E) == INDEX[q[1]] for p, q in questions]
    print(f"analogias certas · analogies right: {sum(hits)} / {len(hits)}")
    print("Roma · Rome:", *[VOCABULARY[i] for i in nearest(INDEX["Roma · Rome"], E, 3)], sep="  ")

# %% [markdown] lang="pt"
# **Para pensar.** As vizinhas de Roma são outras cidades, ou coisas da Itália? O que mudaria com `window = 1`?

# %% [markdown] lang="en"
# **Something to think about.** Are Rome's neighbours other cities, or things from Italy? What would change with
# `window = 1`?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - Um embedding é uma tabela de vetores aprendidos; buscar uma linha é multiplicar por um *one-hot*.
# - Na volta, os gradientes de uma palavra repetida se somam.
# - O cosseno compara direções, e não tamanhos.
# - Uma analogia é um caminho que serve em dois lugares.
# - Com negativas sorteadas, aprende-se de um par sem passar pelo vocabulário inteiro.
#
# No próximo notebook, `11_attention`, cada palavra escolhe para quais outras olhar.
#
# ### Referências
#
# 1. T. Mikolov, K. Chen, G. Corrado e J. Dean (2013). Efficient estimation of word representations in vector space.
#    *ICLR 2013, Workshop Track*.
# 2. T. Mikolov, I. Sutskever, K. Chen, G. Corrado e J. Dean (2013). Distributed representations of words and phrases
#    and their compositionality. *Advances in Neural Information Processing Systems*, 26.
# 3. J. R. Firth (1957). A synopsis of linguistic theory 1930–1955. *Studies in Linguistic Analysis*, 1–32.

# %% [markdown] lang="en"
# ## What to take away
#
# - An embedding is a table of learnt vectors; to look a row up is to multiply by a one-hot.
# - On the way back the gradients of a repeated word add up.
# - The cosine compares directions, and not lengths.
# - An analogy is a way that serves in two places.
# - With negatives drawn by lot one learns from a pair without going through the whole vocabulary.
#
# In the next notebook, `11_attention`, each word chooses which others to look at.
#
# ### References
#
# 1. T. Mikolov, K. Chen, G. Corrado and J. Dean (2013). Efficient estimation of word representations in vector space.
#    *ICLR 2013, Workshop Track*.
# 2. T. Mikolov, I. Sutskever, K. Chen, G. Corrado and J. Dean (2013). Distributed representations of words and phrases
#    and their compositionality. *Advances in Neural Information Processing Systems*, 26.
# 3. J. R. Firth (1957). A synopsis of linguistic theory 1930–1955. *Studies in Linguistic Analysis*, 1–32.
