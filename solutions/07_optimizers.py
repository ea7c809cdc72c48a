# %% [markdown] lang="pt"
# # 07 · Otimizadores: como descer melhor
#
# Nos notebooks anteriores você aprendeu a calcular o gradiente. Falta decidir o que fazer com ele. “Ande contra
# o gradiente” é uma boa resposta, mas não a única: dá para lembrar dos gradientes passados, dar a cada peso o
# seu próprio passo, encurtar os passos com o tempo. E dá para descer bem demais: uma rede que decora o treino
# erra no resto, e por isso este notebook termina com três maneiras de **regularizar**.
#
# Você vai construir doze funções:
#
# | função | o que faz |
# |---|---|
# | `sgd_step` | um passo contra o gradiente |
# | `momentum_step` | um passo com embalo |
# | `rmsprop_step` | um passo do mesmo tamanho para todos os pesos |
# | `adam_step` | as duas ideias juntas, com uma correção no começo |
# | `adam_minimize` | o Adam do início ao fim, com o caminho todo |
# | `step_decay`, `exponential_decay`, `inverse_time_decay` | taxas que diminuem com o tempo |
# | `l2_penalty`, `l1_penalty` | o preço de ter pesos grandes |
# | `dropout_forward`, `dropout_backward` | unidades que faltam por sorteio |

# %% [markdown] lang="en"
# # 07 · Optimisers: better ways down
#
# In the previous notebooks you learned to compute the gradient. What to do with it is still to be decided.
# “Walk against the gradient” is a good answer but not the only one: you can remember past gradients, give each
# weight a step of its own, shorten the steps as time goes by. And you can go down too well: a network that
# learns the training set by heart is wrong about the rest, which is why this notebook ends with three ways to
# **regularise**.
#
# You will build twelve functions:
#
# | function | what it does |
# |---|---|
# | `sgd_step` | a step against the gradient |
# | `momentum_step` | a step with a run-up |
# | `rmsprop_step` | a step of the same size for every weight |
# | `adam_step` | both ideas together, with a correction at the start |
# | `adam_minimize` | Adam from start to end, with the whole path |
# | `step_decay`, `exponential_decay`, `inverse_time_decay` | rates that shrink as time goes by |
# | `l2_penalty`, `l1_penalty` | the price of large weights |
# | `dropout_forward`, `dropout_backward` | units that are missing by lot |

# %% [markdown] lang="pt"
# ## Como trabalhar neste notebook
#
# - Escreva cada função embaixo do comentário `# Escreva aqui · Write here`, no lugar do `...`, sem mudar o
#   nome nem os argumentos. Uma função pode usar as que você já escreveu.
# - Depois rode a célula `check(...)` logo abaixo. Ela faz as verificações públicas e, se algo não estiver
#   certo, mostra um caso pequeno em que isso aparece. As demais verificações rodam na correção.
# - Devolva sempre arrays **novos**. `w -= …` escreve por cima do array de quem chamou; `w = w - …`, não.
# - Se a função ainda não passou, `degrau.hint(nome_da_função)` mostra mais uma dica. `degrau.progress()` mostra até
#   onde você já foi no notebook.
# - Os gráficos usam as suas funções: enquanto elas não existem, a célula apenas avisa. Mude os números e rode de
#   novo: essas células são para experimentar, e o que você muda nelas não conta na correção. Você também pode criar
#   outras.
# - Os gráficos precisam do Matplotlib (`pip install matplotlib`). Os exercícios e as verificações funcionam sem
#   ele.
# - As perguntas de **Para pensar** não valem nota.
# - O curso nasceu de quatro conjuntos de slides, de que você não precisa: A (do perceptron aos gradientes feitos à
#   mão), B (treino e grafos computacionais), C (perceptrons multicamadas) e D (redes recorrentes e convolucionais,
#   regularização, otimizadores). Há neles fórmulas erradas que muita gente copia. Onde o texto ou uma verificação
#   fala de um slide, a fórmula vem escrita ali mesmo.
# - Este notebook existe em português e em inglês, com as mesmas células de código. Entregue o que preferir.

# %% [markdown] lang="en"
# ## How to work with this notebook
#
# - Write each function under the comment `# Escreva aqui · Write here`, in place of the `...`, without
#   changing its name or its arguments. A function may use those you have already written.
# - Then run the `check(...)` cell right below. It runs the public checks and, if something is not right,
#   shows a small case where that happens. The other checks run when the notebook is graded.
# - Always return **new** arrays. `w -= …` writes over the caller's array; `w = w - …` does not.
# - While a function does not pass, `degrau.hint(name_of_the_function)` shows one more hint. `degrau.progress()` shows
#   how far you have come in the notebook.
# - The plots use your functions: until those exist, the cell just says so. Change the numbers and run it again: these
#   cells are there to play with, and what you change in them does not count when the notebook is graded. You may add
#   cells of your own, too.
# - The plots need Matplotlib (`pip install matplotlib`). The exercises and the checks work without it.
# - The **Something to think about** questions are not graded.
# - The course grew out of four decks of slides, which you do not need: A (from the perceptron to gradients by hand),
#   B (training and computational graphs), C (multilayer perceptrons) and D (recurrent and convolutional networks,
#   regularisation, optimisers). They contain wrong formulas that many people copy. Where the text or a check speaks
#   of a slide, the formula is written right there.
# - This notebook exists in Portuguese and in English, with the same code cells. Hand in whichever you like.

# %% tags=["setup"]
import numpy as np

import degrau
from degrau import check

# %% tags=["demo"]
BLUE, ORANGE, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."
START = np.array([-1.2, 2.0])


def valley(w):
    """O custo: um vale estreito e curvo, com o fundo em (1, 1). · The cost: a narrow, bent valley, lowest at (1, 1)."""
    return (1 - w[0]) ** 2 / 2 + 5 * (w[1] - w[0] ** 2) ** 2


def valley_gradient(w):
    """O gradiente do vale. · The valley's gradient."""
    bend = w[1] - w[0] ** 2
    return np.array([w[0] - 1 - 20 * w[0] * bend, 10 * bend])


def draw_valley(ax):
    """O vale visto de cima, mais escuro no fundo. · The valley from above, darker at the bottom."""
    x, y = np.meshgrid(np.linspace(-1.8, 1.8, 91), np.linspace(-0.7, 2.6, 91))
    ax.contourf(x, y, valley([x, y]), levels=[1e-3, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100], cmap="Blues_r", norm="log")
    ax.plot(1, 1, "*", color="white", markeredgecolor="black", markersize=11, zorder=4)


def walk(step, state, lr, steps):
    """O caminho de um otimizador no vale. · An optimiser's path in the valley."""
    path = [START]
    for _ in range(steps):
        w, *state = step(path[-1], valley_gradient(path[-1]), *state, lr)
        path.append(w)
    return np.array(path)


def sgd_alone(w, g, lr):
    """sgd_step, numa tupla como os outros. · sgd_step, in a tuple like the others."""
    return (sgd_step(w, g, lr),)


# %% [markdown] lang="pt"
# ## 1. Um passo contra o gradiente
#
# O passo você já conhece. Com pesos $w$, gradiente $g$ e taxa de aprendizado $\eta$ (o `lr` das funções):
#
# $$w \leftarrow w - \eta\,g .$$
#
# A novidade é de onde vem o $g$. O gradiente do custo inteiro pede uma passada por **todo o conjunto de treino**
# antes de cada passo, e isso é caro. O gradiente **estocástico** usa só um exemplo, ou um punhado deles (um
# **minilote**, em inglês *mini-batch*), sorteado a cada passo: sai uma estimativa com ruído, mas que custa pouco e,
# na média, aponta para o lado certo [1]. Daí o nome SGD, *stochastic gradient descent*.
#
# Um slide do curso (conjunto B) diz que, na descida clássica, a conta de cada passo é feita “para cada exemplo do
# conjunto de teste”. É um lapso: os exemplos são os de **treino**. O conjunto de teste fica guardado até o fim. Se
# ele entrar em um passo que seja, a rede já viu a prova, e a nota no teste deixa de dizer algo sobre dados novos.
#
# **À mão.** Com $w = (1;\ -2)$, $g = (0{,}5;\ -4)$ e $\eta = 0{,}1$:
#
# $$w = (1 - 0{,}05;\ -2 + 0{,}4) = (0{,}95;\ -1{,}6) .$$

