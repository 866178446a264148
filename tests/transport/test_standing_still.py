"""A server that is stopped and goes on (a sleeping laptop): who is still there stays connected."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
import websocket

from quiz.config import DRIVERS
from tests.stand_in import running
from tests.transport import quick_heartbeat
from tests.transport.quick_heartbeat import ANSWER_S

SLOW_LINE_S = 0.2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped there")


@pytest.mark.parametrize("driver", DRIVERS)
def test_phone_that_is_late_only_by_the_servers_sleep_stays(driver: str, tmp_path: Path) -> None:
    options = ("--driver", driver, "--data", str(tmp_path))
    with running(*options, program=quick_heartbeat.__file__) as server:
        address = server.url.replace("http://", "ws://") + "/socket.io/?EIO=4&transport=websocket"
        phone = websocket.create_connection(address, timeout=20)
        phone.recv()
        phone.send("40/echo,")
        while phone.recv() != "2":
            pass
        os.kill(server.process.pid, signal.SIGSTOP)
        time.sleep(ANSWER_S * 1.5)
        os.kill(server.process.pid, signal.SIGCONT)
        time.sleep(SLOW_LINE_S)
        phone.send("3")
        phone.send('42/echo,7["say",{"a":1}]')
        while not (said := str(phone.recv())).startswith("43"):
            assert said in ("2", "3")
        assert said == '43/echo,7[{"ok":true,"said":{"a":1}}]'
        phone.close()
