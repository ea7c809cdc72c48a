# %% [markdown] lang="pt"
# # 11 · Atenção: escolher para onde olhar
#
# Uma rede recorrente espreme tudo o que leu em um só vetor. Para traduzir a décima palavra de uma frase, ela precisaria
# ter guardado ali todas as outras. A **atenção** faz diferente: guarda um vetor para cada palavra e, a cada passo,
# **escolhe para quais olhar** [1]. A escolha é um softmax, e por isso se aprende com gradientes.
#
# Você vai construir seis funções:
#
# | função | o que faz |
# |---|---|
# | `additive_attention` | uma pergunta a vários vetores, com uma camada de tanh |
# | `attention`, `attention_backward` | muitas perguntas de uma vez, por produtos, e a volta |
# | `causal_mask` | quem pode olhar para quem, quando o futuro é segredo |
# | `positional_encoding` | onde cada palavra está |
# | `multi_head_attention` | várias atenções lado a lado |
#
# No fim, uma camada de atenção aprende a copiar e a inverter uma sequência.

# %% [markdown] lang="en"
# # 11 · Attention: choosing where to look
#
# A recurrent network squeezes all that it has read into one vector. To translate the tenth word of a sentence it would
# have to have kept all the others in there. **Attention** does otherwise: it keeps a vector for each word and, at each
# step, **chooses which ones to look at** [1]. The choice is a softmax, and so it is learnt with gradients.
#
# You will build six functions:
#
# | function | what it does |
# |---|---|
# | `additive_attention` | one question to several vectors, with a layer of tanh |
# | `attention`, `attention_backward` | many questions at once, by products, and the way back |
# | `causal_mask` | who may look at whom, when the future is a secret |
# | `positional_encoding` | where each word is |
# | `multi_head_attention` | several attentions side by side |
#
# At the end a layer of attention learns to copy and to reverse a sequence.

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

# %% [markdown] lang="pt"
# ## 1. Uma pergunta, muitas respostas
#
# Há $T$ lugares para onde olhar. Cada um tem uma **chave** $k_t$, que diz do que ele trata, e um **valor** $v_t$, o
# que ele tem a dar. Chega uma **consulta** $q$. Na atenção aditiva [1], uma camada de tanh compara a consulta com
# cada chave e dá uma nota a ela:
#
# $$s_t = v \cdot \tanh(W_q q + W_k k_t), \qquad a = \operatorname{softmax}(s), \qquad y = \sum_t a_t V_t .$$
#
# Os $a_t$ são positivos e somam 1: $y$ é uma média dos valores, com mais peso onde a nota é maior. A letra $v$
# sozinha é um vetor de pesos $(m,)$; os valores são as linhas de $V$.
#
# > **NumPy de que você precisa aqui.** `K @ Wk.T` multiplica cada linha de `K` $(T, r)$ por `Wk` $(m, r)$: dá $(T,
# > m)$, e somar um vetor $(m,)$ soma a cada linha. Por exemplo, `np.zeros((2, 3)) + np.array([1, 2, 3])` tem duas
# > linhas iguais. E `a @ V`, com `a` $(T,)$, é a soma das linhas de `V`, cada uma vezes o seu peso.
#
# **À mão.** Uma unidade, $W_q q = 0$, $W_k = 1$, $v = 1$, chaves $0$ e $1$, valores $10$ e $20$: as notas são $0$ e
# $\tanh 1 = 0{,}762$, os pesos, $(0{,}318;\ 0{,}682)$, e $y = 16{,}8$.

# %% [markdown] lang="en"
# ## 1. One question, many answers
#
# There are $T$ places to look at. Each has a **key** $k_t$, which says what it is about, and a **value** $v_t$, what
# it has to give. A **query** $q$ arrives. In additive attention [1] a layer of tanh compares the query with each key
# and gives it a score:
#
# $$s_t = v \cdot \tanh(W_q q + W_k k_t), \qquad a = \operatorname{softmax}(s), \qquad y = \sum_t a_t V_t .$$
#
# The $a_t$ are positive and add up to 1: $y$ is a mean of the values, with more weight where the score is larger. The
# letter $v$ by itself is a vector of weights $(m,)$; the values are the rows of $V$.
#
# > **NumPy that you need here.** `K @ Wk.T` multiplies each row of `K` $(T, r)$ by `Wk` $(m, r)$: that gives $(T,
# > m)$, and adding a vector $(m,)$ adds it to each row. For example `np.zeros((2, 3)) + np.array([1, 2, 3])` has two
# > equal rows. And `a @ V`, with `a` $(T,)$, is the sum of the rows of `V`, each times its weight.
#
# **By hand.** One unit, $W_q q = 0$, $W_k = 1$, $v = 1$, keys $0$ and $1$, values $10$ and $20$: the scores are $0$
# and $\tanh 1 = 0.762$, the weights $(0.318,\ 0.682)$, and $y = 16.8$.


