"""What providers' words mean: they have no common codes, and some have only words."""

import re

from travelbot import errors

MEANINGS: tuple[tuple[type[errors.ProviderError], tuple[str, ...]], ...] = (
    (
        errors.RateLimited,
        (r"(retry|again) (in|after) \d|retry.?(delay|after)",),
    ),
    (
        errors.OutOfCredit,
        (
            r"insufficient.?(quota|balance|credit|funds)|credit balance",
            r"exceeded your current quota",
            r"out of credits?|not enough credits?|requires more credits|payment required",
            r"billing.{0,20}(detail|limit|active|enabl)",
        ),
    ),
    (
        errors.ContextTooLong,
        (
            r"context.{0,20}(length|window|size|limit)",
            r"(prompt|input|messages?|request)\b.{0,60} (too (long|large)|longer than)",
            r"max\w* (prompt|input|model) length|(prompt|input) length (plus|should|exceed)",
            r"reduce (the|your) (length|message|prompt)|string too long|too many tokens",
        ),
    ),
    (
        errors.RateLimited,
        (r"\bper.?(second|min|hour|day|month)|\b(hourly|daily|monthly)\b.{0,20}(limit|quota)",),
    ),
    (
        errors.ContextTooLong,
        (
            r"token limit|tokens?.{0,10} limit.{0,10} (exceed|reach)",
            r"exceed.{0,40}max\w*.{0,20}tokens",
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
        (
            r"content.?(filter|policy|management|moderat)|responsible.?ai",
            r"data_inspection|inappropriate content|flagged",
        ),
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
            r"(api.?key|credential|(access|bearer).?token).{0,20}(invalid|not valid|incorrect)",
            r"(api.?key|credential|(access|bearer).?token).{0,20}(missing|expired)",
            r"unauthori[sz]ed|authenticat|permission",
        ),
    ),
    (
        errors.UnknownModel,
        (
            r"(model|deployment).{0,80}(not.?found|not exist|n't exist|unknown|not available)",
            r"(unknown|invalid|no such|unsupported|not a valid).{0,10}(model|deployment)",
            r"model.{0,80}(deprecated|decommissioned|retired)|no endpoints found|not a chat model",
        ),
    ),
)
"""Earlier ones come first: a text may speak of several, and a wait of a rate limit before all."""


def meaning_of(text: str) -> type[errors.ProviderError]:
    """The kind of failure that a provider's message tells of; ProviderError for any other."""
    for kind, patterns in MEANINGS:
        if any(re.search(pattern, text, re.IGNORECASE | re.DOTALL) for pattern in patterns):
            return kind
    return errors.ProviderError
