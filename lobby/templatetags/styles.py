"""How a page finds its styles; which sheets there are is told in lobby/sheets.py."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lobby import sheets

register = template.Library()


@register.simple_tag
def styles(name: str) -> SafeString:
    """Link the sheets of this name."""
    return format_html('<link rel="stylesheet" href="{}">', sheets.address(name))
