# %% [markdown] lang="pt"
# # 02 · O neurônio sigmoide: responder com uma probabilidade
#
# O perceptron responde sim ou não, e o Adaline responde qualquer número. Para uma pergunta de sim ou não, nenhum
# dos dois diz o que mais interessa: **o quanto** o neurônio está seguro. O neurônio sigmoide responde com uma
# probabilidade. O modelo é antigo na estatística, com o nome de regressão logística [1], e continua vivo dentro
# das redes de hoje: é a última camada de muitos classificadores.
#
# Junto com a resposta muda o custo. O quadrado do erro já não serve bem; no lugar dele entra a **entropia
# cruzada**, que cobra caro, sem limite, de quem tem certeza e erra.
#
# Você vai construir cinco funções:
#
# | função | o que faz |
# |---|---|
# | `sigmoid` | transforma qualquer número em uma probabilidade |
# | `neuron_output` | a probabilidade da classe 1, para muitos exemplos |
# | `binary_cross_entropy` | o custo de uma lista de probabilidades |
# | `bce_gradient` | a inclinação desse custo em $w$ e em $b$ |
# | `train_neuron` | a descida, época após época |

# %% [markdown] lang="en"
# # 02 · The sigmoid neuron: answer with a probability
#
# The perceptron answers yes or no, and Adaline answers any number. For a yes-or-no question neither says what
# matters most: **how** sure the neuron is. The sigmoid neuron answers with a probability. The model is old in
# statistics, under the name of logistic regression [1], and lives on inside today's networks: it is the last
# layer of many classifiers.
#
# With the answer, the cost changes too. The square of the error is no longer a good choice; its place is taken by
# the **cross-entropy**, which charges dearly, without limit, whoever is wrong and certain.
#
# You will build five functions:
#
# | function | what it does |
# |---|---|
# | `sigmoid` | turns any number into a probability |
# | `neuron_output` | the probability of class 1, for many examples |
# | `binary_cross_entropy` | the cost of a list of probabilities |
# | `bce_gradient` | the slope of that cost in $w$ and in $b$ |
# | `train_neuron` | the descent, epoch after epoch |

# %% [markdown] lang="pt"
# ## Como trabalhar neste notebook
#
# - Escreva cada função embaixo do comentário `# Escreva aqui · Write here`, no lugar do `...`, sem mudar o
#   nome nem os argumentos. Uma função pode usar as que você já escreveu.
# - Depois rode a célula `check(...)` logo abaixo. Ela faz as verificações públicas e, se algo não estiver
#   certo, mostra um caso pequeno em que isso aparece. As demais verificações rodam na correção.
# - Se a função ainda não passou, `degrau.hint(nome_da_função)` mostra mais uma dica. `degrau.progress()` mostra até
#   onde você já foi no notebook.
# - Os gráficos usam as suas funções: enquanto elas não existem, a célula apenas avisa. Mude os números e rode de
#   novo: essas células são para experimentar, e o que você muda nelas não conta na correção. Você também pode criar
#   outras.
# - Os gráficos precisam do Matplotlib, e o último, também do scikit-learn (`pip install matplotlib
#   scikit-learn`). Os exercícios e as verificações funcionam sem eles.
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
# - While a function does not pass, `degrau.hint(name_of_the_function)` shows one more hint. `degrau.progress()` shows
#   how far you have come in the notebook.
# - The plots use your functions: until those exist, the cell just says so. Change the numbers and run it again: these
#   cells are there to play with, and what you change in them does not count when the notebook is graded. You may add
#   cells of your own, too.
# - The plots need Matplotlib, and the last one scikit-learn, too (`pip install matplotlib scikit-learn`). The
#   exercises and the checks work without them.
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

# Duas nuvens que se misturam um pouco · Two clouds that overlap a little
rng = np.random.default_rng(6)
y_cloud = rng.permutation(np.repeat([0, 1], 30))
X_cloud = rng.normal(-1.0, 0.9, size=(60, 2)) + 2.0 * y_cloud[:, None]

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_points(ax, X, y):
    """Classe 0: círculos; classe 1: triângulos. · Class 0: circles; class 1: triangles."""
    ax.scatter(*X[y == 0].T, color=BLUE, marker="o", s=18, zorder=3, edgecolor="white", linewidth=0.5)
    ax.scatter(*X[y == 1].T, color=ORANGE, marker="^", s=18, zorder=3, edgecolor="white", linewidth=0.5)


