"""Words that hurt, in six languages: a short list of the clearest ones, and data only; `manners` matches them.

A `*` ends a stem. Nothing here is a word of the game ("liar", "scum", "kill"), or a plain word of another of the
languages. Latin words stand without accents, Arabic ones in plain letters.
"""

from typing import Final

SLURS: Final = """
    nigga* nigger* fag fags faggot* kikes chink chinks gook gooks spic spics wetback* tranny trannies
    retarded* cunt* whore* slut* kys
    neger* kanake* fotze* hure huren hurensohn* schwuchtel* missgeburt* spast spasti spasten nutte*
    schlampe* untermensch*
    maricon* puta putas puto putos hijoputa* hijueputa* sudaca* negrata* mongolico* subnormal*
    pute putes salope* encule* bougnoul* youpin* bicot* fdp tarlouze* gouine*
    viado viados arrombad* vadia vadias retardad*
    شرموط* قحب* عاهر* منيوك* منيك* خول خولات لوطي* زنجي* زنوج
"""
"""Slurs and the worst abuse: who filters at all does not want to read them."""

INSULTS: Final = """
    idiot* moron morons moronic stupid* imbecil* dumb dumber dumbass* asshole* arsehole* bastard* bitch*
    fuck* motherfuck* shit* bullshit* wanker* twat twats prick pricks dickhead* scumbag* douche* loser losers
    jerk jerks stfu gtfo
    arschloch* arsch wichser* scheiss* dumm dumme dummer dummes dummkopf* depp deppen trottel* vollpfosten* penner*
    mistkerl* blodmann* hohlkopf* fresse
    estupid* gilipollas cabron* pendej* mierda* tonto tonta tontos tontas capullo* joder
    connard* connasse* cretin* abruti* debile* merde* putain* salaud* batard* bouffon bouffons
    otari* caralho* merda* porra foda fodase cuzao cuzoes babaca* trouxa trouxas burro burra burros
    غبي* احمق* حمقي* حمار حمير تافه* حقير* كلب كلاب خنزير* خنازير وسخ*
"""
"""Insults and oaths: for who wants a table where nobody is called names."""
