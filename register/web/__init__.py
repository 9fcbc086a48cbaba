"""The register in a browser: plain pages and interactive ones, in one process."""

from register.web.server import serve

__all__ = ["serve"]
