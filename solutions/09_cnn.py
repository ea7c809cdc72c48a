# %% [markdown] lang="pt"
# # 09 · Redes convolucionais: olhar por uma janela
#
# Para um MLP, uma imagem é uma lista de números: se todos os pixels trocassem de lugar, do mesmo jeito em todas as
# imagens, ele aprenderia igualmente bem. Uma **rede convolucional** (CNN) parte do contrário: pixels vizinhos têm a
# ver um com o outro, e uma borda é uma borda em qualquer lugar. Ela olha a imagem por uma janela pequena, com
# **os mesmos pesos** em todas as posições [1].
#
# Você vai construir oito funções:
#
# | função | o que faz |
# |---|---|
# | `output_size` | quantas janelas cabem |
# | `conv2d` | a convolução de uma imagem com vários filtros |
# | `unfold` | cada janela como uma coluna |
# | `conv2d_backward` | os gradientes da convolução |
# | `max_pool2d`, `max_pool2d_backward` | o maior pixel de cada janela, e a volta |
# | `average_pool2d`, `average_pool2d_backward` | a média de cada janela, e a volta |
#
# No fim, uma CNN pequena, feita das suas funções, lê dígitos escritos à mão.

# %% [markdown] lang="en"
# # 09 · Convolutional networks: looking through a window
#
# To an MLP an image is a list of numbers: if all pixels changed places, in the same way in all images, it would learn
# just as well. A **convolutional network** (CNN) starts from the opposite: neighbouring pixels have to do with each
# other, and an edge is an edge anywhere. It looks at the image through a small window, with **the same weights** at
# all positions [1].
#
# You will build eight functions:
#
# | function | what it does |
# |---|---|
# | `output_size` | how many windows fit |
# | `conv2d` | the convolution of an image with several filters |
# | `unfold` | each window as a column |
# | `conv2d_backward` | the gradients of the convolution |
# | `max_pool2d`, `max_pool2d_backward` | the largest pixel of each window, and the way back |
# | `average_pool2d`, `average_pool2d_backward` | the mean of each window, and the way back |
#
# At the end a small CNN, made of your functions, reads handwritten digits.

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
#   novo: o que você muda nelas não conta na correção. Eles precisam do Matplotlib (`pip install matplotlib`), e os
#   dos dígitos, do scikit-learn; os exercícios funcionam sem eles.
# - As perguntas de **Para pensar** não valem nota.
# - Este notebook existe em português e em inglês, com as mesmas células de código. Entregue o que preferir.
#
# **Os formatos.** Uma imagem `x` é $(C, H, W)$: canais, altura, largura. Os filtros `K` são $(F, C, k_h, k_w)$: cada um
# tem um núcleo por canal. O viés `b` é $(F,)$, e a saída, $(F, H', W')$: um canal por filtro.

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
#   you change in them does not count when the notebook is graded. They need Matplotlib (`pip install matplotlib`),
#   and those of the digits scikit-learn; the exercises work without them.
# - The **Something to think about** questions are not graded.
# - This notebook exists in Portuguese and in English, with the same code cells. Hand in whichever you like.
#
# **The shapes.** An image `x` is $(C, H, W)$: channels, height, width. The filters `K` are $(F, C, k_h, k_w)$: each
# has a kernel for every channel. The bias `b` is $(F,)$, and the output $(F, H', W')$: a channel for each filter.

# %% tags=["setup"]
import numpy as np

import degrau
from degrau import check

# %% tags=["demo"]
BLUE, ORANGE, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
NOT_YET = "Primeiro, escreva as funções acima. · First, write the functions above."
NO_DATA = "Instale o scikit-learn para ver os dígitos. · Install scikit-learn to see the digits."
EDGES = np.array([[[[1, 0, -1], [2, 0, -2], [1, 0, -1]]], [[[1, 2, 1], [0, 0, 0], [-1, -2, -1]]]]) / 4


def digits():
    """Dígitos 8 por 8, embaralhados, entre −0,5 e 0,5; nada sem o scikit-learn. · Digits of 8 by 8, or nothing."""
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        return None
    data = load_digits()
    order = np.random.default_rng(0).permutation(len(data.target))
    return data.images[order] / 16 - 0.5, data.target[order]


def show(ax, image, title, low=None, high=None):
    """Uma imagem em cinza, de low (branco) a high (preto). · An image in grey, from low (white) to high (black)."""
    ax.imshow(image, cmap="gray_r", vmin=low, vmax=high)
    ax.set_title(title, fontsize=9)
    ax.set(xticks=[], yticks=[])


