"""Finding the places that a text mentions: tokens, candidates, evidence, choice."""
