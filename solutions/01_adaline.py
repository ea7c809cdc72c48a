# %% [markdown] lang="pt"
# # 01 · Adaline: medir o erro e descer a ladeira
#
# O perceptron do notebook anterior [1] só sabe se acertou ou errou. Em 1960, Bernard Widrow e Marcian Hoff
# deram ao neurônio outra informação: **quanto** ele errou [2]. O neurônio deles se chama Adaline, de
# *ADAptive LInear NEuron* (neurônio linear adaptativo), e a regra que o treina já é uma descida do gradiente,
# a mesma ideia que treina as redes de hoje.
#
# Você vai construir seis funções:
#
# | função | o que faz |
# |---|---|
# | `linear` | a função de ativação, a mais simples que existe |
# | `adaline_output` | a resposta do neurônio para muitos exemplos |
# | `adaline_cost` | o custo: um número que diz quanto ele erra ao todo |
# | `adaline_gradient` | a inclinação do custo: para que lado ele cresce |
# | `adaline_update` | a correção depois de ver **um** exemplo |
# | `train_adaline` | a correção repetida, época após época |

# %% [markdown] lang="en"
# # 01 · Adaline: measure the error and walk downhill
#
# The perceptron of the previous notebook [1] only knows whether it was right or wrong. In 1960 Bernard Widrow
# and Marcian Hoff gave the neuron another piece of information: **how** wrong it was [2]. Their neuron is
# called Adaline, from *ADAptive LInear NEuron*, and the rule that trains it is already a gradient descent,
# the same idea that trains today's networks.
#
# You will build six functions:
#
# | function | what it does |
# |---|---|
# | `linear` | the activation function, the simplest there is |
# | `adaline_output` | the neuron's answer for many examples |
# | `adaline_cost` | the cost: one number that says how wrong it is in all |
# | `adaline_gradient` | the slope of the cost: which way it grows |
# | `adaline_update` | the correction after seeing **one** example |
# | `train_adaline` | the correction repeated, epoch after epoch |

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

# Horas de estudo e nota (inventadas) · Hours of study and grade (made up)
X_hours = np.array([[2.0], [0.5], [3.5], [1.0], [4.0], [1.5], [3.0], [2.5]])
y_grade = np.array([5.0, 3.1, 7.2, 3.3, 8.4, 4.8, 6.3, 6.4])

# Duas nuvens que se misturam um pouco · Two clouds that overlap a little
rng = np.random.default_rng(6)
y_cloud = rng.permutation(np.repeat([0, 1], 30))
X_cloud = rng.normal(-1.0, 0.9, size=(60, 2)) + 2.0 * y_cloud[:, None]

# As retas (w1, w2, b) de um perceptron treinado nessas nuvens, ao fim das épocas 33 a 40
# The lines (w1, w2, b) of a perceptron trained on these clouds, at the end of epochs 33 to 40
perceptron_lines = np.array(
    [
        [2.40, 2.96, -1.0],
        [1.54, 2.10, 0.0],
        [0.12, 2.57, -1.0],
        [0.81, 0.81, 0.0],
        [2.03, 2.05, -1.0],
        [1.36, 1.29, 0.0],
        [0.69, 2.37, -1.0],
        [0.25, 2.49, -1.0],
    ]
)

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_points(ax, X, y):
    """Classe 0: círculos; classe 1: triângulos. · Class 0: circles; class 1: triangles."""
    ax.scatter(*X[y == 0].T, color=BLUE, marker="o", s=15, zorder=3)
    ax.scatter(*X[y == 1].T, color=ORANGE, marker="^", s=15, zorder=3)
    ax.set(xlabel="$x_1$", ylabel="$x_2$")


def draw_line(ax, w, b, **style):
    """A reta w·x + b = 0. · The line w·x + b = 0."""
    nearest = -b * w / (w @ w)
    ax.axline(nearest, nearest + np.array([-w[1], w[0]]), **style)


def draw_bowl(ax):
    """Curvas de nível do custo para cada par (w, b). · Contours of the cost for each pair (w, b)."""
    ws, bs = np.linspace(-1, 4, 41), np.linspace(-2, 6, 41)
    costs = [[adaline_cost(X_hours, y_grade, np.array([w]), b) for w in ws] for b in bs]
    ax.contourf(ws, bs, costs, levels=[0.4, 1, 2, 5, 10, 20, 50, 100, 200, 500], cmap="Blues_r", norm="log")
    ax.set(xlabel="$w$", ylabel="$b$")


def has_cost():
    """O custo já responde? · Does the cost answer yet?"""
    w = np.zeros(1)
    return (
        linear(0.0) is not None
        and adaline_output(X_hours, w, 0.0) is not None
        and adaline_cost(X_hours, y_grade, w, 0.0) is not None
    )


def can_train():
    """As funções do treino já respondem? · Do the functions used in training answer yet?"""
    w = np.zeros(1)
    return (
        has_cost()
        and adaline_update(w, 0.0, X_hours[0], y_grade[0], 0.1) is not None
        and train_adaline(X_hours, y_grade, w, 0.0, 0.001, 1) is not None
    )


# %% [markdown] lang="pt"
# ## 1. Sem degrau
#
# O Adaline calcula a mesma soma ponderada do perceptron, $z = w \cdot x + b$. A diferença está no que ele faz
# com ela antes de aprender: nada. A função de ativação é a identidade,
#
# $$\mathrm{linear}(z) = z .$$
#
# Parece pouco, mas muda tudo. O degrau é plano dos dois lados, e um empurrãozinho num peso quase nunca muda a
# resposta. Com a identidade, a resposta acompanha cada empurrão, e a derivada, que aqui vale 1, existe em
# todo ponto.
#
# **À mão.** Para $z = (-1{,}5;\ 0;\ 2)$ a resposta é $(-1{,}5;\ 0;\ 2)$.

