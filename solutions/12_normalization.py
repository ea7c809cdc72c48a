# %% [markdown] lang="pt"
# # 12 · Normalização: manter os números no lugar
#
# Uma rede funda multiplica matriz por matriz. Se cada uma encolhe um pouco o que recebe, depois de dez camadas não
# sobra nada; se cada uma aumenta um pouco, tudo satura. Começar com pesos do tamanho certo ajuda, mas eles mudam a cada
# passo do treino. A **normalização** põe os números no lugar dentro da própria rede: média 0 e variância 1, em cada
# camada, em cada passo [1].
#
# Você vai construir seis funções:
#
# | função | o que faz |
# |---|---|
# | `batch_norm_forward`, `batch_norm_backward` | normaliza cada coluna de um lote, e a volta |
# | `running_statistics` | acompanha a média e a variância durante o treino |
# | `batch_norm_inference` | normaliza com elas, depois do treino |
# | `layer_norm_forward`, `layer_norm_backward` | normaliza cada linha, e a volta |
#
# No fim, um MLP de dez camadas aprende com normalização o que, sem ela, não aprende.

# %% [markdown] lang="en"
# # 12 · Normalisation: keeping numbers in their place
#
# A deep network multiplies by matrix after matrix. If each one shrinks a little what it gets, nothing is left after ten
# layers; if each enlarges it a little, everything saturates. To start with weights of the right size helps, but they
# change with every step of training. **Normalisation** puts the numbers in their place within the network itself: mean
# 0 and variance 1, in each layer, at each step [1].
#
# You will build six functions:
#
# | function | what it does |
# |---|---|
# | `batch_norm_forward`, `batch_norm_backward` | normalises each column of a batch, and the way back |
# | `running_statistics` | follows the mean and the variance during training |
# | `batch_norm_inference` | normalises with them, after training |
# | `layer_norm_forward`, `layer_norm_backward` | normalises each row, and the way back |
#
# At the end an MLP of ten layers learns with normalisation what it does not learn without it.

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
#
# **Os formatos.** Um lote `X` é $(n, d)$, um exemplo por linha. A escala `gamma` e o deslocamento `beta` são $(d,)$: um
# número por coluna.

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
#
# **The shapes.** A batch `X` is $(n, d)$, one example a row. The scale `gamma` and the shift `beta` are $(d,)$: one
# number for each column.

# %% tags=["setup"]
import numpy as np

import degrau
from degrau import check

# %% tags=["demo"]
BLUE, ORANGE, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def spirals(n, rng):
    """Duas espirais e uma coluna de 1: X (n, 3), y (n,). · Two spirals and a column of ones."""
    y = np.arange(n) % 2
    angle = 0.5 + 6 * np.sqrt(rng.random(n))
    turned = angle + np.pi * y
    X = angle[:, None] * np.column_stack([np.cos(turned), np.sin(turned)]) / 4
    return np.column_stack([X + rng.normal(0, 0.03, X.shape), np.ones(n)]), y


# %% [markdown] lang="pt"
# ## 1. Cada coluna de um lote
#
# Na normalização por lote, cada coluna (cada unidade da camada) olha para os seus $n$ números, um por exemplo do
# lote, e os leva a média 0 e variância 1:
#
# $$\mu_j = \frac1n \sum_i x_{ij}, \qquad v_j = \frac1n \sum_i (x_{ij} - \mu_j)^2, \qquad
# \hat x_{ij} = \frac{x_{ij} - \mu_j}{\sqrt{v_j + \varepsilon}} .$$
#
# A variância divide por $n$. O $\varepsilon$, dentro da raiz, evita a divisão por zero em uma coluna constante.
# Depois a rede escolhe a escala e o deslocamento que lhe convêm, com dois vetores que ela aprende:
#
# $$y_{ij} = \gamma_j\, \hat x_{ij} + \beta_j .$$
#
# A função devolve duas coisas: $Y$ e um `cache`, **o que você quiser guardar** para a volta. Pode ser uma tupla, um
# dicionário, até uma função: ninguém além da sua `batch_norm_backward` olha para ele. O que ainda não sabe que vai
# querer guardar, você descobre na seção 2; até lá, devolva `None` no lugar.
#
# > **NumPy de que você precisa aqui.** `A.mean(axis=0)` é a média de cada coluna, e `A - A.mean(axis=0)` tira de cada
# > número a média da sua coluna. `A.var(axis=0)` divide por $n$. Com `A = np.array([[1, 10], [3, 30]])`, as médias são
# > `[2, 20]` e as variâncias, `[1, 100]`.
#
# **À mão.** A coluna $(1;\ 3)$, com $\varepsilon = 3$, $\gamma = 4$ e $\beta = 1$: a média é $2$, a variância é $1$,
# a raiz é $\sqrt{1 + 3} = 2$. Então $\hat x = (-0{,}5;\ 0{,}5)$ e $y = (-1;\ 3)$.

