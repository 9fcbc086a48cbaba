"""What a card, a rule, a case and an explanation are: values, frozen and strict."""