# %%
def additive_attention(q, K, V, Wq, Wk, v):
    """Uma consulta a T chaves, com uma camada de tanh. · One query to T keys, with a layer of tanh.

    q: (p,); K: (T, r); V: (T, s); Wq: (m, p); Wk: (m, r); v: (m,)
    Devolve (y, a): a média (s,) e os pesos (T,), estáveis com notas de até ±10000.
    Returns (y, a): the mean (s,) and the weights (T,), stable for scores of up to ±10000.
    """
    ### BEGIN SOLUTION
    scores = np.tanh(Wq @ q + K @ Wk.T) @ v
    e = np.exp(scores - scores.max())
    a = e / e.sum()
    return a @ V, a
    ### END SOLUTION


# %%
check(additive_attention)

# %% [markdown] lang="pt"
# ## 2. Muitas perguntas de uma vez
#
# A nota mais simples é o produto da consulta com a chave. Com as consultas nas linhas de $Q$ $(T_q, d)$, as chaves em
# $K$ $(T_k, d)$ e os valores em $V$ $(T_k, s)$, tudo cabe em dois produtos de matrizes [2]:
#
# $$S = \frac{Q K^\top}{\sqrt d}, \qquad A = \operatorname{softmax}(S)\ \text{(em cada linha)}, \qquad Y = A V .$$
#
# A raiz de $d$ mantém as notas do mesmo tamanho, seja qual for o número de colunas; sem ela o softmax de vetores longos
# seria quase um *one-hot*, e nada aprenderia.
#
# Uma **máscara** diz quem pode olhar para quem: `mask` $(T_q, T_k)$ tem True onde pode. O que não se pode olhar
# recebe peso **zero**, e os outros dividem tudo entre si: a nota dele é $-\infty$ antes do softmax. Toda linha pode
# olhar para algum lugar.
#
# > **NumPy de que você precisa aqui.** `np.where(máscara, A, -np.inf)` põe `-inf` onde a máscara é False, e
# > `np.exp(-np. inf)` é `0.0`, sem aviso. `A.max(axis=1, keepdims=True)` é o maior de cada linha, em uma coluna que
# > se subtrai de `A` linha por linha.
#
# **À mão.** $d = 1$, $Q = (1)$, chaves $0$ e $\ln 3$, valores $4$ e $8$: as notas são $0$ e $\ln 3$, os pesos,
# $(\frac14,\ \frac34)$, e $Y = 7$. Se a máscara é (True, False), os pesos são $(1,\ 0)$ e $Y = 4$.

# %% [markdown] lang="en"
# ## 2. Many questions at once
#
# The simplest score is the product of query and key. With the queries in the rows of $Q$ $(T_q, d)$, the keys in $K$
# $(T_k, d)$ and the values in $V$ $(T_k, s)$, everything fits into two products of matrices [2]:
#
# $$S = \frac{Q K^\top}{\sqrt d}, \qquad A = \operatorname{softmax}(S)\ \text{(in each row)}, \qquad Y = A V .$$
#
# The root of $d$ keeps the scores of one size, whatever the number of columns; without it the softmax of long vectors
# would be nearly a one-hot, and would learn nothing.
#
# A **mask** says who may look at whom: `mask` $(T_q, T_k)$ has True where one may. What may not be looked at gets
# weight **zero**, and the others share everything: its score is $-\infty$ before the softmax. Every row may look
# somewhere.
#
# > **NumPy that you need here.** `np.where(mask, A, -np.inf)` puts `-inf` where the mask is False, and
# > `np.exp(-np.inf)` is `0.0`, without a warning. `A.max(axis=1, keepdims=True)` is the largest of each row, in a
# > column that is subtracted from `A` row by row.
#
# **By hand.** $d = 1$, $Q = (1)$, keys $0$ and $\ln 3$, values $4$ and $8$: the scores are $0$ and $\ln 3$, the weights
# $(\frac14,\ \frac34)$, and $Y = 7$. If the mask is (True, False), the weights are $(1,\ 0)$ and $Y = 4$.


