"""Works on emitted descriptions: reading, writing, references, names. Knows nothing of pages, clients or commands."""
