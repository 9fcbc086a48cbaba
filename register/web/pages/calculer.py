"""The script of ``/calculer`` and ``/en/calculer``."""

from register.web import case_page

if __name__ == "__main__":
    case_page.show()