# %% [markdown] lang="en"
# ## 1. A step against the gradient
#
# You know this step already. With weights $w$, gradient $g$ and learning rate $\eta$ (the functions' `lr`):
#
# $$w \leftarrow w - \eta\,g .$$
#
# What is new is where $g$ comes from. The gradient of the whole cost asks for a pass over **the whole training
# set** before each step, and that is expensive. The **stochastic** gradient uses one example only, or a handful
# (a *mini-batch*), drawn at random for each step: a noisy estimate, but a cheap one and, on average, one that
# points the right way [1]. Hence the name SGD, *stochastic gradient descent*.
#
# One of the course's slides (deck B) says that in classical descent each step is worked out “for each example of the
# test set”. That is a slip: the examples are those of the **training** set. The test set stays locked away until the
# end. If it takes part in a single step, the network has seen the exam, and its marks no longer say anything about
# new data.
#
# **By hand.** With $w = (1,\ -2)$, $g = (0.5,\ -4)$ and $\eta = 0.1$:
#
# $$w = (1 - 0.05,\ -2 + 0.4) = (0.95,\ -1.6) .$$


# %%
def sgd_step(w, g, lr):
    """Um passo contra o gradiente. · A step against the gradient.

    w, g: arrays do mesmo formato, pesos e gradiente · arrays of one shape, weights and gradient
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    Devolve os pesos novos, no mesmo formato. · Returns the new weights, in the same shape.
    """
    ### BEGIN SOLUTION
    return w - lr * g
    ### END SOLUTION


# %%
check(sgd_step)

# %% [markdown] lang="pt"
# O vale do gráfico é estreito e curvo, e a estrela marca o fundo. Com a taxa pequena o caminho se arrasta; com a
# outra ele bate nas paredes e mesmo assim avança pouco. Com 0,05 ele já sai do gráfico, e os números transbordam. A
# encosta íngreme proíbe passos longos, e o fundo, quase plano, precisaria deles.

# %% [markdown] lang="en"
# The valley in the plot is narrow and bent, and the star marks the bottom. With the small rate the path crawls; with
# the other it bounces off the walls and still does not get far. With 0.05 it leaves the plot, and the numbers
# overflow. The steep walls forbid long steps, and the almost flat bottom would need them.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if sgd_step(START, START, 0.1) is None:
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    draw_valley(left)
    for lr, style, color in [(0.005, "o-", ORANGE), (0.03, "s--", GREEN)]:
        path = walk(sgd_alone, (), lr, 60)
        left.plot(*path.T, style, color=color, markersize=3)
        right.plot(valley(path.T), style, color=color, markersize=3, label=f"lr = {lr:g}")
    left.set(xlabel="$w_1$", ylabel="$w_2$", title="60 passos de SGD · 60 steps of SGD")
    right.set(xlabel="passo · step", ylabel="custo · cost")
    right.legend()

# %% [markdown] lang="pt"
# ## 2. Momento: lembrar do caminho
#
# Uma bola que desce o vale não muda de direção a cada solavanco: ela tem **embalo**. O momento guarda uma média
# dos gradientes, $v$, que esquece o passado aos poucos, e anda por ela [2]:
#
# $$v \leftarrow \beta\,v + (1 - \beta)\,g, \qquad w \leftarrow w - \eta\,v .$$
#
# O $v$ do segundo passo é o **novo**. Onde o gradiente troca de sinal a cada passo, de uma parede para a outra,
# a média quase se cancela; onde ele insiste na mesma direção, ela se mantém. Com $\beta = 0{,}9$, a média
# abrange mais ou menos os últimos $1/(1 - \beta) = 10$ gradientes.
#
# Há outra escrita, $v \leftarrow \beta v + g$, sem o $(1 - \beta)$: ali o $v$ chega a ser $1/(1 - \beta)$ vezes
# maior, e a taxa precisa ser menor na mesma proporção. Aqui usamos a média, como no Adam (seção 4).
#
# **À mão.** Com $w = (1;\ -2)$, $v = (0;\ 0)$, $\beta = 0{,}9$ e $\eta = 0{,}1$, dois passos com o mesmo
# $g = (2;\ -4)$:
#
# | passo | $v$ | $w$ |
# |---|---|---|
# | 1 | $(0{,}2;\ -0{,}4)$ | $(0{,}98;\ -1{,}96)$ |
# | 2 | $(0{,}38;\ -0{,}76)$ | $(0{,}942;\ -1{,}884)$ |

# %% [markdown] lang="en"
# ## 2. Momentum: remember the way
#
# A ball that rolls down the valley does not change direction at every bump: it has **momentum**. The method
# keeps an average of the gradients, $v$, that forgets the past little by little, and walks along it [2]:
#
# $$v \leftarrow \beta\,v + (1 - \beta)\,g, \qquad w \leftarrow w - \eta\,v .$$
#
# The $v$ in the second step is the **new** one. Where the gradient changes its sign at every step, from one
# wall to the other, the average almost cancels; where it insists on one direction, it stays. With
# $\beta = 0.9$ the average covers roughly the last $1/(1 - \beta) = 10$ gradients.
#
# There is another way to write it, $v \leftarrow \beta v + g$, without the $(1 - \beta)$: there $v$ grows to be
# $1/(1 - \beta)$ times as large, and the rate has to be smaller by the same factor. Here we use the average, like
# Adam (section 4).
#
# **By hand.** With $w = (1,\ -2)$, $v = (0,\ 0)$, $\beta = 0.9$ and $\eta = 0.1$, two steps with the same
# $g = (2,\ -4)$:
#
# | step | $v$ | $w$ |
# |---|---|---|
# | 1 | $(0.2,\ -0.4)$ | $(0.98,\ -1.96)$ |
# | 2 | $(0.38,\ -0.76)$ | $(0.942,\ -1.884)$ |


# %%
def momentum_step(w, g, v, lr, beta=0.9):
    """Um passo ao longo da média dos gradientes. · A step along the average of the gradients.

    w, g, v: arrays do mesmo formato; v é a média até aqui · arrays of one shape; v is the average so far
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    beta: um número em [0, 1), quanto do passado fica · a number in [0, 1), how much of the past remains
    Devolve (w, v), os pesos e a média novos. · Returns (w, v), the new weights and average.
    """
    ### BEGIN SOLUTION
    v = beta * v + (1 - beta) * g
    return w - lr * v, v
    ### END SOLUTION


# %%
check(momentum_step)

