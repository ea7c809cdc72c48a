# %% [markdown] lang="pt"
# # 03 · Funções de ativação: a curva entre as camadas
#
# Entre uma camada e a próxima, a rede passa cada número por uma **ativação**. Sem ela, empilhar camadas não serve
# para nada, e no fim deste notebook você vai ver por quê. Com ela, o que se ganha e o que se perde depende da
# curva: onde ela é plana, a rede não aprende.
#
# Cada função vem com a sua derivada. `d_f(x)` recebe a **entrada** $x$, e não a saída $f(x)$: muitas fórmulas dos
# livros usam a saída, e trocar as duas é o engano mais comum deste notebook.
#
# | funções, cada uma com a sua derivada | o que são |
# |---|---|
# | `identity`, `binary_step` | os dois extremos |
# | `logistic`, `tanh`, `arctan` | curvas em S, que saturam |
# | `relu`, `leaky_relu`, `prelu`, `elu`, `softplus` | retificadores |
# | `d_prelu_alpha` | a derivada da PReLU em relação ao seu parâmetro |
# | `softmax`, `softmax_jacobian` | uma camada que responde com probabilidades |
# | `collapse_linear` | por que a ativação existe |

# %% [markdown] lang="en"
# # 03 · Activation functions: the curve between the layers
#
# Between one layer and the next the network puts each number through an **activation**. Without it, stacking layers
# is of no use, and at the end of this notebook you will see why. With it, what is gained and what is lost depends
# on the curve: where it is flat, the network does not learn.
#
# Each function comes with its derivative. `d_f(x)` takes the **input** $x$, not the output $f(x)$: many formulas in
# books use the output, and mixing the two up is the most common mistake of this notebook.
#
# | functions, each with its derivative | what they are |
# |---|---|
# | `identity`, `binary_step` | the two extremes |
# | `logistic`, `tanh`, `arctan` | S-shaped curves, which saturate |
# | `relu`, `leaky_relu`, `prelu`, `elu`, `softplus` | rectifiers |
# | `d_prelu_alpha` | the derivative of PReLU by its parameter |
# | `softmax`, `softmax_jacobian` | a layer that answers with probabilities |
# | `collapse_linear` | why there are activations |

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

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_pair(ax, name, f, slope, x):
    """Uma função (azul) e a sua derivada (laranja). · A function (blue) and its derivative (orange)."""
    ax.axhline(0, color="gray", linewidth=0.6)
    ax.plot(x, f(x), color=BLUE, label="$f$")
    ax.plot(x, slope(x), "--", color=ORANGE, label="$f'$")
    ax.set(title=name)


# %% [markdown] lang="pt"
# ## 1. A identidade e o degrau
#
# A identidade devolve $x$ e tem inclinação 1 em todo ponto. O degrau vale 1 onde $x \geq 0$ (o zero incluído) e 0 no
# resto. A sua inclinação é 0 dos dois lados; em $x = 0$ ela não existe, e aqui se aceita qualquer número finito.
#
# **À mão.** Em $x = (-2;\ 0;\ 1)$, o degrau dá $(0;\ 1;\ 1)$.
#
# Uma derivada que é sempre 0 não diz para que lado ir: multiplicado por ela, todo gradiente some. É por isso que o
# perceptron tinha uma regra própria, e que a descida do gradiente precisou de outra ativação.

# %% [markdown] lang="en"
# ## 1. The identity and the step
#
# The identity returns $x$ and has slope 1 everywhere. The step is 1 where $x \geq 0$ (zero included) and 0
# elsewhere. Its slope is 0 on both sides; at $x = 0$ there is none, and here any finite number will do.
#
# **By hand.** At $x = (-2,\ 0,\ 1)$ the step gives $(0,\ 1,\ 1)$.
#
# A derivative that is always 0 does not say which way to go: multiplied by it, every gradient vanishes. That is why
# the perceptron had a rule of its own, and why gradient descent needed another activation.


# %%
def identity(x):
    """A identidade. · The identity.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return x
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
    """A derivada do degrau; em x = 0, qualquer número finito.
    The derivative of the step; at x = 0, any finite number.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.zeros(np.shape(x))
    ### END SOLUTION


# %%
check(d_binary_step)

