"""What a structured product label says in data: products, ingredients, strengths, forms, routes, marketing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from lxml import etree

from probatum.acquire.formats._text import distinct, flat
from probatum.model import Cell

_PRODUCTS: Final = ("manufacturedProduct", "manufacturedMedicine", "partProduct", "partMedicine")
_ACTIVE: Final = frozenset({"ACTIB", "ACTIM", "ACTIR"})
"""Active ingredients whose strength is given for the base, the moiety, or a reference substance (HL7 RoleClass)."""
_GENERIC: Final = ("asEntityWithGeneric/genericMedicine/name", "genericMedicine/name")
_COLUMNS: Final = ("Product", "Generic name", "Form", "Route", "Active ingredient", "Strength", "Marketing category")


class Ingredient(msgspec.Struct, frozen=True):
    """An active ingredient: the substance (often a salt), its active moieties, its strength as printed on labels."""

    name: str
    moieties: tuple[str, ...] = ()
    strength: str = ""


class Product(msgspec.Struct, frozen=True):
    """A product, or a part of a kit. `ended` is the ISO-like day its marketing ended, where the label says so."""

    name: str
    generic: tuple[str, ...] = ()
    form: str = ""
    routes: tuple[str, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    category: str = ""
    ended: str = ""
    marketed: bool = False
    """Whether the label says anything about its marketing."""


def products(root: etree._Element) -> list[Product]:
    """The products of a label in its own order, each once. The tree must be bare of namespaces."""
    found = (_product(element) for element in root.iter(*_PRODUCTS) if _is_product(element))
    return list(dict.fromkeys(product for product in found if product.name or product.ingredients))


def names(found: list[Product]) -> tuple[str, ...]:
    """Every name a drug of these products goes by: brand, generic, salt, active moiety; each once whatever its case."""
    return distinct(name for product in found for name in _names(product))


def _names(product: Product) -> Iterator[str]:
    yield from (product.name, *product.generic)
    for ingredient in product.ingredients:
        yield from (ingredient.name, *ingredient.moieties)


def title(found: list[Product]) -> str:
    """A title made of the first three products: `Brand (generic) tablet; ...`."""
    made: dict[str, None] = {}
    for product in found:
        generic = ", ".join(product.generic) or ", ".join(i.name for i in product.ingredients).lower()
        name = product.name or generic
        told = f" ({generic})" if generic and generic.casefold() != name.casefold() else ""
        made[f"{name}{told} {product.form.lower()}".strip()] = None
    return "; ".join(list(made)[:3])


def table(found: list[Product]) -> tuple[str, tuple[Cell, ...]]:
    """The products as a table, one active ingredient a row, and where each cell stands."""
    rows: list[tuple[str, ...]] = [_COLUMNS]
    for product in found:
        lead = (product.name, ", ".join(product.generic), product.form, ", ".join(product.routes))
        for ingredient in product.ingredients or (Ingredient(""),):
            rows.append((*lead, ingredient.name, ingredient.strength, product.category))
    lines: list[str] = []
    cells: list[Cell] = []
    at = 0
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            cells.append(Cell(number, column, at, at + len(text), header=number == 0))
            at += len(text) + 1
        lines.append("\t".join(row))
    return "\n".join(lines), tuple(cells)


def off_market(found: list[Product], day: str) -> bool:
    """Whether the label, dated `day` (yyyymmdd), says that the marketing of every one of its products has ended."""
    told = [product for product in found if product.marketed]
    return bool(told and day) and all(product.ended and product.ended <= day for product in told)


def _is_product(element: etree._Element) -> bool:
    """The role around a product bears the same tag as the product; the inner one says what it is."""
    if any(child.tag == element.tag for child in element):
        return False
    return element.find("name") is not None or element.find("ingredient") is not None


def _product(element: etree._Element) -> Product:
    role = element.getparent()
    role = element if role is None else role
    routes = dict.fromkeys(code.get("displayName", "") for code in role.iterfind("consumedIn/*/routeCode"))
    acts = [act for place in (role, element) for act in place.iterfind("subjectOf/marketingAct")]
    category = next((code.get("displayName", "") for code in role.iterfind("subjectOf/approval/code")), "")
    return Product(
        name=_name(element.find("name")),
        generic=tuple(
            dict.fromkeys(text for path in _GENERIC for name in element.iterfind(path) if (text := flat(name)))
        ),
        form=_shown(element.find("formCode")),
        routes=tuple(route for route in routes if route),
        ingredients=tuple(_ingredients(element)),
        category=category,
        ended=_ended(acts),
        marketed=bool(acts),
    )


def _name(element: etree._Element | None) -> str:
    """`Name Suffix`: the suffix stands in an element within the name, with or without a blank before it."""
    if element is None:
        return ""
    parts = [element.text or "", *(text for child in element for text in (flat(child), child.tail or ""))]
    return " ".join(" ".join(parts).split())


def _shown(code: etree._Element | None) -> str:
    return "" if code is None else code.get("displayName", "")


def _ingredients(element: etree._Element) -> Iterator[Ingredient]:
    for ingredient in element:
        old = ingredient.tag == "activeIngredient"
        if not old and not (ingredient.tag == "ingredient" and ingredient.get("classCode") in _ACTIVE):
            continue
        substance = ingredient.find("activeIngredientSubstance" if old else "ingredientSubstance")
        if substance is not None and (name := flat(substance.find("name"))):
            moieties = dict.fromkeys(flat(moiety) for moiety in substance.iterfind("activeMoiety/activeMoiety/name"))
            strength = _strength(ingredient.find("quantity"))
            yield Ingredient(name, tuple(moiety for moiety in moieties if moiety), strength)


def _strength(quantity: etree._Element | None) -> str:
    """`5 mg`, `40 mg/0.8 mL`: what is counted in units of 1 has no unit to print."""
    if quantity is None:
        return ""
    above, below = _amount(quantity.find("numerator")), _amount(quantity.find("denominator"))
    return f"{above}/{below}" if above and below not in ("", "1") else above


def _amount(element: etree._Element | None) -> str:
    if element is None:
        return ""
    value, unit = element.get("value", ""), element.get("unit", "1")
    return value if unit == "1" else f"{value} {unit}".strip()


def _ended(acts: list[etree._Element]) -> str:
    """The last day on which marketing ended, when every act of marketing is completed and says when."""
    days: list[str] = []
    for act in acts:
        status, high = act.find("statusCode"), act.find("effectiveTime/high")
        day = "" if high is None else high.get("value", "")[:8]
        if status is None or status.get("code") != "completed" or len(day) < 8:
            return ""
        days.append(day)
    return max(days, default="")