# %% [markdown] lang="en"
# ## 1. Without the step
#
# Adaline computes the same weighted sum as the perceptron, $z = w \cdot x + b$. The difference is in what it
# does with it before learning: nothing. The activation function is the identity,
#
# $$\mathrm{linear}(z) = z .$$
#
# It looks like little, yet it changes everything. The step is flat on both sides, and a small nudge to a
# weight hardly ever changes the answer. With the identity the answer follows every nudge, and the derivative,
# which is 1 here, exists everywhere.
#
# **By hand.** For $z = (-1.5,\ 0,\ 2)$ the answer is $(-1.5,\ 0,\ 2)$.


# %%
def linear(z):
    """A ativação do Adaline, a identidade. · Adaline's activation, the identity.

    z: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve os mesmos valores, no mesmo formato. · Returns the same values, in the same shape.
    """
    ### BEGIN SOLUTION
    return z
    ### END SOLUTION


# %%
check(linear)

# %% [markdown] lang="pt"
# ## 2. A resposta do neurônio
#
# Para $n$ exemplos nas linhas de $X$, de formato $(n, d)$:
#
# $$\hat{y} = \mathrm{linear}(X w + b), \qquad \hat{y} \text{ de formato } (n,).$$
#
# A resposta é um número real, na mesma unidade do alvo $y$: uma nota, um preço, uma temperatura. Por isso o
# Adaline serve para **regressão** e, com um limiar depois do treino, também para classificação.
#
# **À mão.** Com $w = (0{,}5;\ 1)$ e $b = -0{,}25$:
#
# - o exemplo $(1;\ 2)$ dá $\hat{y} = 0{,}5 + 2 - 0{,}25 = 2{,}25$;
# - o exemplo $(0;\ -1)$ dá $\hat{y} = 0 - 1 - 0{,}25 = -1{,}25$.

# %% [markdown] lang="en"
# ## 2. The neuron's answer
#
# For $n$ examples in the rows of $X$, of shape $(n, d)$:
#
# $$\hat{y} = \mathrm{linear}(X w + b), \qquad \hat{y} \text{ of shape } (n,).$$
#
# The answer is a real number, in the same unit as the target $y$: a grade, a price, a temperature. So Adaline
# is good for **regression** and, with a threshold after training, for classification too.
#
# **By hand.** With $w = (0.5,\ 1)$ and $b = -0.25$:
#
# - the example $(1,\ 2)$ gives $\hat{y} = 0.5 + 2 - 0.25 = 2.25$;
# - the example $(0,\ -1)$ gives $\hat{y} = 0 - 1 - 0.25 = -1.25$.


# %%
def adaline_output(X, w, b):
    """A resposta do Adaline para cada exemplo. · Adaline's answer for each example.

    X: (n, d), um exemplo por linha · one example a row
    w: (d,), os pesos · the weights
    b: um número, o viés · a number, the bias
    Devolve (n,), números reais na unidade do alvo. · Returns (n,), real numbers in the target's unit.
    """
    ### BEGIN SOLUTION
    return linear(X @ w + b)
    ### END SOLUTION


# %%
check(adaline_output)

# %% [markdown] lang="pt"
# ## 3. O custo
#
# Para cada exemplo, o erro é $e_i = y_i - \hat{y}_i$. O custo soma os quadrados dos erros:
#
# $$J(w, b) = \frac{1}{2} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2 .$$
#
# Elevar ao quadrado faz duas coisas: um erro para cima e outro para baixo não se cancelam, e um erro duas vezes maior
# custa quatro vezes mais. O $\frac{1}{2}$ está ali só para cancelar o 2 que a derivada vai trazer. É uma **soma**,
# não uma média: com cada exemplo repetido, o custo dobra.
#
# **À mão.** Com os dois exemplos da seção anterior e alvos $y = (2;\ -1)$, as respostas são
# $(2{,}25;\ -1{,}25)$, os erros são $(-0{,}25;\ 0{,}25)$, e
#
# $$J = \tfrac{1}{2}\,(0{,}0625 + 0{,}0625) = 0{,}0625 .$$

# %% [markdown] lang="en"
# ## 3. The cost
#
# For each example the error is $e_i = y_i - \hat{y}_i$. The cost adds up the squares of the errors:
#
# $$J(w, b) = \frac{1}{2} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2 .$$
#
# Squaring does two things: an error upwards and another downwards do not cancel, and an error twice as large costs
# four times as much. The $\frac{1}{2}$ is there only to cancel the 2 that the derivative will bring. It is a **sum**,
# not a mean: with every example twice, the cost doubles.
#
# **By hand.** With the two examples of the previous section and targets $y = (2,\ -1)$, the answers are
# $(2.25,\ -1.25)$, the errors are $(-0.25,\ 0.25)$, and
#
# $$J = \tfrac{1}{2}\,(0.0625 + 0.0625) = 0.0625 .$$


# %%
def adaline_cost(X, y, w, b):
    """O custo: metade da soma dos quadrados dos erros. · The cost: half the sum of the squared errors.

    X: (n, d), um exemplo por linha · one example a row
    y: (n,), os alvos, números reais · the targets, real numbers
    w, b: (d,) e um número · (d,) and a number
    Devolve um número, na unidade de y ao quadrado. · Returns a number, in the square of y's unit.
    """
    ### BEGIN SOLUTION
    return float(np.sum((y - adaline_output(X, w, b)) ** 2) / 2)
    ### END SOLUTION


