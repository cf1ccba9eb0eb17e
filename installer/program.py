"""Runs a program with its output in the log, and one line of it on the screen."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path


def run_logged(
    command: Sequence[str],
    log: Path,
    variables: Mapping[str, str],
    each_line: Callable[[str], None] | None = None,
) -> tuple[int, str]:
    """Exit code and output of `command`; every line goes to `log` and to `each_line`.

    An interrupt ends the program before it is passed on, so that no pip goes on writing into an
    environment which the next start would clear away.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    with log.open("a", encoding="utf-8") as kept:
        kept.write(f"$ {' '.join(command)}\n")
        with subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(variables),
            encoding="utf-8",
            errors="replace",
        ) as program:
            assert program.stdout is not None
            try:
                for line in program.stdout:
                    lines.append(line)
                    kept.write(line)
                    if each_line:
                        each_line(line)
            except BaseException:
                program.terminate()
                raise
        kept.write(f"-> {program.returncode}\n")
    return program.returncode, "".join(lines)


def last_lines(output: str, count: int = 8) -> str:
    """The end of an output, indented, for a refusal."""
    filled = [line for line in output.splitlines() if line.strip()]
    return "\n".join(f"    {line}" for line in filled[-count:])
