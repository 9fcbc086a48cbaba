"""Algorithms that rank a population or follow a life: carried out in Python, not by formulas."""
