"""The engine over OpenFisca-France: the only place that imports it, and only when it is asked."""