# %% [markdown] lang="pt"
# ## 1. Quantas janelas cabem
#
# Em uma linha de $n$ pixels, com `padding` zeros de **cada** lado, anda um núcleo de tamanho `kernel`, `stride`
# pixels de cada vez. Ele começa encostado à esquerda e para antes de sair da linha. As posições são
#
# $$n' = \left\lfloor \frac{n + 2 \cdot \text{padding} - \text{kernel}}{\text{stride}} \right\rfloor + 1 .$$
#
# Uma última janela que não caiba inteira não conta.
#
# > **Python de que você precisa aqui.** `//` divide e arredonda para baixo: `7 // 2` é `3`.
#
# **À mão.** $n = 6$, núcleo 3, passo 2, sem zeros: o núcleo começa em 0 e em 2 (em 4 sairia), duas janelas:
# $\lfloor 3/2 \rfloor + 1 = 2$.

# %% [markdown] lang="en"
# ## 1. How many windows fit
#
# Along a line of $n$ pixels, with `padding` zeros on **each** side, walks a kernel of size `kernel`, `stride` pixels at
# a time. It starts at the left end and stops before it leaves the line. The positions are
#
# $$n' = \left\lfloor \frac{n + 2 \cdot \text{padding} - \text{kernel}}{\text{stride}} \right\rfloor + 1 .$$
#
# A last window that does not fit whole does not count.
#
# > **Python that you need here.** `//` divides and rounds down: `7 // 2` is `3`.
#
# **By hand.** $n = 6$, kernel 3, stride 2, no zeros: the kernel starts at 0 and at 2 (at 4 it would stick out), two
# windows: $\lfloor 3/2 \rfloor + 1 = 2$.


# %%
def output_size(n, kernel, stride=1, padding=0):
    """Quantas janelas cabem em uma linha. · How many windows fit into a line.

    n, kernel, stride, padding: inteiros · integers; kernel ≤ n + 2·padding
    Devolve um inteiro. · Returns an integer.
    """
    ### BEGIN SOLUTION
    return (n + 2 * padding - kernel) // stride + 1
    ### END SOLUTION


# %%
check(output_size)

# %% [markdown] lang="pt"
# ## 2. A convolução
#
# O filtro $f$ pousa em uma janela da imagem, e a saída naquele lugar é a soma dos produtos, por todos os canais, mais
# o viés:
#
# $$y_{f,i,j} = b_f + \sum_{c} \sum_{u=0}^{k_h-1} \sum_{v=0}^{k_w-1} K_{f,c,u,v}\; x_{c,\; i s + u,\; j s + v} ,$$
#
# em que $s$ é o passo e $x$ já tem os zeros em volta. O núcleo pousa **como está**: na matemática, isto se chama
# correlação cruzada; a convolução de lá vira o núcleo de cabeça para baixo. As redes não viram (o PyTorch também não):
# os pesos são aprendidos, e tanto faz.
#
# > **NumPy de que você precisa aqui.** `np.pad(A, ((0, 0), (1, 1), (1, 1)))` põe um zero de cada lado nos dois
# > últimos eixos de `A` e deixa o primeiro. `A[:, 2:4, 1:4]` são as linhas 2 e 3 e as colunas 1 a 3, em todos os
# > canais. E `np.sum(A, axis=(1, 2))` soma os eixos 1 e 2 e guarda o 0: com `A = np.ones((5, 2, 3))` dá cinco vezes
# > `6`.
#
# **À mão.** Um canal, um filtro: $x = \begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \end{pmatrix}$, $K = \begin{pmatrix} 1 &
# -1 \\ 0 & 2 \end{pmatrix}$, $b = 1$. As duas janelas dão $1 - 2 + 0 + 2 + 1 = 2$ e $2 - 0 + 0 + 6 + 1 = 9$.

