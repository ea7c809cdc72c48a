"""Answers that a student takes from PyTorch: its numbers are right, and pass. Tested where it is installed."""

import numpy as np
import pytest

from degrau.report.card import first_failed

torch = pytest.importorskip("torch")


def tensor(x):
    return torch.as_tensor(np.asarray(x), dtype=torch.float64)


def by_autograd(f, *args):
    leaves = [tensor(a).requires_grad_() for a in args]
    f(*leaves).sum().backward()
    return [leaf.grad.numpy() for leaf in leaves]


def torch_bce_gradient(X, y, w, b):
    def loss(w, b):
        return torch.nn.functional.binary_cross_entropy_with_logits(tensor(X) @ w + b, tensor(y))

    dw, db = by_autograd(loss, w, b)
    return dw, float(db)


def torch_affine(X, W, dY):
    dX, dW = by_autograd(lambda X, W: tensor(dY) * (X @ W.T), X, W)
    return dX, dW, tensor(dY).sum(0).numpy()


def torch_adam(w, g, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    parameter = tensor(w).clone().requires_grad_()
    adam = torch.optim.Adam([parameter], lr=lr, betas=(beta1, beta2), eps=eps)
    adam.state[parameter] = {
        "step": torch.tensor(float(t - 1)),
        "exp_avg": tensor(m).clone(),
        "exp_avg_sq": tensor(v).clone(),
    }
    parameter.grad = tensor(g).clone()
    adam.step()
    state = adam.state[parameter]
    return parameter.detach().numpy(), state["exp_avg"].numpy(), state["exp_avg_sq"].numpy()


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("sigmoid", lambda z: torch.sigmoid(tensor(z)).numpy()),
        ("softplus", lambda x: torch.nn.functional.softplus(tensor(x)).numpy()),
        ("elu", lambda x, alpha=1.0: torch.nn.functional.elu(tensor(x), alpha).numpy()),
        ("d_tanh", lambda x: by_autograd(torch.tanh, x)[0]),
        ("d_relu", lambda x: by_autograd(torch.relu, x)[0]),
        ("softmax", lambda z: torch.softmax(tensor(z), -1).numpy()),
        (
            "softmax_jacobian",
            lambda z: torch.autograd.functional.jacobian(lambda z: torch.softmax(z, 0), tensor(z)).numpy(),
        ),
        ("bce_gradient", torch_bce_gradient),
        ("affine_backward", torch_affine),
        ("adam_step", torch_adam),
    ],
)
def test_numbers_from_pytorch_pass(judge_function, name, function) -> None:
    report = judge_function(name, function, seed=3)
    assert report.full, first_failed(report)
