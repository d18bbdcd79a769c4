"""The README says what is there: files, commands, settings, and the two lines that anybody can run."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from telegram import Bot
from telegram.constants import BOT_API_VERSION

from bot.__main__ import app
from bot.cli.open import MISCONFIGURED
from bot.service.settings import Settings, Webhook

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A path of this repository in backquotes or in a listing.
PATHS = sorted(set(re.findall(r"(?<![\w./-])((?:bot|index|corpus|tests|\.ci)/[\w./-]*\w/?)", README)))
# What the README says of pip is not about this program.
OPTIONS = sorted(
    {
        option
        for line in README.splitlines()
        if "pip " not in line
        for option in re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", line)
    }
)
UNIT = re.findall(r"```ini\n(.*?)```", README, re.DOTALL)[0]
COMMANDS = sorted(set(re.findall(r"\bdafu ([a-z]+)\b(?! 答)", README)))


def test_there_is_something_to_check() -> None:
    """The patterns of this file find what the README has."""
    assert len(PATHS) > 5
    assert "ask" in COMMANDS


@pytest.mark.parametrize("path", PATHS)
def test_every_file_named_exists(path: str) -> None:
    """A README that names a removed file is stale; a short name is beside the one before it."""
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_named_exists(name: str) -> None:
    """As a command of `dafu`, not in words alone."""
    known = {one.name for one in app().registered_commands}
    words = {"answers", "needs", "is", "does", "reads", "keeps", "has", "and", "in", "on"}
    assert name in known | words


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_named_exists(option: str) -> None:
    """Some command has it."""
    group = typer.main.get_command(app())
    commands = getattr(group, "commands", {}).values()
    options = {name for command in commands for parameter in command.params for name in parameter.opts}
    assert option in options


def test_the_two_commands_are_those_that_ci_runs() -> None:
    """.ci/run takes them out of the README: a virtual environment each, the first asks, the second tests."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
    assert len(lines) == 2
    first, second = (line.split(" && ") for line in lines)
    assert first[-1].endswith("dafu ask 电子信息产业产值多少")
    assert "'.[test]'" in second[1]
    assert second[-1].endswith("-m pytest")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep -E '^python3 -m venv ' README.md" in script
    assert script.count('$(readme_command 1)"') == 2
    assert script.count('$(readme_command 2)"') == 2


def test_each_command_stands_on_a_line_of_its_own() -> None:
    """In a block that can be copied."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert [block.count("\n") for block in blocks if block.startswith("python3 -m venv ")] == [1, 1]


def test_every_setting_named_exists() -> None:
    """TELEGRAM_… as `dafu serve` reads them."""
    known = {f"TELEGRAM_{name}".upper() for name in Settings.model_fields} | {
        f"TELEGRAM_WEBHOOK_{name}".upper() for name in Webhook.model_fields
    }
    named = set(re.findall(r"TELEGRAM_[A-Z_]*[A-Z]", README))
    assert len(named) > 8
    assert named <= known


def test_what_the_bot_leaves_out_is_there() -> None:
    """In the library: the README does not say of it that it lacks what it has."""
    left_out = set(re.findall(r"`((?:send|set)_[a-z_]+)`", README))
    assert left_out == {"send_message_draft", "set_my_profile_photo"}
    assert left_out <= set(dir(Bot))
    assert re.findall(r"all of Bot API ([\d.]+\d)", README)[0] == BOT_API_VERSION


def test_unit_is_not_started_again_after_a_wrong_setting() -> None:
    """Always, but for the status that says that only a person mends it."""
    unit = dict(line.split("=", 1) for line in UNIT.splitlines() if "=" in line)
    assert (unit["Restart"], unit["RestartPreventExitStatus"]) == ("always", str(MISCONFIGURED))


def test_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    """As systemd itself reads it; only the program's place is another."""
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd-analyze is not there")
    assert "/opt/dafu/bin/dafu serve" in UNIT
    file = tmp_path / "dafu.service"
    file.write_text(UNIT.replace("/opt/dafu/bin/dafu", sys.executable), encoding="utf-8")
    found = subprocess.run([verify, "verify", str(file)], capture_output=True, text=True, check=False)
    said = [line for line in found.stderr.splitlines() if "dafu.service" in line]
    assert (found.returncode, said) == (0, [])