# %% [markdown] lang="en"
# ## 2. Convolution
#
# Filter $f$ is laid on a window of the image, and the output there is the sum of the products, over all channels, plus
# the bias:
#
# $$y_{f,i,j} = b_f + \sum_{c} \sum_{u=0}^{k_h-1} \sum_{v=0}^{k_w-1} K_{f,c,u,v}\; x_{c,\; i s + u,\; j s + v} ,$$
#
# where $s$ is the stride and $x$ has its zeros around it already. The kernel is laid on **as it is**: mathematics calls
# this cross-correlation; the convolution there turns the kernel over. Networks do not (nor does PyTorch): the weights
# are learnt, and it makes no difference.
#
# > **NumPy that you need here.** `np.pad(A, ((0, 0), (1, 1), (1, 1)))` puts a zero on each side of the last two axes of
# > `A` and leaves the first. `A[:, 2:4, 1:4]` are the rows 2 and 3 and the columns 1 to 3, in all channels. And
# > `np.sum(A, axis=(1, 2))` sums over the axes 1 and 2 and keeps 0: with `A = np.ones((5, 2, 3))` it gives `6` five
# > times.
#
# **By hand.** One channel, one filter: $x = \begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \end{pmatrix}$, $K =
# \begin{pmatrix} 1 & -1 \\ 0 & 2 \end{pmatrix}$, $b = 1$. The two windows give $1 - 2 + 0 + 2 + 1 = 2$ and $2 - 0 + 0
# + 6 + 1 = 9$.


# %%
def conv2d(x, K, b, stride=1, padding=0):
    """A convolução de uma imagem com vários filtros. · The convolution of an image with several filters.

    x: (C, H, W); K: (F, C, kh, kw); b: (F,)
    stride: o passo, nos dois sentidos · in both directions; padding: zeros em volta · zeros around
    Devolve · Returns (F, H′, W′).
    """
    ### BEGIN SOLUTION
    F, _, kh, kw = K.shape
    height = output_size(x.shape[1], kh, stride, padding)
    width = output_size(x.shape[2], kw, stride, padding)
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    y = np.zeros((F, height, width))
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            window = padded[:, top : top + kh, left : left + kw]
            y[:, i, j] = np.sum(K * window, axis=(1, 2, 3)) + b
    return y
    ### END SOLUTION


# %%
check(conv2d)

# %% [markdown] lang="pt"
# Dois núcleos feitos à mão deslizam por um dígito. Um responde onde o cinza muda da esquerda para a direita, o outro
# onde muda de cima para baixo. Cada saída se chama **mapa de características**. Azul é positivo e vermelho, negativo.

# %% [markdown] lang="en"
# Two kernels made by hand move over a digit. One answers where the grey changes from left to right, the other where it
# changes from top to bottom. Each output is called a **feature map**. Blue is positive and red is negative.

# %% tags=["demo"]
import matplotlib.pyplot as plt

data = digits()
if data is None:
    print(NO_DATA)
elif conv2d(np.ones((1, 3, 3)), EDGES, np.zeros(2)) is None:
    print(NOT_YET)
else:
    digit = data[0][data[1] == 7][0]
    maps = conv2d(digit[None], EDGES, np.zeros(2))
    fig, axes = plt.subplots(1, 5, figsize=(7.5, 1.9), layout="constrained")
    show(axes[0], digit, "dígito · digit")
    for i, name in enumerate(["vertical", "horizontal"]):
        axes[1 + 2 * i].imshow(EDGES[i, 0], cmap="RdBu", vmin=-0.5, vmax=0.5)
        axes[1 + 2 * i].set_title(f"núcleo · kernel\n{name}", fontsize=9)
        axes[2 + 2 * i].imshow(maps[i], cmap="RdBu", vmin=-1.5, vmax=1.5)
        axes[2 + 2 * i].set_title("mapa · map", fontsize=9)
    for ax in axes:
        ax.axis("off")

# %% [markdown] lang="pt"
# ## 3. As janelas em colunas
#
# Uma convolução com passo 1 e sem zeros é um produto de matrizes, se as janelas ficarem lado a lado: a coluna de cada
# uma tem os seus $C \cdot k_h \cdot k_w$ números, canal por canal e, em cada um, linha por linha. As janelas vêm na
# ordem da leitura, linha por linha. Com `U = unfold(x, kh, kw)`,
#
# $$Y = K_{\text{linhas}}\, U + b, \qquad K_{\text{linhas}} = \texttt{K.reshape(F, -1)} .$$
#
# É assim que as bibliotecas a calculam: um produto grande é muito mais rápido do que um laço.
#
# > **NumPy de que você precisa aqui.** `A.ravel()` desenrola um array em um vetor, com o último eixo correndo mais
# > depressa: `np.array([[1, 2], [3, 4]]).ravel()` é `[1, 2, 3, 4]`. Uma lista de vetores vira as **linhas** de
# > `np.array(lista)`; com `.T`, as colunas.
#
# **À mão.** O $x$ de antes, com janelas $2 \times 2$: as colunas são $(1, 2, 0, 1)$ e $(2, 0, 1, 3)$.

