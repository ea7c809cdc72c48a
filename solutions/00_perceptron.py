# %% [markdown] lang="pt"
# # 00 · O perceptron: uma reta que aprende com os próprios erros
#
# Em 1958, Frank Rosenblatt propôs o perceptron: um modelo que aprende com exemplos, em vez de ser programado
# caso a caso [1]. Ele responde, erra, e cada erro corrige um pouco os seus pesos. Neste notebook você vai
# construir um perceptron de um só neurônio com quatro funções pequenas:
#
# | função | o que faz |
# |---|---|
# | `step` | a função degrau, que transforma um número em 0 ou 1 |
# | `predict` | a resposta do neurônio para muitos exemplos de uma vez |
# | `perceptron_update` | a correção depois de ver **um** exemplo |
# | `train_perceptron` | a correção repetida, época após época |
#
# No fim, você vai ver o que ele aprende, em quanto tempo, e uma coisa simples que ele nunca vai aprender.

# %% [markdown] lang="en"
# # 00 · The perceptron: a line that learns from its own mistakes
#
# In 1958 Frank Rosenblatt proposed the perceptron: a model that learns from examples instead of being
# programmed case by case [1]. It answers, it makes mistakes, and every mistake corrects its weights a little.
# In this notebook you will build a perceptron of a single neuron out of four small functions:
#
# | function | what it does |
# |---|---|
# | `step` | the step function, which turns a number into 0 or 1 |
# | `predict` | the neuron's answer for many examples at once |
# | `perceptron_update` | the correction after seeing **one** example |
# | `train_perceptron` | the correction repeated, epoch after epoch |
#
# By the end you will have seen what it learns, how fast, and one simple thing that it never will.

# %% [markdown] lang="pt"
# ## Como trabalhar neste notebook
#
# - Cada exercício é uma função com o corpo por escrever. Escreva embaixo do comentário
#   `# Escreva aqui · Write here`, no lugar do `...`, e não mude o nome da função nem os argumentos.
# - Depois rode a célula `check(...)` que vem logo abaixo. Ela faz as verificações públicas e, se algo não
#   estiver certo, mostra um caso pequeno em que isso aparece. As demais verificações rodam na correção.
# - Se a função ainda não passou, `degrau.hint(nome_da_função)` mostra mais uma dica. `degrau.progress()` mostra até
#   onde você já foi no notebook.
# - Os gráficos usam as suas funções: enquanto elas não existem, a célula apenas avisa. Mude os números e rode de
#   novo: essas células são para experimentar, e o que você muda nelas não conta na correção. Você também pode criar
#   outras.
# - Os gráficos precisam do Matplotlib (`pip install matplotlib`). Os exercícios e as verificações funcionam sem
#   ele.
# - As perguntas de **Para pensar** não valem nota. Escreva a resposta com as suas palavras.
# - O curso nasceu de quatro conjuntos de slides, de que você não precisa: A (do perceptron aos gradientes feitos à
#   mão), B (treino e grafos computacionais), C (perceptrons multicamadas) e D (redes recorrentes e convolucionais,
#   regularização, otimizadores). Há neles fórmulas erradas que muita gente copia. Onde o texto ou uma verificação
#   fala de um slide, a fórmula vem escrita ali mesmo.
# - Este notebook existe em português e em inglês, com as mesmas células de código. Entregue o que preferir.

# %% [markdown] lang="en"
# ## How to work with this notebook
#
# - Each exercise is a function whose body is yours to write. Write under the comment
#   `# Escreva aqui · Write here`, in place of the `...`, and leave the function's name and arguments alone.
# - Then run the `check(...)` cell right below it. It runs the public checks and, if something is not right,
#   shows a small case where that happens. The other checks run when the notebook is graded.
# - While a function does not pass, `degrau.hint(name_of_the_function)` shows one more hint. `degrau.progress()` shows
#   how far you have come in the notebook.
# - The plots use your functions: until those exist, the cell just says so. Change the numbers and run it again: these
#   cells are there to play with, and what you change in them does not count when the notebook is graded. You may add
#   cells of your own, too.
# - The plots need Matplotlib (`pip install matplotlib`). The exercises and the checks work without it.
# - The **Something to think about** questions are not graded. Answer them in your own words.
# - The course grew out of four decks of slides, which you do not need: A (from the perceptron to gradients by hand),
#   B (training and computational graphs), C (multilayer perceptrons) and D (recurrent and convolutional networks,
#   regularisation, optimisers). They contain wrong formulas that many people copy. Where the text or a check speaks
#   of a slide, the formula is written right there.
# - This notebook exists in Portuguese and in English, with the same code cells. Hand in whichever you like.

# %% tags=["setup"]
import numpy as np

import degrau
from degrau import check

# As quatro entradas de uma porta lógica e três respostas · The four inputs of a logic gate and three answers
X_logic = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y_and = np.array([0, 0, 0, 1])
y_or = np.array([0, 1, 1, 1])
y_xor = np.array([0, 1, 1, 0])

# Duas nuvens de pontos, misturadas na ordem · Two clouds of points, in mixed order
rng = np.random.default_rng(5)
y_cloud = rng.permutation(np.repeat([0, 1], 25))
X_cloud = rng.normal(1.0, 0.8, size=(50, 2)) + 2.0 * y_cloud[:, None]

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_points(ax, X, y):
    """Classe 0: círculos; classe 1: triângulos. · Class 0: circles; class 1: triangles."""
    ax.scatter(*X[y == 0].T, color=BLUE, marker="o", zorder=3)
    ax.scatter(*X[y == 1].T, color=ORANGE, marker="^", zorder=3)
    ax.set(xlabel="$x_1$", ylabel="$x_2$")


