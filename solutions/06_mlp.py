# %% [markdown] lang="pt"
# # 06 · Perceptron multicamadas: a rede que aprende a ver
#
# Um neurônio traça uma reta, e uma reta não separa o XOR. Dois neurônios lado a lado veem os dados de outro jeito,
# e um terceiro, por cima, decide sobre o que eles veem. É a camada **oculta**: ela não recebe alvo nenhum, e
# aprende o que convém mostrar à saída [1].
#
# Aqui você monta a rede inteira: prepara os dados, sorteia os pesos, escreve a ida, as perdas, a volta e o treino
# com minilotes. No fim, a mesma função `train_mlp` aprende o XOR, separa círculos e desenha curvas.
#
# | funções | o que fazem |
# |---|---|
# | `one_hot`, `standardize`, `init_layer` | o que vem antes de aprender |
# | `xor_network`, `bump` | redes feitas à mão |
# | `softmax_cross_entropy`, `mse` | as perdas e seus gradientes |
# | `mlp_forward`, `mlp_backward` | a ida e a volta |
# | `two_neuron_gradient`, `backprop_factors` | por que o gradiente some |
# | `minibatches`, `train_mlp` | o treino |

# %% [markdown] lang="en"
# # 06 · Multilayer perceptron: the network that learns to see
#
# A neuron draws a line, and a line does not separate XOR. Two neurons side by side see the data in another way, and
# a third one on top decides about what they see. This is the **hidden** layer: it is given no target, and learns
# what is worth showing to the output [1].
#
# Here you build the whole network: prepare the data, draw the weights, write the way forward, the losses, the way
# back and the training with mini-batches. At the end the same function `train_mlp` learns XOR, separates circles
# and draws curves.
#
# | functions | what they do |
# |---|---|
# | `one_hot`, `standardize`, `init_layer` | what comes before learning |
# | `xor_network`, `bump` | networks made by hand |
# | `softmax_cross_entropy`, `mse` | the losses and their gradients |
# | `mlp_forward`, `mlp_backward` | the way forward and the way back |
# | `two_neuron_gradient`, `backprop_factors` | why the gradient vanishes |
# | `minibatches`, `train_mlp` | training |

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

X_xor = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y_xor = np.array([0, 1, 1, 0])

# Dois círculos concêntricos · Two concentric circles
angle = np.linspace(0, 2 * np.pi, 80, endpoint=False)
y_rings = np.arange(80) % 2
X_rings = np.where(y_rings, 0.6, 1.5)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
X_rings = X_rings + np.random.default_rng(1).normal(0, 0.08, X_rings.shape)

# %% tags=["demo"]
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."


def draw_points(ax, X, y):
    """Classe 0: círculos; classe 1: triângulos. · Class 0: circles; class 1: triangles."""
    ax.scatter(*X[y == 0].T, color=BLUE, marker="o", s=18, zorder=3)
    ax.scatter(*X[y == 1].T, color=ORANGE, marker="^", s=18, zorder=3)


def draw_regions(ax, network, low, high):
    """As regiões que a rede atribui a cada classe. · The regions that the network assigns to each class."""
    ticks = np.linspace(low, high, 81)
    grid = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    Z, _ = mlp_forward(grid, *network)
    classes = np.argmax(Z, axis=1).reshape(81, 81)
    ax.contourf(ticks, ticks, classes, levels=[-0.5, 0.5, 1.5], colors=["#f0f0f0", "#b9b9b9"])


def can_train():
    """As funções do treino já respondem? · Do the functions used in training answer yet?"""
    if init_layer(2, 2, np.random.default_rng(0)) is None or mse(np.ones((1, 1)), np.ones((1, 1))) is None:
        return False
    if softmax_cross_entropy(np.zeros((1, 2)), np.array([0])) is None:
        return False
    rng = np.random.default_rng(0)
    return train_mlp(X_xor, y_xor, softmax_cross_entropy, 2, 1, 4, 0.1, rng) is not None


# %% [markdown] lang="pt"
# ## 1. Antes de aprender
#
# **Codificação *one-hot*.** Uma classe não é um número: a classe 2 não vale o dobro da 1. O vetor *one-hot* de $y$
# entre $k$ classes tem 1 na posição $y$ e 0 nas outras. Com $k = 3$: $y = (2;\ 0)$ vira
# $\begin{pmatrix} 0 & 0 & 1 \\ 1 & 0 & 0 \end{pmatrix}$. O $k$ vem de quem chama: uma classe pode não aparecer neste
# lote.
#
# **Padronizar.** Idade em anos e renda em reais não cabem na mesma escala, e a rede aprende mal assim. De cada coluna
# tira-se a média e divide-se pelo desvio-padrão, $z = (x - \mu)/\sigma$, com $\sigma^2$ a média dos quadrados dos
# afastamentos (dividida por $n$). Uma coluna constante tem $\sigma = 0$: ela vira toda 0, sem aviso. **À mão:**
# $(1;\ 3)$ tem $\mu = 2$, $\sigma = 1$, e vira $(-1;\ 1)$.
#
# **Sortear os pesos.** Se todos começam iguais, todas as unidades fazem a mesma conta para sempre. Se começam
# grandes, elas saturam. A receita de He [2] sorteia da normal com média 0 e desvio-padrão $\sqrt{2/n_{\text{in}}}$:
# assim a soma de $n_{\text{in}}$ parcelas não explode nem some de uma camada para a outra (o 2 compensa a metade que
# uma ReLU zera; com poucas camadas de tanh, ele também serve). Os vieses começam em 0. Para $n_{\text{in}} = 8$, o
# desvio-padrão é $0{,}5$.
#
# > **NumPy de que você precisa aqui.** Uma lista de índices escolhe linhas, repetidas até: com
# > `A = np.array([[1, 2], [3, 5], [3, 8]])`, `A[[2, 0, 2]]` é `[[3, 8], [1, 2], [3, 8]]`. `np.eye(k)` é a matriz de
# > `k` por `k` com uns na diagonal e zeros em volta. `A.mean(axis=0)` e `A.std(axis=0)` são a média e o desvio-padrão
# > de cada coluna, `A.max(axis=0)` dá `[3, 8]`, e `A - A.max(axis=0)` o tira de todas as linhas.
# > `np.where(v > 0, v, 9)` troca por 9 o que não é positivo. De um gerador, `rng.normal(170, 7, size=(3, 2))` sorteia
# > uma matriz de 3 por 2 da normal de média 170 e desvio-padrão 7.
# >
# > Um arredondamento pode deixar uma coluna constante com desvio-padrão de $10^{-17}$ em vez de 0: no computador, a
# > média de três números iguais a 0,1 não é exatamente 0,1. Constante é a coluna cujo maior número é igual ao menor
# > (`A.max(axis=0)` e `A.min(axis=0)`).

