"""The HTML of every page is valid (the Nu Html Checker, validator.w3.org/nu)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.journals import Served
from tests.conftest import ROOT

MATERIALS = (
    r"Attribute “autocomplete” is only allowed when .*\n.*<input class=\"md-toggle\"",  # two switches of the theme's menu, which it shows on no page of ours
)
"""Messages on what the theme itself writes and we cannot leave out, as patterns of message and place."""


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command that checks HTML."""
    jar = Path(os.environ.get("VNU_JAR", ROOT / ".venv" / "vnu.jar"))
    java = shutil.which("java")
    if java is None or not jar.is_file():
        pytest.skip("the checker of HTML is not here: it needs java (apt-get install default-jre-headless), and `make vnu` fetches it")
    return [java, "-jar", str(jar), "--errors-only", "--exit-zero-always", "--stdout", "--format", "json"]


def test_every_page_is_valid(checker: list[str], public: Served, empty: Served):
    """No error in any page that a build writes, be the journal full or empty."""
    command = [*checker, "--skip-non-html", str(public.folder), str(empty.folder)]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    said = [
        f"{message['url'].partition('/site/')[2]}:{message['lastLine']}: {message['message']}\n{' '.join(message.get('extract', '').split())}"
        for message in json.loads(result.stdout)["messages"]
    ]
    wrong = [message for message in said if not any(re.search(pattern, message) for pattern in MATERIALS)]
    assert not wrong, "\n".join(wrong)