# %% tags=["demo"]
import matplotlib.pyplot as plt

x = np.linspace(-3, 3, 601)
if binary_step(x) is None or d_binary_step(x) is None:
    print(NOT_YET)
else:
    w, costs = np.linspace(-3, 3, 601), []
    for weight in w:
        costs.append(np.mean((binary_step(weight * np.array([1.0, 2.0, -1.0]) - 1) - np.array([1, 1, 0])) ** 2))
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 2.6), layout="constrained")
    draw_pair(left, "degrau · step", binary_step, d_binary_step, x)
    left.legend(fontsize=8)
    right.plot(w, costs, color=GREEN)
    right.set(title="custo de um peso · cost of a weight", xlabel="$w$")

# %% [markdown] lang="pt"
# À direita, o custo de um neurônio degrau conforme o peso muda: patamares planos. Parado em cima de um deles, o
# gradiente não vê o desnível ao lado.
#
# ## 2. As curvas em S
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}, \quad \sigma'(x) = \sigma(x)\,(1 - \sigma(x)); \qquad
# \tanh'(x) = 1 - \tanh^2(x); \qquad \arctan'(x) = \frac{1}{1 + x^2} .$$
#
# A logística vai de 0 a 1, a tanh de $-1$ a 1, o arco tangente de $-\frac{\pi}{2}$ a $\frac{\pi}{2}$. Longe de zero
# as três ficam planas: **saturam**, e a inclinação quase some. A da logística nunca passa de $\frac14$.
#
# Nas fórmulas acima, $\sigma(x)(1 - \sigma(x))$ usa a **saída**. Se o que você tem é $x$, passe primeiro pela função.
#
# **À mão.** Em $x = 1$: $\sigma = 0{,}7311$ e $\sigma' = 0{,}1966$; $\tanh = 0{,}7616$ e $\tanh' = 0{,}4200$;
# $\arctan = 0{,}7854$, com inclinação $0{,}5$.
#
# `logistic`, `d_logistic`, `tanh` e `d_tanh` devem responder sem aviso até $|x| = 10\,000$: escreva-as de modo que
# uma exponencial enorme nunca apareça. Alguns slides do curso (conjunto A) escrevem a logística com um menos no
# denominador, $1/(1 - e^{-x})$, que em $x = 0$ divide por zero.
#
# > **NumPy de que você precisa aqui.** `np.where(condição, a, b)` escolhe elemento a elemento, mas calcula `a` e `b`
# > em todos os pontos, e um transbordamento no lado que não interessa também dá aviso. Troque o número perigoso antes
# > da conta. Por exemplo, `np.where(t > 0, np.sqrt(t), 0)` avisa onde `t` é negativo, e `np.sqrt(np.maximum(t, 0))`
# > não: `np.maximum(t, 0)` põe 0 onde `t` é menor que isso, e `np.minimum` faz o contrário. `np.abs`, `np.exp`,
# > `np.tanh` e `np.arctan` também vão elemento a elemento, e aceitam um número sozinho.

# %% [markdown] lang="en"
# On the right, the cost of a step neuron as its weight changes: flat plateaus. Standing on one of them, the
# gradient does not see the drop beside it.
#
# ## 2. The S-shaped curves
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}, \quad \sigma'(x) = \sigma(x)\,(1 - \sigma(x)); \qquad
# \tanh'(x) = 1 - \tanh^2(x); \qquad \arctan'(x) = \frac{1}{1 + x^2} .$$
#
# The logistic goes from 0 to 1, tanh from $-1$ to 1, the arc tangent from $-\frac{\pi}{2}$ to $\frac{\pi}{2}$. Far
# from zero all three become flat: they **saturate**, and the slope almost vanishes. The logistic's never exceeds
# $\frac14$.
#
# In the formulas above, $\sigma(x)(1 - \sigma(x))$ uses the **output**. If what you have is $x$, go through the
# function first.
#
# **By hand.** At $x = 1$: $\sigma = 0.7311$ and $\sigma' = 0.1966$; $\tanh = 0.7616$ and $\tanh' = 0.4200$;
# $\arctan = 0.7854$, with slope $0.5$.
#
# `logistic`, `d_logistic`, `tanh` and `d_tanh` must answer without a warning up to $|x| = 10{,}000$: write them so
# that a huge exponential never appears. Some slides of the course (deck A) write the logistic with a minus in the
# denominator, $1/(1 - e^{-x})$, which divides by zero at $x = 0$.
#
# > **NumPy that you need here.** `np.where(condition, a, b)` chooses element by element, but computes `a` and `b` at
# > all points, and an overflow on the side that does not matter warns as well. Replace the dangerous number before
# > the computation. For example, `np.where(t > 0, np.sqrt(t), 0)` warns where `t` is negative, and
# > `np.sqrt(np.maximum(t, 0))` does not: `np.maximum(t, 0)` puts 0 where `t` is less than that, and `np.minimum` does
# > the opposite. `np.abs`, `np.exp`, `np.tanh` and `np.arctan` go element by element, too, and take a single number.