# %% [markdown] lang="en"
# ## 1. Before learning
#
# **One-hot.** A class is not a number: class 2 is not worth twice class 1. The one-hot vector of $y$ among $k$
# classes has a 1 at position $y$ and 0 elsewhere. With $k = 3$: $y = (2,\ 0)$ becomes $\begin{pmatrix} 0 & 0 & 1 \\
# 1 & 0 & 0 \end{pmatrix}$. The $k$ comes from the caller: a class may not occur in this batch.
#
# **Standardising.** Age in years and income in reais do not fit one scale, and the network learns badly like that.
# From each column the mean is taken off, and it is divided by the standard deviation, $z = (x - \mu)/\sigma$, with
# $\sigma^2$ the mean of the squared distances (divided by $n$). A constant column has $\sigma = 0$: it becomes all 0,
# without a warning. **By hand:** $(1,\ 3)$ has $\mu = 2$, $\sigma = 1$, and becomes $(-1,\ 1)$.
#
# **Drawing the weights.** If all start equal, all units do the same computation for ever. If they start large, the
# units saturate. He's recipe [2] draws from the normal with mean 0 and standard deviation $\sqrt{2/n_{\text{in}}}$:
# so the sum of $n_{\text{in}}$ terms neither explodes nor vanishes from one layer to the next (the 2 makes up for the
# half that a ReLU sets to zero; with a few layers of tanh it will do as well). The biases start at 0. For
# $n_{\text{in}} = 8$ the standard deviation is $0.5$.
#
# > **NumPy that you need here.** A list of indices chooses rows, repeated ones even: with
# > `A = np.array([[1, 2], [3, 5], [3, 8]])`, `A[[2, 0, 2]]` is `[[3, 8], [1, 2], [3, 8]]`. `np.eye(k)` is the matrix
# > of `k` by `k` with ones on the diagonal and zeros around them. `A.mean(axis=0)` and `A.std(axis=0)` are the mean
# > and the standard deviation of each column, `A.max(axis=0)` gives `[3, 8]`, and `A - A.max(axis=0)` takes it off
# > all rows. `np.where(v > 0, v, 9)` puts 9 in place of what is not positive. From a generator,
# > `rng.normal(170, 7, size=(3, 2))` draws a matrix of 3 by 2 from the normal with mean 170 and standard deviation 7.
# >
# > Rounding may leave a constant column with a standard deviation of $10^{-17}$ instead of 0: in the computer, the
# > mean of three numbers equal to 0.1 is not exactly 0.1. A column is constant if its largest number is equal to its
# > smallest (`A.max(axis=0)` and `A.min(axis=0)`).


# %%
def one_hot(y, k):
    """Um 1 na coluna da classe de cada exemplo. · A 1 in the column of each example's class.

    y: (n,), as classes, de 0 a k − 1 · the classes, from 0 to k − 1
    Devolve (n, k). · Returns (n, k).
    """
    ### BEGIN SOLUTION
    return np.eye(k)[y]
    ### END SOLUTION


# %%
check(one_hot)


# %%
def standardize(X):
    """Colunas de média 0 e desvio 1. · Columns of mean 0 and deviation 1.

    X: (n, d), um exemplo por linha · one example a row
    Devolve (Z, mean, std): (n, d), (d,), (d,), sem aviso.
    Returns (Z, mean, std): (n, d), (d,), (d,), without a warning.
    """
    ### BEGIN SOLUTION
    # Rounding may give a column of 0.1 a deviation of 1e-17: whether it is constant is seen in the column itself.
    constant = np.all(X[0] == X, axis=0)
    mean, std = np.where(constant, X[0], X.mean(axis=0)), np.where(constant, 0.0, X.std(axis=0))
    return (X - mean) / np.where(constant, 1.0, std), mean, std
    ### END SOLUTION


# %%
check(standardize)


# %%
def init_layer(n_in, n_out, rng):
    """Os pesos de uma camada, pela receita de He. · The weights of a layer, by He's recipe.

    n_in, n_out: quantas entradas e saídas · how many inputs and outputs; rng: um numpy.random.Generator
    Devolve (W, b): (n_out, n_in) e (n_out,). · Returns (W, b): (n_out, n_in) and (n_out,).
    """
    ### BEGIN SOLUTION
    return rng.normal(0.0, np.sqrt(2 / n_in), (n_out, n_in)), np.zeros(n_out)
    ### END SOLUTION


