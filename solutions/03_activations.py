# %% [markdown] lang="pt"
# # 03 · Funções de ativação
#
# Entre uma camada e a próxima, a rede passa cada número por uma função de **ativação**. Neste notebook você escreve
# as principais e as suas derivadas, vê por que sem elas muitas camadas valem uma só, e termina com a softmax.
#
# Escreva cada função embaixo do comentário `# Escreva aqui · Write here` e rode a célula `check(...)` logo abaixo.
# As derivadas `d_f(x)` recebem a entrada $x$, não a saída. As perguntas de **Para pensar** não valem nota.

# %% [markdown] lang="en"
# # 03 · Activation functions
#
# Between one layer and the next, the network puts each number through an **activation** function. In this notebook
# you write the main ones and their derivatives, see why without them many layers are worth one, and end with
# softmax.
#
# Write each function under the comment `# Escreva aqui · Write here` and run the `check(...)` cell right below. The
# derivatives `d_f(x)` take the input $x$, not the output. The **Something to think about** questions are not
# graded.

# %% tags=["setup"]
import numpy as np

from degrau import check

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."

# %% [markdown] lang="pt"
# ## 1. Identidade e degrau
#
# A identidade devolve $x$, e a sua inclinação é sempre 1. O degrau vale 1 onde $x \ge 0$ e 0 no resto; a sua
# inclinação é 0 dos dois lados. Em $x = 0$ ela não existe, e qualquer número finito serve.
#
# **À mão.** Em $x = (-2;\ 0;\ 1)$ o degrau dá $(0;\ 1;\ 1)$ e a inclinação, $0$ fora de $x = 0$: descer pelo
# gradiente não sai do lugar.

# %% [markdown] lang="en"
# ## 1. Identity and step
#
# The identity returns $x$, and its slope is always 1. The step is 1 where $x \ge 0$ and 0 elsewhere; its slope is 0
# on both sides. At $x = 0$ there is none, and any finite number will do.
#
# **By hand.** At $x = (-2,\ 0,\ 1)$ the step gives $(0,\ 1,\ 1)$ and the slope is $0$ away from $x = 0$: going down
# the gradient leads nowhere.


# %%
def identity(x):
    """A identidade. · The identity.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.asarray(x, dtype=float)
    ### END SOLUTION


# %%
check(identity)


# %%
def d_identity(x):
    """A derivada da identidade. · The derivative of the identity.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.ones(np.shape(x))
    ### END SOLUTION


# %%
check(d_identity)


# %%
def binary_step(x):
    """O degrau: 1 onde x >= 0, senão 0. · The step: 1 where x >= 0, else 0.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater_equal(x, 0), 1.0, 0.0)
    ### END SOLUTION


# %%
check(binary_step)


# %%
def d_binary_step(x):
    """A derivada do degrau; em x = 0, qualquer número. · The derivative of the step; at x = 0, any number.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.zeros(np.shape(x))
    ### END SOLUTION


# %%
check(d_binary_step)

# %% [markdown] lang="pt"
# ## 2. As curvas em S
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}, \qquad \sigma'(x) = \sigma(x)\,(1 - \sigma(x)),$$
#
# $$\tanh'(x) = 1 - \tanh^2(x), \qquad \arctan'(x) = \frac{1}{1 + x^2} .$$
#
# Longe de zero as três se achatam: **saturam**, e a inclinação quase some. Escreva-as de modo que $e^{1000}$ nunca
# apareça.
#
# **À mão.** Em $x = 1$: $\sigma = 0{,}7311$ e $\sigma' = 0{,}1966$; $\tanh = 0{,}7616$ e $\tanh' = 0{,}4200$;
# $\arctan = 0{,}7854$, com inclinação $0{,}5$.

# %% [markdown] lang="en"
# ## 2. The S-shaped curves
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}, \qquad \sigma'(x) = \sigma(x)\,(1 - \sigma(x)),$$
#
# $$\tanh'(x) = 1 - \tanh^2(x), \qquad \arctan'(x) = \frac{1}{1 + x^2} .$$
#
# Far from zero all three flatten: they **saturate**, and the slope almost vanishes. Write them so that $e^{1000}$
# never appears.
#
# **By hand.** At $x = 1$: $\sigma = 0.7311$ and $\sigma' = 0.1966$; $\tanh = 0.7616$ and $\tanh' = 0.4200$;
# $\arctan = 0.7854$, with slope $0.5$.