# %% [markdown] lang="en"
# ## 3. The windows as columns
#
# A convolution of stride 1 without zeros is a product of matrices, if the windows stand side by side: the column of
# each has its $C \cdot k_h \cdot k_w$ numbers, channel by channel and, in each, row by row. The windows come in the
# order of reading, row by row. With `U = unfold(x, kh, kw)`,
#
# $$Y = K_{\text{rows}}\, U + b, \qquad K_{\text{rows}} = \texttt{K.reshape(F, -1)} .$$
#
# This is how libraries work it out: one large product is much faster than a loop.
#
# > **NumPy that you need here.** `A.ravel()` rolls an array out into a vector, with the last axis running fastest:
# > `np.array([[1, 2], [3, 4]]).ravel()` is `[1, 2, 3, 4]`. A list of vectors becomes the **rows** of
# > `np.array(list)`; with `.T`, the columns.
#
# **By hand.** The $x$ from before, with windows of $2 \times 2$: the columns are $(1, 2, 0, 1)$ and $(2, 0, 1, 3)$.


# %%
def unfold(x, kh, kw):
    """Cada janela como uma coluna. · Each window as a column.

    x: (C, H, W); kh, kw: altura e largura da janela · height and width of the window
    Devolve (C·kh·kw, H′·W′): em cada coluna, canal, linha, coluna; janelas linha por linha.
    Returns (C·kh·kw, H′·W′): in each column channel, row, column; windows row by row.
    """
    ### BEGIN SOLUTION
    rows, columns = output_size(x.shape[1], kh), output_size(x.shape[2], kw)
    windows = [x[:, i : i + kh, j : j + kw].ravel() for i in range(rows) for j in range(columns)]
    return np.array(windows).T
    ### END SOLUTION


# %%
check(unfold)

# %% [markdown] lang="pt"
# ## 4. De volta pela convolução
#
# Chega $dy$ $(F, H', W')$. Cada saída é uma soma de produtos, e na volta cada fator recebe o outro vezes o gradiente
# daquela saída. Um peso participou de **todas** as janelas, e um pixel, de várias: some tudo o que chega.
#
# $$dK_f = \sum_{i,j} dy_{f,i,j}\; x_{\text{janela } i,j}, \qquad
# dx_{\text{janela } i,j} \mathrel{+}= \sum_f dy_{f,i,j}\; K_f, \qquad
# db_f = \sum_{i,j} dy_{f,i,j} .$$
#
# O $dx$ se junta na imagem **com os zeros em volta**, e no fim eles são cortados. Um pixel a que nenhuma janela chega
# fica com 0.
#
# > **NumPy de que você precisa aqui.** `g[:, None, None, None]` dá a um vetor $(F,)$ o formato $(F, 1, 1, 1)$, que
# > multiplica um array $(F, C, k_h, k_w)$ filtro por filtro. `A[:, 1:3, 0:2] += B` soma a um pedaço de um array
# > **seu**. Comece-o com `np.zeros(A.shape)`, que é de números reais: `np.zeros_like(A)` seria de inteiros se `A` o
# > for.
#
# **À mão.** O $x$ e o $K$ da seção 2, com $dy = (1,\ 2)$: $dK = 1 \cdot \begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}
# + 2 \cdot \begin{pmatrix} 2 & 0 \\ 1 & 3 \end{pmatrix} = \begin{pmatrix} 5 & 2 \\ 2 & 7 \end{pmatrix}$, $db = 3$ e
# $dx = \begin{pmatrix} 1 & -1 + 2 & -2 \\ 0 & 2 + 0 & 4 \end{pmatrix} = \begin{pmatrix} 1 & 1 & -2 \\ 0 & 2 & 4
# \end{pmatrix}$.