# %%
check(init_layer)

# %% [markdown] lang="pt"
# ## 2. XOR à mão
#
# Com unidades degrau (1 se $z \geq 0$), escolha os pesos você mesmo: duas unidades ocultas e uma de saída que
# calculem o XOR. Uma ideia: uma unidade responde “pelo menos uma entrada é 1”, a outra “as duas são 1”; a saída
# quer a primeira, mas não a segunda. Deixe as fronteiras longe dos pontos: uma soma que dá exatamente zero acende a
# unidade.

# %% [markdown] lang="en"
# ## 2. XOR by hand
#
# With step units (1 if $z \geq 0$) choose the weights yourself: two hidden units and one output unit that compute
# XOR. An idea: one unit answers “at least one input is 1”, the other “both are 1”; the output wants the first, but
# not the second. Keep the boundaries away from the points: a sum that is exactly zero turns the unit on.


# %%
def xor_network():
    """Uma rede 2-2-1 de unidades degrau que calcula o XOR. · A 2-2-1 network of step units that computes XOR.

    Devolve (W1, b1, W2, b2): (2, 2), (2,), (1, 2), (1,).
    Returns (W1, b1, W2, b2): (2, 2), (2,), (1, 2), (1,).
    """
    ### BEGIN SOLUTION
    W1, b1 = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5])
    W2, b2 = np.array([[1.0, -1.0]]), np.array([-0.5])
    return W1, b1, W2, b2
    ### END SOLUTION


# %%
check(xor_network)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if xor_network() is None:
    print(NOT_YET)
else:
    W1, b1, W2, b2 = map(np.asarray, xor_network())
    H = (X_xor @ W1.T + b1 >= 0).astype(float)
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.2), layout="constrained")
    draw_points(left, X_xor, y_xor)
    for w, b in zip(W1, b1, strict=True):
        nearest = -b * w / (w @ w)
        left.axline(nearest, nearest + np.array([-w[1], w[0]]), color="gray", linestyle="--")
    left.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), title="entradas · inputs", xlabel="$x_1$", ylabel="$x_2$")
    draw_points(right, H + np.array([[0, 0], [-0.03, 0.03], [0.03, -0.03], [0, 0]]), y_xor)
    w, b = W2[0], b2[0]
    nearest = -b * w / (w @ w)
    right.axline(nearest, nearest + np.array([-w[1], w[0]]), color="black")
    right.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), title="camada oculta · hidden layer", xlabel="$H_1$", ylabel="$H_2$")

# %% [markdown] lang="pt"
# À esquerda, as duas retas da camada oculta: nenhuma separa os triângulos dos círculos. À direita, os mesmos quatro
# pontos como a camada oculta os vê: dois deles caíram no mesmo lugar, e uma única reta resolve.
#
# ## 3. Uma colina com duas sigmoides
#
# Uma sigmoide íngreme em `left` sobe; outra, em `right`, subtraída, desce:
#
# $$\mathrm{bump}(x) = \text{height} \cdot \big[\sigma(s\,(x - \text{left})) - \sigma(s\,(x - \text{right}))\big],$$
#
# com $s$ = `steepness`. Várias colinas lado a lado desenham qualquer curva: é o argumento, em figura, de que uma
# camada oculta basta para aproximar uma função contínua [3]. ($\sigma(z) = 1/(1 + e^{-z})$, com um mais no
# denominador; vários slides do conjunto A trazem ali um menos.)
#
# **À mão.** $x = 0$, $\text{left} = -1$, $\text{right} = 1$, $\text{height} = 2$, $s = 4$: $2\,[\sigma(4) -
# \sigma(-4)] \approx 2\,(0{,}982 - 0{,}018) = 1{,}928$.

# %% [markdown] lang="en"
# On the left, the two lines of the hidden layer: neither separates the triangles from the circles. On the right,
# the same four points as the hidden layer sees them: two of them fell on the same place, and a single line will do.
#
# ## 3. A hill of two sigmoids
#
# A steep sigmoid at `left` goes up; another at `right`, subtracted, comes down:
#
# $$\mathrm{bump}(x) = \text{height} \cdot \big[\sigma(s\,(x - \text{left})) - \sigma(s\,(x - \text{right}))\big],$$
#
# with $s$ = `steepness`. Several hills side by side draw any curve: this is the argument, as a picture, that one
# hidden layer is enough to approximate a continuous function [3]. ($\sigma(z) = 1/(1 + e^{-z})$, with a plus in the
# denominator; several slides of deck A have a minus there.)
#
# **By hand.** $x = 0$, $\text{left} = -1$, $\text{right} = 1$, $\text{height} = 2$, $s = 4$: $2\,[\sigma(4) -
# \sigma(-4)] \approx 2\,(0.982 - 0.018) = 1.928$.


# %%
def bump(x, left, right, height, steepness):
    """A diferença de duas sigmoides. · The difference of two sigmoids.

    x: um número ou um array · a number or an array; os demais: números · the others: numbers
    Devolve o mesmo formato de x. · Returns the same shape as x.
    """
    ### BEGIN SOLUTION
    up, down = (0.5 + 0.5 * np.tanh(steepness * (x - edge) / 2) for edge in (left, right))
    return height * (up - down)
    ### END SOLUTION


