"""Replacements for modules of the same name, used if the description is not about trading."""
