"""The public record: what is known of launches, and which of them a draft tells of.

What rules look at stands here; the tables are read by `lookup` and `recalling`, which a draft with a launch imports.
"""

from checker.record.counted import Counted
from checker.record.known import Known
from checker.record.misspelt import Misspelt
from checker.record.retold import Retold

__all__ = ["Counted", "Known", "Misspelt", "Retold"]
