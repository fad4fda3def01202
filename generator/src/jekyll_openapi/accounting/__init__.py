"""Accounts for each line of the pages, without the readers, to prove that nothing was lost."""
