import numpy as np

from degrau.judging.violations import WrongValue
from degrau.plain.call import Call


def test_what_breaks_a_property_can_be_compared_and_hashed_whatever_arrays_it_holds():
    array = np.array([1.0, 2.0])
    one, other = (WrongValue(Call("f", (array,)), "", array, array, array, array > 1) for _ in range(2))
    assert one == one
    assert one != other
    assert len({one, other}) == 2
