"""What became of each line of the pages, counted without the readers."""
