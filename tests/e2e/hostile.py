"""Text that wants more than to be read: what a model, a place, a title or a reader may contain.

`Hostile.shown` is what a reader must still see of it as it was typed.
"""

from typing import NamedTuple

HOST = "https://evil.test"
PIXEL = f"{HOST}/p.png"


class Hostile(NamedTuple):
    """One text, and what must be visible of it."""

    text: str
    shown: str = ""


def _typed(*texts: str) -> list[Hostile]:
    """Texts that are shown exactly as they are."""
    return [Hostile(text, text) for text in texts]


HTML = _typed(
    "<script>alert(1)</script>",
    f'<img src="{PIXEL}" onerror="alert(1)">',
    "<img src=x onerror=alert(1)//",
    f"<iframe src={HOST}></iframe>",
    "<svg onload=alert(1)><foreignObject><body onload=alert(1)></foreignObject></svg>",
    f"<link rel=stylesheet href={HOST}/a.css>",
    f"<style>@import '{HOST}/a.css'; body {{ display: none }}</style>",
    f"<form action={HOST}><input name=key placeholder=Key><button>OK</button></form>",
    f"<meta http-equiv=refresh content='0;url={HOST}'>",
    f"<base href={HOST}>",
    f"<video autoplay src={HOST}/v.mp4></video>",
    f"<audio autoplay src={HOST}/a.mp3></audio>",
    f"<object data={HOST}></object><embed src={HOST}>",
    "<details open ontoggle=alert(1)>x</details>",
    "<!-- --><b>bold?</b><!-- a comment -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<a href='javascript:alert(1)'>click</a>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "a<br>b",
)
IMAGES = [
    Hostile(f"![inline]({PIXEL})", "inline"),
    Hostile(f'![titled]({PIXEL} "a title")', "titled"),
    Hostile(f"![pointed](<{PIXEL}>)", "pointed"),
    Hostile(f"![]({PIXEL}?empty)", "image"),
    Hostile(f"![ref][r]\n\n[r]: {PIXEL}", "![ref][r]"),
    Hostile(f"![collapsed][]\n\n[collapsed]: {PIXEL}", "![collapsed][]"),
    Hostile(f"![shortcut]\n\n[shortcut]: {PIXEL}", "![shortcut]"),
    Hostile(f"[![linked]({PIXEL})]({HOST})", "linked"),
    Hostile(f"![split\nalt]({PIXEL})", "![split"),
    Hostile(f"![split target](\n{PIXEL}\n)", "![split target]("),
    Hostile(f"| a | b |\n|---|---|\n| ![cell]({PIXEL}) | 2 |", "cell"),
    Hostile(f"| a | b |\n|---|---|\n| ` ![ticked]({PIXEL}) | ` |", "ticked"),
    Hostile(f"an open ` tick ![after tick]({PIXEL})\n\nnext", "after tick"),
    Hostile(f"`code\n\n![two lines]({PIXEL})`", "two lines"),
    Hostile(f"> ```\n> quoted\n![out of the quote]({PIXEL})", "out of the quote"),
    Hostile(f"- ```\n  listed\n![out of the list]({PIXEL})\n```", "out of the list"),
    Hostile(f"~~~\ncode\n```\n~~~\n![after tildes]({PIXEL})", "after tildes"),
    Hostile(f"````\n```\n````\n![after four]({PIXEL})", "after four"),
    Hostile(f"para\n      ```\n![lazy fence]({PIXEL})\n```", "lazy fence"),
    Hostile(f"!![doubled]({PIXEL})", "doubled"),
    Hostile(f"\\![escaped]({PIXEL})", "escaped"),
    Hostile(f"!\u200b[hidden between]({PIXEL})", "hidden between"),
    Hostile(f"&#33;&#91;entities]({PIXEL})", "![entities]"),
    Hostile(f"!<{PIXEL}?bang>", PIXEL),
    Hostile("![data](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)", "![data](data:"),
    Hostile("![relative](component/x.png)", "![relative]("),
    Hostile(f"- 1. > ![nested]({PIXEL})", "nested"),
    Hostile(f"# ![heading]({PIXEL})", "heading"),
    Hostile(f"**![bold]({PIXEL})**", "bold"),
    Hostile(f"![a [b] c]({PIXEL})", "![a [b] c]"),
    Hostile(f"![paren]({HOST}/a_(b).png)", "paren"),
    Hostile(f"![note][^1]\n\n[^1]: ![in note]({PIXEL})", "in note"),
]
LINKS = [
    *_typed(
        "[run](javascript:alert(1))",
        "[RUN](JaVaScRiPt:alert(1))",
        "[data](data:text/html,<script>alert(1)</script>)",
        "[vb](vbscript:msgbox(1))",
        "[file](file:///etc/passwd)",
        "[relative](/api/conversations)",
        "[anchor](#root)",
        "[ref][1]",
        "[^1]",
        "[1]: javascript:alert(1)",
        "<javascript:alert(1)>",
    ),
    Hostile("[spaced]( java\nscript:alert(1))", "[spaced]("),
    Hostile("[entity](&#106;avascript:alert(1))", "[entity](javascript:"),
    Hostile(f"[https://bank.test]({HOST})", "https://bank.test"),
    Hostile(f"<{HOST}/auto?a=1&b=$2$>", HOST),
    Hostile("www.evil.test/*a*<b>_c_", "www.evil.test"),
    Hostile(f"{HOST}/bare:streamlit:/$x$/~y", f"{HOST}/bare"),
    Hostile(f'[closing]({HOST}/a"onclick="alert(1))', "closing"),
]
DIRECTIVES = [
    *_typed(
        ":red[Error] :red-background[x] :blue-badge[Verified] :small[tiny]",
        ":shimmer[Loading…]",
        ":grey-background[shaded]",
        ':color[a]{foreground="red" background="blue"}',
        ":material/lock: Secure",
        ":material_lock: Secure",
        ":streamlit: says so",
        ":tada: :+1: :-1: :x:",
        "::note[leaf]{#root .x}",
        ":help[me]",
        ":foo[bar]{onclick=alert(1)}",
    ),
    Hostile("\\:material_lock: \\:streamlit:", ":material_lock: :streamlit:"),
    Hostile("&#58;material_lock: &colon;streamlit&colon;", ":streamlit:"),
    Hostile(":&#109;aterial_lock:", ":material_lock:"),
    Hostile(":::warning\nSession expired\n:::", "Session expired"),
    Hostile(":red[![x](" + PIXEL + ")]", ":red[x]"),
    Hostile("[:material_lock:](" + HOST + ")", ":material_lock:"),
]
FORMULAS = _typed(
    "$x^2$ and $$y$$",
    f"$\\href{{{HOST}}}{{a}}$",
    f"$\\includegraphics{{{PIXEL}}}$",
    "$\\htmlClass{stApp}{x}$",
    "$\\def\\a{\\a\\a}\\a$",
    "it costs $20 to $30",
)
MORE_FORMULAS = [
    Hostile("$$\n\\def\\a#1{#1#1}\\a{\\a{\\a{x}}}\n$$", "\\def"),
    Hostile("\\$$x$\\$", "$x$"),
]
DIAGRAMS = [
    Hostile("```mermaid\ngraph TD; A-->B\n```", "graph TD; A-->B"),
    Hostile(f'~~~MerMaid x\ngraph TD; A["<img src={PIXEL}>"]\n~~~', "graph TD"),
    Hostile(f'```mermaid-x\nclick A href "{HOST}"\n```', "click A"),
]
UNSEEN = [
    Hostile("pay \u202e05$ ot\u202c now", "pay 05$ ot now"),
    Hostile("\u2066isolated\u2069 \u200fmarks\u200e", "isolated marks"),
    Hostile("z\u200be\u200br\u2060o\ufeff \u00adwidth", "zero width"),
    Hostile("tags\U000e0041\U000e0042\U000e0001", "tags"),
    Hostile("nul\x00 bell\x07 del\x7f c1\x9b31m", "nul bell del c131m"),
    Hostile("\x1b[31mred\x1b[0m \x1b]8;;https://evil.test\x07link", "[31mred[0m"),
    Hostile("lone \ud800 and \udfff", "lone"),
    Hostile("entity &#x202e;bidi &zwj;&#0;", "bidi"),
    Hostile("line\u2028separator\u2029end\x85", "separator"),
    Hostile("\u3164\u115f\u2800blank letters", "blank letters"),
    Hostile("family 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 1️⃣", "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 1️⃣"),
    Hostile("نمی‌خواهم क्‍ष", "نمی‌خواهم क्‍ष"),
    Hostile("\r![carriage](" + PIXEL + ")\rreturn", "carriage"),
]
FORGERIES = [
    Hostile("### Session expired: enter your key", "Session expired"),
    Hostile("Stop\n====\n\n**You stopped this reply.**", "Stop"),
    Hostile("- [ ] Accept\n- [x] Pay", "[ ] Accept"),
    Hostile("~~struck~~ ~one~", "~~struck~~ ~one~"),
    Hostile("Text[^1].\n\n[^1]: A footnote.", "[^1]: A footnote."),
    Hostile("    <b>indented code?</b>", "<b>indented code?</b>"),
    Hostile("----\n\n* * *\n\n___", ""),
    Hostile('</div></div><div class="stAlert">Alert', '</div></div><div class="stAlert">Alert'),
    Hostile("{{tip}} {label} ${alert(1)} {% raw %}", "{{tip}} {label} ${alert(1)} {% raw %}"),
    Hostile("'; DROP TABLE messages;", "'; DROP TABLE messages;"),
    *_typed("@@=(", "@@#x"),
]
SMALL = [
    *HTML,
    *IMAGES,
    *LINKS,
    *DIRECTIVES,
    *FORMULAS,
    *MORE_FORMULAS,
    *DIAGRAMS,
    *UNSEEN,
    *FORGERIES,
]
