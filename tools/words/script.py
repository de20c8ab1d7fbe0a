"""Finds what a script says through `_()` and `ngettext()`, in nested templates, too; it runs no script."""

import ast
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# How many of the first arguments are words.
SPEAKERS: Final = {"_": 1, "ngettext": 2}

_TOKEN: Final = re.compile(
    r"""
      (?P<space> \s+ | //[^\n]* | /\*.*?\*/ )
    | (?P<string> "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' )
    | (?P<name> [\w$\#]+ )
    | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_PATTERN: Final = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/\w*")
_TEXT: Final = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?P<end>`|\$\{)", re.DOTALL)
# After these words a slash begins a pattern; after any other it divides.
_BEFORE_PATTERN: Final = {"return", "typeof", "case", "of", "in", "await", "yield"}


class Token(NamedTuple):
    """One word of a script, and where it begins."""

    kind: str
    text: str
    at: int


class Said(NamedTuple):
    """A sentence of a script; `plural` where it is about a number."""

    words: str
    plural: str | None
    line: int


def said(source: str) -> Iterator[Said]:
    """Everything that a script says to people, in its order."""
    tokens = [Token("sign", "", 0), *_tokens(source)]
    for place, (before, token, after) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False), start=1):
        if token.text in SPEAKERS and after.text == "(" and before.text not in {".", "function"}:
            yield _call(tokens[place:], source)


def _call(tokens: list[Token], source: str) -> Said:
    line = source.count("\n", 0, tokens[0].at) + 1
    count = SPEAKERS[tokens[0].text]
    words = tokens[2 : 2 + 2 * count : 2]
    if any(word.kind != "string" for word in words) or tokens[1 + 2 * count].text not in {",", ")"}:
        raise SyntaxError("only words that stand there as they are can be collected", ("", line, None, None))
    one, *many = (str(ast.literal_eval(word.text)) for word in words)
    return Said(one, many[0] if many else None, line)


def _tokens(source: str) -> Iterator[Token]:
    """Take a script apart; the expressions within a template are code like any other."""
    at, depths, before = 0, list[int](), Token("sign", "", 0)
    while at < len(source):
        token = _token(source, at, before)
        at += len(token.text)
        if token.text == "`" or (token.text == "}" and depths and depths[-1] == 0):
            if token.text == "}":
                depths.pop()
            at = _text(source, at, depths)
        elif depths and token.text in {"{", "}"}:
            depths[-1] += 1 if token.text == "{" else -1
        if token.kind != "space":
            before = token
            yield token


def _token(source: str, at: int, before: Token) -> Token:
    begins_pattern = before.text in _BEFORE_PATTERN or (before.kind == "sign" and before.text not in {")", "]", "}"})
    if begins_pattern and not source.startswith(("//", "/*"), at) and (pattern := _PATTERN.match(source, at)):
        return Token("pattern", pattern[0], at)
    found = _TOKEN.match(source, at)
    assert found  # noqa: S101 - any character is a sign
    return Token(found.lastgroup or "", found[0], at)


def _text(source: str, at: int, depths: list[int]) -> int:
    """Pass over the text of a template, to its end or to the next expression in it."""
    found = _TEXT.match(source, at)
    if not found:
        raise ValueError("a template that never ends")
    if found["end"] == "${":
        depths.append(0)
    return found.end()
