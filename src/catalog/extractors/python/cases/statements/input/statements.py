from legacy import *
import a.b.c, d.e as f


async def stream(items):
    async for item in items:
        yield item.value
    else:
        done = True
    try:
        risky()
    except (ValueError, KeyError) as error:
        log(error)
        raise RuntimeError("x") from error
    else:
        worked = True
    finally:
        cleanup()


def outer():
    count = 0

    def inner():
        nonlocal count
        count += 1
        return count

    return inner


class Meta(Base, Generic[T], metaclass=make_meta()):
    registry: dict = {}
    declared: Client

    class Inner:
        value = 1

    @staticmethod
    def build(*args: int, flag: bool = False, **kwargs: str):
        obj.attr.deep = args
        return kwargs["x"]


match command:
    case {"op": "run", "cmd": cmd} if check(cmd):
        execute(cmd)
    case _:
        fallback()

while (line := read()) is not None:
    handle(line)

with (first() as one, second() as (two, three)):
    del one
assert compute(), message()