# %%
check(adaline_cost)

# %% [markdown] lang="pt"
# À esquerda, oito alunos (inventados), as horas que estudaram e a nota que tiraram. A reta é a resposta do
# Adaline para um $w$ e um $b$ escolhidos no olho, e cada traço vertical é um erro. À direita, o custo de
# **todas** as escolhas de $w$ e $b$: uma tigela vista de cima, mais escura no fundo. A cruz marca a sua reta.
# Mude `w` e `b`, e tente levar a cruz ao fundo.

# %% [markdown] lang="en"
# On the left, eight (made-up) students, the hours they studied and the grade they got. The line is Adaline's
# answer for a $w$ and a $b$ chosen by eye, and each vertical bar is an error. On the right, the cost of
# **all** choices of $w$ and $b$: a bowl seen from above, darker at the bottom. The cross marks your line.
# Change `w` and `b`, and try to take the cross to the bottom.

# %% tags=["demo"]
import matplotlib.pyplot as plt

w, b = np.array([0.8]), 3.0
if not has_cost():
    print(NOT_YET)
else:
    answer, cost = adaline_output(X_hours, w, b), adaline_cost(X_hours, y_grade, w, b)
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    left.vlines(X_hours[:, 0], answer, y_grade, color=ORANGE)
    left.plot(X_hours[:, 0], answer, color="black")
    left.plot(X_hours[:, 0], y_grade, "o", color=BLUE)
    left.set(xlabel="horas · hours", ylabel="nota · grade", title=f"custo · cost: {cost:.2f}")
    draw_bowl(right)
    right.plot(w[0], b, "X", color=ORANGE, markersize=10)
    right.set(title="A tigela do custo · The cost bowl")

# %% [markdown] lang="pt"
# ## 4. O gradiente
#
# Para saber como mudar $w$ e $b$, perguntamos ao custo para que lado ele cresce. A regra da cadeia responde.
# A resposta do exemplo $i$ é $\hat{y}_i = w \cdot x_i + b$, e portanto
#
# $$\frac{\partial \hat{y}_i}{\partial w} = x_i, \qquad \frac{\partial \hat{y}_i}{\partial b} = 1 .$$
#
# O erro é $e_i = y_i - \hat{y}_i$. A resposta entra nele **com sinal de menos**, e esse menos vai junto:
#
# $$\frac{\partial e_i}{\partial w} = -x_i, \qquad \frac{\partial e_i}{\partial b} = -1 .$$
#
# Como $J = \frac{1}{2}\sum_i e_i^2$, a derivada de cada parcela é $e_i$ vezes a derivada de $e_i$:
#
# $$\frac{\partial J}{\partial w} = -\sum_{i=1}^{n} (y_i - \hat{y}_i)\,x_i,$$
#
# $$\frac{\partial J}{\partial b} = -\sum_{i=1}^{n} (y_i - \hat{y}_i) .$$
#
# A primeira tem o formato de $w$, e a segunda é um número.
#
# > **NumPy de que você precisa aqui.** A transposta de `A` é `A.T`, e `A.T @ v` soma as linhas de `A`, cada uma vezes
# > o seu número em `v`. Com `A = np.array([[1, 2], [3, 4], [5, 6]])` e `v = np.array([1, 0, 10])`, `A.T @ v` é
# > `1·[1, 2] + 0·[3, 4] + 10·[5, 6]`, ou seja, `[51, 62]`. `np.sum(v)` soma todos os números: 11.
#
# **À mão.** Com os dois exemplos de antes, os erros são $-0{,}25$ em $(1;\ 2)$ e $0{,}25$ em $(0;\ -1)$.
# Então
#
# $$\frac{\partial J}{\partial w} = -\big[-0{,}25\,(1;\ 2) + 0{,}25\,(0;\ -1)\big] = (0{,}25;\ 0{,}75),$$
#
# $$\frac{\partial J}{\partial b} = -\big[-0{,}25 + 0{,}25\big] = 0 .$$

# %% [markdown] lang="en"
# ## 4. The gradient
#
# To know how to change $w$ and $b$ we ask the cost which way it grows. The chain rule answers. The answer for
# example $i$ is $\hat{y}_i = w \cdot x_i + b$, and so
#
# $$\frac{\partial \hat{y}_i}{\partial w} = x_i, \qquad \frac{\partial \hat{y}_i}{\partial b} = 1 .$$
#
# The error is $e_i = y_i - \hat{y}_i$. The answer enters it **with a minus sign**, and that minus comes
# along:
#
# $$\frac{\partial e_i}{\partial w} = -x_i, \qquad \frac{\partial e_i}{\partial b} = -1 .$$
#
# Since $J = \frac{1}{2}\sum_i e_i^2$, the derivative of each term is $e_i$ times the derivative of $e_i$:
#
# $$\frac{\partial J}{\partial w} = -\sum_{i=1}^{n} (y_i - \hat{y}_i)\,x_i,$$
#
# $$\frac{\partial J}{\partial b} = -\sum_{i=1}^{n} (y_i - \hat{y}_i) .$$
#
# The first has the shape of $w$, and the second is a number.
#
# > **NumPy that you need here.** The transpose of `A` is `A.T`, and `A.T @ v` adds up the rows of `A`, each times its
# > number in `v`. With `A = np.array([[1, 2], [3, 4], [5, 6]])` and `v = np.array([1, 0, 10])`, `A.T @ v` is
# > `1·[1, 2] + 0·[3, 4] + 10·[5, 6]`, that is, `[51, 62]`. `np.sum(v)` adds up all the numbers: 11.
#
# **By hand.** With the two examples from before, the errors are $-0.25$ at $(1,\ 2)$ and $0.25$ at
# $(0,\ -1)$. So
#
# $$\frac{\partial J}{\partial w} = -\big[-0.25\,(1,\ 2) + 0.25\,(0,\ -1)\big] = (0.25,\ 0.75),$$
#
# $$\frac{\partial J}{\partial b} = -\big[-0.25 + 0.25\big] = 0 .$$


