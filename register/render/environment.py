"""The one Jinja environment: escaping always on, missing names refused."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("register.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(template: str, **values: object) -> Markup:
    """Return ``template`` (a file of ``templates/``) filled with ``values``, escaped."""
    html = _environment().get_template(template).render(values)
    return Markup(html)  # noqa: S704 - escaped by the environment