# %%
def attention(Q, K, V, mask):
    """Atenção por produtos. · Attention by products.

    Q: (Tq, d); K: (Tk, d); V: (Tk, s); mask: (Tq, Tk), True onde se pode olhar · where one may look
    Devolve (Y, A): (Tq, s) e os pesos (Tq, Tk), estáveis com notas de até ±10000.
    Returns (Y, A): (Tq, s) and the weights (Tq, Tk), stable for scores of up to ±10000.
    """
    ### BEGIN SOLUTION
    scores = np.where(mask, Q @ K.T / np.sqrt(Q.shape[1]), -np.inf)
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    A = E / E.sum(axis=1, keepdims=True)
    return A @ V, A
    ### END SOLUTION


# %%
check(attention)

# %% [markdown] lang="pt"
# ## 3. De volta pela atenção
#
# Chega $dY$. O produto $Y = A V$ você já sabe desfazer: $dV = A^\top dY$ e $dA = dY\, V^\top$. Cada linha de $A$ é um
# softmax, e a jacobiana dele, $\partial a_i / \partial s_j = a_i(\delta_{ij} - a_j)$, leva a
#
# $$dS_{ij} = A_{ij} \Big( dA_{ij} - \sum_l A_{il}\, dA_{il} \Big) .$$
#
# Onde a máscara proíbe, $A_{ij} = 0$, e por isso $dS_{ij} = 0$: a volta não precisa da máscara. Depois, com a mesma
# raiz,
#
# $$dQ = \frac{dS\, K}{\sqrt d}, \qquad dK = \frac{dS^\top Q}{\sqrt d} .$$
#
# > **NumPy de que você precisa aqui.** `np.sum(A * B, axis=1, keepdims=True)` soma os produtos de cada linha e deixa
# > uma coluna: com `A = B = np.array([[1, 2], [3, 4]])` ela é `[[5], [25]]`.
#
# **À mão.** O exemplo da seção 2, com $dY = 1$: $dA = (4,\ 8)$, a soma é $\frac14 \cdot 4 + \frac34 \cdot 8 = 7$, $dS =
# (\frac14 \cdot (-3),\ \frac34 \cdot 1) = (-0{,}75;\ 0{,}75)$, $dQ = 0{,}75 \ln 3$ e $dV = (0{,}25;\ 0{,}75)$.

# %% [markdown] lang="en"
# ## 3. Back through attention
#
# $dY$ arrives. You know how to undo the product $Y = A V$: $dV = A^\top dY$ and $dA = dY\, V^\top$. Each row of $A$
# is a softmax, and its Jacobian, $\partial a_i / \partial s_j = a_i(\delta_{ij} - a_j)$, leads to
#
# $$dS_{ij} = A_{ij} \Big( dA_{ij} - \sum_l A_{il}\, dA_{il} \Big) .$$
#
# Where the mask forbids, $A_{ij} = 0$, and so $dS_{ij} = 0$: the way back does not need the mask. Then, with the same
# root,
#
# $$dQ = \frac{dS\, K}{\sqrt d}, \qquad dK = \frac{dS^\top Q}{\sqrt d} .$$
#
# > **NumPy that you need here.** `np.sum(A * B, axis=1, keepdims=True)` adds up the products of each row and leaves a
# > column: with `A = B = np.array([[1, 2], [3, 4]])` it is `[[5], [25]]`.
#
# **By hand.** The example of section 2, with $dY = 1$: $dA = (4,\ 8)$, the sum is $\frac14 \cdot 4 + \frac34 \cdot 8
# = 7$, $dS = (\frac14 \cdot (-3),\ \frac34 \cdot 1) = (-0.75,\ 0.75)$, $dQ = 0.75 \ln 3$ and $dV = (0.25,\ 0.75)$.


# %%
def attention_backward(Q, K, V, A, dY):
    """Os gradientes de attention. · The gradients of attention.

    Q: (Tq, d); K: (Tk, d); V: (Tk, s); A: (Tq, Tk), de · from attention; dY: (Tq, s)
    Devolve · Returns (dQ, dK, dV).
    """
    ### BEGIN SOLUTION
    dA = dY @ V.T
    dS = A * (dA - np.sum(A * dA, axis=1, keepdims=True)) / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, A.T @ dY
    ### END SOLUTION