# %%
def adaline_gradient(X, y, w, b):
    """O gradiente do custo em relação a w e a b. · The gradient of the cost with respect to w and b.

    X: (n, d), um exemplo por linha · one example a row
    y: (n,), os alvos, números reais · the targets, real numbers
    w, b: (d,) e um número · (d,) and a number
    Devolve (dw, db): dw com o formato de w, (d,), e db um número.
    Returns (dw, db): dw in the shape of w, (d,), and db a number.
    """
    ### BEGIN SOLUTION
    error = y - adaline_output(X, w, b)
    return -(X.T @ error), -np.sum(error)
    ### END SOLUTION


# %%
check(adaline_gradient)

# %% [markdown] lang="pt"
# ### Como saber se um gradiente está certo
#
# O gradiente é uma inclinação, e inclinação se mede. Ande um passo pequeno $h$ para cada lado, veja quanto o
# custo mudou e divida pela distância:
#
# $$\frac{\partial J}{\partial w} \approx \frac{J(w + h,\, b) - J(w - h,\, b)}{2h} .$$
#
# São dois caminhos independentes para o mesmo número: a fórmula, feita com papel e regra da cadeia, e a
# medida, que só usa o custo. Se concordam, é muito difícil que ambos estejam errados. No gráfico, a tangente
# tem a inclinação que a **sua** função calculou; à direita, as suas respostas (pontos) devem cair na linha
# medida.

# %% [markdown] lang="en"
# ### How to know that a gradient is right
#
# The gradient is a slope, and a slope can be measured. Take a small step $h$ to each side, see how much the
# cost has changed and divide by the distance:
#
# $$\frac{\partial J}{\partial w} \approx \frac{J(w + h,\, b) - J(w - h,\, b)}{2h} .$$
#
# These are two independent roads to the same number: the formula, made with paper and the chain rule, and the
# measurement, which uses only the cost. If they agree, it is very unlikely that both are wrong. In the plot,
# the tangents have the slope that **your** function computed; on the right, your answers (dots) should fall
# on the measured line.

# %% tags=["demo"]
import matplotlib.pyplot as plt


def cost_at(w):
    """O custo em função de w, com b = 2. · The cost as a function of w, with b = 2."""
    return adaline_cost(X_hours, y_grade, np.array([w]), 2.0)


if not has_cost() or adaline_gradient(X_hours, y_grade, np.zeros(1), 2.0) is None:
    print(NOT_YET)
else:
    h, ws, few = 1e-5, np.linspace(0, 3.2, 81), np.array([0.4, 1.0, 1.7, 2.4])
    slopes = np.array([adaline_gradient(X_hours, y_grade, np.array([w]), 2.0)[0][0] for w in few])
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3), layout="constrained")
    left.plot(ws, [cost_at(w) for w in ws], color=BLUE)
    for w, slope in zip(few, slopes, strict=True):
        ends = np.array([-0.5, 0.5])
        left.plot(w + ends, cost_at(w) + slope * ends, color=ORANGE, linewidth=2)
    left.set(xlabel="$w$", ylabel="$J$", title="custo e tangentes · cost and tangents")
    measured = [(cost_at(w + h) - cost_at(w - h)) / (2 * h) for w in ws]
    right.plot(ws, measured, color=BLUE, label="medida · measured")
    right.plot(few, slopes, "o", color=ORANGE, label="adaline_gradient")
    right.set(xlabel="$w$", title="inclinação · slope $\\partial J/\\partial w$")
    right.legend()

