"""The script of ``/`` and ``/en``."""

from register.web import home

if __name__ == "__main__":
    home.show()
