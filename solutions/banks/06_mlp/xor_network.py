"""Answers to xor_network: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("xor_network")
def or_but_not_and():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, -1.0]]), np.array([-0.5])


@right("xor_network")
def one_or_the_other():
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -0.5]), np.array([[1.0, 1.0]]), np.array([-0.5])


@right("xor_network")
def or_and_nand():
    return [[1, 1], [-1, -1]], [-0.5, 1.5], [[1, 1]], [-1.5]


@right("xor_network")
def exactly_on_the_line():
    return np.array([[1, 1], [1, 1]]), np.array([-1, -2]), np.array([[1, -2]]), np.array([-1])


@right("xor_network")
def not_the_same():
    return np.array([[2.0, 2.0], [-2.0, -2.0]]), np.array([-3.0, 1.0]), np.array([[-1.0, -1.0]]), np.array([0.5])


@wrong(
    "xor_network",
    pt=(
        "Conta com z > 0",
        "A sua rede precisa que a unidade fique apagada quando a soma é exatamente zero. O degrau do curso acende "
        "em z ≥ 0: afaste as fronteiras dos pontos.",
    ),
    en=(
        "Counts on z > 0",
        "Your network needs the unit to be off when the sum is exactly zero. The course's step turns on at z ≥ 0: "
        "move the boundaries off the points.",
    ),
)
def strictly_above():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0]), np.array([[1.0, -1.0]]), np.array([0.0])


@wrong(
    "xor_network",
    pt=(
        "Porta OU no lugar do XOR",
        "A sua rede responde 1 também quando as duas entradas são 1. O XOR é um ou o outro, mas não os dois.",
    ),
    en=(
        "OR gate in place of XOR",
        "Your network answers 1 when both inputs are 1, too. XOR is one or the other, but not both.",
    ),
)
def or_gate():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, 0.0]]), np.array([-0.5])


@wrong(
    "xor_network",
    pt=(
        "Porta E no lugar do XOR",
        "A sua rede responde 1 só quando as duas entradas são 1: a saída só ouve a unidade “as duas”.",
    ),
    en=(
        "AND gate in place of XOR",
        "Your network answers 1 only when both inputs are 1: the output listens to the unit “both” only.",
    ),
)
def and_gate():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[0.0, 1.0]]), np.array([-0.5])


@wrong(
    "xor_network",
    pt=(
        "O contrário do XOR",
        "A sua rede responde 1 quando as entradas são iguais. Os sinais da saída estão trocados.",
    ),
    en=(
        "The opposite of XOR",
        "Your network answers 1 when the inputs are equal. The signs at the output are flipped.",
    ),
)
def xnor():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[-1.0, 1.0]]), np.array([0.5])


@wrong(
    "xor_network",
    pt=(
        "A saída soma as duas",
        "A saída somou as unidades “pelo menos uma” e “as duas”. A segunda deve ser descontada da primeira: quando ela "
        "acende, a resposta é 0.",
    ),
    en=(
        "The output adds both",
        "The output added the units “at least one” and “both”. The second must be taken off the first: when it is on, "
        "the answer is 0.",
    ),
)
def output_added_up():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, 1.0]]), np.array([-1.5])


@wrong(
    "xor_network",
    pt=(
        "Uma entrada para cada unidade",
        "Uma unidade vê só a primeira entrada e a outra, só a segunda: a camada oculta apenas repete as entradas. À "
        "saída sobra uma única reta, que não separa o XOR.",
    ),
    en=(
        "One input each",
        "One unit sees the first input only and the other the second only: the hidden layer just repeats the inputs. "
        "The output is left with a single line, which does not separate XOR.",
    ),
)
def only_first_input():
    return np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([-0.5, -0.5]), np.array([[1.0, 1.0]]), np.array([-0.5])


@wrong(
    "xor_network",
    pt=(
        "Sem vieses",
        "Com todos os vieses em zero, as fronteiras passam pela origem. Lá a soma é zero com quaisquer pesos, e a "
        "unidade acende.",
    ),
    en=(
        "No biases",
        "With all biases at zero the boundaries go through the origin. There the sum is zero for any weights, and the "
        "unit turns on.",
    ),
)
def no_biases():
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.zeros(2), np.array([[1.0, 1.0]]), np.zeros(1)


@wrong(
    "xor_network",
    pt=(
        "W2 sem a sua linha",
        "A camada de saída tem uma unidade, e W2 o formato (1, 2): uma linha. A sua é um vetor.",
    ),
    en=(
        "W2 without its row",
        "The output layer has one unit, and W2 the shape (1, 2): one row. Yours is a vector.",
    ),
)
def flat_output():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([1.0, -1.0]), np.array([-0.5])


@wrong(
    "xor_network",
    pt=(
        "Acerta três cantos",
        "Uma das unidades ocultas nunca acende: em nenhum canto a soma vence o viés dela. A rede fica com uma única "
        "reta, que não separa o XOR.",
    ),
    en=(
        "Three corners right",
        "One of the hidden units is never on: at no corner does its sum overcome its bias. The network is left with a "
        "single line, which does not separate XOR.",
    ),
)
def half_right():
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, 1.0]]), np.array([-0.5])
