"""The words that tell one request from another, in folded text."""

import re
from collections.abc import Mapping

from travelbot.service.offline.answers.facts import Topic
from travelbot.service.offline.answers.small_talk import Kind


def _cue(*words: str) -> re.Pattern[str]:
    """Any of these, as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def _all(*words: str) -> re.Pattern[str]:
    """Nothing but these, and what people put around them."""
    around = r"(?:[\W_]*(?:there|travelbot|everyone|all|so much|a lot|very much|please))*[\W_]*"
    return re.compile(rf"^{around}(?:{'|'.join(words)}){around}$")


SMALL_TALK: Mapping[Kind, re.Pattern[str]] = {
    "well": _all(r"(?:hi|hello|hey)?[\s,]*how are (?:you|things)(?: doing| today)*"),
    "hello": _all(
        r"(?:hi|hiya|hello|hey|howdy|yo|good (?:morning|evening|day|afternoon)|greetings)+",
        r"(?:hallo|guten (?:tag|morgen|abend)|servus|bonjour|salut|hola|buenos dias|ciao|ola)",
        r"(?:buongiorno|bom dia|hoi|goedendag|こんにちは|你好|안녕하세요|привет)",
    ),
    "help": _all(
        "help(?: me)?", "hilfe", "aide", "ayuda", "aiuto", "ajuda",
        r"(?:who|what) are you", r"what(?:'s| is) this",
        r"(?:[^?]*\W)?what can (?:you|i) (?:do|ask)(?: .*)?",
        r"(?:how|what) do(?:es)? (?:you|this|it) (?:work|do|know)", "are you .*",
        "wer bist du", "qui es-tu", "quien eres", "chi sei",
    ),
    "thanks": _all(
        r"(?:ok(?:ay)?[\s,]*)?(?:many )?(?:thanks|thank you|thx|cheers|ty)(?: for [^?]*)?",
        r"[^?]{1,60}[\s,.!]+(?:thanks|thank you)",
        "danke(?: schon)?", "merci(?: beaucoup)?", "(?:muchas )?gracias", "grazie(?: mille)?",
        "obrigad[oa]", "dank(?: je| u)?", "ありがとう", "谢谢", "great", "perfect", "cool", "nice",
    ),
    "goodbye": _all(
        "(?:good)?bye(?: bye)?", "see you(?: later)?", "good night", "ciao ciao", "tschuss",
        "auf wiedersehen", "au revoir", "adios", "arrivederci", "tchau", "doei", "that's all",
    ),
}  # fmt: skip

CONTINENT = re.compile(
    r"\b(?:(?:north|south|latin) america|europe|(?<!south )africa|(?<!\w )asia)\b", re.IGNORECASE
)
YES = _all("yes", "yeah", "yep", "sure", "ok(?:ay)?", "ja", "oui", "si", "sim", "right", "exactly")
CLEAR = _cue(
    r"(?:clear|empty|reset|wipe)(?: the| my)?(?: \w+)? ?(?:map|pins|markers|everything)",
    r"(?:remove|delete)(?: all| the| every)+(?: of)?(?: the| my)? ?(?:pins?|markers?|thing)",
    "karte leeren", "efface la carte", "borra el mapa", "start over", "remove everything",
)  # fmt: skip
ZOOM = _cue(
    r"zoom\w*", r"^(?:get |go |move |come )?(?:a bit |a little |much )?closer(?: in)?",
    r"^(?:further|farther) (?:out|away)", "naher ran", "weiter weg",
)  # fmt: skip
OUT = _cue("out", "away", "raus", "back", "weg", "fuera", "arriere")
A_BIT = _cue("a bit", "a little", "slightly", "etwas", "un peu", "un poco", "little")
A_LOT = _cue("a lot", "much", "way", "far", "all the way")
SHORTER = _cue(
    r"(?:shorter|shortest|quicker|better|optimal|optimi[sz]ed?) (?:order|way|route|one)",
    r"shorten(?!.* (?:days?|weeks?)\b)(?: \w+)*", r"optimi[sz]e(?: \w+)*", r"reorder(?: \w+)*",
)  # fmt: skip
REMOVE = _cue(
    r"^(?:[\w',]+ ){0,3}(?:remove|delete|drop|unpin|without|skip|leave out|take off|"
    "except|ohne|entferne|sans|enleve|sin|quita|senza|togli|sem|zonder)",
)
FROM_TRIP = _cue(
    r"from (?:the|my|our|this) (?:route|trip|plan|itinerary|list)",
    "without", "skip", "leave out", "except", "ohne", "sans", "sin", "senza", "sem", "zonder",
)  # fmt: skip
ADD = _cue(
    r"^(?:please |also |and |can you |could you )*(?:add|pin|mark|put|show me also|also show)",
    r"add(?: a)? (?:pin|marker)", r"pin (?:for|on|in|at)", "too$", "as well$",
    r"^(?:fuge|ajoute|anade|aggiungi|adiciona|voeg)",
)  # fmt: skip
TO_TRIP = _cue(r"(?:to|in|into) (?:the|my|our|this) (?:route|trip|plan|itinerary)")
THEN = _cue(r"^(?:and|then|after that|afterwards|plus)")
THAT = _cue("it", "that", "this", "them", "these", "those", "there")
FAR = _cue(
    "how far", "distance", "how (?:many|much) (?:km|kilomet(?:er|re)s|miles)", "is (?:it|that) far",
    "wie weit", "entfernung", "a quelle distance", "que distancia", "a que distancia",
    "quanto dista", "quanto e lontan[oa]", "hoe ver",
)  # fmt: skip
FACTS: Mapping[Topic, re.Pattern[str]] = {
    "difference": _cue(r"time[- ]?(?:zone )?difference", "zeitunterschied", "jet ?lag",
                       "decalage horaire", "diferencia horaria", r"hours? (?:ahead|behind)"),
    "time": _cue(r"what(?:'s| is)? (?:the )?(?:local )?time", r"time (?:is it|in|at|there|now|of)",
                 "local time", "time zone", "timezone", "and the time",
                 "wie spat", "uhrzeit", "quelle heure", "que hora", "che ora", "que horas",
                 "hoe laat", "clock", "current time"),
    "currency": _cue("currency", "currencies", "money", "wahrung", "monnaie", "devise", "moneda",
                     "valuta", "moeda", "what (?:do|can|should) (?:i|you|we) pay (?:with|in)"),
    "languages": _cue("languages?", "spoken", r"(?:do|does) (?:they|people) speak", "sprachen?",
                      "langues?", "idiomas?", "lingu[ae]", "taal", "talen"),
    "area": _cue("area of", "surface", "square kilomet(?:er|re)s", "km2", "flache", "superficie"),
    "population": _cue("population", "inhabitants", "how many people", "how (?:big|large) is",
                       "einwohner", "habitants?", "habitantes", "abitanti", "inwoners"),
    "neighbours": _cue(r"neighbou?r(?:s|ing)?(?: countr(?:y|ies))?", r"borders?", "bordering",
                       "nachbar\\w*", "pays voisins?", "paises vecinos", "vicini"),
    "capital": _cue("capital(?: city)?(?: of)?", "hauptstadt", "capitale", "hoofdstad"),
}  # fmt: skip
AIRPORT = _cue("airports?", "iata", "flughafen", "aeroports?", "aeropuertos?", "aeroport[oi]",
               "luchthavens?", "vliegveld", "空港", "机场")  # fmt: skip
CODE = re.compile(r"\b(?!IATA\b)([A-Z]{3})\b")
COMPARE = _cue("compar\\w*", "versus", "vs\\.?", "difference between", "vergleich\\w*",
               "better", "nicer", "which (?:is|one)", "paragona", "vergelijk")  # fmt: skip
EITHER = _cue(
    "(?:or|oder|ou)(?! (?:by |the |a )?(?:bus|train|flight|plane|fly|drive|car|not|so|more|less))"
)
DAY_TRIPS = re.compile(
    r"(?<!\w)(?:day[- ]?trips|day[- ]?outs|days? out|excursions?|ausfluge?|tagesausfluge?|"
    r"excursiones|escursioni|gite|dagtochten|dagtrips?)(?!\w)|"
    r"(?<!\d[ -])(?<!\d)(?<!two[ -])(?<!three[ -])(?<!four[ -])(?<!five[ -])(?<!ten[ -])"
    r"(?<!\w)day[- ]?trip(?!\w)"
)
PLAN = _cue(
    r"plan(?: \w+)*", "itinerar\\w*", "road ?trip", "trip (?:to|through|around|in)", "holidays?",
    "vacation", "tour of", "reiseplan", "reise nach", "rundreise", "voyage", "viaje", "viaggio",
    "viagem", "reis naar",
)  # fmt: skip
MAKE_IT = _cue("make (?:it|that)", "instead", "change", "only", "rather", "extend", "shorten")
AROUND = _cue(
    "near(?:by|est)?", "around", "close (?:to|by)", "vicinity", "surroundings", "neighbourhood of",
    "in der nahe", "umgebung", "rund um", "autour", "pres d\\w+", "cerca", "alrededor\\w*",
    "vicino", "dintorni", "perto", "buurt", "next to",
)  # fmt: skip
SEE = _cue(
    r"(?:what(?:'s)?|things?|anything|something|places)(?: [\w@]+){0,6} (?:see|do|visit|look)",
    "sights?", "sightseeing", "attractions?", "landmarks?", "museums?", "highlights?",
    "worth (?:seeing|visiting)", "sehenswurdigkeiten", r"was (?:gibt|kann)(?: [\w@]+)* sehen",
    "que voir", "que ver", "cosa vedere", "o que ver", "wat te (?:doen|zien)", "monuments?",
)  # fmt: skip
_VIA = r"(?<!\w)(?:via|uber|par|por|passing)(?!\w)"
_TO = r"(?<!\w)(?:to|nach|a|para|naar)(?!\w)"
FROM_TO = re.compile(
    r"(?<!\w)(?:from|von|de|desde|da|van)(?!\w).*(?<!\w)(?:to|nach|a|para|naar)(?!\w)|->|→"
)
TO_FROM = re.compile(r"^(?!.*\bfrom\b.*\bto\b).*(?<!\w)to(?!\w).*(?<!\w)from(?!\w)")
TO_VIA = re.compile(rf"^(?!.*{_VIA}.*{_TO}).*{_TO}.*{_VIA}")
AND = _cue(r"^(?:and|what about|how about|und|et|y|e|en|also|same for|now)")
MORE = _cue(r"^(?:show |tell |give )?(?:me )?(?:some |any )?more\b.*", "what else", "anything else",
            "^else", "go on", "continue", "next", "mehr", "encore", "mas", "ancora", "mais", "meer",
            "again", "even (?:closer|farther|further)")  # fmt: skip
THERE = _cue(
    "there", "it", "that (?:one|place|city)", "go back", "dort", "alli", "la-bas", "there's"
)

BEYOND: Mapping[str, re.Pattern[str]] = {
    "prices": _cue("prices?", "costs?", "budget", "cheap\\w*", "expensive", "how much(?! time)",
                   "afford\\w*", "preise?", "kostet", "kosten", "prix", "precios?", "cuesta",
                   "prezz[oi]", "exchange rates?"),
    "opening hours": _cue("opening (?:hours|times)", "opens?", "open", "close[sd]?",
                          "offnungszeiten", "geoffnet", "horaires?", "horarios?", "orari"),
    "the weather": _cue("weather", "rain\\w*", "temperatures?", "forecast", "climate", "snow\\w*",
                        "hot", "cold", "sunny", "wetter", "meteo", "clima", "tempo", "weer"),
    "the best season": _cue("best (?:time|month|season)", "when (?:to|should)", "season",
                            "beste reisezeit", "meilleure periode"),
    "news": _cue("news", "nachrichten"),
    "safety": _cue("safe", "safety", "danger\\w*", "crime", "sicher", "seguro", "scams?"),
    "visas": _cue("visas?", "passports?", "entry requirements?", "visum"),
    "hotels": _cue("hotels?", "hostels?", "airbnb", "accommodations?",
                    r"where (?:to|should|can|do)(?: \w+)? (?:stay|sleep)",
                   "apartments?", "unterkunft", "alojamiento", "resorts?", "lodging", "ホテル"),
    "food and drink": _cue("restaurants?", "food", "eat(?:ing)?", "cuisine", "cafes?", "bars?",
                        "night ?life", "dinner", "lunch", "breakfast", "essen gehen", "ristoranti",
                        "restaurantes?", "drinks?", "coffee"),
    "bookings": _cue("book(?:ing|ings)?", "reserv\\w+", "tickets?", "buchen"),
    "timetables": _cue("trains?", "bus(?:es)?", "ferr(?:y|ies)", "flights?", "fly", "timetables?",
                       "schedules?", "zug", "bahn", "metro", "subway", "public transport"),
    "events": _cue("events?", "festivals?", "concerts?", "exhibitions?", "parties"),
    "beaches": _cue("beach(?:es)?", "strand", "strande", "plages?", "playas?", "spiagg\\w+"),
}  # fmt: skip