def draw_line(ax, w, b, **style):
    """A reta w·x + b = 0. · The line w·x + b = 0."""
    nearest = -b * w / (w @ w)
    ax.axline(nearest, nearest + np.array([-w[1], w[0]]), **style)


def can_train():
    """As funções do treino já respondem? · Do the functions used in training answer yet?"""
    w = np.zeros(2)
    return (
        step(0.0) is not None
        and perceptron_update(w, 0.0, X_logic[0], 0, 1.0) is not None
        and train_perceptron(X_logic, y_or, w, 0.0, 1.0, 1) is not None
    )


# %% [markdown] lang="pt"
# ## 1. O degrau
#
# O neurônio recebe um exemplo $x = (x_1, \dots, x_d)$, multiplica cada entrada por um peso e soma tudo com um
# **viés** $b$:
#
# $$z = w_1 x_1 + \dots + w_d x_d + b = w \cdot x + b .$$
#
# O número $z$ pode ser qualquer um. Para decidir entre duas classes, o perceptron passa $z$ pela **função
# degrau**, que só olha para o sinal:
#
# $$\mathrm{step}(z) = \begin{cases} 1 & \text{se } z \ge 0 \\ 0 & \text{se } z < 0 \end{cases}$$
#
# Repare no $\ge$: bem na beirada do degrau, quando $z = 0$, a resposta é 1.
#
# **À mão.** Para $z = (-0{,}5;\ 0;\ 2)$ a resposta é $(0;\ 1;\ 1)$: um número para cada número, no mesmo
# formato.
#
# > **NumPy de que você precisa aqui.** Um `if` decide uma vez só, para um número. Com um array ele para em
# > `ValueError: The truth value of an array … is ambiguous`, e é assim que o gráfico abaixo termina, se a sua função
# > tiver um. Para decidir elemento a elemento, `np.where(condição, a, b)` põe `a` onde a condição vale e `b` onde não
# > vale, e aceita também um número sozinho. Por exemplo, com `t = np.array([25, 31, 28])`, a condição `t > 30` é
# > `[False, True, False]`, e `np.where(t > 30, 30, t)` dá `[25, 30, 28]`.

# %% [markdown] lang="en"
# ## 1. The step
#
# The neuron is given an example $x = (x_1, \dots, x_d)$, multiplies each input by a weight and adds
# everything to a **bias** $b$:
#
# $$z = w_1 x_1 + \dots + w_d x_d + b = w \cdot x + b .$$
#
# The number $z$ can be anything. To choose between two classes the perceptron passes $z$ through the **step
# function**, which looks only at the sign:
#
# $$\mathrm{step}(z) = \begin{cases} 1 & \text{if } z \ge 0 \\ 0 & \text{if } z < 0 \end{cases}$$
#
# Mind the $\ge$: on the edge of the step, when $z = 0$, the answer is 1.
#
# **By hand.** For $z = (-0.5,\ 0,\ 2)$ the answer is $(0,\ 1,\ 1)$: one number for each number, in the same
# shape.
#
# > **NumPy that you need here.** An `if` decides only once, for one number. With an array it stops in
# > `ValueError: The truth value of an array … is ambiguous`, and that is how the plot below ends if there is one in
# > your function. To decide element by element, `np.where(condition, a, b)` puts `a` where the condition holds and
# > `b` where it does not, and it takes a single number as well. For example, with `t = np.array([25, 31, 28])` the
# > condition `t > 30` is `[False, True, False]`, and `np.where(t > 30, 30, t)` gives `[25, 30, 28]`.


