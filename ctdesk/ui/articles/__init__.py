"""Drafts of agreements, article by article: taken in, compared, answered."""
