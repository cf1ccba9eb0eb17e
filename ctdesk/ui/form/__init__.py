"""Forms that derive from the descriptions of fields: one editor a field type."""