# %% [markdown] lang="pt"
# ## 5. A correção e a questão do sinal
#
# O gradiente aponta para onde o custo **cresce**. Queremos que ele diminua, e por isso andamos no sentido
# oposto:
#
# $$w \leftarrow w - \eta\,\frac{\partial J}{\partial w},$$
#
# $$b \leftarrow b - \eta\,\frac{\partial J}{\partial b} .$$
#
# O Adaline, como o perceptron, aprende online: corrige depois de cada exemplo, com o custo daquele exemplo
# apenas, $\frac{1}{2}(y - \hat{y})^2$. O gradiente desse custo é $-(y - \hat{y})\,x$. Os **dois** sinais de
# menos se encontram, o da descida e o do gradiente, e o resultado é um mais:
#
# $$w \leftarrow w - \eta\,\big[-(y - \hat{y})\,x\big] = w + \eta\,(y - \hat{y})\,x,$$
#
# $$b \leftarrow b + \eta\,(y - \hat{y}) .$$
#
# É a **regra delta**, também chamada regra de Widrow–Hoff ou LMS (*least mean squares*). Um slide do curso (conjunto
# A) traz um menos no lugar desse mais, $w \leftarrow w - \lambda\,(y - \hat{y})\,x$: ele pertence ao gradiente, não à
# correção. Com ele, o neurônio subiria a ladeira.
#
# Outro jeito de conferir o sinal: se a resposta ficou baixa, $y - \hat{y} > 0$, e a resposta precisa subir.
# Com o mais, depois da correção o erro **no mesmo exemplo** é
#
# $$e_{\text{novo}} = \big[1 - \eta\,(\lVert x \rVert^2 + 1)\big]\,e .$$
#
# Se $\eta$ é pequeno, o fator fica entre 0 e 1: o erro encolhe. Guarde essa fórmula: ela volta na seção 7.
#
# **À mão.** Com $w = (0{,}5;\ 1)$, $b = -0{,}25$, $x = (1;\ 2)$, $y = 2$ e $\eta = 0{,}1$:
#
# - $\hat{y} = 2{,}25$ e o erro é $2 - 2{,}25 = -0{,}25$;
# - $w$ passa a $(0{,}5 - 0{,}025;\ 1 - 0{,}05) = (0{,}475;\ 0{,}95)$, e $b$ passa a
#   $-0{,}25 - 0{,}025 = -0{,}275$;
# - conferindo: $\hat{y}_{\text{novo}} = 0{,}475 + 1{,}9 - 0{,}275 = 2{,}1$. O erro caiu de $-0{,}25$ para
#   $-0{,}1$, como previsto: $1 - 0{,}1 \cdot (5 + 1) = 0{,}4$, e $0{,}4 \cdot (-0{,}25) = -0{,}1$.
#
# A função devolve pesos **novos**, sem alterar os que recebeu.

# %% [markdown] lang="en"
# ## 5. The correction and the question of the sign
#
# The gradient points where the cost **grows**. We want it to shrink, so we walk the opposite way:
#
# $$w \leftarrow w - \eta\,\frac{\partial J}{\partial w},$$
#
# $$b \leftarrow b - \eta\,\frac{\partial J}{\partial b} .$$
#
# Adaline, like the perceptron, learns online: it corrects after each example, with the cost of that example
# alone, $\frac{1}{2}(y - \hat{y})^2$. The gradient of this cost is $-(y - \hat{y})\,x$. The **two** minus
# signs meet, that of walking downhill and that of the gradient, and the result is a plus:
#
# $$w \leftarrow w - \eta\,\big[-(y - \hat{y})\,x\big] = w + \eta\,(y - \hat{y})\,x,$$
#
# $$b \leftarrow b + \eta\,(y - \hat{y}) .$$
#
# This is the **delta rule**, also called the Widrow–Hoff rule or LMS (*least mean squares*). One of the course's
# slides (deck A) has a minus in place of this plus, $w \leftarrow w - \lambda\,(y - \hat{y})\,x$: it belongs to the
# gradient, not to the correction. With it, the neuron would walk uphill.
#
# Another way to check the sign: if the answer came out low, $y - \hat{y} > 0$, and the answer has to rise.
# With the plus, the error **on the same example** after the correction is
#
# $$e_{\text{new}} = \big[1 - \eta\,(\lVert x \rVert^2 + 1)\big]\,e .$$
#
# If $\eta$ is small the factor is between 0 and 1: the error shrinks. Keep this formula: it is back in
# section 7.
#
# **By hand.** With $w = (0.5,\ 1)$, $b = -0.25$, $x = (1,\ 2)$, $y = 2$ and $\eta = 0.1$:
#
# - $\hat{y} = 2.25$ and the error is $2 - 2.25 = -0.25$;
# - $w$ becomes $(0.5 - 0.025,\ 1 - 0.05) = (0.475,\ 0.95)$, and $b$ becomes $-0.25 - 0.025 = -0.275$;
# - to check: $\hat{y}_{\text{new}} = 0.475 + 1.9 - 0.275 = 2.1$. The error went from $-0.25$ to $-0.1$, as
#   foretold: $1 - 0.1 \cdot (5 + 1) = 0.4$, and $0.4 \cdot (-0.25) = -0.1$.
#
# The function returns **new** weights and leaves the ones it was given alone.


# %%
def adaline_update(w, b, x, y, lr):
    """Os pesos e o viés depois de ver um exemplo. · The weights and the bias after seeing one example.

    w: (d,), os pesos · the weights
    b: um número, o viés · a number, the bias
    x: (d,), o exemplo · the example
    y: um número real, o alvo do exemplo · a real number, the example's target
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    Devolve (w, b), com w de formato (d,). · Returns (w, b), with w of shape (d,).
    """
    ### BEGIN SOLUTION
    error = float(y - linear(w @ x + b))
    return w + lr * error * x, b + lr * error
    ### END SOLUTION


# %%
check(adaline_update)

# %% [markdown] lang="pt"
# O mesmo lugar da tigela, dois sentidos. Para a direita, andamos **contra** o gradiente: o custo cai, chega
# ao ponto mais baixo desse caminho e torna a subir se o passo for longo demais. Para a esquerda, andamos a
# favor dele, e o custo só cresce: é o que faz o sinal trocado.

# %% [markdown] lang="en"
# The same place in the bowl, two directions. To the right we walk **against** the gradient: the cost falls,
# reaches the lowest point of that path and rises again if the step is too long. To the left we walk along the
# gradient, and the cost only grows: that is what the wrong sign does.

# %% tags=["demo"]
import matplotlib.pyplot as plt

w, b = np.array([0.5]), 1.0
if not has_cost() or adaline_gradient(X_hours, y_grade, w, b) is None:
    print(NOT_YET)