# %% [markdown] lang="en"
# ## 1. Each column of a batch
#
# In batch normalisation each column (each unit of the layer) looks at its $n$ numbers, one for each example of the
# batch, and brings them to mean 0 and variance 1:
#
# $$\mu_j = \frac1n \sum_i x_{ij}, \qquad v_j = \frac1n \sum_i (x_{ij} - \mu_j)^2, \qquad
# \hat x_{ij} = \frac{x_{ij} - \mu_j}{\sqrt{v_j + \varepsilon}} .$$
#
# The variance divides by $n$. The $\varepsilon$, under the root, avoids a division by zero in a column that is
# constant. Then the network chooses the scale and the shift that suit it, with two vectors that it learns:
#
# $$y_{ij} = \gamma_j\, \hat x_{ij} + \beta_j .$$
#
# The function returns two things: $Y$ and a `cache`, **whatever you want to keep** for the way back. It may be a tuple,
# a dictionary, even a function: nobody but your own `batch_norm_backward` looks at it. What you will want to keep you
# find out in section 2; until then return `None` in its place.
#
# > **NumPy that you need here.** `A.mean(axis=0)` is the mean of each column, and `A - A.mean(axis=0)` takes from each
# > number the mean of its column. `A.var(axis=0)` divides by $n$. With `A = np.array([[1, 10], [3, 30]])` the means are
# > `[2, 20]` and the variances `[1, 100]`.
#
# **By hand.** The column $(1,\ 3)$, with $\varepsilon = 3$, $\gamma = 4$ and $\beta = 1$: the mean is $2$, the variance
# is $1$, the root is $\sqrt{1 + 3} = 2$. So $\hat x = (-0.5,\ 0.5)$ and $y = (-1,\ 3)$.


# %%
def batch_norm_forward(X, gamma, beta, eps=1e-5):
    """Cada coluna com média 0 e variância 1, depois escala e deslocamento. · Each column normalised, scaled, shifted.

    X: (n, d), n ≥ 2; gamma, beta: (d,); eps > 0
    Devolve (Y, cache): (n, d), e o que a sua batch_norm_backward precisar.
    Returns (Y, cache): (n, d), and what your batch_norm_backward needs.
    """
    ### BEGIN SOLUTION
    std = np.sqrt(X.var(axis=0) + eps)
    Z = (X - X.mean(axis=0)) / std
    return gamma * Z + beta, (Z, gamma, std)
    ### END SOLUTION


# %%
check(batch_norm_forward)

# %% [markdown] lang="pt"
# O gráfico leva 200 exemplos por dez camadas de 64 unidades de ReLU, com pesos sorteados pequenos demais. Cada faixa
# vai do décimo ao nonagésimo percentil do que chega à ReLU. Sem normalização, ela encolhe pela mesma razão em cada
# camada; com normalização, a décima camada vê números do tamanho dos que a primeira vê. Repare na escala logarítmica
# do gráfico da direita, que é o desvio padrão.

# %% [markdown] lang="en"
# The plot takes 200 examples through ten layers of 64 ReLU units, with weights drawn too small. Each band goes from the
# tenth to the ninetieth percentile of what arrives at the ReLU. Without normalisation it shrinks by the same ratio in
# each layer; with it, the tenth layer sees numbers of the size of those that the first one sees. Note the logarithmic
# scale of the plot on the right, which is the standard deviation.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def arriving(normalised, scale, rng, layers=10, width=64):
    """O que chega à ReLU de cada camada. · What arrives at the ReLU of each layer."""
    A, found = rng.normal(size=(200, width)), []
    for _ in range(layers):
        Z = A @ rng.normal(0, scale / np.sqrt(width), (width, width)).T
        if normalised:
            Z = batch_norm_forward(Z, np.ones(width), np.zeros(width))[0]
        found.append(Z)
        A = np.maximum(0, Z)
    return found


