"""What the pages say: every word of the interface that a reader meets. For a journal in another language this is the room to translate."""

from interview_journal.plan.words.asking import *  # noqa: F403
from interview_journal.plan.words.concepts import *  # noqa: F403
from interview_journal.plan.words.counted import *  # noqa: F403
from interview_journal.plan.words.coverage import *  # noqa: F403
from interview_journal.plan.words.entry import *  # noqa: F403
from interview_journal.plan.words.feed import *  # noqa: F403
from interview_journal.plan.words.frame import *  # noqa: F403
from interview_journal.plan.words.home import *  # noqa: F403
from interview_journal.plan.words.records import *  # noqa: F403