else:
    dw, db = adaline_gradient(X_hours, y_grade, w, b)
    along, against = np.linspace(-0.012, 0, 31), np.linspace(0, 0.04, 61)
    fig, ax = plt.subplots(figsize=(7, 3), layout="constrained")
    for steps, style, name in [(along, "--", "a favor · along"), (against, "-", "contra · against")]:
        costs = [adaline_cost(X_hours, y_grade, w - t * dw, b - t * db) for t in steps]
        ax.plot(steps, costs, style, color=BLUE if style == "-" else ORANGE, label=name)
    ax.plot(0, adaline_cost(X_hours, y_grade, w, b), "o", color="black", label="aqui · here")
    ax.set(xlabel="passo contra o gradiente · step against the gradient", ylabel="$J$")
    ax.legend(loc="upper right")

# %% [markdown] lang="pt"
# Compare o que cada neurônio “vê” de um exemplo cujo alvo é $y = 1$. O erro do perceptron é 1 ou 0, e é o
# mesmo se a soma $z$ errou por pouco ou por muito. O do Adaline diminui aos poucos, à medida que $z$ se
# aproxima de 1.

# %% [markdown] lang="en"
# Compare what each neuron “sees” of an example whose target is $y = 1$. The perceptron's error is 1 or 0, and
# it is the same whether the sum $z$ only just missed or missed by far. Adaline's decreases little by little,
# as $z$ approaches 1.

# %% tags=["demo"]
import matplotlib.pyplot as plt

z = np.linspace(-2, 3, 101)
if linear(0.0) is None:
    print(NOT_YET)
else:
    fig, ax = plt.subplots(figsize=(7, 2.8), layout="constrained")
    ax.plot([-2, 0], [1, 1], "--", color=ORANGE, linewidth=2, label="perceptron")
    ax.plot([0, 3], [0, 0], "--", color=ORANGE, linewidth=2)
    ax.plot(z, 1 - linear(z), color=BLUE, linewidth=2, label="Adaline")
    ax.set(xlabel="$z = w \\cdot x + b$", ylabel="erro · error $y - \\hat{y}$", title="$y = 1$")
    ax.grid(alpha=0.3)
    ax.legend()

# %% [markdown] lang="pt"
# **Para pensar.** No gráfico acima, em $z = 2{,}5$ o perceptron não vê erro nenhum, e o Adaline vê um erro de
# $-1{,}5$: para ele, responder “certo demais” também custa. O que um único ponto certo, mas muito distante
# dos outros, pode fazer com a reta do Adaline?

# %% [markdown] lang="en"
# **Something to think about.** In the plot above, at $z = 2.5$ the perceptron sees no error at all, and
# Adaline sees an error of $-1.5$: to it, being “too right” costs as well. What can a single point, right but
# very far from the others, do to Adaline's line?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 6. Treinar
#
# O treino é online, como no perceptron: em cada época, percorra as linhas de $X$ em ordem e corrija depois de
# cada exemplo. Há duas diferenças. O Adaline quase nunca tem erro exatamente zero, e por isso o treino faz
# sempre **todas** as épocas pedidas. E, ao fim de cada época, anotamos na lista `costs` o custo de **todos**
# os exemplos com os pesos daquele momento: são `epochs` números.
#
# **À mão.** Dois exemplos, $x = 1$ com alvo 1 e $x = 2$ com alvo 3, partindo de $w = 0$, $b = 0$, com
# $\eta = 0{,}1$. Uma época:
#
# | $x$ | $y$ | $\hat{y}$ | erro | $w$ depois | $b$ depois |
# |---|---|---|---|---|---|
# | 1 | 1 | 0 | 1 | 0,1 | 0,1 |
# | 2 | 3 | 0,3 | 2,7 | 0,64 | 0,37 |
#
# Com os pesos do fim da época, as respostas são $1{,}01$ e $1{,}65$, os erros são $-0{,}01$ e $1{,}35$, e o
# custo é $\frac{1}{2}(0{,}0001 + 1{,}8225) = 0{,}9113$. Antes do treino, era $\frac{1}{2}(1 + 9) = 5$.

# %% [markdown] lang="en"
# ## 6. Training
#
# Training is online, as with the perceptron: in each epoch, go through the rows of $X$ in order and correct
# after each example. There are two differences. Adaline's error is hardly ever exactly zero, so the training
# always does **all** the epochs it was asked for. And, at the end of each epoch, we write down in the list
# `costs` the cost of **all** the examples with the weights of that moment: `epochs` numbers.
#
# **By hand.** Two examples, $x = 1$ with target 1 and $x = 2$ with target 3, starting from $w = 0$, $b = 0$,
# with $\eta = 0.1$. One epoch:
#
# | $x$ | $y$ | $\hat{y}$ | error | $w$ after | $b$ after |
# |---|---|---|---|---|---|
# | 1 | 1 | 0 | 1 | 0.1 | 0.1 |
# | 2 | 3 | 0.3 | 2.7 | 0.64 | 0.37 |
#
# With the weights at the end of the epoch the answers are $1.01$ and $1.65$, the errors are $-0.01$ and
# $1.35$, and the cost is $\frac{1}{2}(0.0001 + 1.8225) = 0.9113$. Before training it was
# $\frac{1}{2}(1 + 9) = 5$.


