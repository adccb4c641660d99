"""Taking a trip along: files for maps, calendars, paper and other Travelbots."""
