# %% [markdown]
# Raises an exception whose text cannot be had, and whose class has no name.
#
# honest: 17

# %% step
class Meta(type):
    __name__ = property(lambda cls: 1 / 0)


class Mute(Exception, metaclass=Meta):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__


def step(z):
    raise Mute
