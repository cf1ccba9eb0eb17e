"""Sanctions lists, and names in either script against them."""
