"""Names of countries as papers write them, and where such a name tells the place of a study."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import expression

NAMES: Final = (
    r"Democratic Republic of (?:the )?Congo|United States(?: of America)?|Georgia(?! (?:State|Tech))"
    r"|Central African Republic|Bosnia and Herzegovina|United Arab Emirates|Trinidad and Tobago|Dominican Republic"
    r"|Russian Federation|Equatorial Guinea|Republic of Korea|Northern Ireland|Papua New Guinea|The Netherlands"
    r"|Czech Republic|Guinea(?! pig)|United Kingdom|Guinea-Bissau|Liechtenstein|Burkina Faso|Saudi Arabia"
    r"|Sierra Leone|South Africa|Turkmenistan|U\.?S\.?A\.?|Afghanistan|El Salvador|Ivory Coast|Netherlands"
    r"|New Zealand|North Korea|Philippines|Puerto Rico|South Korea|South Sudan|Switzerland|Azerbaijan|Bangladesh"
    r"|Cape Verde|Costa Rica|Kazakhstan|Kyrgyzstan|Luxembourg|Madagascar|Mauritania|Montenegro|Mozambique|Tajikistan"
    r"|The Gambia|Uzbekistan|Argentina|Australia|Guatemala|Hong Kong|Indonesia|Lithuania|Macedonia|Mauritius"
    r"|Nicaragua|Palestine|Singapore|Sri Lanka|Venezuela|Botswana|Bulgaria|Cambodia|Cameroon|Colombia|Djibouti"
    r"|Eswatini|Ethiopia|Honduras|Malaysia|Maldives|Mongolia|Pakistan|Paraguay|Portugal|Scotland|Slovakia|Slovenia"
    r"|Suriname|Tanzania|Thailand|U\.?K\.?|Viet Nam|Zimbabwe|Albania|Algeria|Armenia|Austria|Bahrain|Belarus|Belgium"
    r"|Bolivia|Burundi|Comoros|Croatia|Czechia|Denmark|Ecuador|England|Eritrea|Estonia|Finland|Germany|Hungary"
    r"|Iceland|Ireland|Jamaica|Lebanon|Lesotho|Liberia|Moldova|Morocco|Myanmar|Namibia|Nigeria|Romania|Senegal"
    r"|Somalia|Tunisia|Türkiye|Ukraine|Uruguay|Vietnam|Angola|Belize|Bhutan|Brazil|Brunei|Canada|Cyprus|France"
    r"|Gambia|Greece|Guyana|Israel|Jordan|Kosovo|Kuwait|Latvia|Malawi|Mexico|Norway|Panama|Poland|Russia|Rwanda"
    r"|Serbia|Sweden|Taiwan|Turkey|U\.S\.|Uganda|Zambia|Benin|Chile|China|Egypt|Gabon|Ghana|Haiti|India|Italy|Japan"
    r"|Kenya|Korea|Libya|Malta|Nepal|Niger|Qatar|Spain|Sudan|Syria|Wales|Yemen|Chad|Cuba|Fiji|Iran|Iraq|Laos|Mali"
    r"|Oman|Peru|Togo|US"
)
"""Sovereign states and the nations of the United Kingdom, the longest name first."""
COUNTRY: Final = expression(
    rf"(?:\b(?:in|from|across|throughout|within|and|of|or)(?: the)? "
    rf"|[,(/] ?(?:and )?(?:the )?)(?P<name>{NAMES})(?![\w-])"
    r"(?! (?:Food|Department|Public|National|Preventive|Medical|Army|Veterans|dollars?|\$|guidelines?|criteria))"
)
"""A country behind a preposition, a comma or a bracket, and not as a part of the name of a body or a list."""