# %%
def train_adaline(X, y, w, b, lr, epochs):
    """Treina online e anota o custo de cada época. · Trains online and records the cost of each epoch.

    X: (n, d), um exemplo por linha · one example a row
    y: (n,), os alvos, números reais · the targets, real numbers
    w, b: (d,) e um número, o ponto de partida · (d,) and a number, the starting point
    lr: um número positivo, a taxa de aprendizado · a positive number, the learning rate
    epochs: um inteiro, o número de épocas · an integer, the number of epochs
    Devolve (w, b, costs): os pesos finais, e em costs[k] o custo depois da época k.
    Returns (w, b, costs): the final weights, and in costs[k] the cost after epoch k.
    """
    ### BEGIN SOLUTION
    costs = []
    for _ in range(epochs):
        for x_i, y_i in zip(X, y, strict=True):
            w, b = adaline_update(w, b, x_i, y_i, lr)
        costs.append(adaline_cost(X, y, w, b))
    return w, b, costs
    ### END SOLUTION


# %%
check(train_adaline)

# %% [markdown] lang="pt"
# ## 7. Três taxas de aprendizado
#
# Agora, sim, a taxa importa, ao contrário do perceptron que parte de zero. À esquerda, o custo ao longo das
# épocas para três taxas. À direita, o caminho das duas primeiras na tigela, partindo de $w = 0$, $b = 0$ (um
# ponto por época).
#
# - $\eta = 0{,}001$: desce sempre, mas devagar. Depois de 30 épocas, o custo ainda é umas quinze vezes o
#   menor possível.
# - $\eta = 0{,}03$: desce quase tudo na primeira época e depois segue pelo fundo do vale.
# - $\eta = 0{,}35$: da primeira época em diante o custo só **cresce**, e sai do gráfico. A fórmula da seção 5 diz por
#   quê: para o aluno de 4 horas, o fator é $1 - 0{,}35 \cdot (16 + 1) = -4{,}95$. A correção passa do alvo e cai do
#   outro lado, quase cinco vezes mais longe.
#
# A linha pontilhada e a estrela marcam o menor custo possível. Com taxa constante, o Adaline online chega
# perto dele, mas em geral não para exatamente ali: cada exemplo continua puxando a reta para o seu lado.
# Quanto menor a taxa, menor essa dança [3].

# %% [markdown] lang="en"
# ## 7. Three learning rates
#
# Now the rate does matter, unlike with the perceptron that starts from zero. On the left, the cost over the
# epochs for three rates. On the right, the path of the first two in the bowl, starting from $w = 0$, $b = 0$
# (one dot per epoch).
#
# - $\eta = 0.001$: always downhill, but slowly. After 30 epochs the cost is still some fifteen times the
#   lowest possible.
# - $\eta = 0.03$: goes down almost all the way in the first epoch and then follows the valley floor.
# - $\eta = 0.35$: from the first epoch on the cost only **grows**, and leaves the plot. The formula of section 5 says
#   why: for the 4-hour student the factor is $1 - 0.35 \cdot (16 + 1) = -4.95$. The correction overshoots the target
#   and lands on the other side, almost five times as far.
#
# The dotted line and the star mark the lowest cost possible. With a constant rate, online Adaline comes close
# to it but in general does not stay exactly there: each example keeps pulling the line its own way. The
# smaller the rate, the smaller this dance [3].

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    start = np.zeros(1), 0.0
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    draw_bowl(right)
    rates = [(0.001, "o-", ORANGE, 7), (0.03, "s-", "black", 3), (0.35, "^-", GREEN, 5)]
    for lr, style, color, size in rates:
        _, _, costs = train_adaline(X_hours, y_grade, *start, lr, 30)
        left.semilogy(range(1, 31), costs, style, color=color, markersize=size, label=f"lr = {lr:g}")
        if lr < 0.1:
            ends = [train_adaline(X_hours, y_grade, *start, lr, k)[:2] for k in range(31)]
            right.plot([w[0] for w, _ in ends], [b for _, b in ends], style, color=color, markersize=size)
    ones = np.column_stack([X_hours, np.ones(len(X_hours))])
    best = np.linalg.lstsq(ones, y_grade, rcond=None)[0]
    left.axhline(adaline_cost(X_hours, y_grade, best[:1], best[1]), color="gray", linestyle=":")
    right.plot(*best, "*", color="white", markeredgecolor="black", markersize=13)
    left.set(xlabel="época · epoch", ylabel="$J$", ylim=(0.2, 1e4))
    right.set(title="Caminho na tigela · Path in the bowl")
    left.legend()

# %% [markdown] lang="pt"
# **Para pensar.** Usando o fator $1 - \eta\,(\lVert x \rVert^2 + 1)$, a partir de que $\eta$ a correção deixa
# de diminuir o erro no próprio exemplo que a causou? O que acontece com esse limite se as horas forem medidas
# em minutos?

# %% [markdown] lang="en"
# **Something to think about.** Using the factor $1 - \eta\,(\lVert x \rVert^2 + 1)$, from which $\eta$ on
# does the correction no longer reduce the error on the very example that caused it? What happens to this
# limit if the hours are measured in minutes?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 8. Adaline e perceptron, nos mesmos dados
#
# Estas duas nuvens se misturam um pouco: nenhuma reta acerta todos os pontos. Para classificar com o Adaline,
# treinamos com alvos 0 e 1 e dizemos “classe 1” quando a resposta é pelo menos 0,5; a reta de decisão é
# $w \cdot x + b = 0{,}5$.
#
# À esquerda, as retas de um perceptron como o do notebook `00_perceptron` (partindo de zero, com taxa 1) ao
# fim das épocas 33 a 40: ele continua errando, continua corrigindo, e a reta não sossega. No meio, as retas
# do **seu** Adaline nas mesmas épocas: como ele vê quanto erra, equilibra os erros de todos os pontos e se
# aquieta. À direita, os pontos errados ao fim de cada época.

