"""Where a form says that its visitor wants to go on: a page of this site or none."""

import re

_PATH = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f]*")


def own_path(target: str, instead: str, below: tuple[str, ...] = ("/",)) -> str:
    """`target` if it is a path of this site that begins like one of `below`, else `instead`."""
    return target if _PATH.fullmatch(target) and target.startswith(below) else instead
