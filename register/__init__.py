"""What a card is: its model, its files, its faults, its search, its pages."""
