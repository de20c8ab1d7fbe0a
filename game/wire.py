"""What a client may say about a game, field by field with its bounds; the gateway decodes into these."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from game.engine.facts import Channel
from game.engine.phrases import QuickKey
from game.outbox import ReportReason

MAX_REF: Final = 36
Ref = Annotated[str, Meta(min_length=1, max_length=MAX_REF)]
Target = Annotated[str, Meta(min_length=1, max_length=36)]
Text = Annotated[str, Meta(max_length=4096)]


class Event(Struct, frozen=True, kw_only=True, tag_field="type", rename="camel"):
    """One client frame, named by its `type`; unknown extra fields are ignored."""

    ref: Ref | None = None


class MafiaKill(Event, frozen=True, kw_only=True, tag="action:mafiaKill"):
    """Choose the mafia's shared victim."""

    target_id: Target


class DoctorSave(Event, frozen=True, kw_only=True, tag="action:doctorSave"):
    """Choose whom to guard."""

    target_id: Target


class DetectiveInspect(Event, frozen=True, kw_only=True, tag="action:detectiveInspect"):
    """Choose whom to look into."""

    target_id: Target


class Done(Event, frozen=True, kw_only=True, tag="action:done"):
    """Nothing more to do this night, with a private suspicion; by day: let us vote."""

    target_id: Target | None = None


class Quick(Struct, frozen=True, rename="camel"):
    """A quick phrase. `suspect`, `quiet` and `trust` are about `target_id`, another player; the others about nobody."""

    key: QuickKey
    target_id: Target | None = None


class ChatSend(Event, frozen=True, kw_only=True, tag="chat:send"):
    """Say something; who hears it is the server's choice. With a `phrase` the server makes the `message` itself.

    What names a `channel` is said on that one or refused (`wrong_phase`): a late whisper is not told to the village.
    """

    message: Text = ""
    phrase: Quick | None = None
    channel: Channel | None = None


class ChatReport(Event, frozen=True, kw_only=True, tag="chat:report"):
    """Tell the moderators of a player: of `user_id`, or of who said `message_id`. Nobody at the table hears of it."""

    reason: ReportReason
    user_id: Target | None = None
    message_id: Target | None = None


class VoteCast(Event, frozen=True, kw_only=True, tag="vote:cast"):
    """Vote for somebody to leave; null is a vote to skip."""

    target_id: Target | None
