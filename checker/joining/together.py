"""The launches that several documents tell of, where none of them is the draft of the others."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, TypeAlias

from checker.events import Event
from checker.joining.agreement import agreed
from checker.joining.comparing import accounts
from checker.joining.matching import Pairing
from checker.report import Unjoined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.events import Account
    from checker.report import Agreement, Document

_Key: TypeAlias = "tuple[str, str]"
_Links: TypeAlias = "dict[tuple[_Key, str], tuple[_Key, ...]]"


def together(
    documents: Sequence[tuple[Document, str | None]],
) -> tuple[tuple[Agreement, ...], tuple[Unjoined, ...]]:
    """Return what documents say of the launches that two of them or more tell of, and the documents left out.

    The order of the documents does not matter.
    """
    told = [accounts(document, speaker) for document, speaker in sorted(documents, key=_order)]
    known = [account for document in told for account in document]
    links, unclear = _links([document for document in told if document])
    rows: list[Agreement] = []
    shared: set[str] = set()
    for number, group in enumerate(_groups(known, links), 1):
        paths = {account.path for account in group}
        first = next((one for one in group if one.event.date), group[0])
        country = next((one.event.country for one in group if one.event.country), None)
        event = Event(str(number), first.event.date, country, ())
        open_ = {path for asking, path in unclear if {asking, path} <= paths}
        rows += agreed(event, None, group, tuple(sorted(open_)))
        shared |= paths
    left = (document for document, _ in sorted(documents, key=_order) if document.path not in shared)
    return tuple(rows), tuple(Unjoined(one.path, one.path, _reason(one)) for one in left)


def _order(pair: tuple[Document, str | None]) -> tuple[str, str]:
    return pair[1] or "", pair[0].path


def _key(account: Account) -> _Key:
    return account.path, account.event.id


def _links(told: Sequence[tuple[Account, ...]]) -> tuple[_Links, set[tuple[str, str]]]:
    """Return to which launches of each other document a launch is joined, and the pairs that leave it open."""
    links: _Links = {}
    unclear: set[tuple[str, str]] = set()
    for mine, theirs in permutations(told, 2):
        pairing = Pairing(mine, theirs)
        for account in mine:
            joined = pairing.of(account)
            if joined is not None:
                links[_key(account), joined.account.path] = tuple(map(_key, joined.launches))
                if joined.unclear:
                    unclear.add((account.path, joined.account.path))
    return links, unclear


def _groups(known: Sequence[Account], links: _Links) -> list[list[Account]]:
    """Return the accounts of each launch that more than one document tells of, in the order of their days.

    Launches that are each joined to one another make a group; an account that takes several of them together, or
    leaves open which it means, stands with each.
    """
    home = {_key(account): _key(account) for account in known}

    def root(key: _Key) -> _Key:
        while home[key] != key:
            key = home[key]
        return key

    loose: list[tuple[_Key, _Key]] = []
    for (key, _), others in sorted(links.items()):
        if len(others) == 1 and links.get((others[0], key[0])) == (key,):
            one, other = sorted((root(key), root(others[0])))
            home[other] = one
        elif len(others) > 1:
            loose += [(key, other) for other in others]
    members: dict[_Key, set[_Key]] = {}
    for key in home:
        members.setdefault(root(key), set()).add(key)
    for key, other in loose:
        members[root(other)].add(key)
    found = [[account for account in known if _key(account) in keys] for keys in members.values()]
    several = [group for group in found if len({account.path for account in group}) > 1]
    return sorted(several, key=lambda group: (min(one.event.date or "9999" for one in group), _key(group[0])))


def _reason(document: Document) -> str:
    if not document.events:
        return "no claim about a launch was found in it"
    return "no other document tells of the same launch"