# %%
check(attention_backward)

# %% [markdown] lang="pt"
# ## 4. O futuro é segredo
#
# Para aprender a continuar um texto, a rede lê o texto inteiro de uma vez, mas cada palavra só pode olhar para as que
# vieram antes e para si mesma. A máscara **causal** $(n, n)$ tem True na diagonal e abaixo dela, e False acima.
#
# > **NumPy de que você precisa aqui.** Uma comparação dá booleanos: `np.arange(3) < 2` é `[True, True, False]`. Um
# > vetor em coluna, `np.arange(3)[:, None]`, comparado com um em linha, dá uma tabela. `A.astype(bool)` transforma 0
# > e 1 em False e True; uma máscara **tem** de ser de booleanos, porque `A[~máscara]` com 0 e 1 escolheria linhas.
#
# **À mão.** $n = 2$: `[[True, False], [True, True]]`.

# %% [markdown] lang="en"
# ## 4. The future is a secret
#
# To learn how to go on with a text, the network reads the whole text at once, but each word may look only at those that
# came before it, and at itself. The **causal** mask $(n, n)$ has True on the diagonal and below it, and False above.
#
# > **NumPy that you need here.** A comparison gives booleans: `np.arange(3) < 2` is `[True, True, False]`. A vector
# > as a column, `np.arange(3)[:, None]`, compared with one as a row gives a table. `A.astype(bool)` turns 0 and 1
# > into False and True; a mask **has** to be of booleans, because `A[~mask]` with 0 and 1 would choose rows.
#
# **By hand.** $n = 2$: `[[True, False], [True, True]]`.


# %%
def causal_mask(n):
    """Quem pode olhar para quem, sem ver o futuro. · Who may look at whom, without seeing the future.

    Devolve (n, n), booleanos: True na diagonal e abaixo. · Returns (n, n), booleans: True on the diagonal and below.
    """
    ### BEGIN SOLUTION
    return np.tril(np.ones((n, n), dtype=bool))
    ### END SOLUTION


# %%
check(causal_mask)

# %% [markdown] lang="pt"
# Uma frase, com um vetor sorteado para cada palavra. Cada linha da matriz diz para onde a palavra dela olha. À
# direita, com a máscara causal, tudo acima da diagonal é zero, e cada linha continua a somar 1.

# %% [markdown] lang="en"
# A sentence, with a vector drawn by lot for each word. Each row of the matrix says where its word looks. On the
# right, with the causal mask, everything above the diagonal is zero, and each row still adds up to 1.

# %% tags=["demo"]
import matplotlib.pyplot as plt

words = ["o", "gato", "viu", "o", "rato", "e", "fugiu"]
vectors = {word: np.random.default_rng(i).normal(size=6) for i, word in enumerate(dict.fromkeys(words))}
X = 1.5 * np.array([vectors[word] for word in words])
everywhere = np.ones((len(words), len(words)), dtype=bool)
if attention(X, X, X, everywhere) is None or causal_mask(2) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6), layout="constrained")
    for ax, mask, title in zip(axes, (everywhere, causal_mask(len(words))), ("livre · free", "causal"), strict=True):
        ax.imshow(attention(X, X, X, mask)[1], cmap="Blues", vmin=0, vmax=1)
        ax.set(title=title, xticks=range(len(words)), yticks=range(len(words)))
        ax.set_xticklabels(words, fontsize=8)
        ax.set_yticklabels(words, fontsize=8)
        ax.set_xlabel("olha para · looks at")

# %% [markdown] lang="pt"
# **Para pensar.** Os dois “o” da frase têm a mesma linha à esquerda. Por quê, e o que falta para a rede saber qual é
# qual?