def draw_probability(ax, w, b, x_range, y_range):
    """A probabilidade como fundo e a fronteira p = ½. · The probability as background and the boundary p = ½."""
    xs, ys = np.linspace(*x_range, 61), np.linspace(*y_range, 61)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1)
    p = np.array([neuron_output(row, w, b) for row in grid])
    shades = ax.contourf(xs, ys, p, levels=np.linspace(0, 1, 11), cmap="Greys", vmin=0, vmax=1.7)
    ax.contour(xs, ys, p, levels=[0.5], colors="black", linewidths=1.5)
    return shades


def can_answer():
    """O neurônio já responde? · Does the neuron answer yet?"""
    return sigmoid(0.0) is not None and neuron_output(X_cloud, np.zeros(2), 0.0) is not None


def can_train():
    """As funções do treino já respondem? · Do the functions used in training answer yet?"""
    w = np.zeros(2)
    return (
        can_answer()
        and binary_cross_entropy(y_cloud, np.full(60, 0.5)) is not None
        and bce_gradient(X_cloud, y_cloud, w, 0.0) is not None
        and train_neuron(X_cloud, y_cloud, w, 0.0, 0.1, 1) is not None
    )


# %% [markdown] lang="pt"
# ## 1. A sigmoide
#
# A função logística, ou sigmoide, leva a reta inteira ao intervalo entre 0 e 1:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} .$$
#
# Longe, à direita, $e^{-z}$ some e a resposta chega perto de 1; longe, à esquerda, $e^{-z}$ é enorme e a
# resposta chega perto de 0. No meio, $\sigma(0) = \frac{1}{2}$. Ela é um degrau sem quina: tem derivada em todo
# ponto, e isso é tudo de que a descida do gradiente precisa.
#
# **À mão.** $\sigma(0) = 0{,}5$; $\sigma(\ln 3) = \frac{1}{1 + 1/3} = 0{,}75$; $\sigma(-\ln 3) = 0{,}25$.
# Repare na simetria: $\sigma(-z) = 1 - \sigma(z)$.
#
# **Cuidado com o computador.** Para $z = -10\,000$ a resposta é praticamente 0, mas a conta passa por
# $e^{10000}$, que não cabe num número de ponto flutuante: o NumPy avisa que a conta transbordou. A função pedida
# responde sem aviso até $|z| = 10\,000$. Dica: as formas $\frac{1}{1 + e^{-z}}$ e $\frac{e^{z}}{1 + e^{z}}$ são
# iguais no papel; em cada lado do zero, uma delas nunca transborda.
#
# Alguns slides do curso (conjunto A) escrevem $\frac{1}{1 - e^{-z}}$, com um menos: essa função divide por zero em
# $z = 0$ e nunca fica entre 0 e 1.
#
# > **NumPy de que você precisa aqui.** `np.where(condição, a, b)` escolhe elemento a elemento, mas só **depois** de
# > calcular `a` e `b` em todos os pontos, os que não interessam também. Com `t = np.array([0.0, 4.0])`,
# > `np.where(t > 0, 1 / t, 0)` dá `[0, 0.25]` e mesmo assim avisa de uma divisão por zero. O que resolve é trocar o
# > número perigoso **antes** da conta: `1 / np.where(t > 0, t, 1)` não avisa nada, e a escolha vem depois.
# > Pergunte-se, então, que exponencial serve dos dois lados sem nunca ficar grande. `np.abs` dá o valor absoluto, e
# > `np.exp`, a exponencial.