# %%
def logistic(x):
    """A função logística, 1 / (1 + e^(-x)). · The logistic function, 1 / (1 + e^(-x)).

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(x))
    return np.where(np.greater_equal(x, 0), 1.0, e) / (1 + e)
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
    return e / (1 + e) ** 2
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
    """A derivada da tanh. · The derivative of tanh.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return 1 - np.tanh(x) ** 2
    ### END SOLUTION


# %%
check(d_tanh)


# %%
def arctan(x):
    """O arco tangente. · The arc tangent.

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
    """A derivada do arco tangente. · The derivative of the arc tangent.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.square(x))
    ### END SOLUTION


# %%
check(d_arctan)

# %% [markdown] lang="pt"
# ## 3. Os retificadores
#
# Para $x > 0$, a ReLU, a Leaky ReLU, a PReLU e a ELU [2] deixam tudo passar: a inclinação é 1, por maior que seja
# $x$. A da softplus só se aproxima de 1: é $0{,}525$ em $x = 0{,}1$, $0{,}731$ em $x = 1$ e $0{,}982$ em $x = 4$. É
# por não saturarem desse lado que as redes profundas preferem os retificadores [3]. Eles diferem no que fazem à
# esquerda:
#
# | função | $x < 0$ | inclinação |
# |---|---|---|
# | ReLU | $0$ | $0$ |
# | Leaky ReLU, PReLU | $\alpha x$ | $\alpha$ |
# | ELU | $\alpha(e^x - 1)$ | $\alpha e^x$ |
#
# - A ReLU **tem** derivada para $x < 0$, ao contrário do que diz um slide do curso (conjunto A): é 0, como a de toda
#   constante. Só em $x = 0$ há uma quina, e ali serve qualquer inclinação entre as dos dois lados.
# - Leaky ReLU e ELU são funções diferentes: à esquerda, uma é uma reta, e a outra, uma exponencial que desce até
#   perto de $-\alpha$. Um slide do curso (conjunto A) dá à Leaky ReLU a fórmula da ELU, $\alpha(e^x - 1)$, com a
#   derivada $\alpha$.
# - Na PReLU [1] o $\alpha$ é aprendido como um peso, e pode ser qualquer número real, até maior que 1 ou negativo.
#   Para aprendê-lo é preciso a derivada **em relação a** $\alpha$: $x$ onde $x < 0$, e 0 no resto.
# - A softplus, $\ln(1 + e^x)$, é uma ReLU sem quina, e a sua derivada é a logística. Para $x$ grande, $e^x$
#   transborda: reescreva a conta com uma exponencial que não cresça.
#
# **À mão.** Em $x = -2$: a ReLU dá $0$; a Leaky ReLU, com $\alpha = 0{,}01$, $-0{,}02$; a PReLU, com $\alpha =
# 1{,}5$, $-3$, e a sua derivada em relação a $\alpha$ é $-2$; a ELU, com $\alpha = 1$, $-0{,}8647$, de inclinação
# $0{,}1353$; a softplus, $0{,}1269$, de inclinação $0{,}1192$.

