"""The query language, compiled to the store's index; facets, highlights, suggestions, related."""

from ctdesk.search.facets import Facet
from ctdesk.search.filters import Filters
from ctdesk.search.highlight import Marker
from ctdesk.search.result import Hit, QueryWord, Result
from ctdesk.search.searcher import Searcher

__all__ = ["Facet", "Filters", "Hit", "Marker", "QueryWord", "Result", "Searcher"]
