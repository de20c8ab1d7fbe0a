"""What a screen reader makes of the screens: by the journeys' stops, what has to be there, in this order."""

HEARD = {
    "doors: landing": """
      - main:
        - heading "Someone at this table is lying." [level=1]
        - textbox "Your name"
        - button "Create a room"
        - textbox "Room code"
        - button "Join room"
        - group "Nobody with you?":
          - button /Practice now/
          - button /Play with strangers/
        - region "Learn it in 30 seconds"
    """,
    "doors: door": """
      - main:
        - heading "Bartholomew III invited you." [level=1]
        - paragraph: 1 of 10 here.
        - textbox "Your name"
        - button "Sit down"
    """,
    "lobby: lobby of the host": """
      - banner:
        - heading "Lobby" [level=1]
        - button "Menu"
      - main:
        - region "Invite":
          - button "Share link"
          - button "Copy link"
        - heading "Players" [level=2]
        - list:
          - listitem: Mira You · Host
          - listitem:
            - text: Jonas Not ready
            - button "Remove Jonas"
        - region "Rules of this table":
          - button "Change the rules"
      - region "Actions":
        - paragraph: Waiting for 5 players to be ready.
        - button "Start game" [disabled]
    """,
    "lobby: dialog kick": """
      - dialog "Remove Aïcha?":
        - heading "Remove Aïcha?" [level=2]
        - button "Close"
        - paragraph: They cannot come back to this room.
        - button "Keep"
        - button "Remove"
    """,
    "queue: gathering": """
      - banner:
        - timer "Time left": "12"
      - main:
        - heading "Your table is here" [level=2]
        - list:
          - listitem: Mira You · Here
          - listitem: Jonas Here
          - listitem: Aïcha Here
          - listitem: Лена On the way
      - alert: Table found.
    """,
    "night: reveal": """
      - main:
        - heading "Your role" [level=2]
        - text: Your card, face down
      - region "Actions":
        - button "Hold to look"
        - button "I know my role" [disabled]
    """,
    "night: card": """
      - main:
        - heading "Mafia" [level=3]
        - paragraph: With the Mafia
        - paragraph: "With you: 2 Jonas"
      - region "Actions":
        - button "Hold to look" [pressed]
        - button "I know my role"
      - status: Your role will be spoken. Use headphones. Hold again to hear it.
    """,
    "day: dawn": """
      - main:
        - heading "The town wakes." [level=2]
        - paragraph: "Bartholomew III did not wake up. Their card: Villager."
        - button "Go on"
      - alert: "Bartholomew III did not wake up. Their card: Villager."
    """,
    "day: day": """
      - main:
        - region "Chat":
          - log "Messages":
            - text: Jonas
            - paragraph: /I was home all night, ask/
          - textbox "Say something"
          - button "Send"
      - region "Actions":
        - button "Ready to vote"
        - navigation "Panels":
          - button "Chat" [pressed]
    """,
    "day: out": """
      - main:
        - heading "The table has voted." [level=2]
        - paragraph: "Aïcha leaves, with 3 votes. Their card: Mafia."
        - button "Go on"
      - alert: "Aïcha leaves, with 3 votes. Their card: Mafia."
    """,
    "day: end": """
      - banner:
        - heading "Town wins" [level=1]
      - main:
        - heading "Town wins" [level=2]
        - paragraph: You were on the winning side.
        - region "Who was who":
          - list:
            - listitem: Mira (you) Villager lived
            - listitem: Jonas Mafia lived
        - region "What happened"
        - region "Votes":
          - table:
            - rowgroup:
              - row:
                - columnheader "Voter"
                - columnheader "Day 1"
      - region "Actions":
        - button "Play again"
    """,
    "lobby: kicked": """
      - main:
        - heading "The host removed you." [level=2]
        - paragraph: You cannot come back to this room. Other tables are open.
        - link "Find another room"
    """,
    "trouble: open elsewhere": """
      - main:
        - heading "This game is open in another tab." [level=2]
        - button "Play here"
    """,
}