if batch_norm_forward(np.ones((2, 1)), np.ones(1), np.ones(1)) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 3, figsize=(8.4, 2.8), layout="constrained")
    cases = [(False, "sem · without", ORANGE, "^-"), (True, "com · with", BLUE, "o-")]
    for ax, (normalised, name, color, marker) in zip(axes, cases, strict=False):
        found = arriving(normalised, 0.7, np.random.default_rng(0))
        low, high = np.percentile([Z.ravel() for Z in found], [10, 90], axis=1)
        ax.fill_between(range(1, 11), low, high, color=color, alpha=0.4)
        ax.set(title=name, xlabel="camada · layer", ylim=(-2, 2), xticks=(1, 4, 7, 10))
        axes[2].semilogy(range(1, 11), [Z.std() for Z in found], marker, color=color, markersize=4, label=name)
    axes[2].set(title="desvio · deviation", xlabel="camada · layer", xticks=(1, 4, 7, 10))
    axes[2].legend(fontsize=8)

# %% [markdown] lang="pt"
# **Para pensar.** Multiplique por 100 todos os pesos de uma camada que vem antes de uma normalização. O que muda em
# $Y$? E o que isso diz sobre o tamanho dos pesos no começo?

# %% [markdown] lang="en"
# **Something to think about.** Multiply by 100 all the weights of a layer that comes before a normalisation. What
# changes in $Y$? And what does that say about the size of the weights at the start?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 2. De volta pela normalização
#
# Chega $dY$, o gradiente em $Y$. Os dois vetores que se aprendem são fáceis: cada $\gamma_j$ e cada $\beta_j$ serve a
# uma coluna inteira, e recebe a soma do que as linhas lhe mandam:
#
# $$d\gamma_j = \sum_i dy_{ij}\, \hat x_{ij}, \qquad d\beta_j = \sum_i dy_{ij} .$$
#
# Para $X$ é preciso cuidado: um número $x_{ij}$ muda a saída por **três caminhos**. Ele entra em $\hat x_{ij}$; ele
# puxa a média, que entra em todas as linhas; e ele puxa a variância, que entra em todas as linhas. Escreva $g_{ij} =
# \gamma_j\, dy_{ij}$ para o que chega a $\hat x$, e $s_j = \sqrt{v_j + \varepsilon}$. Na coluna $j$, as derivadas são
#
# $$\frac{\partial \mu}{\partial x_i} = \frac1n, \qquad \frac{\partial v}{\partial x_i} = \frac2n (x_i - \mu), \qquad
# \frac{\partial s}{\partial x_i} = \frac{1}{2s} \cdot \frac2n (x_i - \mu) = \frac{\hat x_i}{n} .$$
#
# Como $\hat x_k = (x_k - \mu)/s$, a soma dos três caminhos é
#
# $$dx_i = \frac{g_i}{s} - \frac{1}{s} \cdot \frac1n \sum_k g_k - \frac{\hat x_i}{s} \cdot \frac1n \sum_k g_k\, \hat x_k
# = \frac1s \Big( g_i - \operatorname{média}(g) - \hat x_i \operatorname{média}(g\, \hat x) \Big) .$$
#
# As médias vão ao longo da coluna, de cima a baixo. `batch_norm_backward` recebe $dY$ e o `cache` que a sua
# `batch_norm_forward` devolveu: é dele que vêm $\hat x$, $\gamma$ e $s$. Volte a ela, e guarde o que a volta usa. Nada
# de variáveis globais: uma rede tem muitas camadas, e cada uma tem o seu `cache`. Como a volta parte do que a ida
# guardou, ela só fica certa se a ida também está.
#
# > **NumPy de que você precisa aqui.** Uma tupla se desfaz com vírgulas: depois de `par = (3, "x")`, `a, b = par` dá
# > `a` igual a `3`. Uma função pode devolver várias coisas, e uma delas pode ser uma tupla: `return A, (B, c)`.
#
# **À mão.** O exemplo da seção 1, $\hat x = (-0{,}5;\ 0{,}5)$, $s = 2$, $\gamma = 4$, com $dY = (1;\ 0)$: $g = (4;\
# 0)$, de média $2$; $g\,\hat x = (-2;\ 0)$, de média $-1$. Então $dx_1 = \frac12 (4 - 2 - 0{,}5) = 0{,}75$ e $dx_2 =
# \frac12 (0 - 2 + 0{,}5) = -0{,}75$, que somam zero. E $d\gamma = -0{,}5$, $d\beta = 1$.

