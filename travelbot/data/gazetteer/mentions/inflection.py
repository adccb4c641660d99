"""Base forms that an inflected name may have, by language."""

from collections.abc import Iterator

_ENDINGS = {
    "ru": (
        "ами>ы,и ями>и ием>ий ой>а,ая,ой ею>ея ого>ое,ый,ий ому>ое,ый,ий ых>ые их>ие ую>ая "
        "ом>,о,ый,ий,ое ем>,е,ий,ь ей>я,ь,и ах>а,ы,и ях>я,и ам>а,ы,и ям>я,и ии>ия,ий ию>ия,ий "
        "ью>ь е>,а,я,о,ь,е,и у>,а,о ю>я,ь,й ы>а, и>а,я,ь,ы, а>,о,ы я>ь,й i>ь,а,я і>,ь,а,я,о,и "
        "ові>ів ова>ів єві>їв єва>їв ією>ія ії>ія ію>ія"
    ),
    "el": "ου>ος,ο,ι ων>ες,α,οι ο>ος ας>α ης>η ι>ις α>ας η>ης",
    "pl": (
        "ach>y,i,e,a ami>y,i iej>a,ia ej>a owie>ow dzie>d,da dze>ga rze>r,ra cie>t,ta "
        "ie>,a,ie em>,o iem>,ie ii>ia ji>ja cji>cja je>ja u>,o a>,o y>a, i>a,ia, e>a,,o"
    ),
    "cs": (
        "ze>ha,ga ce>ka re>r,ra ich>y ech>y,e em> ove>ov u>,o,a y>a e>,o,a i>e,,ie a>,o ii>ie ni>n"
    ),
    "fi": (
        "ssa> sta> lla> lta> lle> an>a on>o een>i,e iin>i oon>o aan>a uun>u eella>e eelta>e "
        "eelle>e eessa>e eesta>e ngissa>nki ngista>nki nkiin>nki issa>i,it ista>i"
    ),
    "hu": (
        "ban> ben> ba> be> bol> on> en> n> ra> re> rol> nak> nek> hoz> hez> tol> ig> i> t> ot> et>"
    ),
    "tr": "da> de> ta> te> dan> den> tan> ten> ya> ye> a> e> nin> nun> in> un> yi> i> u>",
    "ro": "ul> ului> iei>ia ei>a a>",
    "de": "s>",
    "sv": "s>",
    "da": "s>",
    "no": "s>",
}
"""Case endings and, behind each, the endings that the base form may have in its place."""
_ADJECTIVE_ENDINGS = "ом>ый,ий,ое ой>ая ую>ая ей>яя ого>ый,ий,ое их>ие ых>ые"
_PREFIXES = {
    "he": "ב ל מ ה ו מה שב וב ול",
    "ar": "ب ل و ف وب ول ال بال وال لل",
}
_SHORTEST_STEM = 3


def base_forms(key: str, language: str) -> list[str]:
    """Return what a word may be the inflected form of; its stem keeps three letters or more."""
    found = list(_replaced(key, _ENDINGS.get(language, "")))
    found += [form for form in _unprefixed(key, language) if len(form) >= _SHORTEST_STEM]
    return [form for form in dict.fromkeys(found) if form != key]


def base_phrases(words: list[str], language: str) -> list[str]:
    """Return base forms of a name of several words, whose last one is inflected.

    In Russian the word before, mostly an adjective, may be too; in Hebrew it's the first word.
    """
    if language in _PREFIXES:
        return [" ".join([form, *words[1:]]) for form in _unprefixed(words[0], language)]
    *front, last = words
    fronts = [front]
    if language == "ru":
        fronts += [[*front[:-1], form] for form in _replaced(front[-1], _ADJECTIVE_ENDINGS)]
    lasts = [last, *base_forms(last, language)]
    phrases = [" ".join([*start, end]) for start in fronts for end in lasts]
    return [phrase for phrase in phrases if phrase != " ".join(words)]


def _unprefixed(key: str, language: str) -> list[str]:
    prefixes = _PREFIXES.get(language, "").split()
    return [key.removeprefix(prefix) for prefix in prefixes if key.startswith(prefix)]


def _replaced(key: str, rules: str) -> Iterator[str]:
    for rule in rules.split():
        suffix, _, endings = rule.partition(">")
        stem = key.removesuffix(suffix)
        if stem != key and len(stem) >= _SHORTEST_STEM:
            yield from (stem + ending for ending in endings.split(","))