# %% [markdown] lang="en"
# ## 1. The sigmoid
#
# The logistic function, or sigmoid, takes the whole line to the interval between 0 and 1:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} .$$
#
# Far to the right $e^{-z}$ vanishes and the answer comes close to 1; far to the left $e^{-z}$ is huge and the
# answer comes close to 0. In the middle $\sigma(0) = \frac{1}{2}$. It is a step without an edge: it has a
# derivative everywhere, and that is all that gradient descent needs.
#
# **By hand.** $\sigma(0) = 0.5$; $\sigma(\ln 3) = \frac{1}{1 + 1/3} = 0.75$; $\sigma(-\ln 3) = 0.25$. Note the
# symmetry: $\sigma(-z) = 1 - \sigma(z)$.
#
# **Mind the computer.** For $z = -10{,}000$ the answer is practically 0, but the computation goes through
# $e^{10000}$, which does not fit into a floating-point number: NumPy warns of an overflow. The function asked for
# answers without a warning up to $|z| = 10{,}000$. Hint: the forms $\frac{1}{1 + e^{-z}}$ and
# $\frac{e^{z}}{1 + e^{z}}$ are equal on paper; on either side of zero one of them never overflows.
#
# Some slides of the course (deck A) write $\frac{1}{1 - e^{-z}}$, with a minus: that function divides by zero at
# $z = 0$ and is never between 0 and 1.
#
# > **NumPy that you need here.** `np.where(condition, a, b)` chooses element by element, but only **after** computing
# > `a` and `b` at all points, those that do not matter included. With `t = np.array([0.0, 4.0])`,
# > `np.where(t > 0, 1 / t, 0)` gives `[0, 0.25]` and still warns of a division by zero. What helps is to replace the
# > dangerous number **before** the computation: `1 / np.where(t > 0, t, 1)` does not warn, and the choice comes
# > afterwards. So ask yourself which exponential serves on both sides without ever becoming large. `np.abs` gives the
# > absolute value, and `np.exp` the exponential.


