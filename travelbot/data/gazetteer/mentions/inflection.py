"""Base forms that an inflected name may have, by language."""

from collections.abc import Iterator
from functools import cache

from travelbot.data.gazetteer.folding import fold

_BALTIC = "a>as as>a os>a"
_CZECH = (
    "ze>ha,ga ce>ka re>r,ra ich>y ech>y,e ach>y,e em> ove>ov u>,o,a,e y>a e>,o,a i>e,,ie a>,o "
    "ii>ie ni>n,en ne>en,n,na dni>den dne>den lni>len atek>atky atok>atky iach>e ic>ice"
)
_SERBIAN = (
    "u>,a,o,e i>a a>,o e>a om>a,o oj>a,ska iji>ija iju>ija ru>ar,r,ra ra>ar ju>j,jo ki>ka ci>ka,ca"
)
_ENDINGS = {
    "ru": (
        "ами>ы,и ями>и ием>ий ой>а,ая,ой ею>ея ого>ое,ый,ий ому>ое,ый,ий ых>ые их>ие ую>ая "
        "ом>,о,ый,ий,ое ем>,е,ий,ь ей>я,ь,и ах>а,ы,и ях>я,и ам>а,ы,и ям>я,и ии>ия,ий ию>ия,ий "
        "ью>ь е>,а,я,о,ь,е,и у>,а,о ю>я,ь,й ы>а, и>а,я,ь,ы, а>,о,ы я>ь,й i>ь,а,я і>,ь,а,я,о,и "
        "ові>ів ова>ів єві>їв єва>їв ією>ія ії>ія ію>ія пта>пет пту>пет пте>пет пті>пет "
        "дня>день дні>день зі>га ці>ка ців>ці цях>ці му>м цы>ец"
    ),
    "el": "ου>ος,ο,ι ων>ες,α,οι ο>ος ας>α ης>η ι>ις α>ας η>ης ους>οι ω>ως",
    "pl": (
        "ach>y,i,e,a ami>y,i iej>a,ia ej>a owie>ow dzie>d,da dze>ga rze>r,ra cie>t,ta "
        "ie>,a,ie em>,o iem>,ie ii>ia ji>ja cji>cja je>ja u>,o a>,o y>a, i>a,ia,,e e>a,,o "
        "dnia>den dniu>den nie>no,n,na znie>zno ego>e em>e ic>ice dz>dza"
    ),
    "cs": _CZECH,
    "sk": _CZECH,
    "fi": (
        "ssa> sta> lla> lta> lle> an>a on>o een>i,e iin>i, oon>o aan>a uun>u eella>e eelta>e "
        "eelle>e eessa>e eesta>e ngissa>nki ngista>nki nkiin>nki issa>i,it, ista>i, seen> han> "
        "elle>i ella>i elta>i essa>i esta>i kassa>kka kasta>kka nnissa>nti nnista>nti "
        "pissa>ppi pista>ppi russa>rku rusta>rku iassa>ika iasta>ika"
    ),
    "et": "sse>,s s> st> l> le> lt> ni>n i>",
    "hu": (
        "ban> ben> ba> be> bol> on> en> n> ra> re> rol> nak> nek> hoz> hez> tol> ig> i> t> ot> et> "
        "ett> ott>"
    ),
    "tr": "da> de> ta> te> dan> den> tan> ten> ya> ye> a> e> nin> nun> in> un> yi> i> u>",
    "ro": "ul> ului> iei>ia ei>a a>",
    "lt": f"{_BALTIC} oje>a u>us,as,is e>as,is uje>us,ius iuje>ius aus>us iaus>ius iu>ius o>as "
    "uose>ai us>ai es>e ese>es eje>e",
    "lv": f"{_BALTIC} u>a,s es>e i>e,is s>a ija>ija iju>ija",
    "hr": _SERBIAN,
    "sl": f"{_SERBIAN} o>a ah>e,a ju>j",
    "de": "s>",
    "sv": "s>",
    "da": "s>",
    "no": "s>",
}
"""Case endings and, behind each, the endings that the base form may have in its place."""
_ADJECTIVE_ENDINGS = {
    "ru": "ом>ый,ий,ое,и ой>ая ую>ая ей>яя ого>ый,ий,ое,и его>ий ем>ий их>ие ых>ые",
    "cs": "eho>y em>y ych>y,e ou>a",
    "sk": "eho>y om>y ych>e",
    "pl": "ego>y,i ym>y im>i ej>a a>a",
    "hr": "om>i og>i oj>a u>a",
}
"""The same for an adjective in front."""
_PREFIXES = {
    "he": "ב ל מ ה ו מה שב וב ול",
    "ar": "ب ل و ف وب ول ال بال وال لل",
}
_SHORTEST_BASE = 3


def base_forms(key: str, language: str) -> list[str]:
    """Return what a word may be the inflected form of, in any language if `language` is empty."""
    known = [_ENDINGS.get(language, "")] if language else _ENDINGS.values()
    found = [form for rules in known for form in _replaced(key, rules)]
    found += [form for form in _unprefixed(key, language) if len(form) >= _SHORTEST_BASE]
    return [form for form in dict.fromkeys(found) if form != key]


def base_phrases(words: list[str], language: str) -> list[str]:
    """Return base forms of a name of several words, whose last one is inflected.

    An adjective before may be too; in Hebrew it's the first word.
    """
    if language in _PREFIXES:
        return [" ".join([form, *words[1:]]) for form in _unprefixed(words[0], language)]
    *front, last = words
    adjectives = _replaced(front[-1], _ADJECTIVE_ENDINGS.get(language, ""))
    fronts = [front, *([*front[:-1], form] for form in adjectives)]
    lasts = [last, *base_forms(last, language)]
    phrases = [" ".join([*start, end]) for start in fronts for end in lasts]
    return [phrase for phrase in phrases if phrase != " ".join(words)]


def _unprefixed(key: str, language: str) -> list[str]:
    prefixes = _PREFIXES.get(language, "").split()
    return [key.removeprefix(prefix) for prefix in prefixes if key.startswith(prefix)]


def _replaced(key: str, rules: str) -> Iterator[str]:
    for suffix, endings in _rules(rules):
        stem = key.removesuffix(suffix)
        if stem != key:
            bases = (stem + ending for ending in endings)
            yield from (base for base in bases if len(base) >= _SHORTEST_BASE)


@cache
def _rules(rules: str) -> list[tuple[str, list[str]]]:
    pairs = (fold(rule).partition(">") for rule in rules.split())
    return [(suffix, endings.split(",")) for suffix, _, endings in pairs]