# %% [markdown] lang="en"
# ## 2. Back through the normalisation
#
# $dY$ arrives, the gradient at $Y$. The two vectors that are learnt are easy: each $\gamma_j$ and each $\beta_j$ serves
# a whole column, and gets the sum of what the rows send it:
#
# $$d\gamma_j = \sum_i dy_{ij}\, \hat x_{ij}, \qquad d\beta_j = \sum_i dy_{ij} .$$
#
# For $X$ care is needed: a number $x_{ij}$ changes the output by **three roads**. It stands in $\hat x_{ij}$; it pulls
# the mean, which stands in all the rows; and it pulls the variance, which stands in all the rows. Write $g_{ij} =
# \gamma_j\, dy_{ij}$ for what arrives at $\hat x$, and $s_j = \sqrt{v_j + \varepsilon}$. In column $j$ the derivatives
# are
#
# $$\frac{\partial \mu}{\partial x_i} = \frac1n, \qquad \frac{\partial v}{\partial x_i} = \frac2n (x_i - \mu), \qquad
# \frac{\partial s}{\partial x_i} = \frac{1}{2s} \cdot \frac2n (x_i - \mu) = \frac{\hat x_i}{n} .$$
#
# As $\hat x_k = (x_k - \mu)/s$, the three roads add up to
#
# $$dx_i = \frac{g_i}{s} - \frac{1}{s} \cdot \frac1n \sum_k g_k - \frac{\hat x_i}{s} \cdot \frac1n \sum_k g_k\, \hat x_k
# = \frac1s \Big( g_i - \operatorname{mean}(g) - \hat x_i \operatorname{mean}(g\, \hat x) \Big) .$$
#
# The means go along the column, from top to bottom. `batch_norm_backward` gets $dY$ and the `cache` that your
# `batch_norm_forward` returned: that is where $\hat x$, $\gamma$ and $s$ come from. Go back to it, and keep what the
# way back uses. No global variables: a network has many layers, and each has its own `cache`. As the way back starts
# from what the way forward kept, it is right only if that one is right as well.
#
# > **NumPy that you need here.** A tuple is taken apart with commas: after `pair = (3, "x")`, `a, b = pair` makes `a`
# > equal to `3`. A function may return several things, and one of them may be a tuple: `return A, (B, c)`.
#
# **By hand.** The example of section 1, $\hat x = (-0.5,\ 0.5)$, $s = 2$, $\gamma = 4$, with $dY = (1,\ 0)$: $g = (4,\
# 0)$, of mean $2$; $g\,\hat x = (-2,\ 0)$, of mean $-1$. So $dx_1 = \frac12 (4 - 2 - 0.5) = 0.75$ and $dx_2 = \frac12
# (0 - 2 + 0.5) = -0.75$, which add up to zero. And $d\gamma = -0.5$, $d\beta = 1$.


# %%
def batch_norm_backward(dY, cache):
    """Os gradientes de batch_norm_forward. · The gradients of batch_norm_forward.

    dY: (n, d); cache: o que batch_norm_forward devolveu · what batch_norm_forward returned
    Devolve · Returns (dX, dgamma, dbeta): (n, d), (d,), (d,).
    """
    ### BEGIN SOLUTION
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - G.mean(axis=0) - Z * (G * Z).mean(axis=0)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)
    ### END SOLUTION


# %%
check(batch_norm_backward)

# %% [markdown] lang="pt"
# ## 3. Depois do treino
#
# Em uso, a rede responde a um exemplo por vez. De que lote são a média e a variância? De nenhum: guarda-se, durante o
# treino, uma média móvel das que os lotes tiveram. A cada lote,
#
# $$\text{mean} \leftarrow (1 - m)\,\text{mean} + m\,\mu, \qquad \text{var} \leftarrow (1 - m)\,\text{var} + m\,v ,$$
#
# em que $m$ é o `momentum`, a parte do **novo**. A variância é a da seção 1, que divide por $n$. (O PyTorch guarda
# nesse lugar a que divide por $n - 1$, embora normalize com a outra; aqui as duas são a mesma.)
#
# > **NumPy de que você precisa aqui.** Vetores se misturam como números: `0.75 * np.array([4, 8]) + 0.25 * np.array([0,
# > 4])` é `[3, 7]`.
#
# **À mão.** A coluna $(1;\ 3)$ tem média $2$ e variância $1$. Com $m = 0{,}25$, a média guardada $6$ passa a $0{,}75
# \cdot 6 + 0{,}25 \cdot 2 = 5$, e a variância guardada $5$ passa a $0{,}75 \cdot 5 + 0{,}25 \cdot 1 = 4$.