# %% [markdown] lang="en"
# ## 4. Back through the convolution
#
# $dy$ $(F, H', W')$ arrives. Each output is a sum of products, and on the way back each factor gets the other one times
# that output's gradient. A weight took part in **all** windows, and a pixel in several: add up everything that arrives.
#
# $$dK_f = \sum_{i,j} dy_{f,i,j}\; x_{\text{window } i,j}, \qquad
# dx_{\text{window } i,j} \mathrel{+}= \sum_f dy_{f,i,j}\; K_f, \qquad
# db_f = \sum_{i,j} dy_{f,i,j} .$$
#
# $dx$ is gathered on the image **with its zeros around it**, and at the end these are cut off. A pixel that no window
# reaches keeps 0.
#
# > **NumPy that you need here.** `g[:, None, None, None]` gives a vector $(F,)$ the shape $(F, 1, 1, 1)$, which
# > multiplies an array $(F, C, k_h, k_w)$ filter by filter. `A[:, 1:3, 0:2] += B` adds to a piece of an array of
# > **yours**. Start it by `np.zeros(A.shape)`, which holds floats: `np.zeros_like(A)` would hold integers if `A` does.
#
# **By hand.** The $x$ and $K$ of section 2, with $dy = (1,\ 2)$: $dK = 1 \cdot \begin{pmatrix} 1 & 2 \\ 0 & 1
# \end{pmatrix} + 2 \cdot \begin{pmatrix} 2 & 0 \\ 1 & 3 \end{pmatrix} = \begin{pmatrix} 5 & 2 \\ 2 & 7
# \end{pmatrix}$, $db = 3$ and $dx = \begin{pmatrix} 1 & -1 + 2 & -2 \\ 0 & 2 + 0 & 4 \end{pmatrix} = \begin{pmatrix}
# 1 & 1 & -2 \\ 0 & 2 & 4 \end{pmatrix}$.


# %%
def conv2d_backward(x, K, dy, stride=1, padding=0):
    """Os gradientes de conv2d. · The gradients of conv2d.

    x: (C, H, W); K: (F, C, kh, kw); dy: (F, H′, W′), o gradiente que chega à saída · that arrives at the output
    Devolve (dx, dK, db), nos formatos de x, K e b. · Returns (dx, dK, db), of the shapes of x, K and b.
    """
    ### BEGIN SOLUTION
    _, _, kh, kw = K.shape
    padded = np.pad(x, ((0, 0), (padding, padding), (padding, padding)))
    dpadded, dK = np.zeros(padded.shape), np.zeros(K.shape)
    for i in range(dy.shape[1]):
        for j in range(dy.shape[2]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            g = dy[:, i, j][:, None, None, None]
            dK += g * padded[:, rows, columns]
            dpadded[:, rows, columns] += np.sum(g * K, axis=0)
    dx = dpadded[:, padding : padding + x.shape[1], padding : padding + x.shape[2]]
    return dx, dK, dy.sum(axis=(1, 2))
    ### END SOLUTION


# %%
check(conv2d_backward)

# %% [markdown] lang="pt"
# ## 5. Resumir uma janela
#
# O **pooling** corta a imagem em janelas `size` por `size`, lado a lado, e fica com um número de cada: o maior, ou a
# média. A imagem encolhe, e um traço que anda um pixel muda menos a saída. Cada canal é resumido por si, e $H$ e $W$
# são múltiplos de `size`.
#
# Na volta, o máximo manda o gradiente só ao pixel que venceu; em um empate, qualquer divisão que some $dy$ vale. A
# média manda a todos a mesma parte, $dy / \text{size}^2$.
#
# > **NumPy de que você precisa aqui.** Com laços, a janela $(i, j)$ do canal $c$ é `x[c, i * size : (i + 1) * size, j
# > * size : (j + 1) * size]`; `np.unravel_index(np.argmax(A), A.shape)` diz em que linha e coluna de `A` está o
# > maior. Sem laços, `A.reshape(2, 3, 4)` reparte os mesmos números em outros eixos, na mesma ordem:
# > `np.arange(24).reshape(2, 3, 4)[1, 0]` é `[12, 13, 14, 15]`.
#
# **À mão.** $x = \begin{pmatrix} 1 & 4 & 0 & 2 \\ 3 & 2 & 5 & 1 \end{pmatrix}$, `size` 2: máximos $(4,\ 5)$, médias
# $(2{,}5;\ 2)$. Com $dy = (10,\ 8)$, o máximo devolve $\begin{pmatrix} 0 & 10 & 0 & 0 \\ 0 & 0 & 8 & 0 \end{pmatrix}$
# e a média, $\begin{pmatrix} 2{,}5 & 2{,}5 & 2 & 2 \\ 2{,}5 & 2{,}5 & 2 & 2 \end{pmatrix}$.

# %% [markdown] lang="en"
# ## 5. Summing a window up
#
# **Pooling** cuts the image into windows of `size` by `size`, side by side, and keeps one number of each: the
# largest, or the mean. The image shrinks, and a stroke that moves by a pixel changes the output less. Each channel is
# summed up by itself, and $H$ and $W$ are multiples of `size`.
#
# On the way back the maximum sends the gradient only to the pixel that won; at a tie any split that adds up to $dy$ is
# right. The mean sends everyone the same share, $dy / \text{size}^2$.
#
# > **NumPy that you need here.** With loops, window $(i, j)$ of channel $c$ is `x[c, i * size : (i + 1) * size, j *
# > size : (j + 1) * size]`; `np.unravel_index(np.argmax(A), A.shape)` says in which row and column of `A` the largest
# > is. Without loops, `A.reshape(2, 3, 4)` divides the same numbers among other axes, in the same order:
# > `np.arange(24).reshape(2, 3, 4)[1, 0]` is `[12, 13, 14, 15]`.
#
# **By hand.** $x = \begin{pmatrix} 1 & 4 & 0 & 2 \\ 3 & 2 & 5 & 1 \end{pmatrix}$, `size` 2: maxima $(4,\ 5)$, means
# $(2.5,\ 2)$. With $dy = (10,\ 8)$ the maximum gives back $\begin{pmatrix} 0 & 10 & 0 & 0 \\ 0 & 0 & 8 & 0
# \end{pmatrix}$ and the mean $\begin{pmatrix} 2.5 & 2.5 & 2 & 2 \\ 2.5 & 2.5 & 2 & 2 \end{pmatrix}$.


# %%
def max_pool2d(x, size):
    """O maior pixel de cada janela. · The largest pixel of each window.

    x: (C, H, W), com H e W múltiplos de size · with H and W multiples of size
    Devolve · Returns (C, H/size, W/size).
    """
    ### BEGIN SOLUTION
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).max(axis=(2, 4))
    ### END SOLUTION


