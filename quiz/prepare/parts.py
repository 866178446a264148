"""The parts that preparation puts in place, and the lock that pins each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """Something to prepare: its lock file and its name in both languages."""

    lock: str
    vietnamese: str
    english: str


PACKAGES = Part("requirements.lock", "các gói Python", "the Python packages")
TOOLS = Part("requirements-dev.lock", "công cụ kiểm thử", "the test tools")
NODE = Part("requirements-node.lock", "Node.js", "Node.js")
SCRIPT_TOOLS = Part(
    "package-lock.json", "công cụ kiểm tra mã của trang", "the tools that check the pages' scripts"
)
BROWSER_FILES = Part("package-lock.json", "tệp cho trình duyệt", "the browser files")
MANIFESTS = ("package.json", "package-lock.json", ".npmrc")
"""What npm reads."""
