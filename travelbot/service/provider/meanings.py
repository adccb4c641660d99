"""What providers' words mean: they have no common codes, and some have only words."""

import re

from travelbot import errors

MEANINGS: tuple[tuple[type[errors.ProviderError], tuple[str, ...]], ...] = (
    (
        errors.OutOfCredit,
        (
            r"insufficient.?(quota|balance|credit|funds)",
            r"exceeded your current quota",
            r"out of credits?|not enough credits?|requires more credits|payment required|billing",
        ),
    ),
    (
        errors.ContextTooLong,
        (
            r"context.{0,20}(length|window|size|limit)",
            r"max\w*.{0,30}tokens|too many tokens|tokens?.{0,10} limit.{0,10} (exceed|reach)",
            r"(prompt|input|messages?|request)\b.{0,30} too (long|large)",
            r"token limit|reduce (the|your) (length|message|prompt)|string too long",
            r"exceeds?.{0,40}(context|max\w* (input|length|tokens))",
        ),
    ),
    (
        errors.BrokenToolCall,
        (
            r"tool_use_failed|tool call validation",
            r"failed to (parse|call|generate).{0,20}(tool|func)",
        ),
    ),
    (
        errors.NoTools,
        (
            r"(not|n't|no endpoints?.{0,20}) (support|allow)\w*.{0,30}\b(tool|function)",
            r"\b(tool|function).{0,40}(not|n't) (support|allow|enabl|available)",
            r"tool choice requires|enable-auto-tool-choice",
        ),
    ),
    (
        errors.Filtered,
        (r"content.?(filter|policy|management|moderat)|responsible.?ai|data_inspection|flagged",),
    ),
    (
        errors.RateLimited,
        (
            r"rate.?limit|too many requests|quota|throttl|resource.?exhausted",
            r"overloaded|at capacity|server is busy|try again (later|in)",
        ),
    ),
    (
        errors.WrongKey,
        (
            r"(invalid|incorrect|wrong|missing|bad|no|expired|provide)\W.{0,20}(api.?key|credential)",
            r"(api.?key|credentials?|token).{0,20}(invalid|not valid|incorrect|missing|expired)",
            r"unauthori[sz]ed|authenticat|permission.?denied",
        ),
    ),
    (
        errors.UnknownModel,
        (
            r"(model|deployment).{0,80}(not.?found|not exist|n't exist|unknown|not available)",
            r"(unknown|invalid|no such|unsupported|not a valid).{0,10}(model|deployment)",
        ),
    ),
)
"""Earlier ones come first: a text may speak of several."""


def meaning_of(text: str) -> type[errors.ProviderError]:
    """The kind of failure that a provider's message tells of; ProviderError for any other."""
    for kind, patterns in MEANINGS:
        if any(re.search(pattern, text, re.IGNORECASE | re.DOTALL) for pattern in patterns):
            return kind
    return errors.ProviderError
