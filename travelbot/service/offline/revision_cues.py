"""The words of requests about the itinerary in force, in folded text."""

import re

_ASK = (
    r"^(?:(?:please|also|and|now|then|can|could|would|you|we|let's|let us|i want to|i'd like to) )*"
)
_PLAN = r"(?:(?:the|my|our|this|whole|entire|current) )*(?:plan|itinerary|trip|days)"
_DATES = r"(?:(?:the|my|our|all) )*dates"
_SOME_DAYS = r"(?:by )?(?:a|one|two|three|four|five|six|seven|\d{1,3}) (?:days?|weeks?)"
_ONE_DAY = (
    r"(?:the )?(?:(?:day|tag|jour|dia|giorno|dag) (?:number )?"
    r"(?:\d{1,3}|one|two|three|four|five|six|seven)"
    r"|(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th) day)"
)
CLEAR = re.compile(
    rf"{_ASK}(?:clear|delete|remove|discard|forget|empty|reset|wipe|drop|cancel) {_PLAN}$"
)
OVER = re.compile(
    rf"{_ASK}(?:start over|(?:clear|delete|remove|forget|reset|wipe|empty) (?:everything|all))$"
)
SHOW = re.compile(
    rf"^when (?:does|do|is|are|will) (?:it|we|i|{_PLAN}) (?:\w+ )?(?:start|begin|end|finish|over)$"
    rf"|^how (?:many days|long) (?:is|does|are|do) (?:it|we|{_PLAN})(?: \w+)?$"
    rf"|^what are {_DATES}$"
    rf"|{_ASK}(?:show|tell|give|list|read|repeat|what's|what is|how does)? ?(?:me )?"
    rf"(?:the|my|our|this|whole|entire|current) ?{_PLAN}(?: (?:now|so far|again|look like|look))*$"
    rf"|{_ASK}(?:show|list|repeat)(?: me)? {_PLAN}$"
)
LIGHTER = re.compile(
    r"\b(?:lighter|lighten|less (?:busy|full|packed|crowded)|fewer (?:stops|things|sights|places)"
    r"|too (?:busy|full|much|packed|long)|relax(?:ed|ing)?|easier|slower|quieter|calmer|thin out)\b"
)
BUSIER = re.compile(
    r"\b(?:busier|fuller|denser|too (?:empty|light|short)|fill(?: up)?|more (?:on|to|for|in)"
    r"|more (?:stops|things|sights|places)|add (?:something|more|a stop|a sight|another))\b"
)
SWAP = re.compile(r"\b(?:swap|switch|exchange|interchange)\b")
DATES = re.compile(
    r"\bdates?\b.*\bin(?:to)? (?:the |a )?(?:right )?order\b"
    r"|\b(?:sort|order|fix|correct|straighten)(?: out)? (?:the |my |our )?dates?\b"
)
START = re.compile(
    r"\b(?:start|starts|starting|begin|begins|beginning|leave|leaving|depart|arrive|arriving)\b"
    r"|\bday (?:1|one) (?:is )?on\b|\bthe first day is\b"
)
SHIFT = re.compile(
    rf"{_ASK}(?:shift|push|move|postpone|delay|bring|put)(?: (?:back|forward))?"
    rf" (?:it|everything|{_PLAN}|{_DATES})(?: (?:back|forward|on|out))? {_SOME_DAYS}"
    r"(?: (?:back|forward))?\W*(?:please)?$"
    rf"|\b{_SOME_DAYS} (?:earlier|sooner|later)\W*(?:please)?$"
)
EARLIER = re.compile(r"\b(?:earlier|sooner)\b|\bbring\b.*\bforward\b")
QUESTION = re.compile(
    r"^(?:is|are|was|were|why|how|what|which|does|do|did|should|shall|who|when)\b"
    r"(?! about (?:making|having|a ))"
)
"""Asks about the itinerary, and wants it to stay as it is."""
WHAT_IS_ON = re.compile(rf"^what\b.* {_ONE_DAY}$")
DROP_DAYS = re.compile(
    rf"{_ASK}(?:remove|drop|delete|skip|cancel|leave out|cut|entferne|losche|supprime|enleve"
    rf"|elimina|quita|rimuovi|togli|remova|verwijder) "
    rf"(?:{_ONE_DAY}(?:(?:, | and |, and ){_ONE_DAY})*"
    r"|days \d{1,3} and \d{1,3})$"
)
EMPTY_DAY = re.compile(rf"{_ASK}(?:empty|clear|free(?: up)?) {_ONE_DAY}(?: up)?$")
MORE_DAYS = re.compile(
    rf"{_ASK}(?:add |give me )(?:a|another|one|two|three|\d{{1,2}})"
    rf"(?: more| other| extra)? days?(?: (?:more|longer|to {_PLAN}))?$"
    rf"|{_ASK}(?:for |stay (?:for )?)?(?:\w+) (?:more|extra) days?$"
    rf"|{_ASK}(?:(?:make|extend) (?:it|{_PLAN}) )?{_SOME_DAYS} (?:more|longer)$"
    rf"|{_ASK}(?:extend|lengthen) (?:it|{_PLAN}) {_SOME_DAYS}$"
)
FEWER_DAYS = re.compile(
    rf"{_ASK}(?:make (?:it|{_PLAN}) )?{_SOME_DAYS} (?:less|fewer|shorter)$"
    rf"|{_ASK}(?:shorten|cut) (?:it|{_PLAN}) {_SOME_DAYS}$"
)
BEYOND = re.compile(
    rf"{_ASK}(?:undo|take (?:it|that|this) back|revert|go back one step)\b|"
    rf"{_ASK}(?:replace|substitute) .+ (?:with|by|for) |{_ASK}swap (?!days? ).+ (?:with|for) |"
    rf"{_ASK}(?:reverse|reorder|sort|optimi[sz]e|shorten|split|merge|join|copy|duplicate|rename|call"
    rf"|repeat|shift|delay) (?:\w+ )*{_ONE_DAY}"
)
DROP = re.compile(
    rf"{_ASK}(?:remove|drop|delete|skip|cancel|leave out|take out|take off|take|cut|scrap|without) "
    r"(?P<name>.+?)(?:,? (?:out of|from|off|on|of) (?P<where>(?:the |my |our )?"
    r"(?:day|plan|itinerary|trip|list|first|second|third|fourth|fifth|last)\b.*))?$"
)
ADD = re.compile(
    rf"{_ASK}(?:add|put|include|visit|see|squeeze|fit)(?: in)? (?P<name>.+?) "
    rf"(?:to|on|onto|in|into|for) (?P<where>{_ONE_DAY}|{_PLAN})$"
)
MOVE = re.compile(
    rf"{_ASK}(?:move|put|shift|bring|do|visit|take) (?P<name>.+?)(?: from {_ONE_DAY})? "
    rf"(?:to|on|onto|into|in) (?P<where>{_ONE_DAY}|a day of its own|its own day|a new day"
    r"|the day after|the next day|the day before)$"
)
TIMED = re.compile(
    rf"{_ASK}(?:move|put|shift|do|visit|see|be at) (?P<name>.+?)(?: on (?P<where>{_ONE_DAY}))?"
    r" (?:at|to) (?P<time>\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\.?)?)(?: or later)?$"
)
WHERE = re.compile(r"^where (?:exactly )?is (?P<name>.+)$")
PLAIN = re.compile(
    rf"{_ASK}(?:make|have|keep|lighten|fill|add|it's|it is|that's|that is|too) "
    r"(?:it|this|that|the (?:plan|trip|itinerary)|(?:some|any)thing|more|too)\b"
)
"""What is said of no day in particular."""
OPEN = frozenset({"something", "more", "anything", "a stop", "a sight", "another stop", "it"})
"""Names that name nothing."""