# %% [markdown] lang="en"
# **Something to think about.** The two “o” (Portuguese for *the*) of the sentence have the same row on the left. Why,
# and what is missing for the network to know which is which?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 5. Onde cada palavra está
#
# A atenção não vê a ordem: se as linhas trocam de lugar, as saídas trocam junto, e mais nada muda. Por isso soma-se a
# cada vetor um sinal da sua posição [2]: ondas, das rápidas às lentas, como os ponteiros de um relógio. Para a
# posição $p$ e o par de colunas $i$,
#
# $$P_{p,\,2i} = \sin\frac{p}{10000^{2i/d}}, \qquad P_{p,\,2i+1} = \cos\frac{p}{10000^{2i/d}} .$$
#
# O produto de duas linhas depende só da **distância** entre as posições, e é maior quanto mais perto elas estão, ao
# menos no começo.
#
# > **NumPy de que você precisa aqui.** `np.arange(0, 6, 2)` é `[0, 2, 4]`. `A[:, 0::2]` são as colunas pares e `A[:,
# > 1::2]`, as ímpares; a elas se atribui. Uma coluna dividida por uma linha dá uma tabela: `np.array([[1], [2]]) /
# > np.array([1, 2])` é `[[1, 0.5], [2, 1]]`.
#
# **À mão.** $d = 4$, $p = 1$: as frequências são $1$ e $1/100$, e a linha, $(\sin 1;\ \cos 1;\ \sin 0{,}01;\ \cos
# 0{,}01) = (0{,}841;\ 0{,}540;\ 0{,}010;\ 1{,}000)$.

# %% [markdown] lang="en"
# ## 5. Where each word is
#
# Attention does not see order: if the rows change places the outputs change with them, and nothing else does. So a
# signal of its position is added to each vector [2]: waves, from fast to slow, like the hands of a clock. For
# position $p$ and the pair of columns $i$,
#
# $$P_{p,\,2i} = \sin\frac{p}{10000^{2i/d}}, \qquad P_{p,\,2i+1} = \cos\frac{p}{10000^{2i/d}} .$$
#
# The product of two rows depends only on the **distance** of the positions, and is larger the nearer they are, at
# first at least.
#
# > **NumPy that you need here.** `np.arange(0, 6, 2)` is `[0, 2, 4]`. `A[:, 0::2]` are the even columns and `A[:,
# > 1::2]` the odd ones; you can assign to them. A column divided by a row gives a table: `np.array([[1], [2]]) /
# > np.array([1, 2])` is `[[1, 0.5], [2, 1]]`.
#
# **By hand.** $d = 4$, $p = 1$: the frequencies are $1$ and $1/100$, and the row is $(\sin 1,\ \cos 1,\ \sin 0.01,\
# \cos 0.01) = (0.841,\ 0.540,\ 0.010,\ 1.000)$.


# %%
def positional_encoding(n, d):
    """Um sinal para cada posição. · A signal for each position.

    n: quantas posições, a partir de 0 · how many positions, from 0 on; d: par · even
    Devolve (n, d): senos nas colunas pares, cossenos nas ímpares.
    Returns (n, d): sines in the even columns, cosines in the odd ones.
    """
    ### BEGIN SOLUTION
    angles = np.arange(n)[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    P = np.zeros((n, d))
    P[:, 0::2], P[:, 1::2] = np.sin(angles), np.cos(angles)
    return P
    ### END SOLUTION


# %%
check(positional_encoding)

# %% [markdown] lang="pt"
# À esquerda, uma posição por coluna da figura: as primeiras colunas da matriz são as ondas rápidas. À direita, os
# produtos da posição 0 e da 20 com as seguintes: onde há as duas curvas, uma está em cima da outra, pois só a distância
# conta.

# %% [markdown] lang="en"
# On the left, a position in each column of the picture: the matrix's first columns are the fast waves. On the right,
# the products of position 0 and of position 20 with those after it: where there are both curves one lies on top of the
# other, since the distance alone counts.

# %% tags=["demo"]
import matplotlib.pyplot as plt

P = positional_encoding(60, 32)
if P is None:
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3), layout="constrained")
    left.imshow(P.T, cmap="RdBu", aspect="auto")
    left.set(xlabel="posição · position", ylabel="coluna · column")
    for start, color, style in [(0, BLUE, "-"), (20, ORANGE, "--")]:
        right.plot(P[start:] @ P[start], style, color=color, linewidth=2, label=f"p = {start}")
    right.set(xlabel="distância · distance", ylabel="produto · product")
    right.legend()