# %% [markdown] lang="en"
# ## 3. The rectifiers
#
# For $x > 0$, ReLU, Leaky ReLU, PReLU and ELU [2] let everything through: the slope is 1, however large $x$ may be.
# Softplus's only comes near 1: it is $0.525$ at $x = 0.1$, $0.731$ at $x = 1$ and $0.982$ at $x = 4$. Because they do
# not saturate on that side, deep networks prefer the rectifiers [3]. They differ in what they do on the left:
#
# | function | $x < 0$ | slope |
# |---|---|---|
# | ReLU | $0$ | $0$ |
# | Leaky ReLU, PReLU | $\alpha x$ | $\alpha$ |
# | ELU | $\alpha(e^x - 1)$ | $\alpha e^x$ |
#
# - ReLU **has** a derivative for $x < 0$, unlike what a slide of the course (deck A) says: it is 0, like that of any
#   constant. Only at $x = 0$ is there a corner, and there any slope between those of the two sides will do.
# - Leaky ReLU and ELU are different functions: on the left, one is a line, and the other an exponential that goes
#   down to near $-\alpha$. A slide of the course (deck A) gives Leaky ReLU the formula of ELU, $\alpha(e^x - 1)$,
#   with the derivative $\alpha$.
# - In PReLU [1] $\alpha$ is learned like a weight, and may be any real number, even larger than 1 or negative. To
#   learn it the derivative **by** $\alpha$ is needed: $x$ where $x < 0$, and 0 elsewhere.
# - Softplus, $\ln(1 + e^x)$, is a ReLU without the corner, and its derivative is the logistic. For large $x$, $e^x$
#   overflows: rewrite the computation with an exponential that does not grow.
#
# **By hand.** At $x = -2$: ReLU gives $0$; Leaky ReLU with $\alpha = 0.01$, $-0.02$; PReLU with $\alpha = 1.5$,
# $-3$, and its derivative by $\alpha$ is $-2$; ELU with $\alpha = 1$, $-0.8647$, with slope $0.1353$; softplus,
# $0.1269$, with slope $0.1192$.


# %%
def relu(x):
    """O retificador, max(0, x). · The rectifier, max(0, x).

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
    """A derivada da ReLU; em x = 0, qualquer valor de 0 a 1.
    The derivative of ReLU; at x = 0, any value from 0 to 1.

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
    """Uma ReLU que deixa passar um pouco à esquerda. · A ReLU that lets a little through on the left.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: a inclinação à esquerda, de 0 a menos de 1 · the slope on the left, from 0 to less than 1
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), x, np.multiply(alpha, x))
    ### END SOLUTION


# %%
check(leaky_relu)


# %%
def d_leaky_relu(x, alpha=0.01):
    """A derivada da Leaky ReLU; em x = 0, de alpha a 1. · The derivative of Leaky ReLU; at x = 0, from alpha to 1.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: a inclinação à esquerda, de 0 a menos de 1 · the slope on the left, from 0 to less than 1
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha)
    ### END SOLUTION


# %%
check(d_leaky_relu)


# %%
def prelu(x, alpha):
    """Uma Leaky ReLU cujo alpha se aprende. · A Leaky ReLU whose alpha is learned.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: a inclinação à esquerda, qualquer número real · the slope on the left, any real number
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), x, np.multiply(alpha, x))
    ### END SOLUTION


# %%
check(prelu)


# %%
def d_prelu(x, alpha):
    """A derivada da PReLU em relação a x; em x = 0, entre alpha e 1.
    The derivative of PReLU by x; at x = 0, between alpha and 1.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: a inclinação à esquerda, qualquer número real · the slope on the left, any real number
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha)
    ### END SOLUTION


# %%
check(d_prelu)


# %%
def elu(x, alpha=1.0):
    """À esquerda, uma exponencial que para em -alpha. · On the left, an exponential that stops at -alpha.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: até onde desce · how far down it goes
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), x, alpha * np.expm1(np.minimum(x, 0.0)))
    ### END SOLUTION


# %%
check(elu)


# %%
def d_elu(x, alpha=1.0):
    """A derivada da ELU; em x = 0, entre alpha e 1. · The derivative of ELU; at x = 0, between alpha and 1.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: até onde a ELU desce · how far down ELU goes
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.where(np.greater(x, 0), 1.0, alpha * np.exp(np.minimum(x, 0.0)))
    ### END SOLUTION


# %%
check(d_elu)