# %%
check(bump)

# %% tags=["demo"]
import matplotlib.pyplot as plt

x = np.linspace(-np.pi, np.pi, 201)
if bump(x, -1.0, 1.0, 1.0, 10.0) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 2, figsize=(7.5, 2.9), layout="constrained", sharey=True)
    for ax, count in zip(axes, (6, 20), strict=True):
        edges = np.linspace(-np.pi, np.pi, count + 1)
        middles = (edges[:-1] + edges[1:]) / 2
        hills = [bump(x, a, b, np.sin(m), 30.0) for a, b, m in zip(edges[:-1], edges[1:], middles, strict=True)]
        for hill in hills:
            ax.plot(x, hill, color=BLUE, alpha=0.3, linewidth=0.8)
        ax.plot(x, np.sum(hills, axis=0), color=ORANGE, label="soma · sum")
        ax.plot(x, np.sin(x), ":", color="black", label="sen x · sin x")
        ax.set(title=f"{count} colinas · hills", xlabel="$x$")
    axes[0].legend(fontsize=8)

# %% [markdown] lang="pt"
# ## 4. As perdas
#
# **Entropia cruzada com softmax.** A saída da rede são os *logits* $Z$ $(n, k)$. A softmax os transforma em
# probabilidades, e a perda é menos o logaritmo da probabilidade da classe certa, em média:
#
# $$L = -\frac{1}{n} \sum_{i=1}^{n} \ln p_{i, y_i}, \qquad \frac{\partial L}{\partial Z} = \frac{1}{n}\,(P - Y),$$
#
# com $Y$ a codificação *one-hot* de $y$. A jacobiana da softmax e a derivada do logaritmo se cancelam, como na
# sigmoide. Para não transbordar, subtraia de cada linha o seu maior logit e fique com os logaritmos:
# $\ln p_{ij} = z_{ij} - \ln \sum_l e^{z_{il}}$.
#
# > **NumPy de que você precisa aqui.** `A.max(axis=1, keepdims=True)` é o maior de cada linha, como uma coluna que se
# > pode subtrair: com `A = np.array([[1, 2], [3, 5]])` é `[[2], [5]]`, e sem `keepdims` seria `[2, 5]`, que se
# > subtrairia de cada coluna. Duas listas de índices escolhem um elemento por par: `A[np.arange(2), [1, 0]]` é
# > `[2, 3]`, o elemento 1 da linha 0 e o elemento 0 da linha 1.
#
# **À mão.** Um exemplo, $Z = (0\ \ 0)$, $y = 1$: $p = (\frac12, \frac12)$, $L = \ln 2$, $dZ = (\frac12\ \
# {-\frac12})$.
#
# **Erro quadrático.** Para regressão, a média **sobre as linhas** da soma dos quadrados: $L = \frac{1}{n} \sum_i
# \lVert z_i - t_i \rVert^2$ e $dZ = \frac{2}{n}(Z - T)$. **À mão:** $Z = (1\ \ 2)$, $T = (0\ \ 0)$: $L = 5$, $dZ =
# (2\ \ 4)$.

# %% [markdown] lang="en"
# ## 4. The losses
#
# **Cross-entropy with softmax.** The network's output are the *logits* $Z$ $(n, k)$. Softmax turns them into
# probabilities, and the loss is minus the logarithm of the probability of the right class, on average:
#
# $$L = -\frac{1}{n} \sum_{i=1}^{n} \ln p_{i, y_i}, \qquad \frac{\partial L}{\partial Z} = \frac{1}{n}\,(P - Y),$$
#
# with $Y$ one-hot. The Jacobian of softmax and the derivative of the logarithm cancel, as for the sigmoid. To avoid
# overflow, subtract from each row its largest logit and stay with the logarithms: $\ln p_{ij} = z_{ij} - \ln \sum_l
# e^{z_{il}}$.
#
# > **NumPy that you need here.** `A.max(axis=1, keepdims=True)` is the largest of each row, as a column that can be
# > subtracted: with `A = np.array([[1, 2], [3, 5]])` it is `[[2], [5]]`, and without `keepdims` it would be `[2, 5]`,
# > which would be subtracted from each column. Two lists of indices choose one element a pair:
# > `A[np.arange(2), [1, 0]]` is `[2, 3]`, element 1 of row 0 and element 0 of row 1.
#
# **By hand.** One example, $Z = (0\ \ 0)$, $y = 1$: $p = (\frac12, \frac12)$, $L = \ln 2$, $dZ = (\frac12\ \
# {-\frac12})$.
#
# **Squared error.** For regression, the mean **over the rows** of the sum of squares: $L = \frac{1}{n} \sum_i
# \lVert z_i - t_i \rVert^2$ and $dZ = \frac{2}{n}(Z - T)$. **By hand:** $Z = (1\ \ 2)$, $T = (0\ \ 0)$: $L = 5$,
# $dZ = (2\ \ 4)$.


# %%
def softmax_cross_entropy(Z, y):
    """A entropia cruzada média dos logits, e seu gradiente.
    The mean cross-entropy of the logits, and its gradient.

    Z: (n, k), logits; y: (n,), as classes · the classes
    Devolve (loss, dZ): um número e (n, k), estáveis até |Z| = 10000.
    Returns (loss, dZ): a number and (n, k), stable up to |Z| = 10000.
    """
    ### BEGIN SOLUTION
    n, shifted = len(Z), Z - Z.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = float(-np.mean(logs[np.arange(n), y]))
    return loss, (np.exp(logs) - one_hot(y, Z.shape[1])) / n
    ### END SOLUTION