# %% [markdown] lang="en"
# ## 8. Adaline and the perceptron, on the same data
#
# These two clouds overlap a little: no line gets every point right. To classify with Adaline, we train with
# targets 0 and 1 and say “class 1” when the answer is at least 0.5; the decision line is
# $w \cdot x + b = 0.5$.
#
# On the left, the lines of a perceptron like that of the notebook `00_perceptron` (from zero, with rate 1) at
# the end of epochs 33 to 40: it keeps making mistakes, keeps correcting, and the line never settles. In the
# middle, the lines of **your** Adaline at the same epochs: since it sees how wrong it is, it balances the
# errors of all the points and settles. On the right, the points that are wrong at the end of each epoch.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    epochs = range(33, 41)
    trained = [train_adaline(X_cloud, y_cloud, np.zeros(2), 0.0, 0.005, k) for k in epochs]
    adaline_lines = [(w[0], w[1], b - 0.5) for w, b, _ in trained]
    fig, axes = plt.subplots(1, 3, figsize=(8.5, 3), layout="constrained")
    curves = [("Perceptron", perceptron_lines, "^--", ORANGE), ("Adaline", adaline_lines, "o-", BLUE)]
    for ax, (name, lines, style, color) in zip(axes, curves, strict=False):
        draw_points(ax, X_cloud, y_cloud)
        for w1, w2, b in lines:
            draw_line(ax, np.array([w1, w2]), b, color="black", alpha=0.6)
        ax.set(xlim=(-3.5, 3.5), ylim=(-3.5, 3.5), title=name)
        wrong = [np.sum((X_cloud @ [w1, w2] + b >= 0) != y_cloud) for w1, w2, b in lines]
        axes[2].plot(epochs, wrong, style, color=color, label=name)
    axes[2].set(xlabel="época · epoch", title="pontos errados\nwrong points", ylim=(0, 14))
    axes[2].legend()

# %% [markdown] lang="pt"
# Isso não faz do Adaline um classificador sempre melhor. Em dados separáveis, e com épocas bastantes, o perceptron
# garante zero erros no fim do treino, e o Adaline não: ele minimiza a soma dos quadrados, que não é a mesma coisa que
# contar pontos errados.

# %% [markdown] lang="en"
# This does not make Adaline the better classifier every time. On separable data, and with enough epochs, the
# perceptron guarantees zero mistakes at the end of training, and Adaline does not: it minimises the sum of squares,
# which is not the same as counting wrong points.

# %% [markdown] lang="pt"
# **Para pensar.** A regra do perceptron e a regra delta se escrevem igual: $w + \eta\,(y - \hat{y})\,x$. Onde
# exatamente está a diferença entre as duas, e por que só uma delas sai da derivada de $J$?

# %% [markdown] lang="en"
# **Something to think about.** The perceptron rule and the delta rule are written alike:
# $w + \eta\,(y - \hat{y})\,x$. Where exactly is the difference between them, and why does only one of them
# come out of the derivative of $J$?

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
# - O custo resume todos os erros num número, e o gradiente diz para que lado ele cresce.
# - O menos mora no gradiente. Ao descer, os dois sinais de menos se encontram, e a correção leva um mais.
# - Uma fórmula de gradiente se confere com a inclinação medida. Você vai usar isso outras vezes neste curso.
# - A taxa de aprendizado é um compromisso: pequena demais, demora; grande demais, passa do alvo.
#
# O Adaline responde qualquer número real, e para um sim ou não isso é mais do que se precisa. No próximo
# notebook, `02_sigmoid_neuron`, a resposta vira uma probabilidade, e o custo muda junto.
#
# ### Referências
#
# 1. F. Rosenblatt (1958). The perceptron: a probabilistic model for information storage and organization in
#    the brain. *Psychological Review*, 65(6), 386–408.
# 2. B. Widrow e M. E. Hoff (1960). Adaptive switching circuits. *1960 IRE WESCON Convention Record*, parte 4,
#    96–104.
# 3. B. Widrow e M. A. Lehr (1990). 30 years of adaptive neural networks: perceptron, madaline, and
#    backpropagation. *Proceedings of the IEEE*, 78(9), 1415–1442.

# %% [markdown] lang="en"
# ## What to take away
#
# - The cost sums up all the errors in one number, and the gradient says which way it grows.
# - The minus lives in the gradient. On the way down the two minus signs meet, and the correction has a plus.
# - A gradient formula is checked against the measured slope. You will do this again in this course.
# - The learning rate is a compromise: too small and it takes long, too large and it overshoots.
#
# Adaline can answer any real number, which is more than a yes or no asks for. In the next notebook,
# `02_sigmoid_neuron`, the answer becomes a probability, and the cost changes with it.
#
# ### References
#
# 1. F. Rosenblatt (1958). The perceptron: a probabilistic model for information storage and organization in
#    the brain. *Psychological Review*, 65(6), 386–408.
# 2. B. Widrow and M. E. Hoff (1960). Adaptive switching circuits. *1960 IRE WESCON Convention Record*, part
#    4, 96–104.
# 3. B. Widrow and M. A. Lehr (1990). 30 years of adaptive neural networks: perceptron, madaline, and
#    backpropagation. *Proceedings of the IEEE*, 78(9), 1415–1442.
