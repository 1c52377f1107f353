"""An argument parser whose complaints are a usage line and one sentence."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from checker.cli.streams import complain, terminal_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.drafts import Asked
    from checker.settings import Settings
    from checker.trouble import InputError


class _Formatter(argparse.HelpFormatter):
    """Help as wide as all our output. argparse alone would import shutil for the width, help or no help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_width() - 2)


class Parser(argparse.ArgumentParser):
    """A parser for one subcommand, with an example under its help."""

    def __init__(self, command: str, summary: str, example: str) -> None:
        """Name the command and its purpose."""
        super().__init__(
            prog=f"factcheck {command}",
            description=summary,
            epilog=f"Example: {example}",
            allow_abbrev=False,
            formatter_class=_Formatter,
        )

    def error(self, message: str) -> NoReturn:
        """Print the short usage and what is wrong, and leave with status 2."""
        sys.stderr.write(f"usage: {self.prog} {self._operands()}\n")
        complain(f"{self.prog}: {message.removeprefix('argument ')}")
        self.exit(2)

    def _operands(self) -> str:
        named = [action for action in self._actions if not action.option_strings]
        words = [f"{action.metavar or action.dest}{'...' if action.nargs == '+' else ''}" for action in named]
        return " ".join([*words, f"[options; see {self.prog} --help]"])


def one_of(*choices: str) -> Callable[[str], str]:
    """Return a converter that accepts some words and says which they are."""

    def convert(word: str) -> str:
        if word in choices:
            return word
        message = f"no such choice {word!r}; take {', '.join(choices[:-1])} or {choices[-1]}"
        raise argparse.ArgumentTypeError(message)

    return convert


def iso_date(word: str) -> str:
    """Accept a date as YYYY-MM-DD."""
    from checker.schemata import is_date

    if not is_date(word):
        message = f"{word!r} is no date; write it as 2024-01-14"
        raise argparse.ArgumentTypeError(message)
    return word


def zone(word: str) -> str:
    """Accept the name of a time zone in the IANA database."""
    from checker.schemata import is_zone

    if not is_zone(word):
        message = f"no such time zone {word!r}; write it like Asia/Seoul"
        raise argparse.ArgumentTypeError(message)
    return word


def add_reading(parser: Parser) -> None:
    """Add the options that say what is read and how."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a file, a folder, a pattern, or - for standard input")
    parser.add_argument("--stdin-name", metavar="NAME", help="what to call standard input")
    parser.add_argument(
        "--input-format",
        metavar="FORMAT",
        type=one_of("text", "markdown", "html"),
        help="the format of the drafts: text, markdown or html; by default what the name and the text of each one tell",
    )
    add_settings(parser)
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave out of the files named, too, what would be left out of a folder",
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=iso_date,
        help="publication date, as 2024-01-14, of texts that do not give theirs",
    )
    parser.add_argument(
        "--timezone", metavar="ZONE", type=zone, help='zone of "local time" in texts that do not give theirs'
    )


def add_settings(parser: Parser) -> None:
    """Add the options that say which settings hold."""
    parser.add_argument("--config", metavar="FILE", help="the settings file, instead of the nearest of each draft")
    parser.add_argument("--isolated", action="store_true", help="read no settings file")


def add_rules(parser: Parser) -> None:
    """Add the options that choose rules."""
    asks = {
        "--select": "run these rules only: codes, names, or beginnings of codes, with commas",
        "--enable": "run these rules besides: such as are off by default",
        "--ignore": "set the findings of these rules aside",
    }
    for option, words in asks.items():
        parser.add_argument(option, metavar="RULES", type=_rules, action="extend", default=[], help=words)
    parser.add_argument("--baseline", metavar="FILE", help="let be what this file knows (factcheck baseline)")


def _rules(words: str) -> list[str]:
    return [word for each in words.split(",") if (word := each.strip())]


def chosen(options: argparse.Namespace) -> Settings:
    """Return the settings that a command line makes; only where it makes some is anything imported for them."""
    from checker.settings.values import NONE, Settings, Why

    places = {rule: f"--{key}" for key in ("select", "enable", "ignore") for rule in getattr(options, key, ())}
    record = tuple(getattr(options, "record", ()))
    if not places:
        return Settings(record=record) if record else NONE
    ignore = {rule: Why(None, "command line") for rule in options.ignore}
    return Settings(
        select=tuple(options.select), enable=tuple(options.enable), ignore=ignore, record=record, places=places
    )


def add_sources(parser: Parser) -> None:
    """Add the option that names what drafts are held against."""
    parser.add_argument(
        "--source",
        metavar="PATH",
        action="append",
        default=[],
        help="a statement to hold every draft against, or a folder of them; may be given again",
    )


def add_records(parser: Parser) -> None:
    """Add the option that names a desk's own record files."""
    parser.add_argument(
        "--record",
        metavar="PATH",
        action="append",
        default=[],
        help="a file of launches of your own, beside the public record; may be given again",
    )


def add_fail_on(parser: Parser) -> None:
    """Add the option that says which findings count for the exit status."""
    parser.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=one_of("error", "warning", "note"),
        help="exit with 1 from this severity on: error, warning or note; by default what a draft's front matter asks "
        "for, or error",
    )


def add_showing(parser: Parser, formats: tuple[str, ...] = ("text", "json")) -> None:
    """Add the options that say how the answer is shown."""
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of(*formats),
        default="text",
        help=f"{', '.join(('text (the default)', *formats[1:-1]))} or {formats[-1]}",
    )
    parser.add_argument(
        "--color",
        metavar="WHEN",
        type=one_of("auto", "always", "never"),
        default="auto",
        help="auto (on a terminal only), always or never",
    )


def asked(options: argparse.Namespace) -> Asked:
    """Return what a command line asks for all drafts; what one option less says is not asked."""
    from checker.drafts import Asked
    from checker.readers.formats import INPUT_FORMATS

    stdin = _standard_input(options) if "-" in options.paths and sys.stdin is not None else None
    return Asked(
        options.published,
        options.timezone,
        tuple(getattr(options, "source", ())),
        chosen(options),
        reads_settings=not options.isolated,
        config=options.config,
        baseline=getattr(options, "baseline", None),
        force_exclude=options.force_exclude,
        cache=getattr(options, "cache", None),
        stdin=stdin,
        stdin_name=options.stdin_name,
        media_type=INPUT_FORMATS.get(options.input_format),
    )


def _standard_input(options: argparse.Namespace) -> bytes:
    """Read standard input, one byte more than its settings allow at most: the reader says what is too long."""
    from checker.readers.limits import limits_from
    from checker.settings import Desks

    desk = Desks(options.config, isolated=options.isolated).settings(options.stdin_name)
    return sys.stdin.buffer.read(limits_from(desk.limits).bytes + 1)


def say_troubles(troubles: Sequence[InputError]) -> bool:
    """Say which files could not be read, and return whether there were any."""
    for trouble in troubles:
        complain(f"factcheck: {trouble}")
    return bool(troubles)
