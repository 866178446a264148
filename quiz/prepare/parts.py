"""The parts that preparation puts in place, and the lock that pins each."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """Something to prepare: the file that fixes it, its name in both languages.

    `for_all` is whether a server needs it.
    """

    lock: str
    vietnamese: str
    english: str
    for_all: bool = True


PACKAGES = Part("requirements.lock", "các gói Python", "the Python packages")
ROBOTS = Part("requirements-robots.lock", "gói cho thí sinh máy", "the robots' packages", False)
TOOLS = Part("requirements-dev.lock", "công cụ kiểm thử", "the test tools", False)
NODE = Part("requirements-node.lock", "Node.js", "Node.js")
SCRIPT_TOOLS = Part(
    "package-lock.json",
    "công cụ kiểm tra mã của trang",
    "the tools that check the pages' scripts",
    False,
)
CATALOGS = Part("messages.po", "bản dịch", "the translations")
BROWSER_FILES = Part("package-lock.json", "tệp cho trình duyệt", "the browser files")
MANIFESTS = ("package.json", "package-lock.json", ".npmrc")
"""What npm reads."""

FURTHER: Mapping[str, tuple[Part, ...]] = {
    "demo": (ROBOTS,),
    "bots": (ROBOTS,),
    "drill": (ROBOTS,),
    "screenshots": (ROBOTS, TOOLS),
    "test": (ROBOTS, TOOLS),
    "check": (ROBOTS, TOOLS),
}
"""What commands need beyond what a server needs; put in place when one is first called."""
