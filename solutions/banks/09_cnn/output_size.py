"""Answers to output_size: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("output_size")
def counted(n, kernel, stride=1, padding=0):
    return len(range(0, n + 2 * padding - kernel + 1, stride))


@right("output_size")
def walked(n, kernel, stride=1, padding=0):
    count, start = 0, -padding
    while start + kernel <= n + padding:
        count += 1
        start += stride
    return count


@right("output_size")
def rounded_down(n, kernel, stride=1, padding=0):
    return np.floor((n + 2 * padding - kernel) / stride) + 1


@right("output_size")
def one_division(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel + stride) // stride


@wrong(
    "output_size",
    pt=(
        "Sem o mais um",
        "A conta diz quantas vezes o núcleo pode andar. A posição em que ele começa também conta.",
    ),
    en=(
        "Without the plus one",
        "The formula says how often the kernel can move on. The position where it starts counts as well.",
    ),
)
def one_short(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) // stride


@wrong(
    "output_size",
    pt=(
        "Zeros de um lado só",
        "Os zeros entraram uma vez. Eles estão dos dois lados.",
    ),
    en=(
        "Zeros on one side only",
        "The zeros entered once. They are on both sides.",
    ),
)
def one_side(n, kernel, stride=1, padding=0):
    return (n + padding - kernel) // stride + 1


@wrong(
    "output_size",
    pt=(
        "Sem os zeros",
        "O que `padding` acrescenta não entrou na conta.",
    ),
    en=(
        "Without the zeros",
        "What `padding` adds did not enter.",
    ),
)
def no_padding(n, kernel, stride=1, padding=0):
    return (n - kernel) // stride + 1


@wrong(
    "output_size",
    pt=(
        "Sem o passo",
        "O núcleo andou de um em um: o passo não entrou na conta.",
    ),
    en=(
        "Without the stride",
        "The kernel walked one by one: the stride did not enter.",
    ),
)
def no_stride(n, kernel, stride=1, padding=0):
    return n + 2 * padding - kernel + 1


@wrong(
    "output_size",
    pt=(
        "Arredondou para cima",
        "Uma última janela que não cabe inteira foi contada.",
    ),
    en=(
        "Rounded up",
        "A last window that does not fit whole was counted.",
    ),
)
def rounded_up(n, kernel, stride=1, padding=0):
    return -(-(n + 2 * padding - kernel) // stride) + 1


@wrong(
    "output_size",
    pt=(
        "Sem arredondar",
        "O resultado ficou com a fração. Não há meia janela.",
    ),
    en=(
        "Without rounding",
        "The result kept its fraction. There is no half window.",
    ),
)
def not_rounded(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) / stride + 1


@wrong(
    "output_size",
    pt=(
        "O mais um antes de dividir",
        "O 1 foi somado antes de dividir pelo passo: só com passo 1 dá no mesmo.",
    ),
    en=(
        "The plus one before the division",
        "The 1 was added before dividing by the stride: only with stride 1 is that the same.",
    ),
)
def added_first(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel + 1) // stride


@wrong(
    "output_size",
    pt=(
        "Ao inteiro mais próximo",
        "O quociente foi arredondado ao inteiro mais próximo, e não para baixo.",
    ),
    en=(
        "To the nearest integer",
        "The quotient was rounded to the nearest integer, and not down.",
    ),
)
def nearest(n, kernel, stride=1, padding=0):
    return round((n + 2 * padding - kernel) / stride) + 1


@wrong(
    "output_size",
    pt=(
        "O tamanho que não muda",
        "Isto é o tamanho com zeros que bastem para a imagem não encolher. Aqui `padding` diz quantos há.",
    ),
    en=(
        "The size that does not change",
        "This is the size with enough zeros for the image not to shrink. Here `padding` says how many there are.",
    ),
)
def same_size(n, kernel, stride=1, padding=0):
    return -(-n // stride)
