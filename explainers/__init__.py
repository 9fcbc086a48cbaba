"""Computes and explains one person's case from the rules published on a card."""
