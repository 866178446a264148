"""What the terminal shows once the server is ready."""

import io
import sys

import segno

from quiz.config import Config
from quiz.networks import local_url


def qr(url: str) -> str:
    """A QR code made of text, for a terminal."""
    drawing = io.StringIO()
    segno.make(url, error="m", micro=False).terminal(drawing, border=2, compact=True)
    return drawing.getvalue()


def lines(
    config: Config,
    addresses: list[str],
    host_link: str,
    phones: int,
    platform: str = sys.platform,
) -> list[str]:
    """Everything that follows the READY line, in order.

    Args:
        config: the settings, with the real port and public address.
        addresses: every address that phones can open, the likeliest first.
        host_link: path of the one-time link that opens the host's pages signed in.
        phones: how many phones this server carries.
        platform: `sys.platform`; eventlet carries few phones on Windows.
    """
    few = platform == "win32" and config.driver == "eventlet"
    count = f"{phones:,}".replace(",", ".")
    here = local_url(config.host, config.port)
    others = [address for address in addresses if address != config.public_url]
    return [
        f"Người dẫn mở (chỉ dùng được một lần) · Host opens (works once): {here}{host_link}",
        f"Điện thoại mở · Phones open: {config.public_url}",
        *(f"  hoặc · or: {address}" for address in others),
        f"Máy này phục vụ được {count} điện thoại · This machine carries {count} phones",
        *(["  cần nhiều hơn · for more: --driver gevent"] if few else []),
        "Dừng: Ctrl+C · Stop: Ctrl+C",
    ]


def announce(config: Config, addresses: list[str], host_link: str, phones: int) -> None:
    """Print the READY line, then what people need: links, addresses, the QR code."""
    print(f"READY {local_url(config.host, config.port)}", flush=True)
    print("\n".join(lines(config, addresses, host_link, phones)))
    print(qr(config.public_url), flush=True)


def on_network(folder: object) -> None:
    """Warn of a data folder on another machine."""
    print(
        f"Chú ý: thư mục dữ liệu {folder} nằm trên ổ mạng, mất mạng là không ghi được và dữ liệu "
        "có thể hỏng. Hãy dùng ổ của máy này: --data DIR\n"
        f"Note: the data folder {folder} is on a network drive; without the network nothing is "
        "stored, and the data may be damaged. Use a drive of this machine: --data DIR",
        flush=True,
    )


def waiting_for_lock(folder: object) -> None:
    """Say that another program has to let go first."""
    print(
        f"Một chương trình khác (sao lưu, quét virus) đang giữ tệp dữ liệu ở {folder}. "
        "Máy chủ đợi và tự chạy tiếp; hoặc hãy đóng chương trình đó.\n"
        f"Another program (a back-up, a virus scanner) holds the data in {folder}. "
        "The server waits and goes on by itself; or close that program.",
        flush=True,
    )