# %%
def logistic(x):
    """A logística, sem estouro em |x| = 1e4. · The logistic, without overflow at |x| = 1e4.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(x))
    return np.where(np.greater_equal(x, 0), 1.0, e) / (1.0 + e)
    ### END SOLUTION


# %%
check(logistic)


# %%
def d_logistic(x):
    """A derivada da logística. · The derivative of the logistic.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(x))
    return e / (1.0 + e) ** 2
    ### END SOLUTION


# %%
check(d_logistic)


# %%
def tanh(x):
    """A tangente hiperbólica. · The hyperbolic tangent.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.tanh(x)
    ### END SOLUTION


# %%
check(tanh)


# %%
def d_tanh(x):
    """A derivada da tangente hiperbólica. · The derivative of the hyperbolic tangent.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return 1.0 - np.tanh(x) ** 2
    ### END SOLUTION


# %%
check(d_tanh)


# %%
def arctan(x):
    """O arco tangente, em radianos. · The arctangent, in radians.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.arctan(x)
    ### END SOLUTION


# %%
check(arctan)


# %%
def d_arctan(x):
    """A derivada do arco tangente. · The derivative of the arctangent.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return 1.0 / (1.0 + np.square(x))
    ### END SOLUTION


# %%
check(d_arctan)

# %% [markdown] lang="pt"
# ## 3. Os retificadores
#
# Para $x > 0$, ReLU, Leaky ReLU, PReLU e ELU devolvem $x$, com inclinação 1. Para $x < 0$:
#
# | função | valor | inclinação |
# |---|---|---|
# | ReLU | $0$ | $0$ |
# | Leaky ReLU, PReLU | $\alpha x$ | $\alpha$ |
# | ELU | $\alpha(e^x - 1)$ | $\alpha e^x$ |
#
# Em $x = 0$ vale qualquer inclinação entre as dos dois lados. A PReLU aprende $\alpha$, e por isso precisa também
# da derivada em $\alpha$. A softplus, $\ln(1 + e^x)$, é uma ReLU sem quina, e a sua derivada é a logística.
#
# **À mão.** Em $x = -2$: a Leaky ReLU com $\alpha = 0{,}01$ dá $-0{,}02$; a ELU com $\alpha = 1$ dá $-0{,}8647$,
# com inclinação $0{,}1353$; a softplus dá $0{,}1269$.

# %% [markdown] lang="en"
# ## 3. The rectifiers
#
# For $x > 0$, ReLU, Leaky ReLU, PReLU and ELU return $x$, with slope 1. For $x < 0$:
#
# | function | value | slope |
# |---|---|---|
# | ReLU | $0$ | $0$ |
# | Leaky ReLU, PReLU | $\alpha x$ | $\alpha$ |
# | ELU | $\alpha(e^x - 1)$ | $\alpha e^x$ |
#
# At $x = 0$ any slope between those of the two sides is right. PReLU learns $\alpha$, so it needs the derivative in
# $\alpha$ too. Softplus, $\ln(1 + e^x)$, is a ReLU without the corner, and its derivative is the logistic.
#
# **By hand.** At $x = -2$: Leaky ReLU with $\alpha = 0.01$ gives $-0.02$; ELU with $\alpha = 1$ gives $-0.8647$,
# with slope $0.1353$; softplus gives $0.1269$.


# %%
def relu(x):
    """A ReLU: x se positivo, senão 0. · ReLU: x if positive, else 0.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.maximum(0.0, x)
    ### END SOLUTION


# %%
check(relu)


# %%
def d_relu(x):
    """A derivada da ReLU; em x = 0, de 0 a 1. · The derivative of ReLU; at x = 0, from 0 to 1.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, 0.0)
    ### END SOLUTION


# %%
check(d_relu)


# %%
def leaky_relu(x, alpha=0.01):
    """A Leaky ReLU, com 0 <= alpha < 1. · Leaky ReLU, with 0 <= alpha < 1.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha) * x
    ### END SOLUTION


# %%
check(leaky_relu)


# %%
def d_leaky_relu(x, alpha=0.01):
    """A derivada da Leaky ReLU. · The derivative of Leaky ReLU.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha)
    ### END SOLUTION


# %%
check(d_leaky_relu)


# %%
def prelu(x, alpha):
    """A PReLU, com qualquer alpha real. · PReLU, with any real alpha.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha) * x
    ### END SOLUTION


# %%
check(prelu)


# %%
def d_prelu(x, alpha):
    """A derivada da PReLU em x. · The derivative of PReLU in x.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha)
    ### END SOLUTION


