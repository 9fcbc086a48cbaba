"""From YAML text to models, with a line and a column for every fault."""