# %%
check(softmax_cross_entropy)


# %%
def mse(Z, T):
    """O erro quadrático médio por linha, e seu gradiente. · The mean squared error a row, and its gradient.

    Z, T: (n, k), saídas e alvos · outputs and targets
    Devolve (loss, dZ): um número e (n, k). · Returns (loss, dZ): a number and (n, k).
    """
    ### BEGIN SOLUTION
    return float(np.sum((Z - T) ** 2) / len(Z)), 2 * (Z - T) / len(Z)
    ### END SOLUTION


# %%
check(mse)

# %% [markdown] lang="pt"
# ## 5. A ida e a volta
#
# Uma camada oculta com tanh e uma saída linear:
#
# $$H = \tanh(X W_1^\top + b_1), \qquad Z = H W_2^\top + b_2 .$$
#
# Na volta, chega $dZ$ (da perda). A camada de saída é a porta `affine_backward` do notebook anterior, e o que sai
# dela, $dH$, atravessa a tanh. Escrita com a saída, a inclinação da tanh é $1 - H^2$:
#
# $$dW_2 = dZ^\top H, \quad db_2 = \textstyle\sum_i dZ_i, \quad dA = (dZ\, W_2) \odot (1 - H^2), \quad dW_1 = dA^\top X,
# \quad db_1 = \textstyle\sum_i dA_i .$$
#
# Todos os gradientes usam os pesos **de antes** do passo. Se $W_2$ muda primeiro, $dA$ sai errado.
#
# **À mão.** Tudo com um só elemento: $X = 1$, $H = 0{,}5$, $W_2 = 2$ e $dZ = 1$ dão $dW_2 = 0{,}5$, $db_2 = 1$,
# $dA = 2 \cdot 0{,}75 = 1{,}5$, $dW_1 = 1{,}5$, $db_1 = 1{,}5$. (Nas descrições das funções, a letra minúscula $h$ é
# o **número** de unidades ocultas, e $H$ são as suas saídas.)

# %% [markdown] lang="en"
# ## 5. The way forward and the way back
#
# A hidden layer with tanh and a linear output:
#
# $$H = \tanh(X W_1^\top + b_1), \qquad Z = H W_2^\top + b_2 .$$
#
# On the way back $dZ$ arrives (from the loss). The output layer is the gate `affine_backward` of the previous
# notebook, and what comes out of it, $dH$, goes through the tanh. Written with the output, the slope of tanh is $1
# - H^2$:
#
# $$dW_2 = dZ^\top H, \quad db_2 = \textstyle\sum_i dZ_i, \quad dA = (dZ\, W_2) \odot (1 - H^2), \quad dW_1 = dA^\top X,
# \quad db_1 = \textstyle\sum_i dA_i .$$
#
# All gradients use the weights from **before** the step. If $W_2$ changes first, $dA$ comes out wrong.
#
# **By hand.** All with a single element: $X = 1$, $H = 0.5$, $W_2 = 2$ and $dZ = 1$ give $dW_2 = 0.5$, $db_2 = 1$,
# $dA = 2 \cdot 0.75 = 1.5$, $dW_1 = 1.5$, $db_1 = 1.5$. (In the functions' descriptions the small letter $h$ is the
# **number** of hidden units, and $H$ are their outputs.)


# %%
def mlp_forward(X, W1, b1, W2, b2):
    """A ida por uma camada oculta de tanh. · Forward through a hidden layer of tanh.

    X: (n, d); W1: (h, d); b1: (h,); W2: (k, h); b2: (k,)
    Devolve (Z, H): (n, k) e (n, h). · Returns (Z, H): (n, k) and (n, h).
    """
    ### BEGIN SOLUTION
    H = np.tanh(X @ W1.T + b1)
    return H @ W2.T + b2, H
    ### END SOLUTION


# %%
check(mlp_forward)


# %%
def mlp_backward(X, H, W2, dZ):
    """A volta da mesma rede. · Back through the same network.

    X: (n, d); H: (n, h); W2: (k, h); dZ: (n, k)
    Devolve (dW1, db1, dW2, db2), com os formatos dos pesos.
    Returns (dW1, db1, dW2, db2), with the weights' shapes.
    """
    ### BEGIN SOLUTION
    dA = (dZ @ W2) * (1 - H**2)
    return dA.T @ X, dA.sum(axis=0), dZ.T @ H, dZ.sum(axis=0)
    ### END SOLUTION


# %%
check(mlp_backward)

# %% [markdown] lang="pt"
# ## 6. O gradiente que some
#
# Dois neurônios logísticos em fila: $u = \sigma(x w_1)$, $o = \sigma(u w_2)$, $J = (o - y)^2$. A regra da cadeia dá
#
# $$\frac{\partial J}{\partial w_2} = 2(o - y)\, o(1 - o)\, u, \qquad
# \frac{\partial J}{\partial w_1} = 2(o - y)\, o(1 - o)\, w_2\, u(1 - u)\, x .$$
#
# Para chegar a $w_1$, o gradiente passa por **duas** inclinações de sigmoide, e cada uma vale no máximo $\frac14$.
# Com $M$ camadas de peso 1 e somas $z_1, \dots, z_M$, o que chega à camada $i$ é
#
# $$f_i = \prod_{j \geq i} \sigma'(z_j) .$$
#
# > **NumPy de que você precisa aqui.** `np.cumprod(v)` acumula produtos da esquerda para a direita: de `[2, 3, 5]`
# > faz `[2, 6, 30]`. `v[::-1]` é `v` de trás para a frente: `[5, 3, 2]`.
#
# **À mão.** Com $z = (0;\ 0;\ 0)$: $f = (\frac{1}{64};\ \frac{1}{16};\ \frac14)$. Em dez camadas, a primeira recebe
# no máximo $4^{-10}$, menos de um milionésimo: ela quase não aprende. É a dissipação do gradiente, e a razão de a
# ReLU e a tanh terem tomado o lugar da logística nas camadas ocultas.