# %%
def softplus(x):
    """ln(1 + e^x), sem transbordar. · ln(1 + e^x), without overflow.

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


# %%
def d_prelu_alpha(x, alpha):
    """A derivada da PReLU em relação a alpha. · The derivative of PReLU by alpha.

    x: um número ou um array de qualquer formato · a number, or an array of any shape
    alpha: a inclinação à esquerda, qualquer número real · the slope on the left, any real number
    Devolve o mesmo formato, em float. · Returns the same shape, as floats.
    """
    ### BEGIN SOLUTION
    return np.minimum(x, 0.0)
    ### END SOLUTION


# %%
check(d_prelu_alpha)

# %% tags=["demo"]
import matplotlib.pyplot as plt

x = np.linspace(-4, 4, 161)
pairs = [
    ("identity", identity, d_identity),
    ("logistic", logistic, d_logistic),
    ("tanh", tanh, d_tanh),
    ("arctan", arctan, d_arctan),
    ("relu", relu, d_relu),
    ("leaky_relu, 0.1", lambda x: leaky_relu(x, 0.1), lambda x: d_leaky_relu(x, 0.1)),
    ("prelu, 0.5", lambda x: prelu(x, 0.5), lambda x: d_prelu(x, 0.5)),
    ("elu", elu, d_elu),
    ("softplus", softplus, d_softplus),
]
if any(f(1.0) is None or slope(1.0) is None for _, f, slope in pairs):
    print(NOT_YET)
else:
    fig, axes = plt.subplots(3, 3, figsize=(7.5, 5.4), layout="constrained", sharex=True)
    for ax, pair in zip(axes.flat, pairs, strict=True):
        draw_pair(ax, *pair, x)
    axes[0, 0].legend(fontsize=8)

# %% [markdown] lang="pt"
# Duas comparações que valem a pena. À esquerda, a inclinação das curvas conforme $x$ cresce, em escala logarítmica: a
# da logística e a da tanh despencam, a da ReLU fica em 1. À direita, ELU e Leaky ReLU com o mesmo $\alpha$: não são a
# mesma função.

# %% [markdown] lang="en"
# Two comparisons worth making. On the left, the slope of the curves as $x$ grows, on a logarithmic scale: the
# logistic's and tanh's plunge, ReLU's stays at 1. On the right, ELU and Leaky ReLU with the same $\alpha$: they are
# not the same function.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if any(f(1.0) is None for f in (d_logistic, d_tanh, d_relu, elu, leaky_relu)):
    print(NOT_YET)
else:
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 2.8), layout="constrained")
    x = np.linspace(0.1, 12, 120)
    for name, slope, style, color in [
        ("logistic", d_logistic, "-", BLUE),
        ("tanh", d_tanh, "--", ORANGE),
        ("relu", d_relu, "-.", GREEN),
    ]:
        left.semilogy(x, slope(x), style, color=color, label=name)
    left.set(xlabel="$x$", ylabel="$f'(x)$", title="saturação · saturation")
    left.legend(fontsize=8)
    x = np.linspace(-6, 2, 161)
    right.plot(x, elu(x, 0.5), color=BLUE, label="elu, 0.5")
    right.plot(x, leaky_relu(x, 0.5), "--", color=ORANGE, label="leaky_relu, 0.5")
    right.axhline(-0.5, color="gray", linestyle=":")
    right.set(xlabel="$x$", title="ELU ≠ Leaky ReLU")
    right.legend(fontsize=8)

# %% [markdown] lang="pt"
# **Para pensar.** Uma unidade ReLU cuja entrada ficou negativa para todos os exemplos ainda aprende? E uma Leaky
# ReLU?

# %% [markdown] lang="en"
# **Something to think about.** Does a ReLU unit whose input has become negative for all examples still learn? And a
# Leaky ReLU?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 4. Softmax
#
# Para escolher entre $k$ classes, a última camada dá $k$ notas $z$, e a softmax as transforma em probabilidades:
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}} .$$
#
# A soma embaixo é das **mesmas** exponenciais, e por isso os $p_i$ somam 1. Somar um número a todas as notas não
# muda nada: use isso para que nenhuma exponencial transborde, até $|z| = 10\,000$. Com um array de várias linhas,
# cada linha (o último eixo) é um exemplo.
#
# **À mão.** Para $z = (0{,}1;\ 1{,}3;\ 2{,}5)$: as exponenciais são $1{,}105$, $3{,}669$ e $12{,}182$, a soma é
# $16{,}957$, e $p \approx (0{,}065;\ 0{,}216;\ 0{,}718)$. (No slide do curso, do conjunto A, o denominador do exemplo
# traz $e^{0{,}3}$ em lugar de $e^{1{,}3}$; os resultados estão certos.)
#
# **A derivada é uma matriz.** As saídas têm o mesmo denominador, e mexer numa nota mexe em todas:
#
# $$J_{ij} = \frac{\partial p_i}{\partial z_j} = p_i\,(\delta_{ij} - p_j), \quad
# \delta_{ij} = 1 \text{ se } i = j, \text{ senão } 0.$$
#
# Na diagonal aparece $p_i(1 - p_i)$, que lembra a sigmoide, mas fora dela há $-p_i p_j$: quando uma nota sobe, as
# outras probabilidades descem. Cada linha de $J$ soma zero. No exemplo, a primeira linha é
# $(0{,}061;\ -0{,}014;\ -0{,}047)$. Um slide do curso (conjunto A) dá à softmax só $p(1 - p)$, e outro, a derivada da
# Leaky ReLU.
#
# > **NumPy de que você precisa aqui.** `A.sum(axis=-1)` soma ao longo do último eixo, ou seja, dentro de cada linha.
# > Com `A = np.array([[1, 2], [3, 5]])` dá `[3, 8]`, de formato `(2,)`. Para usar o resultado de volta em cada linha,
# > guarde o eixo: com `keepdims=True` ele tem o formato `(2, 1)`, e `A - A.mean(axis=-1, keepdims=True)` tira de cada
# > linha a sua média, `[[-0.5, 0.5], [-1, 1]]`. Sem `keepdims`, aqui cada **coluna** perderia uma média. O mesmo vale
# > para `np.max`, e tudo funciona também com um array de um eixo só. Para a matriz: `np.outer(u, v)` tem $u_i v_j$ na
# > linha $i$ e coluna $j$, e `np.diag(u)` põe `u` na diagonal, com zeros em volta.

# %% [markdown] lang="en"
# ## 4. Softmax
#
# To choose among $k$ classes the last layer gives $k$ scores $z$, and softmax turns them into probabilities:
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}} .$$
#
# The sum below is of the **same** exponentials, and so the $p_i$ add up to 1. Adding one number to all scores
# changes nothing: use this so that no exponential overflows, up to $|z| = 10{,}000$. With an array of several rows,
# each row (the last axis) is an example.
#
# **By hand.** For $z = (0.1,\ 1.3,\ 2.5)$: the exponentials are $1.105$, $3.669$ and $12.182$, the sum is $16.957$,
# and $p \approx (0.065,\ 0.216,\ 0.718)$. (On the course's slide, of deck A, the denominator of this example has
# $e^{0.3}$ in place of $e^{1.3}$; the results are right.)
#
# **The derivative is a matrix.** The outputs share one denominator, and moving one score moves them all:
#
# $$J_{ij} = \frac{\partial p_i}{\partial z_j} = p_i\,(\delta_{ij} - p_j), \quad
# \delta_{ij} = 1 \text{ if } i = j, \text{ else } 0.$$
#
# On the diagonal there is $p_i(1 - p_i)$, which resembles the sigmoid, but off it there is $-p_i p_j$: when one score
# rises, the other probabilities fall. Each row of $J$ adds up to zero. In the example the first row is
# $(0.061,\ -0.014,\ -0.047)$. A slide of the course (deck A) gives softmax $p(1 - p)$ alone, and another one the
# derivative of Leaky ReLU.
#
# > **NumPy that you need here.** `A.sum(axis=-1)` adds up along the last axis, that is, within each row. With
# > `A = np.array([[1, 2], [3, 5]])` it gives `[3, 8]`, of shape `(2,)`. To use the result in each row again, keep the
# > axis: with `keepdims=True` it has the shape `(2, 1)`, and `A - A.mean(axis=-1, keepdims=True)` takes its mean off
# > each row, `[[-0.5, 0.5], [-1, 1]]`. Without `keepdims` each **column** would lose a mean here. The same goes for
# > `np.max`, and all of it works with an array of a single axis, too. For the matrix: `np.outer(u, v)` has $u_i v_j$
# > in row $i$ and column $j$, and `np.diag(u)` puts `u` on the diagonal, with zeros around it.


# %%
def softmax(z):
    """As probabilidades de cada classe. · The probabilities of each class.

    z: notas, (k,) ou com as classes no último eixo · scores, (k,) or with the classes along the last axis
    Devolve o mesmo formato, estável até |z| = 10000. · Returns the same shape, stable up to |z| = 10000.
    """
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %%
check(softmax)


# %%
def softmax_jacobian(z):
    """A derivada de cada saída em relação a cada nota. · The derivative of each output of softmax by each score.

    z: (k,), notas · scores
    Devolve (k, k): linha i, a saída; coluna j, a nota.
    Returns (k, k): row i, the output; column j, the score.
    """
    ### BEGIN SOLUTION
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)
    ### END SOLUTION


# %%
check(softmax_jacobian)

# %% tags=["demo"]
import matplotlib.pyplot as plt

z = np.array([0.1, 1.3, 2.5])
if softmax(z) is None or softmax_jacobian(z) is None:
    print(NOT_YET)
else:
    fig, (left, middle, right) = plt.subplots(1, 3, figsize=(8, 2.7), layout="constrained")
    left.bar(range(3), z, color="gray")
    left.set(title="notas · scores", xticks=range(3))
    bars = middle.bar(range(3), softmax(z), color=BLUE)
    middle.bar_label(bars, fmt="%.2f")
    middle.set(title="softmax", xticks=range(3), ylim=(0, 0.9))
    J = softmax_jacobian(z)
    right.imshow(J, cmap="RdBu_r", vmin=-0.25, vmax=0.25)
    for i, j in np.ndindex(J.shape):
        right.text(j, i, f"{J[i, j]:.3f}", ha="center", va="center", fontsize=9)
    right.set(title="jacobiana · Jacobian", xlabel="nota · score $j$", ylabel="saída · output $i$")
    right.set(xticks=range(3), yticks=range(3))

# %% [markdown] lang="pt"
# ## 5. Sem ativação, uma camada só
#
# Uma camada linear faz $Wx + b$, com $W$ $(\text{saídas}, \text{entradas})$. Duas em fila:
#
# $$V(Wx + b) + c = (VW)\,x + (Vb + c) .$$
#
# É outra vez uma camada linear, com matriz $VW$ e viés $Vb + c$. A última camada fica à **esquerda** do produto, e
# o viés da primeira passa pelos pesos da segunda. O mesmo vale para uma pilha de qualquer altura: cem camadas
# lineares valem uma.
#
# **À mão.** $W = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}$, $b = (1;\ -1)$, $V = (2\ \ 1)$ e $c = 0{,}5$ dão
# $VW = (2\ \ 3)$ e $Vb + c = 1{,}5$.

# %% [markdown] lang="en"
# ## 5. Without activation, a single layer
#
# A linear layer does $Wx + b$, with $W$ $(\text{outputs}, \text{inputs})$. Two in a row:
#
# $$V(Wx + b) + c = (VW)\,x + (Vb + c) .$$
#
# It is a linear layer again, with matrix $VW$ and bias $Vb + c$. The last layer stands on the **left** of the
# product, and the first one's bias goes through the weights of the second. The same holds for a stack of any
# height: a hundred linear layers are worth one.
#
# **By hand.** $W = \begin{pmatrix} 1 & 2 \\ 0 & -1 \end{pmatrix}$, $b = (1,\ -1)$, $V = (2\ \ 1)$ and $c = 0.5$
# give $VW = (2\ \ 3)$ and $Vb + c = 1.5$.


# %%
def collapse_linear(weights, biases):
    """A camada única que faz o mesmo que a pilha. · The single layer that does the same as the stack.

    weights: lista de matrizes (saídas, entradas), da primeira camada à última
    list of matrices (outputs, inputs), first layer first
    biases: lista dos vetores (saídas,) · list of the vectors (outputs,)
    Devolve (W, b). · Returns (W, b).
    """
    ### BEGIN SOLUTION
    # As floats: products of many large integers would not fit into integers.
    W, b = 1.0 * weights[0], 1.0 * biases[0]
    for V, c in zip(weights[1:], biases[1:], strict=True):
        W, b = V @ W, V @ b + c
    return W, b
    ### END SOLUTION


# %%
check(collapse_linear)

# %% tags=["demo"]
import matplotlib.pyplot as plt

weights = [np.array([[1.0], [-2.0]]), np.array([[0.5, 1.0], [1.0, 1.0]]), np.array([[1.0, 0.5]])]
biases = [np.array([0.5, 1.0]), np.array([-1.0, 0.0]), np.array([0.25])]
if collapse_linear(weights, biases) is None:
    print(NOT_YET)
else:
    x = np.linspace(-3, 3, 121)[None, :]

    def stack(activation):
        """A saída da pilha, com uma ativação entre as camadas. · The stack's output, with an activation in between."""
        h = weights[0] @ x + biases[0][:, None]
        for W, b in zip(weights[1:], biases[1:], strict=True):
            h = W @ activation(h) + b[:, None]
        return h[0]

    W, b = collapse_linear(weights, biases)
    fig, ax = plt.subplots(figsize=(7.5, 2.8), layout="constrained")
    ax.plot(x[0], stack(lambda h: h), color=BLUE, linewidth=5, alpha=0.4, label="três camadas · three layers")
    ax.plot(x[0], (W @ x + b[:, None])[0], "--", color="black", label="collapse_linear")
    ax.plot(x[0], stack(np.tanh), color=ORANGE, label="com tanh · with tanh")
    ax.set(xlabel="$x$")
    ax.legend(fontsize=8)