# %%
def step(z):
    """A função degrau: 1 onde z ≥ 0 e 0 onde z < 0. · The step function: 1 where z ≥ 0 and 0 where z < 0.

    z: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve 0 ou 1, no mesmo formato de z. · Returns 0 or 1, in the same shape as z.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) >= 0, 1, 0)
    ### END SOLUTION


# %%
check(step)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if step(0.0) is None:
    print(NOT_YET)
else:
    z = np.linspace(-2, 2, 401)
    fig, ax = plt.subplots(figsize=(6, 2.4), layout="constrained")
    ax.plot(z, step(z), ".", color=BLUE, markersize=3)
    ax.plot(0, step(0.0), "o", color=ORANGE, label="$z = 0$")
    ax.set(xlabel="$z$", ylabel="step$(z)$", yticks=[0, 1], title="A função degrau · The step function")
    ax.legend(loc="center right")

# %% [markdown] lang="pt"
# **Para pensar.** Longe de $z = 0$ o gráfico é plano. Se você aumentar um peso só um pouquinho, o que costuma
# acontecer com a resposta do neurônio? E o que isso diz a quem quer saber se a mudança ajudou?

# %% [markdown] lang="en"
# **Something to think about.** Away from $z = 0$ the graph is flat. If you increase a weight by a tiny
# amount, what usually happens to the neuron's answer? And what does that tell someone who wants to know
# whether the change helped?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 2. Muitos exemplos de uma vez
#
# Os $n$ exemplos ficam nas linhas de uma matriz $X$ de formato $(n, d)$. Um único produto calcula a soma
# ponderada de todos eles, e o mesmo viés $b$ entra em cada um:
#
# $$z = X w + b, \qquad \hat{y} = \mathrm{step}(z), \qquad z \text{ e } \hat{y} \text{ de formato } (n,).$$
#
# No NumPy, o produto de matriz por vetor se escreve `X @ w`.
#
# **O que isso desenha.** Com duas entradas, os pontos em que $w \cdot x + b = 0$ formam uma reta: a **reta de
# decisão**. O vetor $w$ é perpendicular a ela e aponta para o lado em que a resposta é 1; o viés $b$ afasta a
# reta da origem.
#
# **À mão.** Com $w = (2;\ -1)$ e $b = -0{,}5$:
#
# - o exemplo $(1;\ 0)$ dá $z = 2 - 0 - 0{,}5 = 1{,}5$, e a resposta é 1;
# - o exemplo $(1;\ 2)$ dá $z = 2 - 2 - 0{,}5 = -0{,}5$, e a resposta é 0.

# %% [markdown] lang="en"
# ## 2. Many examples at once
#
# The $n$ examples are the rows of a matrix $X$ of shape $(n, d)$. One product gives the weighted sum of all
# of them, and the same bias $b$ goes into each:
#
# $$z = X w + b, \qquad \hat{y} = \mathrm{step}(z), \qquad z \text{ and } \hat{y} \text{ of shape } (n,).$$
#
# In NumPy the product of a matrix and a vector is written `X @ w`.
#
# **What this draws.** With two inputs, the points where $w \cdot x + b = 0$ form a line: the **decision
# line**. The vector $w$ is perpendicular to it and points to the side where the answer is 1; the bias $b$
# moves the line away from the origin.
#
# **By hand.** With $w = (2,\ -1)$ and $b = -0.5$:
#
# - the example $(1,\ 0)$ gives $z = 2 - 0 - 0.5 = 1.5$, and the answer is 1;
# - the example $(1,\ 2)$ gives $z = 2 - 2 - 0.5 = -0.5$, and the answer is 0.


# %%
def predict(X, w, b):
    """A resposta do perceptron para cada exemplo. · The perceptron's answer for each example.

    X: (n, d), um exemplo por linha · one example a row
    w: (d,), os pesos · the weights
    b: um número, o viés · a number, the bias
    Devolve (n,), com 0 ou 1 para cada linha. · Returns (n,), 0 or 1 for each row.
    """
    ### BEGIN SOLUTION
    return step(X @ w + b)
    ### END SOLUTION


# %%
check(predict)

# %% [markdown] lang="pt"
# Dá para escolher os pesos à mão? Para a porta **E** (AND) e a porta **OU** (OR), sim. Para a porta **OU exclusivo**
# (XOR), tente: mude os três números da linha do XOR e veja quantos dos quatro pontos você acerta. (Só não ponha os
# dois pesos em zero: sem pesos não há reta, e em lugar dela vem um aviso de divisão por zero.)

# %% [markdown] lang="en"
# Can the weights be chosen by hand? For the **AND** gate and the **OR** gate, yes. For the **exclusive OR** gate
# (XOR), try: change the three numbers in the row of XOR and see how many of the four points you get right. (Only do
# not set both weights to zero: without weights there is no line, and a warning of a division by zero comes in its
# place.)

# %% tags=["demo"]
import matplotlib.pyplot as plt

gates = [
    ("E · AND", y_and, np.array([1.0, 1.0]), -1.5),
    ("OU · OR", y_or, np.array([1.0, 1.0]), -0.5),
    ("XOR", y_xor, np.array([1.0, -1.0]), -0.5),
]
if step(0.0) is None or predict(X_logic, np.ones(2), 0.0) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 3, figsize=(7.5, 3), layout="constrained")
    for ax, (name, y, w, b) in zip(axes, gates, strict=True):
        right = int(np.sum(predict(X_logic, w, b) == y))
        draw_points(ax, X_logic, y)
        draw_line(ax, w, b, color="black")
        foot = -b * w / (w @ w) + 0.3 * np.array([-w[1], w[0]])
        ax.quiver(*foot, *w, color=GREEN, angles="xy", scale_units="xy", scale=4, width=0.02)
        ax.text(*(foot + 0.35 * w), "$w$", color=GREEN, ha="center", va="center")
        ax.set(xlim=(-0.6, 1.6), ylim=(-0.6, 1.6), aspect="equal", title=f"{name}: {right}/4")

# %% [markdown] lang="pt"
# Para o XOR ninguém passa de 3. A conta é curta. A resposta 0 em $(0;\ 0)$ pede $b < 0$; a resposta 1 em $(0;\ 1)$ e
# em $(1;\ 0)$ pede $w_2 + b \ge 0$ e $w_1 + b \ge 0$. Somando as duas últimas, $w_1 + w_2 + b \ge -b > 0$, e então o
# neurônio responde 1 em $(1;\ 1)$, onde deveria responder 0. Nenhuma reta serve: o XOR **não é linearmente
# separável**.

# %% [markdown] lang="en"
# For XOR nobody gets past 3. The argument is short. The answer 0 at $(0,\ 0)$ asks for $b < 0$; the answer 1 at
# $(0,\ 1)$ and at $(1,\ 0)$ asks for $w_2 + b \ge 0$ and $w_1 + b \ge 0$. Add the last two:
# $w_1 + w_2 + b \ge -b > 0$, so the neuron says 1 at $(1,\ 1)$, where it should say 0. No line will do: XOR **is not
# linearly separable**.

# %% [markdown] lang="pt"
# **Para pensar.** Imagine uma terceira entrada, $x_3$, calculada a partir de $x_1$ e $x_2$. Você consegue
# escolher uma que torne o XOR separável por um único perceptron?

# %% [markdown] lang="en"
# **Something to think about.** Imagine a third input, $x_3$, computed from $x_1$ and $x_2$. Can you choose
# one that makes XOR separable by a single perceptron?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 3. Aprender com um erro
#
# Agora o neurônio vê **um** exemplo $x$ de rótulo $y$ (0 ou 1) e responde
# $\hat{y} = \mathrm{step}(w \cdot x + b)$. A regra do perceptron corrige os pesos e o viés:
#
# $$w \leftarrow w + \eta\,(y - \hat{y})\,x, \qquad b \leftarrow b + \eta\,(y - \hat{y}),$$
#
# em que $\eta > 0$ é a **taxa de aprendizado** (no código, `lr`, de *learning rate*). O erro $y - \hat{y}$ só
# pode valer três coisas:
#
# | $y$ | $\hat{y}$ | $y - \hat{y}$ | o que acontece |
# |---|---|---|---|
# | 0 ou 1 | igual a $y$ | 0 | nada: quem acertou não muda |
# | 1 | 0 | +1 | $z$ era baixo demais, e a correção o faz subir |
# | 0 | 1 | −1 | $z$ era alto demais, e a correção o faz descer |
#
# Por que $z$ anda para o lado certo? Com os pesos novos, a soma ponderada **do mesmo exemplo** passa a ser
#
# $$z_{\text{novo}} = z + \eta\,(y - \hat{y})\,(\lVert x \rVert^2 + 1),$$
#
# e o último fator é sempre positivo. O $+1$ vem do viés, que se comporta como o peso de uma entrada que vale
# sempre 1.
#
# **À mão.** Com $w = (0{,}5;\ -1)$, $b = 0{,}25$, $x = (2;\ 1)$, $y = 0$ e $\eta = 0{,}1$:
#
# - $z = 1 - 1 + 0{,}25 = 0{,}25$, a resposta é 1 e o erro é $0 - 1 = -1$;
# - $w$ passa a $(0{,}5 - 0{,}2;\ -1 - 0{,}1) = (0{,}3;\ -1{,}1)$, e $b$ passa a $0{,}25 - 0{,}1 = 0{,}15$;
# - conferindo: $z_{\text{novo}} = 0{,}6 - 1{,}1 + 0{,}15 = -0{,}35$. Agora a resposta é 0.
#
# A função devolve pesos **novos**: o array `w` que chegou como argumento precisa continuar como estava.

# %% [markdown] lang="en"
# ## 3. Learning from one mistake
#
# Now the neuron sees **one** example $x$ with label $y$ (0 or 1) and answers
# $\hat{y} = \mathrm{step}(w \cdot x + b)$. The perceptron rule corrects the weights and the bias:
#
# $$w \leftarrow w + \eta\,(y - \hat{y})\,x, \qquad b \leftarrow b + \eta\,(y - \hat{y}),$$
#
# where $\eta > 0$ is the **learning rate** (`lr` in the code). The error $y - \hat{y}$ can only be one of
# three things:
#
# | $y$ | $\hat{y}$ | $y - \hat{y}$ | what happens |
# |---|---|---|---|
# | 0 or 1 | equal to $y$ | 0 | nothing: a right answer changes nothing |
# | 1 | 0 | +1 | $z$ was too low, and the correction raises it |
# | 0 | 1 | −1 | $z$ was too high, and the correction lowers it |
#
# Why does $z$ move the right way? With the new weights, the weighted sum **of the same example** becomes
#
# $$z_{\text{new}} = z + \eta\,(y - \hat{y})\,(\lVert x \rVert^2 + 1),$$
#
# and the last factor is always positive. The $+1$ comes from the bias, which behaves like the weight of an
# input that is always 1.
#
# **By hand.** With $w = (0.5,\ -1)$, $b = 0.25$, $x = (2,\ 1)$, $y = 0$ and $\eta = 0.1$:
#
# - $z = 1 - 1 + 0.25 = 0.25$, the answer is 1 and the error is $0 - 1 = -1$;
# - $w$ becomes $(0.5 - 0.2,\ -1 - 0.1) = (0.3,\ -1.1)$, and $b$ becomes $0.25 - 0.1 = 0.15$;
# - to check: $z_{\text{new}} = 0.6 - 1.1 + 0.15 = -0.35$. Now the answer is 0.
#
# The function returns **new** weights: the array `w` that came in as an argument must stay as it was.


# %%
def perceptron_update(w, b, x, y, lr):
    """Os pesos e o viés depois de ver um exemplo. · The weights and the bias after seeing one example.

    w: (d,), os pesos · the weights
    b: um número, o viés · a number, the bias
    x: (d,), o exemplo · the example
    y: 0 ou 1, o rótulo do exemplo · 0 or 1, the example's label
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    Devolve (w, b), com w de formato (d,). · Returns (w, b), with w of shape (d,).
    """
    ### BEGIN SOLUTION
    error = float(y - step(w @ x + b))
    return w + lr * error * x, b + lr * error
    ### END SOLUTION


# %%
check(perceptron_update)

# %% tags=["demo"]
import matplotlib.pyplot as plt

w, b = np.array([0.5, -1.0]), 0.25
x, y = np.array([2.0, 1.0]), 0
if step(0.0) is None or perceptron_update(w, b, x, y, 0.1) is None:
    print(NOT_YET)
else:
    w_new, b_new = perceptron_update(w, b, x, y, 0.1)
    fig, ax = plt.subplots(figsize=(7, 3), layout="constrained")
    draw_points(ax, np.array([x]), np.array([y]))
    draw_line(ax, w, b, color="gray", linestyle="--", label="antes · before")
    draw_line(ax, w_new, b_new, color="black", label="depois · after")
    ax.set(xlim=(-1, 4), ylim=(-1, 3), title="O exemplo troca de lado · The example changes sides")
    ax.legend()

# %% [markdown] lang="pt"
# ## 4. Treinar
#
# Treinar é repetir a correção. O perceptron aprende **online**: percorre as linhas de $X$ em ordem, corrige
# depois de cada exemplo, e o exemplo seguinte já encontra os pesos corrigidos. Uma passada completa por todos
# os exemplos é uma **época**. Se uma época inteira passa sem nenhum erro, não há mais nada a corrigir e o
# treino termina.
#
# Além dos pesos finais, a função devolve a lista `mistakes`: quantas correções foram feitas em cada época. A
# época sem erros entra na lista, e por isso um treino que terminou bem acaba em 0. Se as épocas se esgotam
# antes disso, a lista tem `epochs` números e o último pode não ser 0.
#
# **À mão.** A porta OU, partindo de $w = (0;\ 0)$, $b = 0$, com $\eta = 1$. A primeira época:
#
# | $x$ | $y$ | $z$ | $\hat{y}$ | erro | $w$ depois | $b$ depois |
# |---|---|---|---|---|---|---|
# | $(0;\ 0)$ | 0 | 0 | 1 | −1 | $(0;\ 0)$ | −1 |
# | $(0;\ 1)$ | 1 | −1 | 0 | +1 | $(0;\ 1)$ | 0 |
# | $(1;\ 0)$ | 1 | 0 | 1 | 0 | $(0;\ 1)$ | 0 |
# | $(1;\ 1)$ | 1 | 1 | 1 | 0 | $(0;\ 1)$ | 0 |
#
# São 2 correções. Continue no papel: as épocas seguintes fazem 2, 1 e 0, os pesos chegam a $w = (1;\ 1)$, $b = -1$, e
# `mistakes` é `[2, 2, 1, 0]`.

# %% [markdown] lang="en"
# ## 4. Training
#
# Training is the correction, repeated. The perceptron learns **online**: it goes through the rows of $X$ in
# order and corrects after each example, so the next example already meets the corrected weights. One full
# pass over all the examples is an **epoch**. When a whole epoch goes by without a mistake, there is nothing
# left to correct and the training ends.
#
# Besides the final weights the function returns the list `mistakes`: how many corrections were made in each
# epoch. The epoch without mistakes is in the list too, so a training that ended well has a 0 as its last
# number. If the epochs run out first, the list has `epochs` numbers and the last one may not be 0.
#
# **By hand.** The OR gate, starting from $w = (0, 0)$, $b = 0$, with $\eta = 1$. The first epoch:
#
# | $x$ | $y$ | $z$ | $\hat{y}$ | error | $w$ after | $b$ after |
# |---|---|---|---|---|---|---|
# | $(0, 0)$ | 0 | 0 | 1 | −1 | $(0, 0)$ | −1 |
# | $(0, 1)$ | 1 | −1 | 0 | +1 | $(0, 1)$ | 0 |
# | $(1, 0)$ | 1 | 0 | 1 | 0 | $(0, 1)$ | 0 |
# | $(1, 1)$ | 1 | 1 | 1 | 0 | $(0, 1)$ | 0 |
#
# That makes 2 corrections. Go on with pencil and paper: the next epochs make 2, 1 and 0, the weights arrive
# at $w = (1, 1)$, $b = -1$, and `mistakes` is `[2, 2, 1, 0]`.


# %%
def train_perceptron(X, y, w, b, lr, epochs):
    """Treina online até uma época sem erros. · Trains online, until an epoch without mistakes.

    X: (n, d), um exemplo por linha · one example a row
    y: (n,), os rótulos, 0 ou 1 · the labels, 0 or 1
    w, b: (d,) e um número, o ponto de partida · (d,) and a number, the starting point
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    epochs: um inteiro, o número máximo de épocas · an integer, the largest number of epochs
    Devolve (w, b, mistakes), em que mistakes[k] é o número de correções na época k.
    Returns (w, b, mistakes), where mistakes[k] is the number of corrections in epoch k.
    """
    ### BEGIN SOLUTION
    mistakes = []
    for _ in range(epochs):
        wrong = 0
        for x_i, y_i in zip(X, y, strict=True):
            wrong += int(step(w @ x_i + b) != y_i)
            w, b = perceptron_update(w, b, x_i, y_i, lr)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
    ### END SOLUTION


# %%
check(train_perceptron)

# %% [markdown] lang="pt"
# ## 5. O que ele aprende, e o que não aprende
#
# Três portas lógicas, o mesmo treino. As portas E e OU chegam a uma época sem erros e param. O XOR não para
# nunca: como nenhuma reta acerta os quatro pontos, em toda época sobra pelo menos um erro, por mais épocas
# que você dê.

# %% [markdown] lang="en"
# ## 5. What it learns, and what it does not
#
# Three logic gates, the same training. AND and OR reach an epoch without mistakes and stop. XOR never stops:
# since no line gets all four points right, every epoch has at least one mistake left, however many epochs you
# allow.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    fig, ax = plt.subplots(figsize=(7, 3), layout="constrained")
    curves = [("E · AND", y_and, "o-", BLUE), ("OU · OR", y_or, "^-", GREEN), ("XOR", y_xor, "s-", ORANGE)]
    for name, y, marker, color in curves:
        _, _, mistakes = train_perceptron(X_logic, y, np.zeros(2), 0.0, 1.0, 20)
        ax.plot(range(1, len(mistakes) + 1), mistakes, marker, color=color, label=name)
    ax.set(xlabel="época · epoch", ylabel="correções · corrections", xticks=range(1, 21), yticks=range(5))
    ax.legend(loc="center right")

# %% [markdown] lang="pt"
# Agora as duas nuvens. A cada época, a reta de decisão anda: as primeiras estão claras, as últimas, escuras,
# e a final, em preto. Repare que ela para assim que separa as nuvens, mesmo que passe raspando por um ponto.

# %% [markdown] lang="en"
# Now the two clouds. With each epoch the decision line moves: the first ones are light, the later ones dark,
# and the final one is black. Notice that it stops as soon as it separates the clouds, even if it grazes a
# point.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    w, b, mistakes = np.zeros(2), 0.0, []
    for epoch in range(1, 41):
        w, b, (wrong,) = train_perceptron(X_cloud, y_cloud, w, b, 1.0, 1)
        mistakes.append(wrong)
        if wrong == 0:
            break
        draw_line(left, w, b, color=plt.cm.Blues(min(0.2 + 0.1 * epoch, 1.0)))
    draw_line(left, w, b, color="black", linewidth=2.5)
    draw_points(left, X_cloud, y_cloud)
    left.set(xlim=(-1, 5.5), ylim=(-1, 5), title="A reta a cada época · The line at each epoch")
    right.plot(range(1, len(mistakes) + 1), mistakes, "o-", color=BLUE)
    right.set(xlabel="época · epoch", ylabel="correções · corrections", ylim=(0, None))

# %% [markdown] lang="pt"
# ## 6. Quantas correções, no máximo?
#
# Se existe uma reta que separa as classes, o perceptron a encontra (ou encontra outra) depois de um número
# **limitado** de correções. É o teorema da convergência, que Novikoff demonstrou em 1962 com uma prova curta
# [2].
#
# Junte o viés aos pesos: $\tilde{w} = (w, b)$ e $\tilde{x} = (x, 1)$, de modo que
# $z = \tilde{w} \cdot \tilde{x}$. Escreva $s = +1$ para a classe 1 e $s = -1$ para a classe 0. Seja $R$ o
# maior comprimento $\lVert \tilde{x}_i \rVert$, e suponha que algum vetor unitário $\tilde{w}^*$ separa os
# dados com **margem** $\gamma > 0$, isto é, $s_i\,(\tilde{w}^* \cdot \tilde{x}_i) \ge \gamma$ para todo $i$.
# Então, partindo de zero,
#
# $$\text{número de correções} \le \left(\frac{R}{\gamma}\right)^2 .$$
#
# A ideia cabe em duas linhas (com $\eta = 1$). Cada correção soma $s\,\tilde{x}$ a $\tilde{w}$, e portanto:
#
# - $\tilde{w} \cdot \tilde{w}^*$ cresce pelo menos $\gamma$: depois de $k$ correções,
#   $\lVert \tilde{w} \rVert \ge \tilde{w} \cdot \tilde{w}^* \ge k\gamma$;
# - $\lVert \tilde{w} \rVert^2$ cresce no máximo $R^2$, porque só se corrige quando
#   $s\,(\tilde{w} \cdot \tilde{x}) \le 0$: depois de $k$ correções, $\lVert \tilde{w} \rVert^2 \le k R^2$.
#
# Juntando as duas, $k^2 \gamma^2 \le k R^2$, ou seja, $k \le (R/\gamma)^2$.
#
# É um teto para o pior caso. No gráfico, cada par de pontos é um conjunto de dados com uma margem diferente:
# compare o teto com as correções que o **seu** treino fez.

# %% [markdown] lang="en"
# ## 6. How many corrections, at most?
#
# If some line separates the classes, the perceptron finds it (or another one) after a **bounded** number of
# corrections. This is the convergence theorem, which Novikoff proved in 1962 with a short proof [2].
#
# Put the bias in with the weights: $\tilde{w} = (w, b)$ and $\tilde{x} = (x, 1)$, so that
# $z = \tilde{w} \cdot \tilde{x}$. Write $s = +1$ for class 1 and $s = -1$ for class 0. Let $R$ be the largest
# length $\lVert \tilde{x}_i \rVert$, and suppose that some unit vector $\tilde{w}^*$ separates the data with
# a **margin** $\gamma > 0$, that is, $s_i\,(\tilde{w}^* \cdot \tilde{x}_i) \ge \gamma$ for every $i$. Then,
# starting from zero,
#
# $$\text{number of corrections} \le \left(\frac{R}{\gamma}\right)^2 .$$
#
# The idea fits in two lines (with $\eta = 1$). Each correction adds $s\,\tilde{x}$ to $\tilde{w}$, and so:
#
# - $\tilde{w} \cdot \tilde{w}^*$ grows by at least $\gamma$: after $k$ corrections,
#   $\lVert \tilde{w} \rVert \ge \tilde{w} \cdot \tilde{w}^* \ge k\gamma$;
# - $\lVert \tilde{w} \rVert^2$ grows by at most $R^2$, because there is a correction only when
#   $s\,(\tilde{w} \cdot \tilde{x}) \le 0$: after $k$ corrections, $\lVert \tilde{w} \rVert^2 \le k R^2$.
#
# Together, $k^2 \gamma^2 \le k R^2$, that is, $k \le (R/\gamma)^2$.
#
# It is a ceiling for the worst case. In the plot, each pair of points is a data set with a different margin:
# compare the ceiling with the corrections that **your** training made.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def data_with_margin(gap):
    """Pontos a `gap` ou mais da reta, R e γ. · Points `gap` or more away from the line, R and γ."""
    separator = np.array([1.0, 2.0, -0.5]) / np.linalg.norm([1.0, 2.0, -0.5])
    points = np.column_stack([np.random.default_rng(0).uniform(-1, 1, size=(400, 2)), np.ones(400)])
    points = points[np.abs(points @ separator) >= gap]
    score = points @ separator
    R = np.max(np.linalg.norm(points, axis=1))
    return points[:, :2], (score >= 0).astype(int), R, np.min(np.abs(score))


if not can_train():
    print(NOT_YET)
else:
    margins, bounds, updates = [], [], []
    for gap in np.geomspace(0.01, 0.6, 9):
        X, y, R, gamma = data_with_margin(gap)
        _, _, mistakes = train_perceptron(X, y, np.zeros(2), 0.0, 1.0, 500)
        margins.append(gamma)
        bounds.append((R / gamma) ** 2)
        updates.append(sum(mistakes))
    fig, ax = plt.subplots(figsize=(7, 3), layout="constrained")
    ax.loglog(margins, bounds, "s--", color=ORANGE, label="teto · bound $(R/\\gamma)^2$")
    ax.loglog(margins, updates, "o-", color=BLUE, label="correções feitas · corrections made")
    ax.set(xlabel="margem · margin $\\gamma$", title="Sempre abaixo do teto · Always under the bound")
    ax.legend()

# %% [markdown] lang="pt"
# ## 7. Outro ponto de partida, outra reta
#
# O teorema promete **uma** reta que separa, e não diz qual. Partindo de pesos diferentes, o perceptron para
# em retas diferentes, todas sem erro nos dados do treino. Qual delas você escolheria para um ponto novo, no
# meio do caminho entre as nuvens?

# %% [markdown] lang="en"
# ## 7. Another starting point, another line
#
# The theorem promises **a** line that separates, and does not say which one. From different weights the
# perceptron stops at different lines, all of them without a mistake on the training data. Which would you
# choose for a new point, half-way between the clouds?

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
    starts = np.random.default_rng(7).normal(scale=6.0, size=(5, 3))
    colors = ["black", GREEN, "#CC79A7", "#E69F00", "#56B4E9"]
    for start, color, dash in zip(starts, colors, ["-", "--", "-.", ":", "-"], strict=True):
        w, b, mistakes = train_perceptron(X_cloud, y_cloud, start[:2], start[2], 1.0, 500)
        label = f"{sum(mistakes)} correções · corrections"
        draw_line(ax, w, b, color=color, linestyle=dash, linewidth=2, label=label)
    draw_points(ax, X_cloud, y_cloud)
    ax.set(xlim=(-1, 5.5), ylim=(-1, 5), title="Cinco pontos de partida · Five starting points")
    fig.legend(loc="outside right center")

# %% [markdown] lang="pt"
# ## 8. E a taxa de aprendizado?
#
# É comum ler que no perceptron uma taxa pequena demora a convergir e uma taxa grande salta por cima da solução. Um
# slide do curso (conjunto A) diz que com $\eta = 0{,}5$ ele “falha ao convergir porque o salto é muito grande”.
# **Partindo de pesos zero, isso não acontece**, e dá para ver por quê:
#
# - com pesos e viés zero, todo $z$ é 0, qualquer que seja $\eta$, e então a primeira resposta é a mesma;
# - cada correção soma $\pm\eta\,(x, 1)$, de modo que os pesos são sempre $\eta$ vezes os que o treino com
#   $\eta = 1$ teria;
# - $\mathrm{step}(\eta z) = \mathrm{step}(z)$ para todo $\eta > 0$, e então a resposta seguinte também é a
#   mesma.
#
# A taxa só muda a **escala** dos pesos. As respostas, os erros, o número de épocas e a reta são os mesmos; e,
# se os dados são separáveis, o treino converge com qualquer uma. (O que se diz sobre saltos vale para a
# descida do gradiente, que você vai ver no próximo notebook.)

# %% [markdown] lang="en"
# ## 8. And the learning rate?
#
# One often reads that a small rate makes the perceptron slow to converge and a large one makes it jump over the
# solution. A slide of the course (deck A) says that with $\eta = 0.5$ it “fails to converge because the jump is too
# large”. **Starting from zero weights, that does not happen**, and one can see why:
#
# - with zero weights and bias every $z$ is 0, whatever $\eta$ is, so the first answer is the same;
# - each correction adds $\pm\eta\,(x, 1)$, so the weights are always $\eta$ times those of the training with
#   $\eta = 1$;
# - $\mathrm{step}(\eta z) = \mathrm{step}(z)$ for every $\eta > 0$, so the next answer is the same too.
#
# The rate changes only the **scale** of the weights. The answers, the mistakes, the number of epochs and the
# line are the same; and on separable data the training converges with any of them. (What is said about jumps
# is true of gradient descent, which you will meet in the next notebook.)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3), layout="constrained")
    for lr, size, color in [(0.01, 13, "#56B4E9"), (0.5, 8, ORANGE), (10.0, 3, "black")]:
        w, b, mistakes = train_perceptron(X_cloud, y_cloud, np.zeros(2), 0.0, lr, 100)
        epochs = range(1, len(mistakes) + 1)
        lengths = [np.linalg.norm(train_perceptron(X_cloud, y_cloud, np.zeros(2), 0.0, lr, k)[0]) for k in epochs]
        left.plot(epochs, mistakes, "o-", color=color, markersize=size, label=f"lr = {lr:g}")
        right.semilogy(epochs, lengths, "o-", color=color, markersize=4, label=f"lr = {lr:g}")
    left.set(xlabel="época · epoch", title="Correções: iguais\nCorrections: the same")
    right.set(xlabel="época · epoch", title="$\\Vert w \\Vert$: só muda a escala\nonly the scale changes")
    left.legend()

# %% [markdown] lang="pt"
# Duas ressalvas honestas. Primeira: se o ponto de partida **não** é zero, a taxa importa, porque decide
# quanto vale cada correção diante dos pesos iniciais. Segunda: a conta acima é exata, mas o computador
# arredonda. Com $\eta = 0{,}1$, um $z$ que deveria ser exatamente 0 pode sair perto de $-3 \times 10^{-17}$,
# e o degrau responde 0 em vez de 1. Compare `train_perceptron(X_logic, y_and, np.zeros(2), 0.0, lr, 10)` com
# `lr` igual a 1, 0.5 e 0.1. Nas nuvens, quase nenhum $z$ cai tão perto de zero, e as curvas coincidem.

# %% [markdown] lang="en"
# Two honest remarks. First: if the starting point is **not** zero, the rate does matter, because it decides
# how much each correction weighs against the initial weights. Second: the argument above is exact, but the
# computer rounds. With $\eta = 0.1$, a $z$ that should be exactly 0 may come out near $-3 \times 10^{-17}$,
# and the step answers 0 instead of 1. Compare `train_perceptron(X_logic, y_and, np.zeros(2), 0.0, lr, 10)`
# with `lr` equal to 1, 0.5 and 0.1. In the clouds hardly any $z$ falls so close to zero, and the curves
# coincide.

# %% [markdown] lang="pt"
# **Para pensar.** Começar de pesos $w_0 \ne 0$ com taxa $\eta$ dá as mesmas respostas que começar de outros
# pesos com taxa 1. De quais pesos? O que isso diz sobre uma taxa muito pequena, quando o ponto de partida é
# ruim?

# %% [markdown] lang="en"
# **Something to think about.** Starting from weights $w_0 \ne 0$ with rate $\eta$ gives the same answers as
# starting from other weights with rate 1. From which weights? What does this say about a very small rate when
# the starting point is a bad one?

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
# - Um perceptron é uma soma ponderada e um degrau: uma reta (com mais entradas, um hiperplano) divide o
#   espaço em dois.
# - Ele só aprende quando erra, e cada correção move a reta no sentido que favorece o exemplo errado.
# - Se as classes são linearmente separáveis, ele acerta tudo depois de um número limitado de correções: no
#   máximo $(R/\gamma)^2$, partindo de zero. Se não são, como no XOR, ele nunca para.
# - Ele não sabe **quanto** errou: errar por pouco ou por muito dá no mesmo.
#
# O próximo notebook, `01_adaline`, troca o degrau por uma função que mede o tamanho do erro. E o XOR? Vai
# precisar de mais de um neurônio: é o assunto de `06_mlp`. Os limites de uma única camada foram estudados a
# fundo por Minsky e Papert [3].
#
# ### Referências
#
# 1. F. Rosenblatt (1958). The perceptron: a probabilistic model for information storage and organization in
#    the brain. *Psychological Review*, 65(6), 386–408.
# 2. A. B. J. Novikoff (1962). On convergence proofs on perceptrons. *Proceedings of the Symposium on the
#    Mathematical Theory of Automata*, vol. 12, 615–622. Polytechnic Institute of Brooklyn.
# 3. M. Minsky e S. Papert (1969). *Perceptrons: an introduction to computational geometry*. MIT Press.

# %% [markdown] lang="en"
# ## What to take away
#
# - A perceptron is a weighted sum and a step: a line (with more inputs, a hyperplane) cuts the space in two.
# - It learns only when it is wrong, and each correction moves the line in favour of the example it got wrong.
# - If the classes are linearly separable, it gets everything right after a bounded number of corrections: at
#   most $(R/\gamma)^2$, starting from zero. If they are not, as with XOR, it never stops.
# - It does not know **how** wrong it is: missing by a little or by a lot is all the same.
#
# The next notebook, `01_adaline`, replaces the step with a function that measures the size of the error. And
# XOR? It will take more than one neuron: that is the subject of `06_mlp`. The limits of a single layer were
# studied in depth by Minsky and Papert [3].
#
# ### References
#
# 1. F. Rosenblatt (1958). The perceptron: a probabilistic model for information storage and organization in
#    the brain. *Psychological Review*, 65(6), 386–408.
# 2. A. B. J. Novikoff (1962). On convergence proofs on perceptrons. *Proceedings of the Symposium on the
#    Mathematical Theory of Automata*, vol. 12, 615–622. Polytechnic Institute of Brooklyn.
# 3. M. Minsky and S. Papert (1969). *Perceptrons: an introduction to computational geometry*. MIT Press.