# %%
def sigmoid(z):
    """A função logística. · The logistic function.

    z: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve 1 / (1 + e^(-z)), no mesmo formato, sem aviso até |z| = 10000.
    Returns 1 / (1 + e^(-z)), in the same shape, without a warning up to |z| = 10000.
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)
    ### END SOLUTION


# %%
check(sigmoid)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if sigmoid(0.0) is None:
    print(NOT_YET)
else:
    z = np.linspace(-6, 6, 241)
    fig, ax = plt.subplots(figsize=(7.5, 2.8), layout="constrained")
    ax.plot(z, np.where(z >= 0, 1, 0), color="gray", linestyle="--", label="degrau · step")
    ax.plot(z, sigmoid(z), color=BLUE, linewidth=2, label=r"$\sigma(z)$")
    ax.plot(z, sigmoid(4 * z), color=GREEN, linestyle="-.", label=r"$\sigma(4z)$")
    ax.plot(0, sigmoid(0.0), "o", color="black")
    ax.set(xlabel="$z$", yticks=[0, 0.5, 1], title="Um degrau sem quina · A step without an edge")
    ax.legend()

# %% [markdown] lang="pt"
# ## 2. A resposta do neurônio
#
# A soma ponderada é a de sempre; a sigmoide a transforma na probabilidade da classe 1:
#
# $$p = \sigma(X w + b), \qquad p \text{ de formato } (n,).$$
#
# **À mão.** Com $w = (1;\ -1)$ e $b = 0$, o exemplo $(2;\ 2)$ dá $z = 0$ e $p = 0{,}5$: o neurônio não sabe. O
# exemplo $(\ln 3;\ 0)$ dá $p = 0{,}75$.
#
# Uma curva em S não faz uma fronteira curva, embora um slide do curso (conjunto A) diga que o neurônio sigmoide
# “classifica de forma não linear”. O neurônio muda de opinião onde $p = \frac{1}{2}$, isto é, onde
# $w \cdot x + b = 0$: uma reta no plano, um hiperplano em geral, como no perceptron. O que a sigmoide acrescenta é o
# degradê em volta da fronteira. O XOR continua fora do alcance.

# %% [markdown] lang="en"
# ## 2. The neuron's answer
#
# The weighted sum is the same as ever; the sigmoid turns it into the probability of class 1:
#
# $$p = \sigma(X w + b), \qquad p \text{ of shape } (n,).$$
#
# **By hand.** With $w = (1,\ -1)$ and $b = 0$, the example $(2,\ 2)$ gives $z = 0$ and $p = 0.5$: the neuron does
# not know. The example $(\ln 3,\ 0)$ gives $p = 0.75$.
#
# An S-shaped curve does not make a curved boundary, although a slide of the course (deck A) says that the sigmoid
# neuron “classifies non-linearly”. The neuron changes its mind where $p = \frac{1}{2}$, that is, where
# $w \cdot x + b = 0$: a line in the plane, a hyperplane in general, as for the perceptron. What the sigmoid adds is
# the shading around the boundary. XOR stays out of reach.


# %%
def neuron_output(X, w, b):
    """A probabilidade da classe 1 para cada exemplo. · The probability of class 1 for each example.

    X: (n, d), um exemplo por linha · one example a row
    w, b: (d,) e um número · (d,) and a number
    Devolve (n,), entre 0 e 1, sem aviso quando satura. · Returns (n,), between 0 and 1, no warning when saturated.
    """
    ### BEGIN SOLUTION
    return sigmoid(X @ w + b)
    ### END SOLUTION


# %%
check(neuron_output)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_answer():
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained", sharey=True)
    for ax, scale in zip(axes, (0.5, 3.0), strict=True):
        shades = draw_probability(ax, scale * np.array([1.0, 1.0]), 0.0, (-4, 4), (-4, 4))
        draw_points(ax, X_cloud, y_cloud)
        ax.set(xlabel="$x_1$", title=f"$w = ({scale:g},\\ {scale:g})$")
    axes[0].set(ylabel="$x_2$")
    fig.colorbar(shades, ax=axes, ticks=[0, 0.5, 1], label="$p$")

# %% [markdown] lang="pt"
# A fronteira é a mesma reta nos dois quadros. Com pesos maiores o neurônio só fica mais seguro: o degradê é mais
# estreito.
#
# **Para pensar.** Se você multiplicar $w$ e $b$ por $-1$, o que acontece com a fronteira, e com as probabilidades?

# %% [markdown] lang="en"
# The boundary is the same line in both panels. With larger weights the neuron only becomes surer: the shading is
# narrower.
#
# **Something to think about.** If you multiply $w$ and $b$ by $-1$, what happens to the boundary, and to the
# probabilities?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 3. A entropia cruzada
#
# Seja $y_i$ o alvo, 0 ou 1, e $p_i$ a probabilidade que o neurônio deu à classe 1. A probabilidade que ele deu ao
# que **de fato aconteceu** é $p_i$ quando $y_i = 1$, e $1 - p_i$ quando $y_i = 0$. O custo do exemplo é menos o
# logaritmo (natural) dessa probabilidade, e o custo do conjunto é a média:
#
# $$L(y, p) = -\frac{1}{n} \sum_{i=1}^{n} \big[\, y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \,\big] .$$
#
# Em cada exemplo só uma das duas parcelas sobrevive. Três detalhes que costumam se perder:
#
# - o logaritmo é da **previsão** $p$, nunca do alvo (nos slides do conjunto A a fórmula é a mesma, mas chama $p$ de
#   alvo);
# - o menos vale para o colchete inteiro (um slide do conjunto D tem $-y \ln p + (1 - y) \ln(1 - p)$, em que ele só
#   alcança a primeira parcela);
# - quando a previsão é uma certeza, a parcela que não conta é $0 \cdot \ln 0$, e vale 0 por convenção.
#
# **À mão.** A tabela de todas as certezas:
#
# | alvo $y$ | previsão $p$ | custo |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | $\infty$ |
# | 1 | 0 | $\infty$ |
# | 1 | 1 | 0 |
# | 0 ou 1 | ½ | $\ln 2 \approx 0{,}693$ |
#
# Quem tem certeza e acerta não paga nada; quem tem certeza e erra paga infinito. A função pedida responde exatamente
# isso, `inf` inclusive, sem aviso do NumPy.
#
# > **NumPy de que você precisa aqui.** Aqui o infinito é a resposta certa, e só o aviso sobra. Um aviso se cala em
# > volta de uma conta: dentro de `with np.errstate(divide="ignore"):`, `1 / np.array([0.0, 4.0])` dá `[inf, 0.25]` em
# > silêncio. Isso não muda nenhum valor: `0 * np.inf` continua dando `nan`. Por isso, escolha primeiro (`np.where`) e
# > faça a conta depois. `np.log` é o logaritmo natural, e `np.mean`, a média.

# %% [markdown] lang="en"
# ## 3. The cross-entropy
#
# Let $y_i$ be the target, 0 or 1, and $p_i$ the probability that the neuron gave to class 1. The probability that
# it gave to what **actually happened** is $p_i$ when $y_i = 1$, and $1 - p_i$ when $y_i = 0$. The cost of the
# example is minus the (natural) logarithm of that probability, and the cost of the set is the mean:
#
# $$L(y, p) = -\frac{1}{n} \sum_{i=1}^{n} \big[\, y_i \ln p_i + (1 - y_i) \ln (1 - p_i) \,\big] .$$
#
# In each example only one of the two terms survives. Three details that tend to get lost:
#
# - the logarithm is of the **prediction** $p$, never of the target (slides of deck A have the same formula, but call
#   $p$ the target);
# - the minus belongs to the whole bracket (a slide of deck D has $-y \ln p + (1 - y) \ln(1 - p)$, where it reaches
#   the first term only);
# - when the prediction is certain, the term that does not count is $0 \cdot \ln 0$, and is 0 by convention.
#
# **By hand.** The table of all certainties:
#
# | target $y$ | prediction $p$ | cost |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | $\infty$ |
# | 1 | 0 | $\infty$ |
# | 1 | 1 | 0 |
# | 0 or 1 | ½ | $\ln 2 \approx 0.693$ |
#
# Whoever is right and certain pays nothing; whoever is wrong and certain pays infinity. The function asked for
# answers exactly this, `inf` included, without a warning from NumPy.
#
# > **NumPy that you need here.** Infinity is the right answer here, and only the warning is too much. A warning is
# > silenced around a computation: inside `with np.errstate(divide="ignore"):`, `1 / np.array([0.0, 4.0])` gives
# > `[inf, 0.25]` in silence. That changes no value: `0 * np.inf` is still `nan`. So choose first (`np.where`) and
# > compute afterwards. `np.log` is the natural logarithm, and `np.mean` the mean.


# %%
def binary_cross_entropy(y, p):
    """A entropia cruzada média. · The mean cross-entropy.

    y: (n,), os alvos, 0 ou 1 · the targets, 0 or 1
    p: (n,), as probabilidades previstas da classe 1 · the predicted probabilities of class 1
    Devolve um número, ou inf se uma certeza erra, sem aviso.
    Returns a number, or inf if a certain answer is wrong, without a warning.
    """
    ### BEGIN SOLUTION
    of_what_happened = np.where(np.asarray(y) == 1, p, 1 - np.asarray(p))
    with np.errstate(divide="ignore"):
        return float(np.mean(-np.log(of_what_happened)))
    ### END SOLUTION


# %%
check(binary_cross_entropy)

# %% tags=["demo"]
import matplotlib.pyplot as plt

one = np.ones(1)
if binary_cross_entropy(one, one) is None:
    print(NOT_YET)
else:
    print("  y    p      custo · cost")
    for target, guess in [(0, 0.0), (0, 0.5), (0, 1.0), (1, 0.0), (1, 0.5), (1, 1.0)]:
        print(f"{target:3} {guess:5} {binary_cross_entropy(target * one, guess * one):10.3f}")
    p = np.linspace(0.005, 0.995, 199)
    fig, ax = plt.subplots(figsize=(7.5, 2.8), layout="constrained")
    for target, color, style in [(1, ORANGE, "-"), (0, BLUE, "--")]:
        costs = [binary_cross_entropy(target * one, guess * one) for guess in p]
        ax.plot(p, costs, style, color=color, label=f"entropia cruzada · cross-entropy, $y = {target}$")
        ax.plot(p, (target - p) ** 2, ":", color=color, label=f"$(y - p)^2$, $y = {target}$")
    ax.set(xlabel="$p$", ylabel="custo · cost", ylim=(0, 5))
    ax.legend(loc="upper center", fontsize=8)

# %% [markdown] lang="pt"
# As linhas cheias e tracejadas sobem sem limite do lado errado; as pontilhadas, do erro quadrático, param em 1:
# para elas, errar tendo certeza é só um pouco pior do que errar na dúvida.
#
# ## 4. O gradiente
#
# A derivada da sigmoide é $\sigma'(z) = p\,(1 - p)$. Na regra da cadeia ela encontra a derivada do custo em $p$,
#
# $$\frac{\partial L_i}{\partial p_i} = \frac{p_i - y_i}{p_i\,(1 - p_i)},$$
#
# e as duas se cancelam: $\partial L_i / \partial z_i = p_i - y_i$. Fica uma fórmula igual à do Adaline, com a
# probabilidade no lugar da resposta linear:
#
# $$\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^{n} (p_i - y_i)\, x_i, \qquad
# \frac{\partial L}{\partial b} = \frac{1}{n} \sum_{i=1}^{n} (p_i - y_i) .$$
#
# O cancelamento não é só elegante. No computador, a forma sem simplificar divide por $p\,(1 - p)$, que vira 0
# quando o neurônio satura, e $0/0$ não é número. A forma simplificada é sempre finita.
#
# **À mão.** Com $w = (0;\ 0)$ e $b = 0$ toda resposta é $\frac{1}{2}$. Para os exemplos $(1;\ 2)$, com $y = 1$, e
# $(3;\ -1)$, com $y = 0$, as diferenças $p - y$ são $-\frac{1}{2}$ e $\frac{1}{2}$, e então
#
# $$\frac{\partial L}{\partial w} = \tfrac{1}{2}\big[-\tfrac{1}{2}(1;\ 2) + \tfrac{1}{2}(3;\ -1)\big]
# = (0{,}5;\ -0{,}75), \qquad \frac{\partial L}{\partial b} = 0 .$$

# %% [markdown] lang="en"
# The solid and dashed lines rise without limit on the wrong side; the dotted ones, of the squared error, stop at 1:
# to them, being wrong and certain is only a little worse than being wrong and in doubt.
#
# ## 4. The gradient
#
# The derivative of the sigmoid is $\sigma'(z) = p\,(1 - p)$. In the chain rule it meets the derivative of the cost
# in $p$,
#
# $$\frac{\partial L_i}{\partial p_i} = \frac{p_i - y_i}{p_i\,(1 - p_i)},$$
#
# and the two cancel: $\partial L_i / \partial z_i = p_i - y_i$. What is left is a formula like Adaline's, with the
# probability in place of the linear answer:
#
# $$\frac{\partial L}{\partial w} = \frac{1}{n} \sum_{i=1}^{n} (p_i - y_i)\, x_i, \qquad
# \frac{\partial L}{\partial b} = \frac{1}{n} \sum_{i=1}^{n} (p_i - y_i) .$$
#
# The cancellation is more than elegant. In the computer the form that is not simplified divides by $p\,(1 - p)$,
# which becomes 0 when the neuron saturates, and $0/0$ is not a number. The simplified form is always finite.
#
# **By hand.** With $w = (0,\ 0)$ and $b = 0$ every answer is $\frac{1}{2}$. For the examples $(1,\ 2)$, with
# $y = 1$, and $(3,\ -1)$, with $y = 0$, the differences $p - y$ are $-\frac{1}{2}$ and $\frac{1}{2}$, and so
#
# $$\frac{\partial L}{\partial w} = \tfrac{1}{2}\big[-\tfrac{1}{2}(1,\ 2) + \tfrac{1}{2}(3,\ -1)\big]
# = (0.5,\ -0.75), \qquad \frac{\partial L}{\partial b} = 0 .$$


# %%
def bce_gradient(X, y, w, b):
    """O gradiente da entropia cruzada média. · The gradient of the mean cross-entropy.

    X: (n, d), um exemplo por linha · one example a row
    y: (n,), os alvos, 0 ou 1 · the targets, 0 or 1
    w, b: (d,) e um número · (d,) and a number
    Devolve (dw, db): (d,) e um número, finitos mesmo na saturação.
    Returns (dw, db): (d,) and a number, finite even when saturated.
    """
    ### BEGIN SOLUTION
    error = neuron_output(X, w, b) - y
    return error @ X / len(y), float(np.mean(error))
    ### END SOLUTION


# %%
check(bce_gradient)

# %% [markdown] lang="pt"
# **Para pensar.** Com o custo quadrático $\frac{1}{2}(y - p)^2$, a derivada em $z$ seria $(p - y)\,p\,(1 - p)$. O
# que acontece com ela quando o neurônio está muito seguro **e** errado? E com a da entropia cruzada?

# %% [markdown] lang="en"
# **Something to think about.** With the squared cost $\frac{1}{2}(y - p)^2$ the derivative in $z$ would be
# $(p - y)\,p\,(1 - p)$. What happens to it when the neuron is very sure **and** wrong? And to that of the
# cross-entropy?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 5. O treino
#
# Agora cada época dá **um** passo, com o gradiente de todos os exemplos (o conjunto inteiro, e não exemplo por
# exemplo como no Adaline):
#
# $$w \leftarrow w - \eta\,\frac{\partial L}{\partial w},
# \qquad b \leftarrow b - \eta\,\frac{\partial L}{\partial b} .$$
#
# As duas inclinações são calculadas **antes** de mudar qualquer um dos dois. Depois do passo, anote a **perda**
# (outro nome do custo): `losses[k]` é a entropia cruzada depois da época $k$, e a lista tem sempre `epochs` números.
#
# **À mão.** Um só exemplo, $x = (1)$, $y = 1$, com $w = (0)$, $b = 0$ e $\eta = 2$. A resposta é $\frac{1}{2}$, o
# gradiente é $-\frac{1}{2}$ em $w$ e em $b$, e o passo leva os dois a 1. A nova resposta é
# $\sigma(2) \approx 0{,}881$, e a perda cai de $0{,}693$ para $-\ln 0{,}881 \approx 0{,}127$.

# %% [markdown] lang="en"
# ## 5. Training
#
# Now each epoch makes **one** step, with the gradient of all examples (the whole set, not example by example as for
# Adaline):
#
# $$w \leftarrow w - \eta\,\frac{\partial L}{\partial w},
# \qquad b \leftarrow b - \eta\,\frac{\partial L}{\partial b} .$$
#
# Both slopes are computed **before** either is changed. After the step, write down the **loss** (another name of the
# cost): `losses[k]` is the cross-entropy after epoch $k$, and the list always has `epochs` numbers.
#
# **By hand.** A single example, $x = (1)$, $y = 1$, with $w = (0)$, $b = 0$ and $\eta = 2$. The answer is
# $\frac{1}{2}$, the gradient is $-\frac{1}{2}$ in $w$ and in $b$, and the step takes both to 1. The new answer is
# $\sigma(2) \approx 0.881$, and the loss falls from $0.693$ to $-\ln 0.881 \approx 0.127$.


# %%
def train_neuron(X, y, w, b, lr, epochs):
    """Desce a entropia cruzada com o gradiente do conjunto inteiro. · Descends with the gradient of the whole set.

    X: (n, d), um exemplo por linha · one example a row
    y: (n,), os alvos, 0 ou 1 · the targets, 0 or 1
    w, b: (d,) e um número, o ponto de partida · (d,) and a number, the starting point
    lr, epochs: a taxa de aprendizado e o número de épocas · the learning rate and the number of epochs
    Devolve (w, b, losses): os pesos finais, e em losses[k] a perda depois da época k.
    Returns (w, b, losses): the final weights, and in losses[k] the loss after epoch k.
    """
    ### BEGIN SOLUTION
    losses = []
    for _ in range(epochs):
        dw, db = bce_gradient(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
        losses.append(binary_cross_entropy(y, neuron_output(X, w, b)))
    return w, b, losses
    ### END SOLUTION


# %%
check(train_neuron)

# %% [markdown] lang="pt"
# À esquerda, a perda ao longo das épocas para três taxas. À direita, o neurônio treinado: a reta preta é onde
# $p = \frac{1}{2}$, e a cor diz o quanto ele está seguro.

# %% [markdown] lang="en"
# On the left, the loss over the epochs for three rates. On the right, the trained neuron: the black line is where
# $p = \frac{1}{2}$, and the colour says how sure it is.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    for lr, style, color in [(0.01, "-", ORANGE), (0.1, "--", "black"), (1.0, "-.", GREEN)]:
        _, _, losses = train_neuron(X_cloud, y_cloud, np.zeros(2), 0.0, lr, 100)
        left.plot(range(1, 101), losses, style, color=color, label=f"lr = {lr:g}")
    left.axhline(np.log(2), color="gray", linestyle=":")
    left.set(xlabel="época · epoch", ylabel="perda · loss", ylim=(0, 0.75))
    left.legend()
    w, b, _ = train_neuron(X_cloud, y_cloud, np.zeros(2), 0.0, 1.0, 100)
    shades = draw_probability(right, w, b, (-4, 4), (-4, 4))
    draw_points(right, X_cloud, y_cloud)
    right.set(xlabel="$x_1$", ylabel="$x_2$")
    fig.colorbar(shades, ax=right, ticks=[0, 0.5, 1], label="$p$")

# %% [markdown] lang="pt"
# ## 6. Flores de verdade
#
# As íris de Fisher [2]: comprimento e largura da pétala de duas espécies, *versicolor* (0) e *virginica* (1), que
# se misturam na fronteira. Os dados vêm dentro do scikit-learn; se ele não estiver instalado, a célula só avisa
# (`pip install scikit-learn`). O neurônio erra algumas flores e, em geral, são as que ele mesmo chama de duvidosas.

# %% [markdown] lang="en"
# ## 6. Real flowers
#
# Fisher's irises [2]: length and width of the petal of two species, *versicolor* (0) and *virginica* (1), which mix
# at the boundary. The data come inside scikit-learn; if it is not installed, the cell just says so
# (`pip install scikit-learn`). The neuron gets a few flowers wrong, and mostly those that it calls doubtful itself.

# %% tags=["demo"]
import matplotlib.pyplot as plt

try:
    from sklearn.datasets import load_iris
except ImportError:
    load_iris = None

if load_iris is None:
    print("Instale o scikit-learn para ver as flores. · Install scikit-learn to see the flowers.")
elif not can_train():
    print(NOT_YET)
else:
    iris = load_iris()
    X_iris, y_iris = iris.data[50:, 2:], iris.target[50:] - 1
    mean, std = X_iris.mean(axis=0), X_iris.std(axis=0)
    w, b, losses = train_neuron((X_iris - mean) / std, y_iris, np.zeros(2), 0.0, 1.0, 300)
    w, b = w / std, b - w @ (mean / std)
    p = neuron_output(X_iris, w, b)
    wrong = (p >= 0.5) != y_iris
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    shades = draw_probability(left, w, b, (2.8, 7.2), (0.9, 2.6))
    draw_points(left, X_iris, y_iris)
    left.plot(*X_iris[wrong].T, "o", markersize=10, markerfacecolor="none", markeredgecolor="black")
    left.set(xlabel="comprimento · length (cm)", ylabel="largura · width (cm)")
    left.set(title=f"{wrong.sum()} de · of {len(wrong)} erradas · wrong")
    order = np.argsort(p)
    right.plot(p[order], color="gray")
    right.scatter(np.arange(len(p))[y_iris[order] == 0], p[order][y_iris[order] == 0], color=BLUE, marker="o", s=12)
    right.scatter(np.arange(len(p))[y_iris[order] == 1], p[order][y_iris[order] == 1], color=ORANGE, marker="^", s=12)
    right.axhline(0.5, color="black", linewidth=1)
    right.set(xlabel="flores, em ordem de $p$ · flowers, sorted by $p$", ylabel="$p$")

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - A sigmoide é um degrau sem quina, e a saída do neurônio é uma probabilidade.
# - A fronteira continua reta: a curva em S muda a segurança, não a forma.
# - A entropia cruzada é menos o logaritmo da probabilidade do que aconteceu. Certeza errada custa infinito.
# - Sigmoide e entropia cruzada se completam: as derivadas se cancelam, e sobra $p - y$.
# - Uma fórmula certa no papel ainda pode transbordar no computador.
#
# No próximo notebook, `03_activations`, a sigmoide encontra as outras funções de ativação e suas derivadas.
#
# ### Referências
#
# 1. D. R. Cox (1958). The regression analysis of binary sequences. *Journal of the Royal Statistical Society,
#    Series B*, 20(2), 215–242.
# 2. R. A. Fisher (1936). The use of multiple measurements in taxonomic problems. *Annals of Eugenics*, 7(2),
#    179–188.

# %% [markdown] lang="en"
# ## What to take away
#
# - The sigmoid is a step without an edge, and the neuron's output is a probability.
# - The boundary stays straight: the S-shaped curve changes how sure the neuron is, not the shape.
# - The cross-entropy is minus the logarithm of the probability of what happened. Wrong certainty costs infinity.
# - Sigmoid and cross-entropy complete each other: the derivatives cancel, and $p - y$ is left.
# - A formula that is right on paper can still overflow in the computer.
#
# In the next notebook, `03_activations`, the sigmoid meets the other activation functions and their derivatives.
#
# ### References
#
# 1. D. R. Cox (1958). The regression analysis of binary sequences. *Journal of the Royal Statistical Society,
#    Series B*, 20(2), 215–242.
# 2. R. A. Fisher (1936). The use of multiple measurements in taxonomic problems. *Annals of Eugenics*, 7(2),
#    179–188.