# %% [markdown] lang="en"
# ## 3. After training
#
# In use the network answers one example at a time. Of which batch are the mean and the variance? Of none: during
# training one keeps a moving average of those that the batches had. With each batch,
#
# $$\text{mean} \leftarrow (1 - m)\,\text{mean} + m\,\mu, \qquad \text{var} \leftarrow (1 - m)\,\text{var} + m\,v ,$$
#
# where $m$ is the `momentum`, the share of the **new**. The variance is that of section 1, which divides by $n$.
# (PyTorch keeps the one that divides by $n - 1$ in this place, though it normalises with the other; here both are the
# same.)
#
# > **NumPy that you need here.** Vectors are mixed like numbers: `0.75 * np.array([4, 8]) + 0.25 * np.array([0, 4])` is
# > `[3, 7]`.
#
# **By hand.** The column $(1,\ 3)$ has mean $2$ and variance $1$. With $m = 0.25$ the mean kept so far, $6$, becomes
# $0.75 \cdot 6 + 0.25 \cdot 2 = 5$, and the variance, $5$, becomes $0.75 \cdot 5 + 0.25 \cdot 1 = 4$.


# %%
def running_statistics(mean, var, X, momentum=0.1):
    """As estatísticas guardadas, depois de mais um lote. · The statistics kept, after one more batch.

    mean, var: (d,), as guardadas até aqui · those kept so far; X: (n, d), n ≥ 2; 0 ≤ momentum ≤ 1
    Devolve · Returns (mean, var): (d,), (d,).
    """
    ### BEGIN SOLUTION
    return (1 - momentum) * mean + momentum * X.mean(axis=0), (1 - momentum) * var + momentum * X.var(axis=0)
    ### END SOLUTION


# %%
check(running_statistics)

# %% [markdown] lang="pt"
# Com as estatísticas guardadas no lugar das do lote, a fórmula da seção 1 é a mesma:
#
# $$y_{ij} = \gamma_j\, \frac{x_{ij} - \text{mean}_j}{\sqrt{\text{var}_j + \varepsilon}} + \beta_j .$$
#
# A resposta a um exemplo já não depende dos que estão ao lado dele.
#
# **À mão.** Com média $5$, variância $4$, $\varepsilon = 5$, $\gamma = 6$ e $\beta = 1$, o número $8$ dá $6 \cdot (8 -
# 5)/3 + 1 = 7$.

# %% [markdown] lang="en"
# With the statistics that were kept in place of the batch's, the formula of section 1 is the same:
#
# $$y_{ij} = \gamma_j\, \frac{x_{ij} - \text{mean}_j}{\sqrt{\text{var}_j + \varepsilon}} + \beta_j .$$
#
# The answer to an example no longer depends on those beside it.
#
# **By hand.** With mean $5$, variance $4$, $\varepsilon = 5$, $\gamma = 6$ and $\beta = 1$, the number $8$ gives $6
# \cdot (8 - 5)/3 + 1 = 7$.


# %%
def batch_norm_inference(X, gamma, beta, mean, var, eps=1e-5):
    """Normaliza com as estatísticas dadas, não com as do lote. · Normalises with given statistics, not the batch's.

    X: (n, d), n ≥ 1; gamma, beta, mean, var: (d,); eps > 0
    Devolve · Returns Y: (n, d).
    """
    ### BEGIN SOLUTION
    return gamma * (X - mean) / np.sqrt(var + eps) + beta
    ### END SOLUTION


# %%
check(batch_norm_inference)

# %% [markdown] lang="pt"
# O gráfico acompanha uma unidade cujos lotes, de 16 números, vêm de uma normal de média 3 e desvio 2. A média guardada
# começa em 0 e a variância em 1. Com `momentum` grande elas chegam logo e tremem; com pequeno, demoram e ficam quietas.

# %% [markdown] lang="en"
# The plot follows a unit whose batches, of 16 numbers, come from a normal of mean 3 and deviation 2. The mean that is
# kept starts at 0 and the variance at 1. With a large `momentum` they get there soon and tremble; with a small one they
# take their time and are still.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if running_statistics(np.zeros(1), np.ones(1), np.ones((2, 1))) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.8), layout="constrained")
    for momentum, color, style in [(0.5, ORANGE, ":"), (0.1, BLUE, "-"), (0.02, GREEN, "--")]:
        rng, kept = np.random.default_rng(0), [(np.zeros(1), np.ones(1))]
        for _ in range(150):
            kept.append(running_statistics(*kept[-1], rng.normal(3, 2, (16, 1)), momentum))
        for ax, values in zip(axes, zip(*kept, strict=True), strict=True):
            ax.plot(np.ravel(values), style, color=color, label=f"momentum {momentum:g}")
    axes[0].set(title="média · mean", xlabel="lote · batch")
    axes[1].set(title="variância · variance", xlabel="lote · batch")
    axes[1].legend(fontsize=8)

