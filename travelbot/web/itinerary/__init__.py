"""The itinerary beside the map: its days and stops, what may be wrong, and edits by hand."""