# %% [markdown] lang="pt"
# ## 6. Várias cabeças
#
# Uma palavra tem várias perguntas a fazer: quem é o sujeito, de que cor, onde. Com um só softmax, olhar para um lugar
# tira peso dos outros. A solução são várias **cabeças**, cada uma com um pedaço das colunas [2]:
#
# $$Q = X W_q^\top, \quad K = X W_k^\top, \quad V = X W_v^\top .$$
#
# A cabeça $j$ fica com as colunas de $j \cdot d/h$ a $(j + 1) \cdot d/h$ de $Q$, de $K$ e de $V$, e faz com elas a
# sua atenção, com a mesma máscara e a raiz das **suas** colunas. As saídas se juntam lado a lado, $(n, d)$, e $W_o$
# as mistura: `junto @ Wo.T`.
#
# > **NumPy de que você precisa aqui.** `np.split(A, 2, axis=1)` corta as colunas de `A` em duas metades, e
# > `np.hstack([B, C])` as põe de novo lado a lado. Com `A = np.array([[1, 2, 3, 4]])`, as metades são `[[1, 2]]` e
# > `[[3, 4]]`.
#
# **À mão.** Com todas as matrizes iguais à identidade, $d = 2$ e duas cabeças, cada cabeça é uma atenção entre
# números: a primeira com a primeira coluna de $X$, a segunda com a outra. As palavras $(0,\ 1)$ e $(1,\ 1)$ podem
# olhar para todas. Na primeira cabeça, a palavra 0 tem notas $(0,\ 0)$ e a palavra 1, $(0,\ 1)$, de pesos $(0{,}269;\
# 0{,}731)$: as saídas são $0{,}5$ e $0{,}731$. Na segunda os valores são iguais, e as saídas são $1$ e $1$. Juntas,
# $(0{,}5;\ 1)$ e $(0{,}731;\ 1)$.

# %% [markdown] lang="en"
# ## 6. Several heads
#
# A word has several questions to ask: who is the subject, of what colour, where. With a single softmax, looking at
# one place takes weight from the others. The solution is several **heads**, each with a piece of the columns [2]:
#
# $$Q = X W_q^\top, \quad K = X W_k^\top, \quad V = X W_v^\top .$$
#
# Head $j$ has the columns from $j \cdot d/h$ to $(j + 1) \cdot d/h$ of $Q$, of $K$ and of $V$, and does its attention
# with them, with the same mask and the root of **its own** columns. The outputs are joined side by side, $(n, d)$,
# and $W_o$ mixes them: `joined @ Wo.T`.
#
# > **NumPy that you need here.** `np.split(A, 2, axis=1)` cuts the columns of `A` into two halves, and `np.hstack([B,
# > C])` puts them side by side again. With `A = np.array([[1, 2, 3, 4]])` the halves are `[[1, 2]]` and `[[3, 4]]`.
#
# **By hand.** With all matrices the identity, $d = 2$ and two heads, each head is an attention among numbers: the
# first with the first column of $X$, the second with the other. The words $(0,\ 1)$ and $(1,\ 1)$ may look at all of
# them. In the first head word 0 has the scores $(0,\ 0)$ and word 1 $(0,\ 1)$, of weights $(0.269,\ 0.731)$: the
# outputs are $0.5$ and $0.731$. In the second the values are equal, and the outputs are $1$ and $1$. Joined, $(0.5,\
# 1)$ and $(0.731,\ 1)$.


# %%
def multi_head_attention(X, Wq, Wk, Wv, Wo, heads, mask):
    """Várias atenções lado a lado. · Several attentions side by side.

    X: (n, d); Wq, Wk, Wv, Wo: (d, d); heads divide d; mask: (n, n)
    Devolve (n, d), estável com notas de até ±10000. · Returns (n, d), stable for scores of up to ±10000.
    """
    ### BEGIN SOLUTION
    parts = (np.split(X @ W.T, heads, axis=1) for W in (Wq, Wk, Wv))
    outputs = [attention(Q, K, V, mask)[0] for Q, K, V in zip(*parts, strict=True)]
    return np.hstack(outputs) @ Wo.T
    ### END SOLUTION


# %%
check(multi_head_attention)

# %% [markdown] lang="pt"
# ## 7. Copiar e inverter
#
# Oito símbolos, e a tarefa de repeti-los, ou de repeti-los de trás para a frente. As consultas e as chaves vêm só das
# posições, $Q = P W_q^\top$ e $K = P W_k^\top$; os valores são os símbolos em *one-hot*. O que se aprende é **para onde
# olhar**. À esquerda, a matriz $A$ depois do treino da cópia; à direita, a da inversão. Com oito sementes diferentes no
# lugar do 0, o lugar certo recebeu sempre mais de 0,99 do peso, nas duas tarefas.

