"""Answers to xor_network: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.authoring.bank import right, wrong


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
        "OU no lugar de XOR",
        "A sua rede responde 1 também quando as duas entradas são 1. O XOR é um ou o outro, mas não os dois.",
    ),
    en=(
        "OR in place of XOR",
        "Your network answers 1 when both inputs are 1, too. XOR is one or the other, but not both.",
    ),
)
def or_gate():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, 0.0]]), np.array([-0.5])


@wrong(
    "xor_network",
    pt=(
        "E no lugar de XOR",
        "A sua rede responde 1 só quando as duas entradas são 1.",
    ),
    en=(
        "AND in place of XOR",
        "Your network answers 1 only when both inputs are 1.",
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
        "As unidades ocultas são OU e E, e a saída somou as duas. É preciso descontar o E: quando ele acende, o OU "
        "não deve contar.",
    ),
    en=(
        "The output adds both",
        "The hidden units are OR and AND, and the output added them. AND must be taken off: when it is on, OR "
        "should not count.",
    ),
)
def output_added_up():
    return np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, 1.0]]), np.array([-1.5])


@wrong(
    "xor_network",
    pt=(
        "Só uma das entradas",
        "Uma unidade vê só a primeira entrada e a outra só a segunda, e a saída não tem como compará-las.",
    ),
    en=(
        "One input each",
        "One unit sees the first input only and the other the second only, and the output cannot compare them.",
    ),
)
def only_first_input():
    return np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([-0.5, -0.5]), np.array([[1.0, 1.0]]), np.array([-0.5])


@wrong(
    "xor_network",
    pt=(
        "Sem vieses",
        "Com todos os vieses em zero, as fronteiras passam pela origem, e lá a soma é zero para qualquer peso.",
    ),
    en=(
        "No biases",
        "With all biases at zero the boundaries go through the origin, and there the sum is zero for any weights.",
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
        "Uma das unidades nunca acende, e a rede acerta três dos quatro cantos. Uma única reta não separa o XOR.",
    ),
    en=(
        "Three corners right",
        "One of the units is never on, and the network gets three of the four corners right. A single line does not "
        "separate XOR.",
    ),
)
def half_right():
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -1.5]), np.array([[1.0, 1.0]]), np.array([-0.5])
