"""One catalogue of coded messages. Each says what happened, to which input, and what to do next.

Codes: P1xx nouns, P2xx formats and archives, P3xx library, P4xx question, P5xx services,
P6xx appraisal, P7xx checks, P8xx faces. Rooms register none at run time: all stand here.
"""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # P1xx: nouns
    "P101": "{record} has no section {section!r}. Point the span at a section the record has.",
    "P102": "Characters {start} to {end} do not lie in section {section!r} of {record} ({length} characters).",
    "P103": "The text of {record}, section {section!r}, is no longer what was cited. Ask the question again.",
    "P104": "Record {record} in version {version} is not in the library. Add it, or ask the question again.",
    "P105": "There is no noun {noun!r}. Known: {known}.",
    "P110": "Statement {statement} ({kind}) asserts something and rests on nothing: {text!r}. Give it a Span.",
    "P111": "Statement {statement} has no text.",
    # P2xx: formats and archives. A refusal names its input and place itself; the message says what and the way out.
    "P201": "Empty: there is nothing to read. Fetch the file again, or leave it out.",
    "P202": "It is {shown}, in no known format ({known}). Convert it to one of them, or leave it out.",
    "P203": "The compressed data stop before their end. All before this was read; fetch the file again for the rest.",
    "P204": "The compressed data are damaged ({reason}). All before this was read; fetch the file again for the rest.",
    "P205": "Malformed record: {reason}. Mend it, or fetch it again from its source.",
    "P206": "The document declares entities of its own, which can hide or multiply text. Expand them, or leave it out.",
    "P207": "The member's name leads out of the archive. Nothing is read from such a member; pack the archive again.",
    "P208": "It unpacks to more than {ratio} times its size, as a bomb does. If you trust it, unpack it yourself.",
    "P209": "It unpacks to more than {limit} bytes. If you trust it, unpack it yourself and add the files.",
    "P210": "One record has more than {limit}. Split it, or leave it out.",
    "P211": "The text is not in the encoding it is said to be in ({reason}). Save it as UTF-8.",
    "P212": "A {sort} is not a file. Give a file or a folder, or pipe the content in and give - as the path.",
    "P213": "It cannot be read ({reason}). Check the path and its permissions.",
    "P214": "There is no such file or folder. Check the path.",
    "P215": "The symbolic link leads out of the folder. Give its target's own path if you want it read.",
    "P216": "Archives lie in archives more than {depth} deep. Unpack the outer ones yourself.",
    "P217": "The archive is damaged or of an unknown sort ({reason}). All before this was read; fetch it again.",
    "P218": "The record has {missing}. Add it, or leave the record out.",
    "P219": "The document stops inside <{element}>. All complete records before this were read; fetch the file again.",
    "P220": "The text was changed after it was written: stated version {found}, computed {computed}. Export it again.",
    "P221": "The line is no record in JSON ({reason}). Export it again.",
    "P222": "The line is longer than {limit} bytes. Split it, or leave the record out.",
    "P223": "The archive has more than {limit} members. Unpack it yourself and add the folder.",
    "P224": "The member is a {sort}, not a file. Nothing is read from it; pack the file itself.",
    "P225": "Text stands between the records: {shown}. The records are read; check that none is damaged.",
    "P226": "The member is encrypted. Unpack the archive yourself.",
    "P227": "It is {sort}, and holds no drug label. Leave it out, or fetch the label itself.",
    "P228": "It is a label for animals ({sort}), and answers are for people. Leave it out.",
    "P230": "The JSON stops before its last bracket. All complete records before this were read; fetch the file again.",
    "P231": "The service refused to give it: {reason}. Fetch what it does offer (the abstract, say), or leave it out.",
    "P240": "The plug-in {plugin} brings a format named {name!r}, and that is taken. Remove or rename it.",
    "P260": "The PDF is locked with a password. Save it without one, or leave it out.",
    "P261": "The PDF is damaged ({reason}). Fetch it again, or print it to a new PDF.",
    "P262": "The PDF has more than {limit}. Split it, or leave it out.",
    "P263": "No page has a text layer ({pages}): they are pictures, as a scanner makes them. Add what a program for "
    "text recognition (OCR) makes of it.",
    "P264": "Not read, since they have no text layer, as a scanner makes them: {pages}. The other pages were read. Add "
    "what a program for text recognition (OCR) makes of the file.",
    "P265": "Reading the PDF {what}, as with a file that is damaged or meant to do harm. Print it to a new PDF, or "
    "leave it out.",
    "P266": "Not read, since they are damaged or their letters stand for nothing: {pages}. Print the file to a new "
    "PDF, or add what a program for text recognition (OCR) makes of it.",
    "P267": "There is no key {key!r} in a sidecar or front matter. Known: {known}.",
    "P268": "{key} cannot be {value!r}: it takes {allowed}. Mend it and add the document again.",
    "P269": "The description of the document cannot be used: {reason}. Mend it and add the document again.",
    "P270": "The sidecar describes one document, and {document} holds {count} records, so it was left out of account. "
    "Describe documents one by one.",
    "P271": "The Word document is damaged ({reason}). Save it again, or as a PDF.",
    "P272": "No document lies beside this sidecar. Name it after the document with .yaml behind (guideline.pdf.yaml), "
    "in a folder or zip.",
    "P273": "There is no text in it. Check that it is the right file.",
    "P274": "It has tracked changes that nobody has accepted: {inserted} insertions were read, {deleted} deletions "
    "left out. Accept or reject them in Word for a text that stands.",
    "P275": "It was not read: what describes it cannot be used, so its standing is not known. Mend the description and "
    "add the document again.",
    "P276": "The web page cannot be taken apart ({reason}). Save it anew from a browser.",
    "P250": "The file ends without its end mark {mark}. All that came before was read; export it again for the rest.",
    "P251": "The table has no column of titles. It has: {columns}. Name the column of titles Title.",
    "P252": "The row has {found} cells and the header names {wanted} columns. Mend it, or leave it out.",
    "P253": "It lists notices of retraction, and no records. Read it with: probatum library notices FILE",
    "P254": "{shown} is no identifier. Write one a line: a PMID, or a DOI.",
    "P255": "{nature} is no nature of a notice. Known: {known}, reinstatement.",
    # P3xx: the library
    "P301": "{location} is a file, and a library is a folder. Name a folder with --library.",
    "P302": "There is no library at {location}. Make one with: probatum library add PATH...",
    "P303": "Another process is writing to the library {location}. Wait until it has ended, or name another library.",
    "P304": "The library {location} cannot be written ({reason}). Name another place with --library.",
    "P305": "A stored record cannot be read ({reason}). Run: probatum library check",
    "P306": "The library {location} cannot be opened ({reason}). Run: probatum library check, or add the files anew.",
    "P307": "{identifier} is not in the library {location}. Find it with: probatum library search WORDS",
    "P308": "{text!r} is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD.",
    "P309": "{text!r} is not a range of years. Write 2015, 2015-2020, 2015- or -2020.",
    "P310": "The object store {location} cannot be reached ({reason}). Check bucket, endpoint and credentials.",
    "P311": "{identifier} has no copy to be parted from. See them all with: probatum library duplicates",
    "P312": "{one} and {other} are both {identifier}: there is nothing to merge. Name two records.",
    "P330": "The search cannot be read at character {place}: {why}. Mend it, or write plain words.",
    "P331": "There is no field {tag} (character {place}). Known: {known}.",
    # P5xx: online services
    "P501": "There is no service {service!r}. Known: {known}.",
    "P502": "The plug-in {plugin} brings a service named {name!r}, and that is taken. Remove or rename it.",
    "P503": "{variable} has an entry that is no address with http or https: {entry}. Mend or unset it.",
    "P506": "Nothing of {question!r} may be sent: it names nothing the vocabulary knows. Name a condition or a drug.",
    "P510": "{service} did not answer in time. Try again later.",
    "P511": "{service} answered with HTTP {status}. Try again later; if it stays so, its interface may have changed.",
    "P512": "{service} asks to wait {seconds} s. Try again then, or set its key (docs/running/online.md).",
    "P513": "{service} sent {found} instead of {wanted}. A gateway or log-in page may stand between; try again later.",
    "P514": "The reply of {service} is larger than {limit:,} bytes. Ask for less.",
    "P515": "The reply of {service} was cut short or damaged. Try again.",
    "P516": "{service} redirects {why}; that is not followed. If its address has changed, Probatum needs an update.",
    "P517": "The name of {service} leads into a private network, so it is not asked. Check the name server.",
    "P518": "The name of {service} was not found. Check the connection to the internet.",
    "P519": "{service} could not be reached. Check the connection to the internet, or whether a proxy stands between.",
    "P520": "{service} answered with an error: {message}",
    "P521": "{service} cannot be asked this: {reason}.",
    "P523": "Asking {service} was interrupted. Give the command again to go on.",
    "P524": "The reply of {service} could not be read. Its interface may have changed; Probatum may need an update.",
    "P340": "The process that read {path} died (exit code {status}). What was added stays; give the command again.",
    "P341": "Spreading the work needs the extra: pip install 'probatum[ray]'. Or give a number of --workers.",
    "P342": "No Ray cluster answers at {address} ({reason}). Start one: ray start --head. Or name it: RAY_ADDRESS. "
    "Where it was started with a token, RAY_AUTH_MODE=token is needed here too.",
    "P350": "No source {source!r} was read. Known: {known}.",
    "P360": "Vectors need the extra ({missing} is not installed): pip install 'probatum[vectors]'",
    "P361": "There is no encoder {model!r}. Known: {known}. Or name the folder of a model exported to ONNX.",
    "P362": "The vectors of the library were made by {stored}, and those of {asked} mean something else. Name the "
    "first, or make all anew: probatum library embed --anew",
    "P363": "The model {folder} cannot be used: {reason}. Export it to ONNX with its tokenizer.json, or name another.",
    "P364": "The encoder {encoder} gave an array of {found} where {wanted} was due. Ask its maker.",
    "P365": "The vectors of the library were made by {stored}, and {asked} is another model or was changed. Unset "
    "PROBATUM_ENCODER, set it to off, or make all anew: probatum library embed --anew",
    "P366": "The plug-in {plugin} brings an encoder named {name!r}, and that is taken. Remove or rename it.",
    "P367": "The vectors of the library do not say what made them. Make them anew: probatum library embed --anew",
    # P6xx: appraisal
    "P620": "There is no {what} {value!r} for pooling. Known: {known}.",
    "P621": "{path} has no columns that can be pooled, but: {columns}. Name events and totals of both arms (ai, n1i, "
    "ci, n2i), means (m1i, sd1i, n1i, m2i, sd2i, n2i), or an estimate with its variance, error or interval (yi, vi).",
    "P622": "{path} cannot be read as a table of studies: {reason}. Save it as CSV in UTF-8 with a header line.",
    "P623": "{path} has estimates, and not what they are. Say it with --measure.",
    # P7xx: checks
    "P701": "There is no check {check!r}. Known: {known}.",
    "P702": "Entry point {entry!r} of probatum.checks offers no new Check. Give it a name other than: {known}.",
    "P710": "{expression!r} is no calculation: {why}. Use numbers, + - * / and parentheses.",
    "P711": "{expression!r} divides by zero. Leave the statement out or give another expression.",
    # P8xx: faces
    "P820": "A PNG needs the extra: pip install 'probatum[plots]'. An SVG needs nothing: --format svg",
    "P821": "A picture goes to a file. Name one with --output.",
    "P822": "The picture cannot be drawn as PNG ({reason}). Take --format svg.",
    "P810": "{path} cannot be written ({reason}). Name another file with --output.",
    "P801": "There is no format {format!r}. Known: {known}.",
    "P802": "Format {format!r} is registered as a {found}, not as a Format. Ask the maker of the package that adds it.",
    "P803": "No answer has been kept yet, so there is no statement to look up. Ask a question first: probatum ask ...",
    "P804": "The last answer has no statement {statement!r}. It has: {known}.",
    "P805": "Statement {statement} of the last answer does not rest on {record}. It rests on: {known}.",
    "P807": "The format {format} needs the extra: pip install 'probatum[documents]'",
    "P808": "The format {format} is a file, not text for a terminal. Name one with --output.",
    "P811": "There is no evidence table for this question: it is not answered, or asks for a choice first. Ask it with "
    "`probatum ask` to see which.",
    "P850": "A site that others reach (PROBATUM_HOSTS) needs a key of its own: set PROBATUM_SECRET_KEY to 50 or more "
    "random characters.",
    "P851": "The folder of the site, {folder}, cannot be used ({reason}). Name another: PROBATUM_SITE=/path/to/folder",
    "P852": "The web site needs the extra (module {module} is missing): pip install 'probatum[site]'",
    "P853": "PROBATUM_PROXIES={said} is no number of proxies. Set it to how many of your own stand before the site: "
    "0 to 9.",
    "P854": "PROBATUM_MAIL names no mail server. Write it as smtp://user:password@host:587/sender@example.org "
    "(smtps:// for TLS from the start), with %40 for an @ in the password.",
    "P855": "Nobody can be written to: set PROBATUM_MAIL=smtp://user:password@host:587/sender@example.org",
    "P864": "The copy {path} cannot be written ({reason}). Name a file that is not there yet.",
    "P865": "The database cannot be copied: {reason}. PostgreSQL needs its own pg_dump and pg_restore, of the server's "
    "version or newer, on the PATH.",
    "P866": "{path} cannot be used as a copy of a site: {reason}. Nothing was overwritten; take another copy.",
    "P867": "Nothing was restored: {reason}. Name an empty folder (PROBATUM_SITE) and an empty database of the same "
    "kind (PROBATUM_DATABASE).",
    "P806": "The kept answer {path} cannot be read ({reason}). Ask the question again.",
    "P831": "{origin} cannot be audited: {reason}. Save it as plain text, Markdown, HTML, PDF or Word.",
    "P832": "{origin} has more than {limit} bytes. Audit its parts one by one.",
    "P833": "There is no audit format {format!r}. Known: {known}.",
    "P834": "{origin} could not be fetched: {reason}. Save the page and audit the file.",
    # P4xx: question and vocabulary
    "P401": "The question has {length:,} characters; at most {limit:,} are read. Ask one question alone.",
    "P402": "There is no question: {typed!r} has no words in it. Type a clinical question in your own words.",
    "P403": "The vocabulary {path} cannot be read: {problem}. Install Probatum again, or build it anew.",
    "P405": "There is no reader {reader!r}. Known: {known}.",
    "P406": "{date!r} is not a date. Write it as YYYY-MM-DD.",
    "P407": "{path} is no vocabulary: {problem}. Mend it, or leave it out.",
    "P408": "{path} cannot be written ({reason}). Name another folder with PROBATUM_VOCABULARY.",
    "P411": "{typed!r} names nothing that the last answer could be asked about. Name a drug, an illness or a patient.",
    "P412": "There is no conversation {name!r}. Known: {known}.",
    "P413": "The conversation {path} cannot be read ({reason}). Start a new one, or delete it.",
    "P410": "There is no depth {depth!r}. Choose one of: {known}.",
    "P414": "{country!r} is no country that is known. Give its two letters (GB), or one of: {known}.",
    "P415": "{words!r} is not understood as a detail of the patient. Give age, sex, pregnancy, breast-feeding, kidney, "
    "liver, weight, a drug taken, an illness or an allergy, or WORD=MEANING for a word of the question.",
    "P416": "{word!r} is no word of the question, which was read as {read!r}. Name a word as you typed it.",
    "P417": "The question seems to be in {language}. Probatum reads English alone, and would take its words for "
    "misspelt English ones. Ask in English; names of medicines may stay as they are.",
    "P422": "No word of {typed!r} is known, or near to one that is. Type a clinical question in English words.",
    "P418": "{path} holds no answer that can be read: {reason}. Keep answers with `ask --format json`, and name the "
    "library that they were written from.",
    "P419": "There is no writer {writer!r}. Known: {known}.",
    "P420": "No language model is named. Set {url} to its base address (http://127.0.0.1:11434/v1) and {model} "
    "to its name.",
    "P421": "{url} must be an https:// address, or http:// on this machine, without a user name in it.",
    "P409": "You have no vocabulary {name!r}. Known: {known}.",
}
"""Code -> message, with the fields the raiser must give."""


class ProbatumError(Exception):
    """An error with a code and its text from MESSAGES: raise `ProbatumError("P101", record=..., section=...)`."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(f"{code}: {MESSAGES[code].format(**fields)}")