# %% [markdown] lang="en"
# ## 6. The gradient that vanishes
#
# Two logistic neurons in a row: $u = \sigma(x w_1)$, $o = \sigma(u w_2)$, $J = (o - y)^2$. The chain rule gives
#
# $$\frac{\partial J}{\partial w_2} = 2(o - y)\, o(1 - o)\, u, \qquad
# \frac{\partial J}{\partial w_1} = 2(o - y)\, o(1 - o)\, w_2\, u(1 - u)\, x .$$
#
# To reach $w_1$ the gradient goes through **two** slopes of the sigmoid, and each is at most $\frac14$. With $M$
# layers of weight 1 and sums $z_1, \dots, z_M$, what reaches layer $i$ is
#
# $$f_i = \prod_{j \geq i} \sigma'(z_j) .$$
#
# > **NumPy that you need here.** `np.cumprod(v)` accumulates products from left to right: of `[2, 3, 5]` it makes
# > `[2, 6, 30]`. `v[::-1]` is `v` from back to front: `[5, 3, 2]`.
#
# **By hand.** With $z = (0,\ 0,\ 0)$: $f = (\frac{1}{64},\ \frac{1}{16},\ \frac14)$. In ten layers the first one
# receives at most $4^{-10}$, less than a millionth: it hardly learns. This is the vanishing gradient, and the
# reason why ReLU and tanh took the logistic's place in hidden layers.


# %%
def two_neuron_gradient(x, y, w1, w2):
    """O gradiente de J = (σ(σ(x·w1)·w2) − y)². · The gradient of J = (σ(σ(x·w1)·w2) − y)².

    x, y, w1, w2: números · numbers
    Devolve (dw1, dw2). · Returns (dw1, dw2).
    """
    ### BEGIN SOLUTION
    h = 1 / (1 + np.exp(-x * w1))
    out = 1 / (1 + np.exp(-h * w2))
    delta = 2 * (out - y) * out * (1 - out)
    return delta * w2 * h * (1 - h) * x, delta * h
    ### END SOLUTION


# %%
check(two_neuron_gradient)


# %%
def backprop_factors(z):
    """O que resta do gradiente em cada camada logística. · What is left of the gradient at each logistic layer.

    z: (M,), as somas, da primeira camada à última · the sums, from the first layer to the last
    Devolve (M,): o produto das inclinações dali até a saída.
    Returns (M,): the product of the slopes from there to the output.
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))
    slopes = e / (1 + e) ** 2
    return np.cumprod(slopes[::-1])[::-1]
    ### END SOLUTION


# %%
check(backprop_factors)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if backprop_factors(np.zeros(10)) is None:
    print(NOT_YET)
else:
    fig, ax = plt.subplots(figsize=(7.5, 2.8), layout="constrained")
    layers = np.arange(1, 11)
    for size, marker, color in [(0.0, "o-", BLUE), (2.0, "s--", ORANGE), (4.0, "^-.", GREEN)]:
        ax.semilogy(layers, backprop_factors(np.full(10, size)), marker, color=color, label=f"$|z| = {size:g}$")
    ax.semilogy(layers, np.ones(10), ":", color="black", label="ReLU aberta · open ReLU")
    ax.set(xlabel="camada · layer", ylabel="fator · factor", xticks=layers)
    ax.legend(fontsize=8)

# %% [markdown] lang="pt"
# **Para pensar.** O fator encolhe mesmo no melhor caso, $z = 0$. O que os pesos, que aqui valem 1, poderiam mudar,
# para bem e para mal?

# %% [markdown] lang="en"
# **Something to think about.** The factor shrinks even in the best case, $z = 0$. What could the weights, which are
# 1 here, change, for better and for worse?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 7. Minilotes e treino
#
# Um passo com o conjunto inteiro é preciso e lento; com um exemplo só, rápido e trêmulo. O **minilote** fica no
# meio: a cada época os exemplos são embaralhados e cortados em lotes de `batch_size` linhas; o último pode ser
# menor. Cada linha aparece uma vez por época, e o $y$ de cada uma vai junto com ela.
#
# `minibatches` pode devolver uma lista ou ser um gerador (`yield`). Todo o acaso vem de `rng`.
#
# > **NumPy e Python de que você precisa aqui.** `rng.permutation(4)` embaralha os números de 0 a 3, por exemplo
# > `[2, 0, 3, 1]`, todas as ordens com a mesma chance. Com os mesmos índices, dois arrays se reordenam **juntos**: se
# > `nomes = np.array(["Ana", "Bia", "Caio", "Davi"])`, `notas = np.array([9, 7, 8, 5])` e `ordem = [2, 0, 3, 1]`,
# > então `nomes[ordem]` é `[Caio, Ana, Davi, Bia]`, e `notas[ordem]`, `[8, 9, 5, 7]`. Uma fatia que passa do fim só
# > fica mais curta: `ordem[3:6]` é `[1]`. Uma função com `yield` devolve um valor por vez: `def pares(n):` com o
# > corpo `for i in range(n): yield 2 * i` dá 0, 2, 4, … a um `for x in pares(5):`.
#
# `train_mlp` junta tudo. Sorteie as duas camadas com `init_layer`; a cada época, para cada minilote: ida, `loss(Z,
# y)`, volta, e um passo contra o gradiente em todos os pesos. O número de saídas vem de `y`: se ele tem duas
# dimensões, $(n, k)$, são $k$; se são classes, $(n,)$, é a maior classe mais 1.

# %% [markdown] lang="en"
# ## 7. Mini-batches and training
#
# A step with the whole set is precise and slow; with a single example it is fast and shaky. The **mini-batch** is
# in between: in each epoch the examples are shuffled and cut into batches of `batch_size` rows; the last one may be
# shorter. Each row appears once an epoch, and its $y$ goes with it.
#
# `minibatches` may return a list or be a generator (`yield`). All chance comes from `rng`.
#
# > **NumPy and Python that you need here.** `rng.permutation(4)` shuffles the numbers from 0 to 3, for example
# > `[2, 0, 3, 1]`, every order equally likely. With the same indices two arrays are put into order **together**: if
# > `names = np.array(["Ana", "Bia", "Caio", "Davi"])`, `marks = np.array([9, 7, 8, 5])` and `order = [2, 0, 3, 1]`,
# > then `names[order]` is `[Caio, Ana, Davi, Bia]`, and `marks[order]` is `[8, 9, 5, 7]`. A slice that goes past the
# > end is only shorter: `order[3:6]` is `[1]`. A function with `yield` returns one value at a time: `def evens(n):`
# > with the body `for i in range(n): yield 2 * i` gives 0, 2, 4, … to a `for x in evens(5):`.
#
# `train_mlp` puts everything together. Draw the two layers with `init_layer`; in each epoch, for each mini-batch:
# forward, `loss(Z, y)`, back, and a step against the gradient in all weights. The number of outputs comes from `y`:
# if it has two dimensions, $(n, k)$, there are $k$; if it holds classes, $(n,)$, it is the largest class plus 1.


# %%
def minibatches(X, y, batch_size, rng):
    """Os lotes de uma época, embaralhados. · The batches of one epoch, shuffled.

    X: (n, d); y: (n,) ou · or (n, k); rng: um numpy.random.Generator
    Dá pares (X, y), cada linha uma vez. · Gives pairs (X, y), each row once.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        yield X[rows], y[rows]
    ### END SOLUTION