# %% [markdown] lang="pt"
# **Para pensar.** Uma camada **oculta** é a que fica entre a entrada e a saída da rede; você vai montar uma em
# `06_mlp`. Qual destas ativações você poria entre duas camadas ocultas, e qual na saída de uma rede que responde sim
# ou não? Por quê?

# %% [markdown] lang="en"
# **Something to think about.** A **hidden** layer is one that stands between the input and the output of the network;
# you will build one in `06_mlp`. Which of these activations would you put between two hidden layers, and which at the
# output of a network that answers yes or no? Why?

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
# - Sem ativação, a pilha vale uma camada; com inclinação zero, nada se aprende.
# - As curvas em S saturam dos dois lados; os retificadores, no máximo de um.
# - Numa quina a derivada é uma escolha entre os dois lados; onde a função é constante, não há escolha: é zero.
# - Na softmax cada nota mexe em todas as saídas: a derivada é uma matriz.
# - Uma fórmula pede a entrada ou a saída; saiba qual das duas você tem na mão.
#
# No próximo notebook, `04_backpropagation`, as derivadas entram em circuito.
#
# ### Referências
#
# 1. K. He, X. Zhang, S. Ren e J. Sun (2015). Delving deep into rectifiers. *ICCV 2015*, 1026–1034.
# 2. D.-A. Clevert, T. Unterthiner e S. Hochreiter (2016). Fast and accurate deep network learning by exponential
#    linear units (ELUs). *ICLR 2016*.
# 3. X. Glorot, A. Bordes e Y. Bengio (2011). Deep sparse rectifier neural networks. *AISTATS 2011*, 315–323.

# %% [markdown] lang="en"
# ## What to take away
#
# - Without activation the stack is worth one layer; with slope zero nothing is learned.
# - The S-shaped curves saturate on both sides; the rectifiers on one at most.
# - At a corner the derivative is a choice between the two sides; where the function is constant there is no choice:
#   it is zero.
# - In softmax each score moves all outputs: the derivative is a matrix.
# - A formula asks for the input or for the output; know which of the two you have in hand.
#
# In the next notebook, `04_backpropagation`, the derivatives join a circuit.
#
# ### References
#
# 1. K. He, X. Zhang, S. Ren and J. Sun (2015). Delving deep into rectifiers. *ICCV 2015*, 1026–1034.
# 2. D.-A. Clevert, T. Unterthiner and S. Hochreiter (2016). Fast and accurate deep network learning by exponential
#    linear units (ELUs). *ICLR 2016*.
# 3. X. Glorot, A. Bordes and Y. Bengio (2011). Deep sparse rectifier neural networks. *AISTATS 2011*, 315–323.