# %% [markdown] lang="pt"
# ## 4. Cada linha
#
# A normalização por lote precisa de um lote, e mistura os exemplos dele. A **normalização por camada** [2] olha para
# cada exemplo sozinho: a média e a variância são as da **linha**, dos seus $d$ números.
#
# $$\mu_i = \frac1d \sum_j x_{ij}, \qquad v_i = \frac1d \sum_j (x_{ij} - \mu_i)^2, \qquad
# y_{ij} = \gamma_j\, \frac{x_{ij} - \mu_i}{\sqrt{v_i + \varepsilon}} + \beta_j .$$
#
# A escala e o deslocamento continuam a ser um por **coluna**. Não há estatísticas a guardar, e treino e uso são a mesma
# coisa: é a normalização dos transformers, do próximo notebook.
#
# > **NumPy de que você precisa aqui.** `A.mean(axis=1, keepdims=True)` é a média de cada linha, em uma coluna $(n, 1)$,
# > que se subtrai de `A` linha por linha. Sem o `keepdims` ela seria $(n,)$, e o NumPy a alinharia com as colunas. Com
# > `A = np.array([[1, 3], [10, 30]])`, ela é `[[2], [20]]`.
#
# **À mão.** A linha $(1;\ 3)$, com $\varepsilon = 3$, $\gamma = (4;\ 2)$ e $\beta = (1;\ 0)$: $\hat x = (-0{,}5;\
# 0{,}5)$ e $y = (-1;\ 1)$.

# %% [markdown] lang="en"
# ## 4. Each row
#
# Batch normalisation needs a batch, and mixes its examples. **Layer normalisation** [2] looks at each example alone:
# the mean and the variance are those of the **row**, of its $d$ numbers.
#
# $$\mu_i = \frac1d \sum_j x_{ij}, \qquad v_i = \frac1d \sum_j (x_{ij} - \mu_i)^2, \qquad
# y_{ij} = \gamma_j\, \frac{x_{ij} - \mu_i}{\sqrt{v_i + \varepsilon}} + \beta_j .$$
#
# Scale and shift are still one for each **column**. There are no statistics to keep, and training and use are the same
# thing: it is the normalisation of transformers, of the next notebook.
#
# > **NumPy that you need here.** `A.mean(axis=1, keepdims=True)` is the mean of each row, in a column $(n, 1)$ that is
# > subtracted from `A` row by row. Without the `keepdims` it would be $(n,)$, and NumPy would line it up with the
# > columns. With `A = np.array([[1, 3], [10, 30]])` it is `[[2], [20]]`.
#
# **By hand.** The row $(1,\ 3)$, with $\varepsilon = 3$, $\gamma = (4,\ 2)$ and $\beta = (1,\ 0)$: $\hat x = (-0.5,\
# 0.5)$ and $y = (-1,\ 1)$.


# %%
def layer_norm_forward(X, gamma, beta, eps=1e-5):
    """Cada linha com média 0 e variância 1, depois escala e deslocamento. · Each row normalised, scaled, shifted.

    X: (n, d); gamma, beta: (d,); eps > 0
    Devolve (Y, cache): (n, d), e o que a sua layer_norm_backward precisar.
    Returns (Y, cache): (n, d), and what your layer_norm_backward needs.
    """
    ### BEGIN SOLUTION
    std = np.sqrt(X.var(axis=1, keepdims=True) + eps)
    Z = (X - X.mean(axis=1, keepdims=True)) / std
    return gamma * Z + beta, (Z, gamma, std)
    ### END SOLUTION


# %%
check(layer_norm_forward)

# %% [markdown] lang="pt"
# A volta é a da seção 2, com as médias ao longo da **linha**:
#
# $$dx_{ij} = \frac{1}{s_i} \Big( g_{ij} - \frac1d \sum_k g_{ik} - \hat x_{ij} \cdot \frac1d \sum_k g_{ik}\, \hat x_{ik}
# \Big), \qquad g_{ij} = \gamma_j\, dy_{ij} .$$
#
# Como $\gamma$ muda de coluna para coluna, ele fica **dentro** das médias. $d\gamma$ e $d\beta$ são os de antes: somas
# sobre as linhas.
#
# **À mão.** O exemplo acima, com $s = 2$ e $dY = (1;\ 0)$: $g = (4;\ 0)$, e $dx = (0{,}75;\ -0{,}75)$ como na seção 2;
# mas $d\gamma = (-0{,}5;\ 0)$ e $d\beta = (1;\ 0)$ têm um número por coluna.

