"""Finds out what a provider can do: a short conformance test of what the app asks of it."""
