"""The itinerary's arithmetic: legs, edits, problems, colours."""