# %%
check(minibatches)


# %%
def train_mlp(X, y, loss, hidden, epochs, batch_size, lr, rng):
    """Treina a rede com minilotes. · Trains the network with mini-batches.

    X: (n, d); y: (n,), classes, ou · or (n, k), alvos · targets
    loss: softmax_cross_entropy ou · or mse; hidden: unidades ocultas · hidden units
    Devolve (W1, b1, W2, b2). · Returns (W1, b1, W2, b2).
    """
    ### BEGIN SOLUTION
    outputs = y.shape[1] if y.ndim == 2 else int(y.max()) + 1
    W1, b1 = init_layer(X.shape[1], hidden, rng)
    W2, b2 = init_layer(hidden, outputs, rng)
    for _ in range(epochs):
        for X_batch, y_batch in minibatches(X, y, batch_size, rng):
            Z, H = mlp_forward(X_batch, W1, b1, W2, b2)
            _, dZ = loss(Z, y_batch)
            dW1, db1, dW2, db2 = mlp_backward(X_batch, H, W2, dZ)
            W1, b1 = W1 - lr * dW1, b1 - lr * db1
            W2, b2 = W2 - lr * dW2, b2 - lr * db2
    return W1, b1, W2, b2
    ### END SOLUTION


# %%
check(train_mlp)

# %% [markdown] lang="pt"
# **Círculos concêntricos.** Uma unidade oculta é uma reta; duas fazem uma faixa; com quatro a rede já cerca o
# círculo de dentro.

# %% [markdown] lang="en"
# **Concentric circles.** One hidden unit is a line; two make a band; with four the network can fence in the inner
# circle.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train():
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 3, figsize=(8.4, 3.3), layout="constrained", sharey=True)
    for ax, hidden in zip(axes, (1, 2, 4), strict=True):
        rng = np.random.default_rng(3)
        network = train_mlp(X_rings, y_rings, softmax_cross_entropy, hidden, 500, 16, 0.3, rng)
        draw_regions(ax, network, -2, 2)
        draw_points(ax, X_rings, y_rings)
        hits = np.mean(np.argmax(mlp_forward(X_rings, *network)[0], axis=1) == y_rings)
        ax.set(title=f"{hidden} oculta(s) · hidden: {hits:.0%}", xlabel="$x_1$", aspect="equal")
    axes[0].set(ylabel="$x_2$")

# %% [markdown] lang="pt"
# **Curvas.** A mesma rede, com `mse`, desenha $x^2$, $1/x$ e $\operatorname{sen} x$ a partir de 24 pontos, com as
# entradas padronizadas pela sua `standardize`. (São 3000 épocas para cada curva: espere alguns segundos.)

# %% [markdown] lang="en"
# **Curves.** The same network, with `mse`, draws $x^2$, $1/x$ and $\sin x$ from 24 points, with the inputs
# standardised by your `standardize`. (These are 3000 epochs for each curve: wait a few seconds.)

