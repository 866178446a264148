"""Why a command cannot start, in words a person can act on."""

from collections.abc import Iterable


class CannotStart(Exception):
    """The command stops before it began; the text says why, in Vietnamese and English."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese}\n{english}")


def port_in_use(port: int) -> CannotStart:
    """Another program listens on the port."""
    return CannotStart(
        f"Cổng {port} đang có chương trình khác dùng. Hãy đóng chương trình đó, "
        f"hoặc chọn cổng khác: --port {port + 1}",
        f"Port {port} is in use by another program. Close it, or choose another port: "
        f"--port {port + 1}",
    )


def cannot_listen(host: str, port: int, reason: str) -> CannotStart:
    """The address is not one of this machine, or the port needs rights that are missing."""
    return CannotStart(
        f"Không mở được địa chỉ {host}:{port}: {reason}",
        f"Cannot listen on {host}:{port}: {reason}",
    )


def already_running(folder: object) -> CannotStart:
    """A second copy on the same data."""
    return CannotStart(
        f"Chương trình đang chạy với dữ liệu ở {folder}. "
        "Hãy dùng cửa sổ đang mở, hoặc đóng nó trước khi chạy lại.",
        f"The program is already running on the data in {folder}. "
        "Use that window, or close it before starting again.",
    )


def not_running(folder: object) -> CannotStart:
    """Nothing serves this data now."""
    return CannotStart(
        f"Chưa có máy chủ nào chạy với dữ liệu ở {folder}. "
        "Hãy mở máy chủ, hoặc chỉ đúng thư mục dữ liệu: --data DIR",
        f"No server runs on the data in {folder}. Start it, or name its data folder: --data DIR",
    )


def data_unusable(folder: object, reason: str) -> CannotStart:
    """The data folder cannot be made, read or written."""
    return CannotStart(
        f"Không đọc, ghi được thư mục dữ liệu {folder}: {reason}. Hãy chọn nơi khác: --data DIR",
        f"Cannot read or write the data folder {folder}: {reason}. Choose another: --data DIR",
    )


def disk_full(folder: object) -> CannotStart:
    """No room for what a start writes."""
    return CannotStart(
        f"Ổ đĩa có {folder} đã đầy. Dữ liệu đã ghi vẫn còn nguyên. "
        "Hãy xóa bớt tệp trên ổ đĩa đó rồi chạy lại.",
        f"The disk that holds {folder} is full. What was stored is unharmed. "
        "Delete files on that disk and start again.",
    )


def left_alone(folder: object, names: Iterable[str]) -> CannotStart:
    """The file of contests is gone, and what is beside it may hold them."""
    found = ", ".join(names)
    return CannotStart(
        f"Trong {folder} không có cơ sở dữ liệu contests.db, nhưng còn: {found}. Chương trình "
        "không bắt đầu trống bên cạnh dữ liệu cũ. Muốn lấy lại: đổi tên tệp đúng về contests.db, "
        "hoặc run.py restore TÊN_TỆP. Muốn bắt đầu mới: chuyển các tệp đó đi chỗ khác.",
        f"In {folder} there is no database contests.db, but there are: {found}. The program does "
        "not begin anew beside older data. To have it back: give the right file its name "
        "contests.db again, or run.py restore FILE. To begin anew: move those files elsewhere.",
    )


def newer_database(folder: object) -> CannotStart:
    """A later version of the program wrote the database."""
    return CannotStart(
        f"Dữ liệu ở {folder} do một bản mới hơn của chương trình tạo ra. "
        "Hãy dùng bản mới đó, hoặc chọn thư mục dữ liệu khác: --data DIR",
        f"The data in {folder} was written by a newer version of the program. "
        "Use that version, or choose another data folder: --data DIR",
    )


def unreadable_database(folder: object, reason: str) -> CannotStart:
    """The file is not a database of ours, or it is damaged."""
    return CannotStart(
        f"Không đọc được cơ sở dữ liệu ở {folder}: {reason}. "
        "Hãy phục hồi từ bản sao lưu, hoặc chọn thư mục dữ liệu khác: --data DIR",
        f"The database in {folder} cannot be read: {reason}. "
        "Restore it from a copy, or choose another data folder: --data DIR",
    )


def locks_fail(folder: object) -> CannotStart:
    """A network drive on which two programs could write at once."""
    return CannotStart(
        f"Thư mục dữ liệu {folder} nằm trên ổ mạng không khóa được tệp, dữ liệu sẽ hỏng. "
        "Hãy chọn thư mục trên ổ của máy này: --data DIR",
        f"The data folder {folder} is on a network drive that does not lock files: the data would "
        "be damaged. Choose a folder on a drive of this machine: --data DIR",
    )


def bad_setting(reason: str) -> CannotStart:
    """A QUIZ_* variable has a value that cannot be used."""
    return CannotStart(f"Giá trị không dùng được: {reason}", f"Value cannot be used: {reason}")


def library_changed(reason: str) -> CannotStart:
    """Another version of a library is installed than the one this program was made with."""
    return CannotStart(
        f"Thư viện đang cài không đúng như chương trình cần: {reason}. "
        "Hãy xóa thư mục .venv rồi chạy lại để cài đúng phiên bản.",
        f"A library is not as this program needs it: {reason}. "
        "Delete the folder .venv and start again, so that the right version is installed.",
    )


def file_in_the_way(file: object) -> CannotStart:
    """A back-up never replaces a file."""
    return CannotStart(
        f"Đã có tệp {file}, không ghi đè. Hãy chọn tên khác.",
        f"The file {file} exists and is not overwritten. Choose another name.",
    )


def contests_in_the_way(folder: object) -> CannotStart:
    """A restore replaces contests only when told to."""
    return CannotStart(
        f"Trong {folder} đang có dữ liệu. Muốn thay: thêm --replace "
        "(dữ liệu cũ được giữ lại dưới tên khác).",
        f"There are contests in {folder}. To replace them add --replace "
        "(what is there is kept under another name).",
    )


def no_contests(folder: object) -> CannotStart:
    """The data folder has no database."""
    return CannotStart(
        f"Trong {folder} chưa có cuộc thi nào. Hãy chỉ đúng thư mục dữ liệu: --data DIR",
        f"There are no contests in {folder}. Name the data folder: --data DIR",
    )


def no_such_file(file: object) -> CannotStart:
    """The back-up is not there."""
    return CannotStart(f"Không có tệp {file}.", f"There is no file {file}.")


def not_copied(reason: str) -> CannotStart:
    """A back-up or a restore could not be carried out."""
    return CannotStart(
        f"Không sao chép được: {reason}. Không có gì thay đổi.",
        f"It could not be copied: {reason}. Nothing was changed.",
    )
