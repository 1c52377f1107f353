"""Words: tokens, sentences, and the marks that a language's lexicon puts on them."""

from __future__ import annotations

from checker.language.lexicon import LANGUAGES, Lexicon, lexicon
from checker.language.sentences import Sentence, sentences
from checker.language.tokens import Token, tokens

__all__ = ["LANGUAGES", "Lexicon", "Sentence", "Token", "lexicon", "sentences", "tokens"]