# %%
check(d_prelu)


# %%
def d_prelu_alpha(x, alpha):
    """A derivada da PReLU em alpha. · The derivative of PReLU in alpha.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.minimum(x, 0.0)
    ### END SOLUTION


# %%
check(d_prelu_alpha)


# %%
def elu(x, alpha=1.0):
    """A ELU, sem estouro em |x| = 1e4. · ELU, without overflow at |x| = 1e4.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), x, alpha * np.expm1(np.minimum(x, 0.0)))
    ### END SOLUTION


# %%
check(elu)


# %%
def d_elu(x, alpha=1.0):
    """A derivada da ELU. · The derivative of ELU.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha * np.exp(np.minimum(x, 0.0)))
    ### END SOLUTION


# %%
check(d_elu)


# %%
def softplus(x):
    """A softplus, sem estouro em |x| = 1e4. · Softplus, without overflow at |x| = 1e4.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))
    ### END SOLUTION


# %%
check(softplus)


# %%
def d_softplus(x):
    """A derivada da softplus. · The derivative of softplus.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return logistic(x)
    ### END SOLUTION


# %%
check(d_softplus)

# %% [markdown] lang="pt"
# Cada ativação (linha cheia) com a sua derivada (tracejada).

# %% [markdown] lang="en"
# Each activation (solid line) with its derivative (dashed).

# %% tags=["demo"]
import matplotlib.pyplot as plt

x = np.linspace(-4, 4, 200)
pairs = [
    (binary_step, d_binary_step),
    (logistic, d_logistic),
    (tanh, d_tanh),
    (arctan, d_arctan),
    (relu, d_relu),
    (leaky_relu, d_leaky_relu),
    (elu, d_elu),
    (softplus, d_softplus),
]
if any(f(1.0) is None or d(1.0) is None for f, d in pairs):
    print(NOT_YET)
else:
    fig, axes = plt.subplots(2, 4, figsize=(8, 4), layout="constrained", sharex=True)
    for ax, (f, d) in zip(axes.flat, pairs, strict=True):
        ax.plot(x, f(x), color=BLUE)
        ax.plot(x, d(x), "--", color=ORANGE)
        ax.set(title=f.__name__, ylim=(-2, 3))
        ax.grid(alpha=0.3)

# %% [markdown] lang="pt"
# ## 4. Softmax
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}, \qquad \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j) .$$
#
# Somar o mesmo número a todas as notas não muda $p$. As saídas dividem um denominador: a derivada é uma matriz
# inteira.
#
# **À mão.** Para $z = (0{,}1;\ 1{,}3;\ 2{,}5)$ as exponenciais são $1{,}105$, $3{,}669$ e $12{,}182$, com soma
# $16{,}957$: $p = (0{,}07;\ 0{,}22;\ 0{,}72)$. A primeira linha da matriz é $(0{,}061;\ -0{,}014;\ -0{,}047)$.

# %% [markdown] lang="en"
# ## 4. Softmax
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}, \qquad \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j) .$$
#
# Adding the same number to all scores does not change $p$. The outputs share a denominator: the derivative is a
# whole matrix.
#
# **By hand.** For $z = (0.1,\ 1.3,\ 2.5)$ the exponentials are $1.105$, $3.669$ and $12.182$, with sum $16.957$:
# $p = (0.07,\ 0.22,\ 0.72)$. The first row of the matrix is $(0.061,\ -0.014,\ -0.047)$.


# %%
def softmax(z):
    """Probabilidades a partir de notas. · Probabilities from scores.

    z: um array; as classes estão no último eixo · an array; the classes are along the last axis
    Devolve o mesmo formato; cada linha soma 1. · Returns the same shape; each row adds up to 1.
    """
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %%
check(softmax)


# %%
def softmax_jacobian(z):
    """Todas as derivadas da softmax. · All the derivatives of softmax.

    z: (k,), as notas · the scores
    Devolve (k, k): na linha i e coluna j, a derivada de p[i] em z[j].
    Returns (k, k): in row i and column j, the derivative of p[i] in z[j].
    """
    ### BEGIN SOLUTION
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)
    ### END SOLUTION


# %%
check(softmax_jacobian)

# %% [markdown] lang="pt"
# ## 5. Sem ativação, uma camada só
#
# $V(Wx + b) + c = (VW)x + (Vb + c)$: duas camadas lineares são uma, e o mesmo vale para qualquer pilha.
#
# **À mão.** $W = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}$, $b = (1;\ -1)$, $V = (2\ \ 1)$ e $c = 0{,}5$ dão
# $VW = (2\ \ 3)$ e $Vb + c = 1{,}5$.

# %% [markdown] lang="en"
# ## 5. Without activation, a single layer
#
# $V(Wx + b) + c = (VW)x + (Vb + c)$: two linear layers are one, and so is any stack.
#
# **By hand.** $W = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}$, $b = (1,\ -1)$, $V = (2\ \ 1)$ and $c = 0.5$
# give $VW = (2\ \ 3)$ and $Vb + c = 1.5$.


# %%
def collapse_linear(weights, biases):
    """Uma camada que faz o mesmo que a pilha. · One layer that does the same as the stack.

    weights: lista de matrizes (n_out, n_in), a primeira camada antes · list of matrices, the first layer first
    biases: lista de vetores (n_out,) · list of vectors (n_out,)
    Devolve · Returns (W, b).
    """
    ### BEGIN SOLUTION
    W, b = weights[0], biases[0]
    for V, c in zip(weights[1:], biases[1:], strict=True):
        W, b = V @ W, V @ b + c
    return W, b
    ### END SOLUTION


# %%
check(collapse_linear)

# %% [markdown] lang="pt"
# A ELU desce em curva até $-\alpha$; a Leaky ReLU é uma reta que não para. São duas funções diferentes.

# %% [markdown] lang="en"
# ELU bends down to $-\alpha$; Leaky ReLU is a line that never stops. They are two different functions.

# %% tags=["demo"]
import matplotlib.pyplot as plt

x = np.linspace(-6, 2, 200)
if elu(1.0) is None or leaky_relu(1.0) is None:
    print(NOT_YET)
else:
    fig, ax = plt.subplots(figsize=(7, 2.8), layout="constrained")
    ax.plot(x, elu(x, 0.3), color=BLUE, label="ELU, α = 0.3")
    ax.plot(x, leaky_relu(x, 0.3), "--", color=ORANGE, label="Leaky ReLU, α = 0.3")
    ax.set(xlabel="$x$")
    ax.legend()

# %% [markdown] lang="pt"
# As notas do exemplo e as suas probabilidades.

# %% [markdown] lang="en"
# The scores of the example and their probabilities.

# %% tags=["demo"]
import matplotlib.pyplot as plt

z = np.array([0.1, 1.3, 2.5])
if softmax(z) is None:
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 2.8), layout="constrained")
    left.bar(range(3), z, color=BLUE)
    left.set(title="notas · scores", xticks=range(3))
    right.bar_label(right.bar(range(3), softmax(z), color=ORANGE), fmt="%.2f")
    right.set(title="probabilidades · probabilities", xticks=range(3), ylim=(0, 0.9))

# %% [markdown] lang="pt"
# Três camadas lineares (linha larga) e a camada única que você calculou (tracejada).

# %% [markdown] lang="en"
# Three linear layers (wide line) and the single layer that you computed (dashed).

# %% tags=["demo"]
import matplotlib.pyplot as plt

weights = [np.array([[1.0], [-2.0]]), np.array([[0.5, 1.0], [1.0, 1.0]]), np.array([[1.0, 0.5]])]
biases = [np.array([0.5, 1.0]), np.array([-1.0, 0.0]), np.array([0.25])]
x = np.linspace(-3, 3, 50)[:, None]
if collapse_linear(weights, biases) is None:
    print(NOT_YET)
else:
    W, b = (np.asarray(part) for part in collapse_linear(weights, biases))
    y = x
    for V, c in zip(weights, biases, strict=True):
        y = y @ V.T + c
    fig, ax = plt.subplots(figsize=(7, 2.8), layout="constrained")
    ax.plot(x, y, color=BLUE, linewidth=6, alpha=0.5, label="3 camadas · 3 layers")
    ax.plot(x, x @ W.T + b, "--", color="black", label="1 camada · 1 layer")
    ax.legend()

# %% [markdown] lang="pt"
# **Para pensar.** Qual destas ativações você poria entre duas camadas, e por que não o degrau?

# %% [markdown] lang="en"
# **Something to think about.** Which of these activations would you put between two layers, and why not the step?

# %% [markdown] lang="pt"
# ## O que fica
#
# Sem ativação, a pilha é uma camada só; com inclinação zero, nada se aprende; na softmax, cada nota mexe em todas
# as saídas.

# %% [markdown] lang="en"
# ## What to take away
#
# Without activation the stack is a single layer; with zero slope nothing is learnt; in softmax each score moves all
# outputs.