# %% [markdown] lang="en"
# The way back is that of section 2, with the means along the **row**:
#
# $$dx_{ij} = \frac{1}{s_i} \Big( g_{ij} - \frac1d \sum_k g_{ik} - \hat x_{ij} \cdot \frac1d \sum_k g_{ik}\, \hat x_{ik}
# \Big), \qquad g_{ij} = \gamma_j\, dy_{ij} .$$
#
# As $\gamma$ changes from column to column, it stays **inside** the means. $d\gamma$ and $d\beta$ are those from
# before: sums over the rows.
#
# **By hand.** The example above, with $s = 2$ and $dY = (1,\ 0)$: $g = (4,\ 0)$, and $dx = (0.75,\ -0.75)$ as in
# section 2; but $d\gamma = (-0.5,\ 0)$ and $d\beta = (1,\ 0)$ have a number for each column.


# %%
def layer_norm_backward(dY, cache):
    """Os gradientes de layer_norm_forward. · The gradients of layer_norm_forward.

    dY: (n, d); cache: o que layer_norm_forward devolveu · what layer_norm_forward returned
    Devolve · Returns (dX, dgamma, dbeta): (n, d), (d,), (d,).
    """
    ### BEGIN SOLUTION
    Z, gamma, std = cache
    G = gamma * dY
    dX = (G - G.mean(axis=1, keepdims=True) - Z * (G * Z).mean(axis=1, keepdims=True)) / std
    return dX, (dY * Z).sum(axis=0), dY.sum(axis=0)
    ### END SOLUTION


# %%
check(layer_norm_backward)

# %% [markdown] lang="pt"
# ## 5. Dez camadas que aprendem
#
# Duas espirais, e um MLP de dez camadas de 32 unidades de ReLU, com pesos sorteados pequenos demais: como na seção 1,
# o sinal encolhe a cada camada, e o gradiente na volta também. As três redes têm os **mesmos** pesos no começo, os
# mesmos lotes e a mesma taxa, que cai até zero; a que não normaliza só soma $\beta$, o seu viés. Ela fica na perda de
# quem adivinha, $\ln 2 = 0{,}693$. À direita está o que a rede com normalização por lote responde, um ponto por vez,
# com as estatísticas guardadas.
#
# Com dez sementes diferentes no lugar do 0, a perda média dos últimos 50 passos foi sempre de 0,69 sem normalização e
# menor que 0,05 com cada uma das duas. A rede por camada fica um tempo parada antes de aprender: com 600 passos, uma
# das dez não tinha saído de lá.

# %% [markdown] lang="en"
# ## 5. Ten layers that learn
#
# Two spirals, and an MLP of ten layers of 32 ReLU units, with weights drawn too small: as in section 1 the signal
# shrinks with each layer, and so does the gradient on its way back. The three networks have the **same** weights at
# the start, the same batches and the same rate, which falls to zero; the one that does not normalise only adds
# $\beta$, its bias. It stays at the loss of a guess, $\ln 2 = 0.693$. On the right is what the network with batch
# normalisation answers, one point at a time, with the statistics that were kept.
#
# With ten different seeds in place of the 0 the mean loss of the last 50 steps was always 0.69 without normalisation,
# and below 0.05 with each of the two. The network normalised by layer stays where it is for a while before it learns:
# with 600 steps one of the ten had not moved yet.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def plain_forward(X, gamma, beta):
    return X + beta, None


def plain_backward(dY, cache):
    return dY, np.zeros(dY.shape[1]), dY.sum(axis=0)


def learn(forward, backward, rng, layers=10, width=32, steps=900, size=64, lr=0.05):
    """As perdas, e a rede: pesos, gammas, betas e estatísticas. · The losses, and the network."""
    X, y = spirals(400, rng)
    sizes = [3, *[width] * layers, 2]
    shapes = [(sizes[i + 1], sizes[i]) for i in range(layers + 1)]
    W = [rng.normal(0, 0.5 / np.sqrt(n), (m, n)) for m, n in shapes]
    norms = [(np.ones(m), np.zeros(m)) for m in sizes[1:-1]]
    kept = [(np.zeros(m), np.ones(m)) for m in sizes[1:-1]]
    losses = []
    for step in range(steps):
        rate = lr * (1 - step / steps)
        rows = rng.choice(len(X), size, replace=False)
        A, inputs, caches, masks = X[rows], [], [], []
        for i in range(layers):
            Z = A @ W[i].T
            kept[i] = running_statistics(*kept[i], Z)
            Y, cache = forward(Z, *norms[i])
            inputs, caches, masks = [*inputs, A], [*caches, cache], [*masks, Y > 0]
            A = np.maximum(0, Y)
        Z = A @ W[-1].T
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        P = P / P.sum(axis=1, keepdims=True)
        losses.append(-np.mean(np.log(P[np.arange(size), y[rows]] + 1e-12)))
        dZ = (P - np.eye(2)[y[rows]]) / size
        dA, W[-1] = dZ @ W[-1], W[-1] - rate * dZ.T @ A
        for i in reversed(range(layers)):
            dZ, dgamma, dbeta = backward(dA * masks[i], caches[i])
            norms[i] = (norms[i][0] - rate * dgamma, norms[i][1] - rate * dbeta)
            dA, W[i] = dZ @ W[i], W[i] - rate * dZ.T @ inputs[i]
    return losses, (W, norms, kept)


