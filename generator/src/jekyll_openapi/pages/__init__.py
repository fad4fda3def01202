"""Reading: a site folder becomes documents, text with places and no meaning yet."""
