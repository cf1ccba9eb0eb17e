"""The query language, compiled to the store's index; facets, highlights, suggestions, related."""

from ctdesk.search.facets import Facet
from ctdesk.search.highlight import Marker
from ctdesk.search.searcher import Filters, Hit, QueryWord, Result, Searcher

__all__ = ["Facet", "Filters", "Hit", "Marker", "QueryWord", "Result", "Searcher"]