# %% tags=["demo"]
import matplotlib.pyplot as plt

if not can_train() or standardize(X_xor) is None:
    print(NOT_YET)
else:
    fig, axes = plt.subplots(1, 3, figsize=(8.4, 2.8), layout="constrained")
    curves = [("$x^2$", np.square, -1.5, 1.5), ("$1/x$", np.reciprocal, 0.5, 2.0), ("sen x · sin x", np.sin, -3.1, 3.1)]
    for ax, (name, f, low, high) in zip(axes, curves, strict=True):
        x = np.linspace(low, high, 24)[:, None]
        X, mean, std = standardize(x)
        network = train_mlp(X, f(x), mse, 12, 3000, 4, 0.05, np.random.default_rng(0))
        fine = np.linspace(low, high, 200)[:, None]
        ax.plot(x, f(x), "o", color=BLUE, markersize=4)
        ax.plot(fine, mlp_forward((fine - mean) / std, *network)[0], color=ORANGE)
        ax.set(title=name, xlabel="$x$")

# %% [markdown] lang="pt"
# **Dígitos de verdade.** O scikit-learn traz 1797 dígitos escritos à mão, de 8 por 8 pontos [4]. Se ele estiver
# instalado (`pip install scikit-learn`), a sua rede os lê: treina em 1200 e é medida nos outros 597, que ela nunca
# viu. Em cima, os oito primeiros desses, com a resposta dela; embaixo, erros: a resposta e, depois de ≠, o dígito
# certo.

# %% [markdown] lang="en"
# **Real digits.** scikit-learn comes with 1797 handwritten digits, of 8 by 8 dots [4]. If it is installed
# (`pip install scikit-learn`), your network reads them: it trains on 1200 and is measured on the other 597, which it
# never saw. Above, the first eight of these, with its answer; below, mistakes: the answer and, after ≠, the right
# digit.

# %% tags=["demo"]
import matplotlib.pyplot as plt

try:
    from sklearn.datasets import load_digits
except ImportError:
    load_digits = None

if load_digits is None:
    print("Instale o scikit-learn para ver os dígitos. · Install scikit-learn to see the digits.")
elif not can_train():
    print(NOT_YET)
else:
    digits = load_digits()
    X, y = digits.data / 16 - 0.5, digits.target
    network = train_mlp(X[:1200], y[:1200], softmax_cross_entropy, 32, 30, 32, 0.3, np.random.default_rng(0))
    answers = np.argmax(mlp_forward(X[1200:], *network)[0], axis=1)
    hits = np.mean(answers == y[1200:])
    fig, axes = plt.subplots(2, 8, figsize=(7.5, 2.4), layout="constrained")
    wrong = np.flatnonzero(answers != y[1200:])[:8]
    for ax, place in zip(axes.flat, [*range(8), *wrong], strict=False):
        ax.imshow(digits.images[1200 + place], cmap="gray_r")
        answer, true = answers[place], y[1200 + place]
        title = f"{answer}" if answer == true else f"{answer} ≠ {true}"
        ax.set_title(title, color=GREEN if answer == true else ORANGE, fontsize=10)
    for ax in axes.flat:
        ax.axis("off")
    fig.suptitle(f"{hits:.1%} certos · right; embaixo, erros · below, mistakes", fontsize=10)

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - A camada oculta reescreve os dados até que uma reta baste.
# - Cada sigmoide no caminho multiplica o gradiente por no máximo ¼.
# - Perda e última camada andam juntas: softmax com entropia cruzada, linear com erro quadrático.
# - Os pesos começam diferentes, e num tamanho que não sature ninguém.
# - Um minilote é um gradiente aproximado, e barato.
#
# No próximo notebook, `07_optimizers`, o passo fica mais esperto do que “contra o gradiente”.
#
# ### Referências
#
# 1. D. E. Rumelhart, G. E. Hinton e R. J. Williams (1986). Learning representations by back-propagating errors.
#    *Nature*, 323, 533–536.
# 2. K. He, X. Zhang, S. Ren e J. Sun (2015). Delving deep into rectifiers. *ICCV 2015*, 1026–1034.
# 3. G. Cybenko (1989). Approximation by superpositions of a sigmoidal function. *Mathematics of Control, Signals
#    and Systems*, 2, 303–314.
# 4. E. Alpaydin e C. Kaynak (1998). Optical recognition of handwritten digits. *UCI Machine Learning Repository*.

# %% [markdown] lang="en"
# ## What to take away
#
# - The hidden layer rewrites the data until a line will do.
# - Each sigmoid on the way multiplies the gradient by at most ¼.
# - Loss and last layer go together: softmax with cross-entropy, linear with squared error.
# - The weights start different, and of a size that saturates nobody.
# - A mini-batch is an approximate gradient, and a cheap one.
#
# In the next notebook, `07_optimizers`, the step becomes cleverer than “against the gradient”.
#
# ### References
#
# 1. D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986). Learning representations by back-propagating errors.
#    *Nature*, 323, 533–536.
# 2. K. He, X. Zhang, S. Ren and J. Sun (2015). Delving deep into rectifiers. *ICCV 2015*, 1026–1034.
# 3. G. Cybenko (1989). Approximation by superpositions of a sigmoidal function. *Mathematics of Control, Signals
#    and Systems*, 2, 303–314.
# 4. E. Alpaydin and C. Kaynak (1998). Optical recognition of handwritten digits. *UCI Machine Learning Repository*.
