"""What a screen reader makes of the screens: names, order and states, without the looks."""

from playwright.async_api import expect

from tests.browser.theatre import IDS, TALLY, Theatre, dead, phase, waiting


async def test_the_night_is_a_list_of_seats_and_one_button(theatre: Theatre) -> None:
    await theatre.show("reveal", *theatre.game())
    await theatre.table.peek()
    await theatre.table.part("do=known").click()
    await theatre.table.page.keyboard.press("4")
    await expect(theatre.table.page.locator("main")).to_match_aria_snapshot("""
      - heading "Choose one player" [level=2]
      - list:
        - listitem:
          - button "Seat 1, Mira, alive, You"
        - listitem:
          - button "Seat 2, Jonas, alive"
        - listitem:
          - button "Seat 3, Aïcha, alive"
        - listitem:
          - button "Seat 4, Лена, alive, Away, your pick" [pressed]
    """)
    await expect(theatre.table.page.get_by_role("region", name="Actions")).to_match_aria_snapshot("""
      - paragraph: You chose 4 Лена. You can change until the timer ends.
      - button "Lock in 4 Лена" [disabled]
      - navigation "Panels"
    """)


async def test_the_vote_is_heard_with_its_numbers(theatre: Theatre) -> None:
    await theatre.show("voting", *theatre.game(), phase("voting"), TALLY)
    await expect(theatre.table.page.locator("main")).to_match_aria_snapshot("""
      - heading "Who leaves the table?" [level=2]
      - paragraph: 5 of 6 have voted. Most votes decide; a tie sends nobody. Votes are open.
      - list:
        - listitem: Mira You · 0 votes
        - listitem:
          - button "Seat 2, Jonas, alive, 1 vote"
        - listitem:
          - button "Seat 3, Aïcha, alive, 3 votes"
    """)


async def test_the_code_is_read_letter_by_letter(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room())
    code = theatre.room()["roomCode"]
    await expect(theatre.table.page.get_by_text(f"Room code {' '.join(code)}")).to_be_attached()


async def test_a_start_that_cannot_be_says_why_and_keeps_its_place_in_the_order(theatre: Theatre) -> None:
    await theatre.show("lobby", theatre.room(ready=False))
    start = theatre.table.part("do=start")
    await start.focus()
    await expect(start).to_be_focused()
    await expect(theatre.table.part("status")).to_have_text("Waiting for 5 players to be ready.")
    await theatre.table.page.keyboard.press("Enter")
    assert theatre.heard == []


async def test_who_died_is_told_once_and_aloud(theatre: Theatre) -> None:
    await theatre.show("dawn", *theatre.game(), phase("day", deaths=[dead(5)]))
    loud = theatre.table.page.locator("[data-assertive]")
    await expect(loud).to_have_text("Bartholomew III did not wake up. Their card: Villager.")


async def test_a_refused_tap_is_told_kindly_and_goes_back(theatre: Theatre) -> None:
    await theatre.show("voting", *theatre.game(), phase("voting"))
    await theatre.table.page.keyboard.press("2")
    await expect(theatre.table.part("pick=pending")).to_have_count(1)
    refusal = {"type": "vote:error", "code": "bad_target", "reason": "", "event": "vote:cast"}
    await theatre.play({**refusal, "ref": theatre.heard[-1]["ref"]})
    await expect(theatre.table.part("pick")).to_have_count(0)
    await expect(theatre.table.part("toast")).to_have_text("That player cannot be chosen now. Tap another.")
    assert theatre.heard[-1]["targetId"] == IDS[1]


async def test_the_queue_is_a_count_a_promise_and_two_ways_out(hall: Theatre) -> None:
    await hall.show("queue", waiting(4))
    await expect(hall.table.page.locator("main")).to_match_aria_snapshot("""
      - heading "Looking for a table" [level=2]
      - paragraph: 4 of 6 found
      - paragraph: Starts in 0:21 at the latest.
      - paragraph: "You have waited 0:09."
    """)
    await expect(hall.table.page.get_by_role("region", name="Actions")).to_match_aria_snapshot("""
      - button "Play with bots instead"
      - link "Leave"
    """)


async def test_a_bot_is_called_one(theatre: Theatre) -> None:
    lobby = theatre.with_bots(3)
    await theatre.show("voting", lobby, {**lobby, "status": "in_game"}, *theatre.game()[1:], phase("voting"))
    await expect(theatre.table.part("tap='4'")).to_have_accessible_name("Seat 4, Лена, bot, alive, 0 votes")
