"""Answers to Value: right ones in several styles, and the mistakes that students make."""

import numpy as np

from degrau.pack.bank import right, wrong


@right("Value")
class Closures:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, Closures) else Closures(other)
        out = Closures(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Closures) else Closures(other)
        out = Closures(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = Closures(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, Closures) else Closures(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@right("Value")
class CountedUses:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, CountedUses) else CountedUses(other)
        out = CountedUses(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, CountedUses) else CountedUses(other)
        out = CountedUses(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = CountedUses(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, CountedUses) else CountedUses(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        uses, stack, seen = {}, [self], {id(self)}
        while stack:
            for child in stack.pop().children:
                uses[id(child)] = uses.get(id(child), 0) + 1
                if id(child) not in seen:
                    seen.add(id(child))
                    stack.append(child)
        self.grad, ready = 1.0, [self]
        while ready:
            node = ready.pop()
            node.pass_on()
            for child in node.children:
                uses[id(child)] -= 1
                if uses[id(child)] == 0:
                    ready.append(child)


@right("Value")
class NumberedAtBirth:
    count = 0

    def __init__(self, data, children=(), backward=lambda: None):
        self.data = float(data)
        self.grad = 0.0
        self.children = children
        self.pass_on = backward
        NumberedAtBirth.count += 1
        self.number = NumberedAtBirth.count

    def __add__(self, other):
        other = other if isinstance(other, NumberedAtBirth) else NumberedAtBirth(other)
        out = NumberedAtBirth(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, NumberedAtBirth) else NumberedAtBirth(other)
        out = NumberedAtBirth(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = NumberedAtBirth(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, NumberedAtBirth) else NumberedAtBirth(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        seen, stack = {id(self): self}, [self]
        while stack:
            for child in stack.pop().children:
                if id(child) not in seen:
                    seen[id(child)] = child
                    stack.append(child)
        self.grad = 1.0
        for node in sorted(seen.values(), key=lambda node: -node.number):
            node.pass_on()


@right("Value")
class OwnDivision:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, OwnDivision) else OwnDivision(other)
        out = OwnDivision(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, OwnDivision) else OwnDivision(other)
        out = OwnDivision(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = OwnDivision(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, OwnDivision) else OwnDivision(other)
        out = OwnDivision(self.data / other.data, (self, other))

        def pass_on():
            self.grad += out.grad / other.data
            other.grad -= out.grad * self.data / other.data**2

        out.pass_on = pass_on
        return out

    def __rtruediv__(self, other):
        return OwnDivision(other) / self

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(self.data if self.data > 0 else 0, 1 if self.data >= 0 else 0)

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@right("Value")
class DeepRecursion:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, DeepRecursion) else DeepRecursion(other)
        out = DeepRecursion(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, DeepRecursion) else DeepRecursion(other)
        out = DeepRecursion(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = DeepRecursion(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, DeepRecursion) else DeepRecursion(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        import sys

        sys.setrecursionlimit(100_000)
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for child in node.children:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "O gradiente é sobrescrito",
        "Quando um valor é usado em dois lugares, o segundo gradiente apaga o primeiro. As influências por "
        "todos os caminhos se somam.",
    ),
    en=(
        "The gradient is overwritten",
        "When a value is used in two places, the second gradient wipes out the first. The influences along "
        "all paths add up.",
    ),
)
class Overwrites:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, Overwrites) else Overwrites(other)
        out = Overwrites(self.data + other.data, (self, other))

        def pass_on():
            self.grad = out.grad
            other.grad = out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Overwrites) else Overwrites(other)
        out = Overwrites(self.data * other.data, (self, other))

        def pass_on():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = Overwrites(value, (self,))

        def pass_on():
            self.grad = slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, Overwrites) else Overwrites(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Ordem de visita errada",
        "Cada nó repassa o gradiente assim que é encontrado, às vezes antes de receber tudo o que lhe cabe. "
        "Um nó só pode repassar depois de todos os que o usam.",
    ),
    en=(
        "Wrong order of visit",
        "Each node passes its gradient on as soon as it is found, sometimes before it has received all of its "
        "own. A node can pass on only after everything that uses it.",
    ),
)
class PreOrder:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, PreOrder) else PreOrder(other)
        out = PreOrder(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, PreOrder) else PreOrder(other)
        out = PreOrder(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = PreOrder(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, PreOrder) else PreOrder(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        seen, queue = {id(self)}, [self]
        self.grad = 1.0
        while queue:
            node = queue.pop(0)
            node.pass_on()
            for child in node.children:
                if id(child) not in seen:
                    seen.add(id(child))
                    queue.append(child)


@wrong(
    "Value",
    pt=(
        "Repassa uma vez por caminho",
        "Um nó alcançado por dois caminhos repassa duas vezes, e na segunda repassa também o que já tinha "
        "passado. Cada nó repassa uma vez só, com o total.",
    ),
    en=(
        "Passes on once for each path",
        "A node reached along two paths passes on twice, and the second time it also passes on what it had already "
        "passed. Each node passes on once, with the total.",
    ),
)
class EveryPath:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, EveryPath) else EveryPath(other)
        out = EveryPath(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, EveryPath) else EveryPath(other)
        out = EveryPath(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = EveryPath(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, EveryPath) else EveryPath(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        self.grad = 1.0
        stack, steps = [self], 0
        while stack and steps < 20_000:
            node = stack.pop()
            node.pass_on()
            stack.extend(node.children)
            steps += 1


@wrong(
    "Value",
    pt=(
        "Recursão que não aguenta",
        "A visita chama a si mesma uma vez por nó, e uma cadeia longa esgota a pilha do Python. Redes de "
        "verdade têm milhares de nós em fila: percorra o grafo com um laço.",
    ),
    en=(
        "Recursion that gives out",
        "The visit calls itself once for each node, and a long chain exhausts Python's stack. Real networks have "
        "thousands of nodes in a row: walk the graph with a loop.",
    ),
)
class Recursive:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, Recursive) else Recursive(other)
        out = Recursive(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Recursive) else Recursive(other)
        out = Recursive(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = Recursive(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, Recursive) else Recursive(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for child in node.children:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "A saída ficou sem gradiente",
        "A derivada da saída em relação a ela mesma é 1, e é dela que tudo parte. Sem isso, todos os gradientes ficam "
        "em zero.",
    ),
    en=(
        "The output has no gradient",
        "The derivative of the output with respect to itself is 1, and everything starts from it. Without it all "
        "gradients stay at zero.",
    ),
)
class NoSeed:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, NoSeed) else NoSeed(other)
        out = NoSeed(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, NoSeed) else NoSeed(other)
        out = NoSeed(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = NoSeed(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, NoSeed) else NoSeed(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Partiu do valor da saída",
        "A volta começou com o valor da saída no lugar de 1. O que se propaga são inclinações, e a da saída "
        "em relação a ela mesma é 1, qualquer que seja o seu valor.",
    ),
    en=(
        "Started from the output's value",
        "The way back began with the output's value in place of 1. What is propagated are slopes, and that of the "
        "output with respect to itself is 1, whatever its value.",
    ),
)
class SeededWithData:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, SeededWithData) else SeededWithData(other)
        out = SeededWithData(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, SeededWithData) else SeededWithData(other)
        out = SeededWithData(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = SeededWithData(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, SeededWithData) else SeededWithData(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = self.data
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Cada fator recebe o próprio valor",
        "Na multiplicação, a inclinação em relação a um fator é o outro fator. Você usou o valor do próprio fator.",
    ),
    en=(
        "Each factor gets its own value",
        "In a product the slope with respect to one factor is the other factor. You used the factor's own value.",
    ),
)
class OwnFactor:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, OwnFactor) else OwnFactor(other)
        out = OwnFactor(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, OwnFactor) else OwnFactor(other)
        out = OwnFactor(self.data * other.data, (self, other))

        def pass_on():
            self.grad += self.data * out.grad
            other.grad += other.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = OwnFactor(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, OwnFactor) else OwnFactor(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Número menos valor, ao contrário",
        "Com o número à esquerda, 2 − a saiu como a − 2. O Python chama o método reverso do valor à direita, mas a "
        "ordem dos termos continua sendo a que foi escrita.",
    ),
    en=(
        "Number minus value, the wrong way round",
        "With the number on the left, 2 − a came out as a − 2. Python calls the reflected method of the value on the "
        "right, but the order of the terms stays as it was written.",
    ),
)
class SubtractionTheWrongWayRound:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, SubtractionTheWrongWayRound) else SubtractionTheWrongWayRound(other)
        out = SubtractionTheWrongWayRound(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, SubtractionTheWrongWayRound) else SubtractionTheWrongWayRound(other)
        out = SubtractionTheWrongWayRound(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = SubtractionTheWrongWayRound(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return self - other

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, SubtractionTheWrongWayRound) else SubtractionTheWrongWayRound(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Número sobre valor, ao contrário",
        "Com o número à esquerda, 2 / a saiu como a / 2. O método reverso recebe o numerador como argumento.",
    ),
    en=(
        "Number over value, the wrong way round",
        "With the number on the left, 2 / a came out as a / 2. The reflected method receives the numerator as "
        "its argument.",
    ),
)
class QuotientTheWrongWayRound:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, QuotientTheWrongWayRound) else QuotientTheWrongWayRound(other)
        out = QuotientTheWrongWayRound(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, QuotientTheWrongWayRound) else QuotientTheWrongWayRound(other)
        out = QuotientTheWrongWayRound(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = QuotientTheWrongWayRound(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, QuotientTheWrongWayRound) else QuotientTheWrongWayRound(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self / other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Números só à direita",
        "a + 2 funciona e 2 + a não: falta o que o Python procura quando o número vem primeiro. Também "
        "sum([...]) começa por 0.",
    ),
    en=(
        "Numbers on the right only",
        "a + 2 works and 2 + a does not: what Python looks for when the number comes first is missing. "
        "sum([...]) starts with 0, too.",
    ),
)
class NoNumbersOnTheLeft:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, NoNumbersOnTheLeft) else NoNumbersOnTheLeft(other)
        out = NoNumbersOnTheLeft(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, NoNumbersOnTheLeft) else NoNumbersOnTheLeft(other)
        out = NoNumbersOnTheLeft(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = NoNumbersOnTheLeft(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __truediv__(self, other):
        other = other if isinstance(other, NoNumbersOnTheLeft) else NoNumbersOnTheLeft(other)
        return self * other**-1

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Inclinação da potência com o mesmo expoente",
        "Na derivada da potência o expoente desce multiplicando e, além disso, diminui de 1. O seu ficou como estava.",
    ),
    en=(
        "Slope of the power with the same exponent",
        "In the derivative of a power the exponent comes down as a factor and also falls by 1. Yours stayed as it was.",
    ),
)
class PowerSlope:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, PowerSlope) else PowerSlope(other)
        out = PowerSlope(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, PowerSlope) else PowerSlope(other)
        out = PowerSlope(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data**n)

    def function(self, value, slope):
        out = PowerSlope(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, PowerSlope) else PowerSlope(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    erratum="E9",
    pt=(
        "Quociente sem o sinal de menos",
        "Com numerador positivo, quando o divisor cresce, o quociente diminui: falta um menos na inclinação em "
        "relação ao divisor. É o mesmo sinal que falta nos slides A, onde x = 1/a tem da = (1/a²)·dx.",
    ),
    en=(
        "Quotient without its minus",
        "With a positive numerator, when the divisor grows the quotient falls: the slope with respect to the divisor "
        "lacks a minus. It is the sign that is missing on slides A, where x = 1/a has da = (1/a²)·dx.",
    ),
)
class ReciprocalWithoutMinus:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, ReciprocalWithoutMinus) else ReciprocalWithoutMinus(other)
        out = ReciprocalWithoutMinus(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, ReciprocalWithoutMinus) else ReciprocalWithoutMinus(other)
        out = ReciprocalWithoutMinus(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = ReciprocalWithoutMinus(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, ReciprocalWithoutMinus) else ReciprocalWithoutMinus(other)
        out = ReciprocalWithoutMinus(self.data / other.data, (self, other))

        def pass_on():
            self.grad += out.grad / other.data
            other.grad += out.grad * self.data / other.data**2

        out.pass_on = pass_on
        return out

    def __rtruediv__(self, other):
        return ReciprocalWithoutMinus(other) / self

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Derivada da tanh com a entrada",
        "A inclinação 1 − y² usa a saída da tanh. Você pôs nela a entrada.",
    ),
    en=(
        "Derivative of tanh with the input",
        "The slope 1 − y² uses the output of tanh. You put the input there.",
    ),
)
class TanhOfTheInput:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, TanhOfTheInput) else TanhOfTheInput(other)
        out = TanhOfTheInput(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, TanhOfTheInput) else TanhOfTheInput(other)
        out = TanhOfTheInput(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = TanhOfTheInput(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, TanhOfTheInput) else TanhOfTheInput(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - self.data**2)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Derivada da sigmoide com a entrada",
        "A inclinação y(1 − y) usa a saída da sigmoide. Você pôs nela a entrada.",
    ),
    en=(
        "Derivative of the sigmoid with the input",
        "The slope y(1 − y) uses the output of the sigmoid. You put the input there.",
    ),
)
class SigmoidOfTheInput:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, SigmoidOfTheInput) else SigmoidOfTheInput(other)
        out = SigmoidOfTheInput(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, SigmoidOfTheInput) else SigmoidOfTheInput(other)
        out = SigmoidOfTheInput(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = SigmoidOfTheInput(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, SigmoidOfTheInput) else SigmoidOfTheInput(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, self.data * (1 - self.data))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "A ReLU deixa tudo voltar",
        "Onde a ReLU deu zero, mexer na entrada não muda a saída: ali o gradiente para. O seu passa sempre.",
    ),
    en=(
        "ReLU lets everything back",
        "Where ReLU gave zero, moving the input does not change the output: the gradient stops there. Yours "
        "always passes.",
    ),
)
class ReluPassesEverything:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, ReluPassesEverything) else ReluPassesEverything(other)
        out = ReluPassesEverything(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, ReluPassesEverything) else ReluPassesEverything(other)
        out = ReluPassesEverything(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = ReluPassesEverything(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, ReluPassesEverything) else ReluPassesEverything(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), 1.0)

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Derivada do log com a saída",
        "A inclinação do logaritmo é 1 sobre a entrada. Você dividiu pela saída.",
    ),
    en=(
        "Derivative of log with the output",
        "The slope of the logarithm is 1 over the input. You divided by the output.",
    ),
)
class LogOfTheOutput:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, LogOfTheOutput) else LogOfTheOutput(other)
        out = LogOfTheOutput(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, LogOfTheOutput) else LogOfTheOutput(other)
        out = LogOfTheOutput(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = LogOfTheOutput(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, LogOfTheOutput) else LogOfTheOutput(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        y = np.log(self.data)
        return self.function(y, 1 / y if y else 0.0)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "Só as folhas guardam o gradiente",
        "Os nós do meio terminaram com o gradiente em zero. Eles também têm derivada: a volta preenche o .grad de tudo "
        "o que levou à saída, e não só o das folhas.",
    ),
    en=(
        "Only leaves keep their gradient",
        "The inner nodes ended with a gradient of zero. They have a derivative too: the way back fills in the .grad of "
        "all that led to the output, not just that of the leaves.",
    ),
)
class LeavesOnly:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, LeavesOnly) else LeavesOnly(other)
        out = LeavesOnly(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, LeavesOnly) else LeavesOnly(other)
        out = LeavesOnly(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = LeavesOnly(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, LeavesOnly) else LeavesOnly(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()
            if node.children and node is not self:
                node.grad = 0.0


@wrong(
    "Value",
    pt=(
        "Só a inclinação local",
        "Cada nó entrega a sua inclinação sem multiplicá-la pelo gradiente que chegou. A regra da cadeia é "
        "esse produto.",
    ),
    en=(
        "The local slope only",
        "Each node hands on its slope without multiplying it by the gradient that arrived. The chain rule is "
        "that product.",
    ),
)
class ForgetsTheChain:
    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, ForgetsTheChain) else ForgetsTheChain(other)
        out = ForgetsTheChain(self.data + other.data, (self, other))

        def pass_on():
            self.grad += 1.0
            other.grad += 1.0

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, ForgetsTheChain) else ForgetsTheChain(other)
        out = ForgetsTheChain(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data
            other.grad += self.data

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = ForgetsTheChain(value, (self,))

        def pass_on():
            self.grad += slope

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, ForgetsTheChain) else ForgetsTheChain(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()


@wrong(
    "Value",
    pt=(
        "A ordem do grafo anterior outra vez",
        "A lista da ordem é da classe, e não é esvaziada: o backward do segundo grafo percorre também o "
        "primeiro, e os gradientes deste se somam de novo. Faça uma lista nova em cada backward.",
    ),
    en=(
        "The order of the graph before, once more",
        "The list of the order belongs to the class, and is never emptied: the second graph’s backward goes "
        "through the first one too, whose gradients are added once more. Make a new list in each backward.",
    ),
)
class OldOrders:
    order = []

    def __init__(self, data, children=(), backward=lambda: None):
        self.data = data
        self.grad = 0.0
        self.children = children
        self.pass_on = backward

    def __add__(self, other):
        other = other if isinstance(other, OldOrders) else OldOrders(other)
        out = OldOrders(self.data + other.data, (self, other))

        def pass_on():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, OldOrders) else OldOrders(other)
        out = OldOrders(self.data * other.data, (self, other))

        def pass_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_on = pass_on
        return out

    def __pow__(self, n):
        return self.function(self.data**n, n * self.data ** (n - 1))

    def function(self, value, slope):
        out = OldOrders(value, (self,))

        def pass_on():
            self.grad += slope * out.grad

        out.pass_on = pass_on
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + other * -1

    def __rsub__(self, other):
        return other + self * -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = other if isinstance(other, OldOrders) else OldOrders(other)
        return self * other**-1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return self.function(np.exp(self.data), np.exp(self.data))

    def log(self):
        return self.function(np.log(self.data), 1 / self.data)

    def tanh(self):
        t = np.tanh(self.data)
        return self.function(t, 1 - t * t)

    def sigmoid(self):
        s = 1 / (1 + np.exp(-self.data))
        return self.function(s, s * (1 - s))

    def relu(self):
        return self.function(max(self.data, 0.0), float(self.data > 0))

    def backward(self):
        order, seen, stack = OldOrders.order, set(), [self]
        while stack:
            node = stack[-1]
            waiting = [c for c in node.children if id(c) not in seen]
            if id(node) in seen:
                stack.pop()
            elif waiting:
                stack.extend(waiting)
            else:
                seen.add(id(node))
                order.append(stack.pop())
        self.grad = 1.0
        for node in reversed(order):
            node.pass_on()