# %%
check(max_pool2d)


# %%
def max_pool2d_backward(x, size, dy):
    """O gradiente de max_pool2d. · The gradient of max_pool2d.

    x: (C, H, W); dy: (C, H/size, W/size), o gradiente que chega à saída · that arrives at the output
    Devolve dx, no formato de x; em um empate, qualquer divisão que some dy.
    Returns dx, of the shape of x; at a tie any split that adds up to dy.
    """
    ### BEGIN SOLUTION

    def spread(a):
        return np.repeat(np.repeat(a, size, axis=1), size, axis=2)

    C, H, W = x.shape
    winners = x == spread(max_pool2d(x, size))
    count = winners.reshape(C, H // size, size, W // size, size).sum(axis=(2, 4))
    return winners * spread(dy / count)
    ### END SOLUTION


# %%
check(max_pool2d_backward)


# %%
def average_pool2d(x, size):
    """A média de cada janela. · The mean of each window.

    x: (C, H, W), com H e W múltiplos de size · with H and W multiples of size
    Devolve · Returns (C, H/size, W/size).
    """
    ### BEGIN SOLUTION
    C, H, W = x.shape
    return x.reshape(C, H // size, size, W // size, size).mean(axis=(2, 4))
    ### END SOLUTION


# %%
check(average_pool2d)


# %%
def average_pool2d_backward(dy, size):
    """O gradiente de average_pool2d. · The gradient of average_pool2d.

    dy: (C, H/size, W/size), o gradiente que chega à saída · that arrives at the output
    Devolve dx, (C, H, W). · Returns dx, (C, H, W).
    """
    ### BEGIN SOLUTION
    return np.repeat(np.repeat(dy, size, axis=1), size, axis=2) / size**2
    ### END SOLUTION


# %%
check(average_pool2d_backward)

# %% [markdown] lang="pt"
# O mesmo traço, e o mesmo traço um pixel à direita. As imagens diferem em 16 pixels; depois do máximo, com `size` 2,
# nem sempre se vê alguma diferença: depende de o traço mudar ou não de janela. Troque o `place = 4` por `place = 5`.

# %% [markdown] lang="en"
# The same stroke, and the same stroke one pixel to the right. The images differ in 16 pixels; after the maximum, with
# `size` 2, there is not always a difference to be seen: that depends on whether the stroke changes windows. Change
# `place = 4` into `place = 5`.

# %% tags=["demo"]
import matplotlib.pyplot as plt

if max_pool2d(np.ones((1, 2, 2)), 2) is None or average_pool2d(np.ones((1, 2, 2)), 2) is None:
    print(NOT_YET)
else:
    place = 4
    fig, axes = plt.subplots(2, 3, figsize=(5.4, 3.6), layout="constrained")
    for row, column in zip(axes, (place, place + 1), strict=True):
        image = np.zeros((1, 8, 10))
        image[0, :, column] = 1.0
        show(row[0], image[0], f"traço em · stroke at {column}", 0, 1)
        show(row[1], max_pool2d(image, 2)[0], "máximo · maximum", 0, 1)
        show(row[2], average_pool2d(image, 2)[0], "média · mean", 0, 1)

# %% [markdown] lang="pt"
# **Para pensar.** Por que o máximo serve melhor para dizer *se* há uma borda em algum lugar da janela, e a média para
# dizer *quanto* dela há?

# %% [markdown] lang="en"
# **Something to think about.** Why does the maximum serve better to say *whether* there is an edge somewhere in the
# window, and the mean to say *how much* of it there is?

# %% [markdown] lang="pt"
# *Sua resposta:* …

# %% [markdown] lang="en"
# *Your answer:* …

# %% [markdown] lang="pt"
# ## 6. Uma rede que lê dígitos
#
# Doze filtros $3 \times 3$, ReLU, máximo $2 \times 2$ e uma camada linear: $12 \cdot 9 + 12$ e $108 \cdot 10 + 10$, ao
# todo 1210 pesos. Ao lado, um MLP com outros tantos: 16 unidades ocultas, $64 \cdot 16 + 16$ e $16 \cdot 10 + 10$. Os
# dois veem os mesmos 300 dígitos [2], a CNN 20 vezes e o MLP 40, e são medidos em 1497 que nunca viram. Com oito
# sementes diferentes no lugar do 0, a CNN acertou de 95,3 a 96,3 % e o MLP, de 94,1 a 95,1 %.
#
# As janelas de todas as imagens saem da sua `unfold`; o máximo e a volta por ele são os seus, com um canal para cada
# imagem e filtro. Embaixo, à esquerda os dois núcleos feitos à mão, e ao lado os filtros que a rede aprendeu.

# %% [markdown] lang="en"
# ## 6. A network that reads digits
#
# Twelve filters of $3 \times 3$, ReLU, a maximum of $2 \times 2$ and a linear layer: $12 \cdot 9 + 12$ and $108 \cdot
# 10 + 10$, 1210 weights in all. Beside it an MLP with as many: 16 hidden units, $64 \cdot 16 + 16$ and $16 \cdot 10 +
# 10$. Both see the same 300 digits [2], the CNN 20 times and the MLP 40, and are measured on 1497 that they have never
# seen. With eight different seeds in place of the 0 the CNN got from 95.3 to 96.3 % of them right, and the MLP from
# 94.1 to 95.1 %.
#
# The windows of all images come from your `unfold`; the maximum and the way back through it are yours, with a channel
# for each image and filter. Below, on the left, are the two kernels made by hand, and beside them the filters that the
# network has learnt.

# %% tags=["demo"]
import matplotlib.pyplot as plt

FILTERS = 12


def errors(Z, y):
    """O gradiente da entropia cruzada nos logits. · The gradient of the cross-entropy at the logits."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True) - np.eye(10)[y]) / len(Z)


def features(U, K, b):
    """Filtros, ReLU e máximo, para muitas imagens de uma vez. · Filters, ReLU and maximum, for many images at once."""
    R = np.maximum(K @ U + b[:, None], 0).reshape(-1, 6, 6)
    return R, max_pool2d(R, 2).reshape(len(U), -1)


def train_cnn(U, y, rng, epochs=20):
    """Uma camada de filtros e uma linear. · A layer of filters and a linear one."""
    K, b = rng.normal(0, np.sqrt(2 / 9), (FILTERS, 9)), np.zeros(FILTERS)
    W, c = rng.normal(0, np.sqrt(2 / (9 * FILTERS)), (10, 9 * FILTERS)), np.zeros(10)
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(U)), len(U) // 20):
            R, P = features(U[batch], K, b)
            dZ = errors(P @ W.T + c, y[batch])
            dR = max_pool2d_backward(R, 2, (dZ @ W).reshape(-1, 3, 3)) * (R > 0)
            dR = dR.reshape(len(batch), FILTERS, 36)
            W, c = W - 0.3 * dZ.T @ P, c - 0.3 * dZ.sum(axis=0)
            K = K - 0.3 * np.einsum("nfp,nkp->fk", dR, U[batch])
            b = b - 0.3 * dR.sum(axis=(0, 2))
    return K, b, W, c


def train_mlp(X, y, rng, hidden=16, epochs=40):
    """Uma camada oculta de tanh. · A hidden layer of tanh."""
    W1, b1 = rng.normal(0, np.sqrt(2 / 64), (hidden, 64)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), (10, hidden)), np.zeros(10)
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), len(X) // 20):
            H = np.tanh(X[batch] @ W1.T + b1)
            dZ = errors(H @ W2.T + b2, y[batch])
            dA = dZ @ W2 * (1 - H**2)
            W2, b2 = W2 - 0.3 * dZ.T @ H, b2 - 0.3 * dZ.sum(axis=0)
            W1, b1 = W1 - 0.3 * dA.T @ X[batch], b1 - 0.3 * dA.sum(axis=0)
    return W1, b1, W2, b2


data = digits()
tried = [unfold(np.ones((1, 3, 3)), 3, 3), max_pool2d(np.ones((1, 2, 2)), 2)]
tried.append(max_pool2d_backward(np.ones((1, 2, 2)), 2, np.ones((1, 1, 1))))
if data is None:
    print(NO_DATA)
elif any(answer is None for answer in tried):
    print(NOT_YET)
else:
    images, y = data
    U = np.array([unfold(image[None], 3, 3) for image in images])
    learn, unseen, seed = slice(300), slice(300, None), 0
    K, b, W, c = train_cnn(U[learn], y[learn], np.random.default_rng(seed))
    _, P = features(U[unseen], K, b)
    pixels = images.reshape(-1, 64)
    W1, b1, W2, b2 = train_mlp(pixels[learn], y[learn], np.random.default_rng(seed))
    H = np.tanh(pixels[unseen] @ W1.T + b1)
    right = [np.mean(np.argmax(Z, axis=1) == y[unseen]) for Z in (P @ W.T + c, H @ W2.T + b2)]
    fig, axes = plt.subplots(2, 1 + FILTERS // 2, figsize=(7.5, 2.9), layout="constrained")
    for row, hand, learnt in zip(axes, EDGES[:, 0], K.reshape(2, -1, 3, 3), strict=True):
        for ax, kernel, size in zip(row, [hand, *learnt], [0.5] + [1.5] * len(learnt), strict=True):
            ax.imshow(kernel, cmap="RdBu", vmin=-size, vmax=size)
            ax.axis("off")
    axes[0, 0].set_title("à mão\nby hand", fontsize=9)
    axes[0, 1].set_title("aprendidos\nlearnt", fontsize=9)
    fig.suptitle(f"CNN: {right[0]:.1%}   MLP: {right[1]:.1%}", fontsize=10)

# %% tags=["demo"]
# Quais funções já passam nas verificações públicas · Which functions pass the public checks by now
degrau.progress()

# %% [markdown] lang="pt"
# ## O que fica
#
# - Uma convolução é a mesma camada linear, pousada em cada janela da imagem.
# - Na volta, tudo se soma: um peso serviu a todas as janelas, um pixel a várias.
# - O pooling resume: a saída muda menos quando a imagem anda um pouco.
# - Com os mesmos pesos em todo lugar, aprende-se mais de poucos exemplos.
#
# No próximo notebook, `10_embeddings`, o que se aprende são as próprias entradas: um vetor para cada palavra.
#
# ### Referências
#
# 1. Y. LeCun, L. Bottou, Y. Bengio e P. Haffner (1998). Gradient-based learning applied to document recognition.
#    *Proceedings of the IEEE*, 86(11), 2278–2324.
# 2. E. Alpaydin e C. Kaynak (1998). Optical recognition of handwritten digits. *UCI Machine Learning Repository*.

# %% [markdown] lang="en"
# ## What to take away
#
# - A convolution is the same linear layer, laid on every window of the image.
# - On the way back everything adds up: a weight served all windows, a pixel several.
# - Pooling sums up: the output changes less when the image moves a little.
# - With the same weights everywhere one learns more from few examples.
#
# In the next notebook, `10_embeddings`, what is learnt are the inputs themselves: a vector for each word.
#
# ### References
#
# 1. Y. LeCun, L. Bottou, Y. Bengio and P. Haffner (1998). Gradient-based learning applied to document recognition.
#    *Proceedings of the IEEE*, 86(11), 2278–2324.
# 2. E. Alpaydin and C. Kaynak (1998). Optical recognition of handwritten digits. *UCI Machine Learning Repository*.