def answer(X, network):
    """A classe de cada ponto, com as estatísticas guardadas. · The class of each point, by the statistics kept."""
    W, norms, kept = network
    for i, (norm, statistics) in enumerate(zip(norms, kept, strict=True)):
        X = np.maximum(0, batch_norm_inference(X @ W[i].T, *norm, *statistics))
    return np.argmax(X @ W[-1].T, axis=1)


one = np.ones((2, 1))
tried = [f(one, one[0], one[0]) for f in (batch_norm_forward, layer_norm_forward)]
if all(answer is not None for answer in tried):
    tried += [batch_norm_backward(one, tried[0][1]), layer_norm_backward(one, tried[1][1])]
    tried += [running_statistics(one[0], one[0], one), batch_norm_inference(one, *(one[0] for _ in range(4)))]
if any(answer is None for answer in tried):
    print(NOT_YET)
else:
    networks = [
        ("sem · without", plain_forward, plain_backward, ORANGE, "--"),
        ("por lote · batch", batch_norm_forward, batch_norm_backward, BLUE, "-"),
        ("por camada · layer", layer_norm_forward, layer_norm_backward, GREEN, "-."),
    ]
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    for name, forward, backward, color, style in networks:
        losses, network = learn(forward, backward, np.random.default_rng(0))
        left.semilogy(np.convolve(losses, np.ones(25) / 25, mode="valid"), style, color=color, label=name)
        if forward is batch_norm_forward:
            learnt = network
    left.set(xlabel="passo · step", ylabel="perda · loss")
    left.legend(fontsize=8, loc="upper right", bbox_to_anchor=(1, 0.92))
    side = np.linspace(-1.9, 1.9, 90)
    grid = np.array([(a, b, 1) for b in side for a in side])
    classes, extent = answer(grid, learnt).reshape(90, 90), (-1.9, 1.9, -1.9, 1.9)
    right.imshow(classes, extent=extent, origin="lower", cmap="RdBu", alpha=0.3)
    X, y = spirals(400, np.random.default_rng(1))
    accuracy = np.mean(answer(X, learnt) == y)
    for label, color, marker in [(0, ORANGE, "^"), (1, BLUE, "o")]:
        right.scatter(*X[y == label, :2].T, s=9, color=color, marker=marker)
    right.set(title=f"pontos novos · new points: {accuracy:.0%}", xticks=[], yticks=[])

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - Normalizar é tirar a média e dividir pelo desvio; depois a rede escolhe a escala e o deslocamento.
# - Na volta, cada número age por três caminhos: ele mesmo, a média e a variância.
# - Por lote, as estatísticas são das colunas, e depois do treino valem as guardadas; por camada, são de cada linha.
# - Uma rede funda deixa de depender do tamanho com que os pesos começam.
#
# No próximo notebook, `13_transformer`, a normalização e a atenção se juntam em um bloco. Antes dele, troque a ReLU da
# seção 5 por tanh, e veja até que profundidade cada rede aprende.
#
# ### Referências
#
# 1. S. Ioffe e C. Szegedy (2015). Batch normalization: accelerating deep network training by reducing internal
#   covariate shift. *ICML 2015*.
# 2. J. L. Ba, J. R. Kiros e G. E. Hinton (2016). Layer normalization. *arXiv:1607.06450*.

# %% [markdown] lang="en"
# ## What to take away
#
# - To normalise is to take off the mean and divide by the deviation; then the network chooses scale and shift.
# - On the way back each number acts by three roads: itself, the mean and the variance.
# - By batch the statistics are the columns', and after training those that were kept hold; by layer they are each
#   row's.
# - A deep network no longer depends on the size with which its weights start.
#
# In the next notebook, `13_transformer`, normalisation and attention meet in a block. Before it, put tanh in place of
# the ReLU of section 5, and see up to which depth each network learns.
#
# ### References
#
# 1. S. Ioffe and C. Szegedy (2015). Batch normalization: accelerating deep network training by reducing internal
#   covariate shift. *ICML 2015*.
# 2. J. L. Ba, J. R. Kiros and G. E. Hinton (2016). Layer normalization. *arXiv:1607.06450*.
