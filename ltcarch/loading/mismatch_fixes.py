"""What mends a mismatch of shape, where there is one safe answer."""

from ltcarch.loading.schema_places import key_words
from ltcarch.loading.shape import Mismatch
from ltcarch.model.suggestions import Vocabulary, meant
from ltcarch.source.changes import Change, Quote, RenameKey, ReplaceText
from ltcarch.source.document import Mapping
from ltcarch.source.text import SourceText


def safe_change(source: SourceText, schema: str, mismatch: Mismatch, holder: object, value: object) -> Change | None:
    """The change that mends a mismatch, from what stands at its path and around it; None where somebody must choose."""
    path = mismatch.path
    match mismatch.keyword:
        case "additionalProperties" if isinstance(holder, Mapping):
            return _right_key(mismatch, key_words(source, schema, path[:-1]), holder)
        case "enum" if isinstance(value, str):
            right = meant(value, mismatch.allowed)
            return ReplaceText(path, value, right) if right else None
        case "type" if "string" in mismatch.allowed and isinstance(value, (int, float)) and path[:1] != ("rules",):
            return Quote(path)
    return None


def _right_key(mismatch: Mismatch, known: Vocabulary, holder: Mapping) -> Change | None:
    """The key that is meant, unless it is there already, or another wrong key may mean it too."""
    right = known.meant(mismatch.subject)
    if right is None or right in holder:
        return None
    others = (key for key in holder if key not in known and key != mismatch.subject)
    return None if right in map(known.meant, others) else RenameKey(mismatch.path, right)
