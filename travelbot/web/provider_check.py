"""A button that finds out what the provider can do, and what has been found."""

import streamlit as st

from travelbot.errors import TravelbotError
from travelbot.service.provider.check.findings import Finding, Verdict
from travelbot.service.provider.check.run import Check
from travelbot.web.prose import plain, plain_line
from travelbot.web.session import Session
from travelbot.web.wiring import assistant

ICONS = {
    Verdict.WORKS: ":green[:material/check_circle:]",
    Verdict.WORKED_AROUND: ":blue[:material/build_circle:]",
    Verdict.FAILS: ":red[:material/cancel:]",
    Verdict.UNCLEAR: ":gray[:material/help:]",
}
LOOK = 0.5
"""Seconds between two looks at a running check."""


def draw_provider_check(session: Session) -> None:
    """The button, and the findings as they come: the rest of the page doesn't wait for them."""
    check = session.tab.check
    is_running = check is not None and check.is_running
    st.button(
        "Check this provider",
        key="check",
        icon=":material/checklist:",
        on_click=_begin,
        args=(session,),
        disabled=is_running,
        width="stretch",
        help="Sends about ten short requests and a long one; they count as replies.",
    )
    if check:
        draw = st.fragment(_draw, run_every=LOOK if is_running else None)
        draw(check, is_running)


def _begin(session: Session) -> None:
    try:
        session.tab.check = assistant().check_provider(
            session.owner, session.tab.endpoint, session.reader.address
        )
    except TravelbotError as error:
        session.tab.notice = error.message


def _draw(check: Check, was_running: bool) -> None:
    is_running = check.is_running
    for finding in check.findings:
        st.markdown(_line(finding))
    if check.problem:
        st.warning(plain(check.problem), icon=":material/info:")
    if is_running:
        st.markdown(":shimmer[Checking…]")
    elif was_running:
        st.rerun()


def _line(finding: Finding) -> str:
    icon = ICONS[finding.verdict]
    return f"{icon} **{finding.probe}** {finding.verdict}  \n{plain_line(finding.remark)}"
