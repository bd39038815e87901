"""Complaints about text that is not YAML, in words for somebody who does not know YAML."""

from __future__ import annotations

import re

from optimizer.errors import Complaint, Position
from optimizer.reading.wording import shorten

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(?=%)")
_HINTS = (
    ("cannot start any token", "indent with spaces, not tabs; quote text that starts with a sign"),
    ("mapping values are not allowed", "quote text that holds a colon, and check the indentation"),
    ("could not find expected ':'", "write `key: value`, with a colon and a space"),
    ("quoted scalar", "close the quotation mark"),
    ("flow", "close the bracket, and put commas between the items"),
    ("escape", "write a backslash twice, or use single quotes"),
    ("block", "let all keys of a map, and all dashes of a list, start in the same column"),
)
_QUOTED = re.compile(r"'[^']*'|\"(?:[^\"\\]|\\.)*\"")
_CLOCK_TIME = re.compile(r"(?<![\w:.])\d{1,2}:\d{2}(?![\w:])")
_USUAL_HINT = "check the indentation, the colons and the quotation marks of this line"


def unreadable_character(text: str, file: str) -> Complaint | None:
    """A complaint about the first character that has no business in a text file, or None."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    breaks = list(_LINE_BREAK.finditer(before))
    line_start = breaks[-1].end() if breaks else 0
    return Complaint(
        "not-yaml",
        f"an invisible character (U+{ord(found.group()):04X}) stands here",
        hint="delete the character; the file may be damaged, or may not be a text file",
        position=Position(file, len(breaks) + 1, found.start() - line_start + 1),
    )


def directive(text: str, file: str) -> Complaint | None:
    """A complaint about a ``%`` directive before the document, or None."""
    found = _DIRECTIVE.match(text)
    if found is None:
        return None
    line = len(_LINE_BREAK.findall(found.group())) + 1
    return Complaint(
        "not-yaml",
        "a line that starts with % gives orders to the YAML reader, which are not accepted",
        hint="delete the line",
        position=Position(file, line, 1),
    )


def parse_fault(error: Exception, text: str, file: str) -> Complaint:
    """A complaint about what the parser refused, with the offending line."""
    lines = _LINE_BREAK.split(text)
    problem = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    hint = next((words for key, words in _HINTS if key in problem), _USUAL_HINT)
    row, column = _place(error, lines)
    line = lines[row]
    time = _bare_time(line, column)
    if time is not None:
        return _unquoted_time(time, Position(file, row + 1, time.start() + 1))
    ends = column >= len(line.rstrip())
    message = f"cannot understand the line `{shorten(line)}`"
    if ends:
        message = f"the text ends in the middle of something: `{shorten(line)}`"
    return Complaint("not-yaml", message, hint=hint, position=Position(file, row + 1, column + 1))


def _bare_time(line: str, column: int) -> re.Match[str] | None:
    """The time of day without quotation marks that the parser stumbled over, or None."""
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), line)
    for time in _CLOCK_TIME.finditer(plain):
        if time.start() <= column <= time.end():
            return time
    return None


def _unquoted_time(time: re.Match[str], position: Position) -> Complaint:
    return Complaint(
        "not-yaml",
        f"the time {time.group()} stands without quotation marks",
        why="a colon inside braces separates a key from its value",
        hint=f'write "{time.group():0>5}"',
        position=position,
    )


def _place(error: Exception, lines: list[str]) -> tuple[int, int]:
    """Line and column, from 0, of the problem.

    If the problem is that the text ends, then where the unfinished thing began, or, where the
    parser does not know that, the end of the last line that holds anything.
    """
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    mark = problem or context
    if mark is not None:
        rest = "\n".join(lines[mark.line :])[mark.column :]
        if not rest.strip():
            mark = context
    if mark is not None and mark.line < len(lines) and lines[mark.line].strip():
        return mark.line, min(mark.column, len(lines[mark.line]))
    last = max((row for row, line in enumerate(lines) if line.strip()), default=0)
    return last, len(lines[last].rstrip())