# %% [markdown] lang="pt"
# ## 3. RMSProp: o mesmo passo para todos
#
# Em uma rede, o gradiente de um peso pode ser mil vezes o de outro, e uma taxa só não serve aos dois. O RMSProp,
# que Geoffrey Hinton apresentou em uma aula [3], divide cada gradiente pelo seu tamanho típico. Para isso guarda
# a média dos **quadrados**, um número para cada peso:
#
# $$s \leftarrow \beta\,s + (1 - \beta)\,g^2, \qquad w \leftarrow w - \eta\,\frac{g}{\sqrt{s} + \varepsilon} .$$
#
# O quadrado, a raiz (`np.sqrt`) e a divisão são elemento a elemento. O $\varepsilon$ é pequeno ($10^{-8}$), está
# **fora** da raiz, e serve para um caso só: um peso cujo gradiente ainda não deixou de ser zero, em que sem ele a
# conta seria $0/0$. Dentro da raiz ele pesaria como $\sqrt{10^{-8}} = 10^{-4}$, e calaria os gradientes menores que
# isso.
#
# **À mão.** Com $w = (1;\ 1)$, $s = (0;\ 0)$, $\beta = 0{,}9$, $\eta = 0{,}1$ e $g = (2;\ -0{,}02)$, o segundo
# cem vezes menor:
#
# - $s = 0{,}1 \cdot (4;\ 0{,}0004) = (0{,}4;\ 0{,}00004)$, com raízes $(0{,}6325;\ 0{,}006325)$;
# - os passos são $0{,}1 \cdot 2/0{,}6325 = 0{,}3162$ e $0{,}1 \cdot (-0{,}02)/0{,}006325 = -0{,}3162$:
#   **do mesmo tamanho**;
# - $w = (0{,}6838;\ 1{,}3162)$.

# %% [markdown] lang="en"
# ## 3. RMSProp: the same step for everyone
#
# In a network one weight's gradient can be a thousand times another's, and a single rate does not suit both.
# RMSProp, which Geoffrey Hinton presented in a lecture [3], divides each gradient by its typical size. For that
# it keeps the average of the **squares**, one number for each weight:
#
# $$s \leftarrow \beta\,s + (1 - \beta)\,g^2, \qquad w \leftarrow w - \eta\,\frac{g}{\sqrt{s} + \varepsilon} .$$
#
# The square, the root (`np.sqrt`) and the division are element by element. The $\varepsilon$ is small ($10^{-8}$),
# stands **outside** the root, and is there for one case only: a weight whose gradient has not yet been anything but
# zero, where without it the result would be $0/0$. Inside the root it would weigh as much as
# $\sqrt{10^{-8}} = 10^{-4}$, and silence gradients smaller than that.
#
# **By hand.** With $w = (1,\ 1)$, $s = (0,\ 0)$, $\beta = 0.9$, $\eta = 0.1$ and $g = (2,\ -0.02)$, the second
# a hundred times smaller:
#
# - $s = 0.1 \cdot (4,\ 0.0004) = (0.4,\ 0.00004)$, with roots $(0.6325,\ 0.006325)$;
# - the steps are $0.1 \cdot 2/0.6325 = 0.3162$ and $0.1 \cdot (-0.02)/0.006325 = -0.3162$: **the same size**;
# - $w = (0.6838,\ 1.3162)$.


# %%
def rmsprop_step(w, g, s, lr, beta=0.9, eps=1e-8):
    """Um passo dividido pelo tamanho típico do gradiente. · A step divided by the gradient's typical size.

    w, g, s: arrays do mesmo formato; s é a média dos quadrados · arrays of one shape; s averages the squares
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    beta: um número em [0, 1), quanto do passado fica · a number in [0, 1), how much of the past remains
    eps: um número positivo, somado à raiz · a positive number, added to the root
    Devolve (w, s), os pesos e a média novos. · Returns (w, s), the new weights and average.
    """
    ### BEGIN SOLUTION
    s = beta * s + (1 - beta) * g**2
    return w - lr * g / (np.sqrt(s) + eps), s
    ### END SOLUTION


# %%
check(rmsprop_step)

# %% [markdown] lang="pt"
# **Para pensar.** Se o custo inteiro for multiplicado por 1000 (por exemplo, medido em gramas e não em quilos),
# o que muda no caminho do SGD? E no do RMSProp?

# %% [markdown] lang="en"
# **Something to think about.** If the whole cost is multiplied by 1000 (measured in grams instead of kilograms,
# say), what changes in the path of SGD? And in that of RMSProp?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 4. Adam
#
# O Adam (*adaptive moment estimation*) junta as duas médias [4]: a dos gradientes, $m$, e a dos quadrados, $v$.
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2 .$$
#
# As duas partem de zero, e por isso começam pequenas demais: depois do primeiro passo, $v$ é só um milésimo de
# $g^2$. O Adam sabe exatamente quanto falta e **corrige**, com $t = 1$ no primeiro passo:
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
# w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon} .$$
#
# Dois avisos sobre a fórmula dos slides (conjunto D), que é $w \leftarrow w - \eta\,V/\sqrt{S}$, com $V$ e $S$ no
# lugar de $m$ e $v$:
#
# - Lá, o valor corrigido é escrito por cima da própria média ($V = V/(1 - \beta_1^t)$). No primeiro passo não
#   se nota; no segundo, a correção já corrige algo corrigido. Corrija uma **cópia**: a função devolve $m$ e
#   $v$, as médias, e não $\hat m$ e $\hat v$.
# - Lá não há $\varepsilon$. Um peso cujo gradiente ainda é zero (uma entrada que ainda não apareceu, uma ReLU
#   desligada) daria $0/0$, e um NaN se espalha depressa pela rede.
#
# **À mão.** Com $w = (1;\ 1)$, $m = v = (0;\ 0)$, $\eta = 0{,}1$, e duas vezes o mesmo $g = (2;\ -0{,}02)$:
#
# | $t$ | $m$ | $1000\,v$ | $\hat m$ | $\hat v$ | $w$ |
# |---|---|---|---|---|---|
# | 1 | $(0{,}2;\ -0{,}002)$ | $(4;\ 0{,}0004)$ | $(2;\ -0{,}02)$ | $(4;\ 0{,}0004)$ | $(0{,}9;\ 1{,}1)$ |
# | 2 | $(0{,}38;\ -0{,}0038)$ | $(7{,}996;\ 0{,}0007996)$ | $(2;\ -0{,}02)$ | $(4;\ 0{,}0004)$ | $(0{,}8;\ 1{,}2)$ |
#
# Com um gradiente constante, cada passo tem o tamanho da taxa. Escrevendo $\hat m$ e $\hat v$ por cima, como no
# slide, o segundo passo já seria de 0,0235 em vez de 0,1, e o quinto, de 0,0001: a descida para sozinha, e longe do
# fundo.

# %% [markdown] lang="en"
# ## 4. Adam
#
# Adam (*adaptive moment estimation*) puts the two averages together [4]: that of the gradients, $m$, and that of
# the squares, $v$.
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2 .$$
#
# Both start from zero, and so they begin too small: after the first step, $v$ is only a thousandth of $g^2$.
# Adam knows exactly how much is missing and **corrects** it, with $t = 1$ at the first step:
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
# w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon} .$$
#
# Two warnings about the formula on the slides (deck D), which is $w \leftarrow w - \eta\,V/\sqrt{S}$, with $V$ and
# $S$ in place of $m$ and $v$:
#
# - There, the corrected value is written over the average itself ($V = V/(1 - \beta_1^t)$). At the first step it
#   goes unnoticed; at the second, the correction corrects something already corrected. Correct a **copy**: the
#   function returns $m$ and $v$, the averages, and not $\hat m$ and $\hat v$.
# - There, $\varepsilon$ is missing. A weight whose gradient is still zero (an input that has not shown up yet, a
#   ReLU that is off) would give $0/0$, and a NaN soon spreads over the whole network.
#
# **By hand.** With $w = (1,\ 1)$, $m = v = (0,\ 0)$, $\eta = 0.1$, and twice the same $g = (2,\ -0.02)$:
#
# | $t$ | $m$ | $1000\,v$ | $\hat m$ | $\hat v$ | $w$ |
# |---|---|---|---|---|---|
# | 1 | $(0.2,\ -0.002)$ | $(4,\ 0.0004)$ | $(2,\ -0.02)$ | $(4,\ 0.0004)$ | $(0.9,\ 1.1)$ |
# | 2 | $(0.38,\ -0.0038)$ | $(7.996,\ 0.0007996)$ | $(2,\ -0.02)$ | $(4,\ 0.0004)$ | $(0.8,\ 1.2)$ |
#
# With a constant gradient every step is as large as the rate. With $\hat m$ and $\hat v$ written over the averages,
# as on the slide, the second step would be 0.0235 instead of 0.1, and the fifth 0.0001: the descent stops by itself,
# far from the bottom.