# %% [markdown] lang="en"
# ## 7. Copying and reversing
#
# Eight symbols, and the task of repeating them, or of repeating them backwards. Queries and keys come from the
# positions only, $Q = P W_q^\top$ and $K = P W_k^\top$; the values are the symbols as one-hot. What is learnt is
# **where to look**. On the left, the matrix $A$ after training to copy; on the right, that after training to reverse.
# With eight different seeds in place of the 0 the right place always got more than 0.99 of the weight, in both tasks.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def learn(backwards, rng, T=8, symbols=10, d=16, steps=1500):
    """As perdas e a última matriz A. · The losses and the last matrix A."""
    P, everywhere = positional_encoding(T, d), np.ones((T, T), dtype=bool)
    Wq, Wk = rng.normal(0, 0.3, (d, d)), rng.normal(0, 0.3, (d, d))
    losses = []
    for _ in range(steps):
        ids = rng.integers(symbols, size=T)
        V, target = np.eye(symbols)[ids], ids[::-1] if backwards else ids
        Q, K = P @ Wq.T, P @ Wk.T
        Y, A = attention(Q, K, V, everywhere)
        right = Y[np.arange(T), target]
        losses.append(-np.mean(np.log(right + 1e-9)))
        dY = np.zeros(Y.shape)
        dY[np.arange(T), target] = -1 / (right + 1e-3) / T
        dQ, dK, _ = attention_backward(Q, K, V, A, dY)
        Wq, Wk = Wq - dQ.T @ P, Wk - dK.T @ P
    return losses, A


tried = [positional_encoding(2, 2), attention(np.ones((1, 1)), np.ones((1, 1)), np.ones((1, 1)), np.ones((1, 1), bool))]
tried.append(attention_backward(*(np.ones((1, 1)) for _ in range(5))))
if any(answer is None for answer in tried):
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 3, figsize=(8.4, 2.8), layout="constrained")
    tasks = ((axes[0], False, "copiar · copy", BLUE, "-"), (axes[2], True, "inverter · reverse", ORANGE, "--"))
    for ax, backwards, name, color, style in tasks:
        losses, A = learn(backwards, np.random.default_rng(0))
        ax.imshow(A, cmap="Blues", vmin=0, vmax=1)
        ax.set(title=name, xlabel="olha para · looks at", ylabel="posição · position")
        axes[1].semilogy(np.convolve(losses, np.ones(20) / 20, mode="valid"), style, color=color, label=name)
    axes[1].set(xlabel="sequência · sequence", ylabel="perda · loss")
    axes[1].legend(fontsize=7)

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - A atenção é uma média dos valores, com pesos que um softmax escolhe.
# - A raiz de $d$ guarda o softmax de saturar; a máscara é um $-\infty$ antes dele.
# - Sem um sinal de posição, a atenção não sabe o que vem antes do quê.
# - Várias cabeças fazem várias perguntas ao mesmo tempo.
#
# Um bom próximo passo é dar às consultas e às chaves também os símbolos, e ensinar a camada a achar o símbolo
# repetido. O próximo notebook, `12_normalization`, mantém no lugar os números de redes fundas, como as que se fazem de
# muitas camadas destas.
#
# ### Referências
#
# 1. D. Bahdanau, K. Cho e Y. Bengio (2015). Neural machine translation by jointly learning to align and translate.
#   *ICLR 2015*.
# 2. A. Vaswani, N. Shazeer, N. Parmar, J. Uszkoreit, L. Jones, A. N. Gomez, Ł. Kaiser e I. Polosukhin (2017).
#   Attention is all you need. *Advances in Neural Information Processing Systems*, 30.

# %% [markdown] lang="en"
# ## What to take away
#
# - Attention is a mean of the values, with weights that a softmax chooses.
# - The root of $d$ keeps the softmax from saturating; the mask is a $-\infty$ before it.
# - Without a signal of position attention does not know what comes before what.
# - Several heads ask several questions at the same time.
#
# A good next step is to give the queries and keys the symbols as well, and to teach the layer to find the symbol that
# is repeated. The next notebook, `12_normalization`, keeps in their place the numbers of deep networks, such as those
# made of many layers like this one.
#
# ### References
#
# 1. D. Bahdanau, K. Cho and Y. Bengio (2015). Neural machine translation by jointly learning to align and translate.
#   *ICLR 2015*.
# 2. A. Vaswani, N. Shazeer, N. Parmar, J. Uszkoreit, L. Jones, A. N. Gomez, Ł. Kaiser and I. Polosukhin (2017).
#   Attention is all you need. *Advances in Neural Information Processing Systems*, 30.