# %%
def adam_step(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """Um passo do Adam. · A step of Adam.

    w, g: arrays do mesmo formato, pesos e gradiente · arrays of one shape, weights and gradient
    m, v: no mesmo formato, as médias dos gradientes e dos quadrados · in that shape, the averages of the
        gradients and of their squares
    t: um inteiro, o número deste passo, a partir de 1 · an integer, the number of this step, from 1
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    beta1, beta2: números em [0, 1), quanto do passado fica em m e em v · numbers in [0, 1), how much of the past
        remains in m and in v
    eps: um número positivo, somado à raiz · a positive number, added to the root
    Devolve (w, m, v): os pesos novos e as médias, sem a correção. · Returns (w, m, v): the new weights and the
        averages, not corrected.
    """
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
    ### END SOLUTION


# %%
check(adam_step)

# %% [markdown] lang="pt"
# O tamanho de cada passo, dividido pela taxa, quando o gradiente é sempre o mesmo. A linha azul são os passos da
# sua função. As outras são contas com as mesmas médias: sem a correção, os primeiros passos saem grandes demais
# (o $m$ e o $v$ são ambos pequenos, mas $v$, muito mais); com a correção escrita por cima, os passos somem.

# %% [markdown] lang="en"
# The size of each step, divided by the rate, when the gradient is always the same. The blue line are the steps
# of your function. The others use the same averages: without the correction the first steps come out too large
# ($m$ and $v$ are both small, but $v$ much more so); with the correction written over the average, the steps
# vanish.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if adam_step(START, START, START, START**2, 1) is None:
    print(NOT_YET)
else:
    g, lr, w, m, v = np.array([2.0]), 0.1, np.zeros(1), np.zeros(1), np.zeros(1)
    slide_m, slide_v, yours, plain, slide = 0.0, 0.0, [], [], []
    for t in range(1, 31):
        before = w
        w, m, v = adam_step(w, g, m, v, t, lr)
        yours.append(abs(w - before)[0] / lr)
        plain.append((m / np.sqrt(v))[0])
        slide_m = (0.9 * slide_m + 0.1 * g[0]) / (1 - 0.9**t)
        slide_v = (0.999 * slide_v + 0.001 * g[0] ** 2) / (1 - 0.999**t)
        slide.append(slide_m / np.sqrt(slide_v))
    fig, ax = plt.subplots(figsize=(7, 3), layout="constrained")
    ax.plot(range(1, 31), yours, "o-", color=BLUE, markersize=4, label="adam_step")
    ax.plot(range(1, 31), plain, "s--", color=ORANGE, markersize=3, label="sem correção · no correction")
    ax.plot(range(1, 31), slide, "^:", color=GREEN, markersize=4, label="slide")
    ax.set(xlabel="$t$", ylabel="passo / lr · step / lr")
    ax.grid(alpha=0.3)
    ax.legend()

# %% [markdown] lang="pt"
# ## 5. O caminho todo
#
# Agora repita o passo. `adam_minimize` recebe uma função `grad`, que dá o gradiente em qualquer ponto, e devolve
# **todos** os pontos por onde passou, um por linha, o de partida incluído: são `steps + 1` linhas. As médias
# partem de zero e seguem de um passo para o outro, $t$ conta a partir de 1, e o gradiente é medido de novo em
# cada ponto. Os outros valores do Adam são os de sempre ($\beta_1 = 0{,}9$, $\beta_2 = 0{,}999$,
# $\varepsilon = 10^{-8}$).
#
# **À mão.** Com `grad` $= 2w$ (o custo é $\lVert w \rVert^2$), partindo de $w = (1;\ -2)$ com $\eta = 0{,}5$ e um
# passo: o gradiente é $(2;\ -4)$, e o primeiro passo do Adam tem o tamanho da taxa em cada coordenada cujo
# gradiente não é quase zero. O caminho é
#
# $$\begin{pmatrix} 1 & -2 \\ 0{,}5 & -1{,}5 \end{pmatrix} .$$

# %% [markdown] lang="en"
# ## 5. The whole path
#
# Now repeat the step. `adam_minimize` takes a function `grad`, which gives the gradient at any point, and
# returns **all** the points it went through, one a row, the starting one included: `steps + 1` rows. The
# averages start from zero and carry on from one step to the next, $t$ counts from 1, and the gradient is
# measured afresh at each point. Adam's other values are the usual ones ($\beta_1 = 0.9$, $\beta_2 = 0.999$,
# $\varepsilon = 10^{-8}$).
#
# **By hand.** With `grad` $= 2w$ (the cost is $\lVert w \rVert^2$), from $w = (1,\ -2)$ with $\eta = 0.5$ and one
# step: the gradient is $(2,\ -4)$, and Adam's first step is as large as the rate in every coordinate whose
# gradient is not almost zero. The path is
#
# $$\begin{pmatrix} 1 & -2 \\ 0.5 & -1.5 \end{pmatrix} .$$


# %%
def adam_minimize(grad, w, steps, lr):
    """Minimiza com o Adam e devolve o caminho. · Minimises with Adam and returns the path.

    grad: uma função, grad(w) é o gradiente em w, (d,) · a function, grad(w) is the gradient at w, (d,)
    w: (d,), o ponto de partida · the starting point
    steps: um inteiro, o número de passos, ou 0 · an integer, the number of steps, or 0
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    Devolve (steps + 1, d): a partida e o ponto depois de cada passo.
    Returns (steps + 1, d): the start and the point after each step.
    """
    ### BEGIN SOLUTION
    path = [1.0 * w]
    m, v = np.zeros_like(path[0]), np.zeros_like(path[0])
    for t in range(1, steps + 1):
        w, m, v = adam_step(path[-1], grad(path[-1]), m, v, t, lr)
        path.append(w)
    return np.array(path)
    ### END SOLUTION


# %%
check(adam_minimize)

# %% [markdown] lang="pt"
# ## 6. A corrida
#
# Os quatro no mesmo vale, do mesmo ponto, 150 passos, cada um com uma taxa que lhe convém. À direita, o custo ao
# longo dos passos. O SGD bate nas paredes e se arrasta; o momento soma os passos na direção do vale e avança; o
# RMSProp anda com passos de tamanho parecido, e por isso acaba oscilando em volta do fundo se a taxa não diminui;
# o Adam faz um pouco de cada.
#
# Não tire daqui quem é “o melhor”. O resultado depende do vale e das taxas: mude-as e veja. No treino de redes
# o Adam costuma funcionar bem sem muito ajuste, e um SGD com momento bem ajustado muitas vezes chega ao mesmo
# lugar, ou a um melhor [5].

# %% [markdown] lang="en"
# ## 6. The race
#
# All four in the same valley, from the same point, 150 steps, each with a rate that suits it. On the right, the
# cost along the steps. SGD bounces off the walls and crawls; momentum adds up the steps along the valley and gets
# ahead; RMSProp walks with steps of similar size, and so it ends up swinging around the bottom unless the rate
# shrinks; Adam does a little of each.
#
# Do not conclude from this which one is “the best”. The result depends on the valley and on the rates: change
# them and see. For training networks Adam tends to work well without much tuning, and a well-tuned SGD with
# momentum often gets to the same place, or to a better one [5].

# %% tags=["demo"]
import matplotlib.pyplot as plt

if (
    sgd_step(START, START, 0.1) is None
    or momentum_step(START, START, START, 0.1) is None
    or rmsprop_step(START, START, START**2, 0.1) is None
    or adam_step(START, START, START, START**2, 1) is None
    or adam_minimize(valley_gradient, START, 1, 0.1) is None
):
    print(NOT_YET)
else:
    zero, steps = np.zeros(2), 150
    paths = [
        ("SGD", "lr = 0.03", walk(sgd_alone, (), 0.03, steps), "-", "black"),
        ("momentum", "lr = 0.1", walk(momentum_step, (zero,), 0.1, steps), "--", PURPLE),
        ("RMSProp", "lr = 0.03", walk(rmsprop_step, (zero,), 0.03, steps), "-.", ORANGE),
        ("Adam", "lr = 0.1", adam_minimize(valley_gradient, START, steps, 0.1), "-", GREEN),
    ]
    fig, axes = plt.subplot_mosaic("ABEE;CDEE", figsize=(8.5, 4.4), layout="constrained")
    for ax, (name, rate, path, style, color) in zip("ABCD", paths, strict=True):
        draw_valley(axes[ax])
        axes[ax].plot(*path.T, ".-", color=color, markersize=3, linewidth=1)
        axes[ax].set(title=f"{name}, {rate}", xlim=(-1.8, 1.8), ylim=(-0.7, 2.6))
        axes[ax].label_outer()
        axes["E"].semilogy(valley(path.T), style, color=color, label=name)
    axes["E"].set(xlabel="passo · step", title="custo · cost")
    axes["E"].legend()

# %% [markdown] lang="pt"
# ## 7. Taxas que diminuem
#
# No começo, passos longos; perto do fundo, passos curtos. Um gradiente com ruído quase nunca é zero, e com uma taxa
# constante os pesos continuam dançando em volta do mínimo. Convém uma taxa que diminua com a época. Três maneiras
# comuns, com a época $j = 0, 1, 2, \dots$:
#
# - **em degraus**: a cada $n$ épocas, a taxa é multiplicada por um fator $f$,
#   $\;\eta_j = \eta\,f^{\lfloor j/n \rfloor}$;
# - **exponencial**: a mesma proporção a cada época, $\;\eta_j = \eta\,e^{-k\,j}$ (a base é o número 2,718…);
# - **inversa no tempo**: depressa no começo, depois cada vez mais devagar,
#   $\;\eta_j = \dfrac{\eta}{1 + k\,j}$.
#
# O $\lfloor j/n \rfloor$ é a parte inteira: dentro de um degrau a taxa não muda. Na época 0 as três dão a própria
# taxa $\eta$.
#
# **À mão.** Com $\eta = 0{,}1$:
#
# - em degraus, $f = 0{,}5$ a cada 10 épocas: nas épocas 0 a 9 a taxa é 0,1; nas épocas 10 a 19, 0,05; na
#   época 25, $0{,}1 \cdot 0{,}5^2 = 0{,}025$;
# - exponencial, $k = 0{,}1$: na época 10, $0{,}1 \cdot e^{-1} \approx 0{,}0368$;
# - inversa, $k = 0{,}1$: na época 10, $0{,}1/(1 + 1) = 0{,}05$.

# %% [markdown] lang="en"
# ## 7. Rates that shrink
#
# Long steps at first, short ones near the bottom. A noisy gradient is hardly ever zero, and with a constant rate the
# weights keep dancing around the minimum. A rate that shrinks with the epoch does better. Three common ways, with the
# epoch $j = 0, 1, 2, \dots$:
#
# - **in steps**: every $n$ epochs the rate is multiplied by a factor $f$,
#   $\;\eta_j = \eta\,f^{\lfloor j/n \rfloor}$;
# - **exponential**: by the same proportion each epoch, $\;\eta_j = \eta\,e^{-k\,j}$ (the base is the number
#   2.718…);
# - **inverse in time**: fast at first, then slower and slower, $\;\eta_j = \dfrac{\eta}{1 + k\,j}$.
#
# The $\lfloor j/n \rfloor$ is the whole part: within a step the rate does not change. At epoch 0 all three give
# the rate $\eta$ itself.
#
# **By hand.** With $\eta = 0.1$:
#
# - in steps, $f = 0.5$ every 10 epochs: in epochs 0 to 9 the rate is 0.1; in epochs 10 to 19, 0.05; in epoch
#   25, $0.1 \cdot 0.5^2 = 0.025$;
# - exponential, $k = 0.1$: in epoch 10, $0.1 \cdot e^{-1} \approx 0.0368$;
# - inverse, $k = 0.1$: in epoch 10, $0.1/(1 + 1) = 0.05$.


# %%
def step_decay(lr, drop, every, epoch):
    """A taxa em degraus: lr·drop^⌊epoch/every⌋. · The rate in steps: lr·drop^⌊epoch/every⌋.

    lr: um número positivo, a taxa da época 0 · a positive number, the rate in epoch 0
    drop: um número em (0, 1], o fator de cada degrau · a number in (0, 1], the factor of each step
    every: um inteiro positivo, as épocas de um degrau · a positive integer, the epochs in a step
    epoch: um inteiro, a época, a partir de 0 · an integer, the epoch, from 0
    Devolve um número, a taxa nessa época. · Returns a number, the rate in that epoch.
    """
    ### BEGIN SOLUTION
    return lr * drop ** (epoch // every)
    ### END SOLUTION


# %%
check(step_decay)


# %%
def exponential_decay(lr, k, epoch):
    """A taxa exponencial: lr·e^(−k·epoch). · The exponential rate: lr·e^(−k·epoch).

    lr: um número positivo, a taxa da época 0 · a positive number, the rate in epoch 0
    k: um número ≥ 0, quão depressa ela cai · a number ≥ 0, how fast it falls
    epoch: um inteiro, a época, a partir de 0 · an integer, the epoch, from 0
    Devolve um número, a taxa nessa época. · Returns a number, the rate in that epoch.
    """
    ### BEGIN SOLUTION
    return lr * np.exp(-k * epoch)
    ### END SOLUTION


# %%
check(exponential_decay)


# %%
def inverse_time_decay(lr, k, epoch):
    """A taxa inversa no tempo: lr/(1 + k·epoch). · The rate inverse in time: lr/(1 + k·epoch).

    lr: um número positivo, a taxa da época 0 · a positive number, the rate in epoch 0
    k: um número ≥ 0, quão depressa ela cai · a number ≥ 0, how fast it falls
    epoch: um inteiro, a época, a partir de 0 · an integer, the epoch, from 0
    Devolve um número, a taxa nessa época. · Returns a number, the rate in that epoch.
    """
    ### BEGIN SOLUTION
    return lr / (1 + k * epoch)
    ### END SOLUTION


# %%
check(inverse_time_decay)

# %% [markdown] lang="pt"
# À esquerda, as três taxas. À direita, para que servem: um SGD que quer chegar a $w = 0$ com gradientes ruidosos
# (a linha é a distância média até o alvo, em 200 tentativas). Com a taxa constante ele se aproxima depressa e
# então fica dançando à mesma distância; com as que diminuem, continua se aproximando.

# %% [markdown] lang="en"
# On the left, the three rates. On the right, what they are good for: an SGD that wants to get to $w = 0$ with
# noisy gradients (the line is the mean distance to the target, over 200 tries). With the constant rate it comes
# near quickly and then keeps dancing at the same distance; with those that shrink it keeps coming nearer.

# %% tags=["demo"]
import matplotlib.pyplot as plt

rates = {
    "constante · constant": lambda epoch: 0.3,
    "step_decay": lambda epoch: step_decay(0.3, 0.5, 15, epoch),
    "exponential_decay": lambda epoch: exponential_decay(0.3, 0.04, epoch),
    "inverse_time_decay": lambda epoch: inverse_time_decay(0.3, 0.1, epoch),
}
if sgd_step(START, START, 0.1) is None or any(rate(0) is None for rate in rates.values()):
    print(NOT_YET)
else:
    epochs = range(61)
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    styles = [(":", "black"), ("-", BLUE), ("--", ORANGE), ("-.", GREEN)]
    for (name, rate), (style, color) in zip(rates.items(), styles, strict=True):
        rng, w, distances = np.random.default_rng(7), np.full(200, 3.0), []
        for epoch in epochs:
            distances.append(np.mean(np.abs(w)))
            w = sgd_step(w, w + rng.normal(size=200), rate(epoch))
        left.plot(epochs, [rate(epoch) for epoch in epochs], style, color=color)
        right.plot(epochs, distances, style, color=color, label=name)
    left.set(xlabel="época · epoch", title="lr", ylim=(0, 0.32))
    right.set(xlabel="época · epoch", title="distância · distance", ylim=(0, 1.2))
    right.legend(fontsize="small")

# %% [markdown] lang="pt"
# **Para pensar.** Em qual das três a soma de todas as taxas, $\sum_j \eta_j$, é infinita? Se a soma for finita,
# até que distância os pesos conseguem andar, por mais épocas que haja?

# %% [markdown] lang="en"
# **Something to think about.** For which of the three is the sum of all rates, $\sum_j \eta_j$, infinite? If the
# sum is finite, how far can the weights travel, however many epochs there are?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 8. Pesos grandes custam: L2 e L1
#
# Uma rede com pesos grandes pode curvar a sua resposta de um lado para o outro até passar por todos os exemplos de
# treino, e errar entre eles. Regularizar é **somar** ao custo um preço pelos pesos:
#
# $$J = \frac{1}{n} \sum_{i=1}^{n} L_i + \frac{\lambda}{2n} \lVert W \rVert^2 ,$$
#
# em que $n$ é o número de exemplos, $\lambda \ge 0$ diz quanto os pesos custam, e
# $\lVert W \rVert^2 = \sum_{ij} W_{ij}^2$. Um slide do curso (conjunto D) põe um menos na frente da média dos erros,
# $J = -\frac{1}{n} \sum_{i} L_i + \dots$ Com ele, o treino diminuiria $J$ **aumentando** os erros: as duas parcelas
# levam um mais, porque as duas são ruins.
#
# A penalidade **L2** e a sua derivada são
#
# $$\frac{\lambda}{2n} \sum_{ij} W_{ij}^2, \qquad \frac{\partial}{\partial W} = \frac{\lambda}{n} W .$$
#
# O $\frac12$ se cancela com o 2 da derivada. Cada peso é puxado para zero na proporção do seu tamanho.
#
# A **L1** cobra o valor absoluto [6]:
#
# $$\frac{\lambda}{n} \sum_{ij} |W_{ij}|, \qquad
# \frac{\partial}{\partial W} = \frac{\lambda}{n} \operatorname{sinal}(W) .$$
#
# Aqui todos os pesos são puxados com a mesma força, os pequenos também, e por isso muitos acabam no zero ou
# ao lado dele. Em $W_{ij} = 0$ o valor absoluto tem um bico, e qualquer número entre $-\lambda/n$ e
# $\lambda/n$ serve de derivada; o mais comum é 0.
#
# > **NumPy de que você precisa aqui.** `np.sign(v)` é o sinal de cada elemento: 1, 0 ou −1. De `[5, 0, -0.2]` faz
# > `[1, 0, -1]`. `np.abs(v)` é o valor absoluto, e `np.sum(A)` soma todos os elementos de uma matriz.
#
# **À mão.** Com $W = \begin{pmatrix} 1 & -2 \\ 0 & 3 \end{pmatrix}$, $\lambda = 0{,}2$ e $n = 4$, temos
# $\lambda/n = 0{,}05$:
#
# - L2: $\frac{0{,}2}{8}\,(1 + 4 + 0 + 9) = 0{,}35$, e
#   $dW = \begin{pmatrix} 0{,}05 & -0{,}1 \\ 0 & 0{,}15 \end{pmatrix}$;
# - L1: $0{,}05\,(1 + 2 + 0 + 3) = 0{,}3$, e $dW = \begin{pmatrix} 0{,}05 & -0{,}05 \\ 0 & 0{,}05 \end{pmatrix}$.

# %% [markdown] lang="en"
# ## 8. Large weights have a price: L2 and L1
#
# A network with large weights can bend its answer this way and that until it goes through all the training
# examples, and be wrong in between. To regularise is to **add** to the cost a price for the weights:
#
# $$J = \frac{1}{n} \sum_{i=1}^{n} L_i + \frac{\lambda}{2n} \lVert W \rVert^2 ,$$
#
# where $n$ is the number of examples, $\lambda \ge 0$ says how much weights cost, and
# $\lVert W \rVert^2 = \sum_{ij} W_{ij}^2$. One of the course's slides (deck D) has a minus in front of the mean of
# the errors, $J = -\frac{1}{n} \sum_{i} L_i + \dots$ With it, training would make $J$ smaller by making the errors
# **larger**: both terms have a plus, for both are bad.
#
# The **L2** penalty and its derivative are
#
# $$\frac{\lambda}{2n} \sum_{ij} W_{ij}^2, \qquad \frac{\partial}{\partial W} = \frac{\lambda}{n} W .$$
#
# The $\frac12$ cancels with the 2 of the derivative. Each weight is pulled towards zero in proportion to its
# size.
#
# **L1** charges the absolute value [6]:
#
# $$\frac{\lambda}{n} \sum_{ij} |W_{ij}|, \qquad
# \frac{\partial}{\partial W} = \frac{\lambda}{n} \operatorname{sign}(W) .$$
#
# Here all the weights are pulled equally hard, the small ones too, and so many end up at zero or next to it. At
# $W_{ij} = 0$ the absolute value has a corner, and any number between $-\lambda/n$ and $\lambda/n$ will do as a
# derivative; the usual one is 0.
#
# > **NumPy that you need here.** `np.sign(v)` is the sign of each element: 1, 0 or −1. Of `[5, 0, -0.2]` it makes
# > `[1, 0, -1]`. `np.abs(v)` is the absolute value, and `np.sum(A)` adds up all the elements of a matrix.
#
# **By hand.** With $W = \begin{pmatrix} 1 & -2 \\ 0 & 3 \end{pmatrix}$, $\lambda = 0.2$ and $n = 4$ we have
# $\lambda/n = 0.05$:
#
# - L2: $\frac{0.2}{8}\,(1 + 4 + 0 + 9) = 0.35$, and
#   $dW = \begin{pmatrix} 0.05 & -0.1 \\ 0 & 0.15 \end{pmatrix}$;
# - L1: $0.05\,(1 + 2 + 0 + 3) = 0.3$, and $dW = \begin{pmatrix} 0.05 & -0.05 \\ 0 & 0.05 \end{pmatrix}$.


# %%
def l2_penalty(W, lam, n):
    """A penalidade L2 e a sua derivada. · The L2 penalty and its derivative.

    W: (n_out, n_in), os pesos · the weights
    lam: um número ≥ 0, o preço λ · a number ≥ 0, the price λ
    n: um inteiro positivo, o número de exemplos · a positive integer, the number of examples
    Devolve (penalty, dW): um número, λ/(2n)·‖W‖², e a derivada, no formato de W.
    Returns (penalty, dW): a number, λ/(2n)·‖W‖², and the derivative, in the shape of W.
    """
    ### BEGIN SOLUTION
    return lam / (2 * n) * np.sum(W**2), lam / n * W
    ### END SOLUTION


# %%
check(l2_penalty)


# %%
def l1_penalty(W, lam, n):
    """A penalidade L1 e a sua derivada. · The L1 penalty and its derivative.

    W: (n_out, n_in), os pesos · the weights
    lam: um número ≥ 0, o preço λ · a number ≥ 0, the price λ
    n: um inteiro positivo, o número de exemplos · a positive integer, the number of examples
    Devolve (penalty, dW): um número, λ/n·Σ|W|, e a derivada, no formato de W.
    Returns (penalty, dW): a number, λ/n·Σ|W|, and the derivative, in the shape of W.
    """
    ### BEGIN SOLUTION
    return lam / n * np.sum(np.abs(W)), lam / n * np.sign(W)
    ### END SOLUTION


# %%
check(l1_penalty)

# %% [markdown] lang="pt"
# Cinco pesos sem nada para aprender, só a penalidade, descendo com as suas derivadas. Com L2 todos encolhem pela
# mesma **proporção** a cada passo, e nenhum chega a zero. Com L1 todos perdem a mesma **quantidade**, e os
# pequenos chegam logo; depois disso ficam a menos de um passo dali.

# %% [markdown] lang="en"
# Five weights with nothing to learn, only the penalty, going down with your derivatives. With L2 all shrink by
# the same **proportion** each step, and none gets to zero. With L1 all lose the same **amount**, and the small
# ones are soon there; from then on they stay within a step of it.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if l2_penalty(np.ones((1, 1)), 1.0, 1) is None or l1_penalty(np.ones((1, 1)), 1.0, 1) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 2, figsize=(7.5, 3), sharey=True, layout="constrained")
    for ax, penalty, name in zip(axes, (l2_penalty, l1_penalty), ("L2", "L1"), strict=True):
        W, path = np.array([[1.5, 0.8, 0.3, -0.5, -1.2]]), []
        for _ in range(81):
            path.append(W[0])
            W = W - 0.02 * penalty(W, 1.0, 1)[1]
        ax.plot(path, color=BLUE if name == "L2" else ORANGE)
        ax.axhline(0, color="black", linewidth=0.8, linestyle=":")
        ax.set(title=name, xlabel="passo · step")
    axes[0].set(ylabel="pesos · weights")

# %% [markdown] lang="pt"
# ## 9. Dropout: faltar por sorteio
#
# A terceira maneira é a mais estranha: a cada passo do treino, cada número $X_{ij}$ que entra na camada é
# **apagado** com probabilidade $p$, por um sorteio independente dos outros [7]. Nenhuma unidade pode contar com a
# presença de outra, e a rede aprende a não depender de detalhes.
#
# Apagar diminui a soma que chega à camada seguinte. Para compensar, os que ficam são aumentados: cada um fica com
# probabilidade $1 - p$ e é multiplicado por $\frac{1}{1-p}$, e assim a média não muda,
#
# $$(1 - p) \cdot \frac{X_{ij}}{1 - p} + p \cdot 0 = X_{ij} .$$
#
# É o dropout **invertido**: na hora de usar a rede, não há nada a fazer. As duas coisas cabem em uma **máscara**,
# do formato de $X$, com 0 onde apaga e $\frac{1}{1-p}$ onde fica:
#
# $$Y = X \odot M .$$
#
# Na volta, o gradiente passa por onde o número passou, com o mesmo fator (é uma multiplicação, e a derivada de
# $X_{ij} M_{ij}$ em relação a $X_{ij}$ é $M_{ij}$):
#
# $$dX = dY \odot M .$$
#
# A máscara da volta tem que ser **a mesma** da ida. Por isso a função a devolve. Todo o acaso vem do gerador
# `rng`: com a mesma semente, a mesma máscara.
#
# > **NumPy de que você precisa aqui.** `rng.random((2, 3))` sorteia uma matriz de 2 por 3, cada número entre 0 e 1,
# > todos com a mesma chance: ser menor que 0,3 acontece com probabilidade 0,3. O formato de um array é `A.shape`. Uma
# > comparação dá `True` e `False`, que nas contas valem 1 e 0: com `t = np.array([12, 30])`, `(t > 20) * 5` é
# > `[0, 5]`.
#
# **À mão.** Com $p = 0{,}5$, os que ficam são dobrados. Se o sorteio apagar o segundo e o terceiro de
# $X = (1\ \ 2\ \ 3\ \ 4)$, a máscara é $(2\ \ 0\ \ 0\ \ 2)$ e $Y = (2\ \ 0\ \ 0\ \ 8)$. Na volta,
# $dY = (1\ \ 1\ \ {-1}\ \ 0{,}5)$ dá $dX = (2\ \ 0\ \ 0\ \ 1)$.

# %% [markdown] lang="en"
# ## 9. Dropout: missing by lot
#
# The third way is the strangest: at each step of training, each number $X_{ij}$ that enters the layer is
# **dropped** with probability $p$, by a draw that is independent of the others [7]. No unit can count on another
# being there, and the network learns not to depend on details.
#
# Dropping makes the sum that reaches the next layer smaller. To make up for it, those that stay are made larger:
# each stays with probability $1 - p$ and is multiplied by $\frac{1}{1-p}$, so that the mean does not change,
#
# $$(1 - p) \cdot \frac{X_{ij}}{1 - p} + p \cdot 0 = X_{ij} .$$
#
# This is **inverted** dropout: when the network is used, there is nothing to do. Both things fit into one
# **mask**, of the shape of $X$, with 0 where it drops and $\frac{1}{1-p}$ where it keeps:
#
# $$Y = X \odot M .$$
#
# On the way back the gradient passes where the number passed, with the same factor (it is a multiplication, and
# the derivative of $X_{ij} M_{ij}$ in $X_{ij}$ is $M_{ij}$):
#
# $$dX = dY \odot M .$$
#
# The mask on the way back must be **the same** as on the way there. That is why the function returns it. All the
# chance comes from the generator `rng`: with the same seed, the same mask.
#
# > **NumPy that you need here.** `rng.random((2, 3))` draws a matrix of 2 by 3, each number between 0 and 1, all
# > equally likely: to be less than 0.3 happens with probability 0.3. An array's shape is `A.shape`. A comparison
# > gives `True` and `False`, which count as 1 and 0: with `t = np.array([12, 30])`, `(t > 20) * 5` is `[0, 5]`.
#
# **By hand.** With $p = 0.5$ those that stay are doubled. If the draw drops the second and the third of
# $X = (1\ \ 2\ \ 3\ \ 4)$, the mask is $(2\ \ 0\ \ 0\ \ 2)$ and $Y = (2\ \ 0\ \ 0\ \ 8)$. On the way back,
# $dY = (1\ \ 1\ \ {-1}\ \ 0.5)$ gives $dX = (2\ \ 0\ \ 0\ \ 1)$.


# %%
def dropout_forward(X, p, rng):
    """Dropout invertido, na ida. · Inverted dropout, forward.

    X: (n, d), um exemplo por linha · one example a row
    p: um número em [0, 1), a probabilidade de apagar · a number in [0, 1), the probability of dropping
    rng: um numpy.random.Generator, a única fonte de acaso · a numpy.random.Generator, the only source of chance
    Devolve (Y, mask), do formato de X; a máscara tem só 0 e 1/(1 − p).
    Returns (Y, mask), of the shape of X; the mask holds only 0 and 1/(1 − p).
    """
    ### BEGIN SOLUTION
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask, mask
    ### END SOLUTION


# %%
check(dropout_forward)


# %%
def dropout_backward(dY, mask):
    """Dropout invertido, na volta. · Inverted dropout, backward.

    dY: (n, d), o gradiente que chega · the gradient that arrives
    mask: (n, d), a máscara da ida · the mask of the forward pass
    Devolve dX, (n, d). · Returns dX, (n, d).
    """
    ### BEGIN SOLUTION
    return dY * mask
    ### END SOLUTION


# %%
check(dropout_backward)

# %% [markdown] lang="pt"
# Uma camada com 12 exemplos e 20 unidades. A máscara apaga números aqui e ali, sem preferir linha nem coluna (o
# branco é 0). À direita, a média de muitas saídas sorteadas: ela se aproxima da entrada, para qualquer $p$, mas
# com $p$ maior o ruído demora mais a desaparecer.

# %% [markdown] lang="en"
# A layer with 12 examples and 20 units. The mask drops numbers here and there, with no preference for rows or
# columns (white is 0). On the right, the mean of many outputs: it approaches the input, for any $p$, but with a
# larger $p$ the noise takes longer to go away.

# %% tags=["demo"]
import matplotlib.pyplot as plt

rng = np.random.default_rng(3)
X = rng.uniform(0.2, 1.0, size=(12, 20))
if dropout_forward(X, 0.5, rng) is None:
    print(NOT_YET)
else:
    Y, mask = dropout_forward(X, 0.5, rng)
    fig, axes = plt.subplot_mosaic("AD;BD;CD", figsize=(7.5, 4), layout="constrained", width_ratios=(1, 1.4))
    names = ["entrada · input $X$", "máscara · mask $M$", "saída · output $Y = X \\odot M$"]
    for ax, values, name in zip("ABC", (X, mask, Y), names, strict=True):
        axes[ax].imshow(values, cmap="Blues", vmin=0, vmax=2, aspect="auto")
        axes[ax].set(title=name, xticks=[], yticks=[])
    for p, style, color in [(0.2, "-", BLUE), (0.5, "--", ORANGE), (0.8, "-.", GREEN)]:
        total, errors = np.zeros_like(X), []
        for k in range(1, 301):
            total = total + dropout_forward(X, p, rng)[0]
            errors.append(np.mean(np.abs(total / k - X)))
        axes["D"].loglog(range(1, 301), errors, style, color=color, label=f"p = {p:g}")
    axes["D"].set(xlabel="saídas na média · outputs in the mean", title="|média − entrada| · |mean − input|")
    axes["D"].legend()

# %% [markdown] lang="pt"
# **Para pensar.** Sem o fator $\frac{1}{1-p}$, o que seria preciso fazer com os pesos da camada seguinte na hora de
# usar a rede? E por que $p = 1$ não é permitido?

# %% [markdown] lang="en"
# **Something to think about.** Without the factor $\frac{1}{1-p}$, what would have to be done to the next layer's
# weights when the network is used? And why is $p = 1$ not allowed?

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
# - O gradiente vem do conjunto de **treino**, inteiro ou aos poucos; o de teste fica de fora até o fim.
# - O momento faz a média dos gradientes; o RMSProp divide pelo tamanho deles; o Adam faz as duas coisas.
# - Médias que partem de zero começam pequenas demais. O Adam corrige uma cópia delas e guarda as médias como são.
# - O $\varepsilon$ fica fora da raiz e evita $0/0$ onde o gradiente é zero.
# - Uma taxa que diminui deixa a dança em volta do mínimo cada vez menor.
# - L2 encolhe os pesos em proporção, L1 por igual; o dropout apaga por sorteio e aumenta os que ficam.
#
# Olhe para trás: de um degrau você chegou a uma rede que lê dígitos, e escreveu cada peça dela, do neurônio ao
# otimizador. Os notebooks seguintes são feitos dessas mesmas peças: em `08_rnn` os mesmos pesos se repetem pelo
# tempo, em `09_cnn`, pela imagem, e tudo se treina com a retropropagação e com um destes otimizadores. Antes deles, um
# bom exercício é juntar os notebooks 06 e 07: treine o `train_mlp` dos dígitos com o seu Adam, com dropout e com uma
# taxa que diminui, e compare os erros nos dígitos que a rede nunca viu.
#
# ### Referências
#
# 1. H. Robbins e S. Monro (1951). A stochastic approximation method. *Annals of Mathematical Statistics*, 22(3),
#    400–407.
# 2. B. T. Polyak (1964). Some methods of speeding up the convergence of iteration methods. *USSR Computational
#    Mathematics and Mathematical Physics*, 4(5), 1–17.
# 3. T. Tieleman e G. Hinton (2012). Lecture 6.5, RMSProp: divide the gradient by a running average of its recent
#    magnitude. *Neural Networks for Machine Learning*, Coursera.
# 4. D. P. Kingma e J. Ba (2015). Adam: a method for stochastic optimization. *International Conference on Learning
#    Representations*.
# 5. A. C. Wilson, R. Roelofs, M. Stern, N. Srebro e B. Recht (2017). The marginal value of adaptive gradient
#    methods in machine learning. *Advances in Neural Information Processing Systems*, 30.
# 6. R. Tibshirani (1996). Regression shrinkage and selection via the lasso. *Journal of the Royal Statistical
#    Society, Series B*, 58(1), 267–288.
# 7. N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever e R. Salakhutdinov (2014). Dropout: a simple way to
#    prevent neural networks from overfitting. *Journal of Machine Learning Research*, 15, 1929–1958.

# %% [markdown] lang="en"
# ## What to take away
#
# - The gradient comes from the **training** set, all of it or a little at a time; the test set stays out until the
#   end.
# - Momentum averages the gradients; RMSProp divides by their size; Adam does both.
# - Averages that start from zero begin too small. Adam corrects a copy of them and keeps the averages as they are.
# - The $\varepsilon$ stands outside the root and avoids $0/0$ where the gradient is zero.
# - A rate that shrinks makes the dance around the minimum ever smaller.
# - L2 shrinks weights in proportion, L1 all alike; dropout drops by lot and makes what stays larger.
#
# Look back: from a step you have come to a network that reads digits, and you wrote every piece of it, from the neuron
# to the optimiser. The notebooks that follow are made of these same pieces: in `08_rnn` the same weights repeat through
# time, in `09_cnn` across the image, and everything is trained with backpropagation and one of these optimisers. Before
# them, a good exercise is to put notebooks 06 and 07 together: train the `train_mlp` of the digits with your Adam, with
# dropout and with a rate that shrinks, and compare the mistakes on the digits that the network never saw.
#
# ### References
#
# 1. H. Robbins and S. Monro (1951). A stochastic approximation method. *Annals of Mathematical Statistics*, 22(3),
#    400–407.
# 2. B. T. Polyak (1964). Some methods of speeding up the convergence of iteration methods. *USSR Computational
#    Mathematics and Mathematical Physics*, 4(5), 1–17.
# 3. T. Tieleman and G. Hinton (2012). Lecture 6.5, RMSProp: divide the gradient by a running average of its recent
#    magnitude. *Neural Networks for Machine Learning*, Coursera.
# 4. D. P. Kingma and J. Ba (2015). Adam: a method for stochastic optimization. *International Conference on
#    Learning Representations*.
# 5. A. C. Wilson, R. Roelofs, M. Stern, N. Srebro and B. Recht (2017). The marginal value of adaptive gradient
#    methods in machine learning. *Advances in Neural Information Processing Systems*, 30.
# 6. R. Tibshirani (1996). Regression shrinkage and selection via the lasso. *Journal of the Royal Statistical
#    Society, Series B*, 58(1), 267–288.
# 7. N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov (2014). Dropout: a simple way to
#    prevent neural networks from overfitting. *Journal of Machine Learning Research*, 15, 1929–1958.
