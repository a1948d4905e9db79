#!/usr/bin/env python3
"""Writes the OpenCorpora dictionary of pymorphy3-dicts-ru as plain text.

    dump.py DUMP                     the whole dictionary, what svodka-lexicon compiles
    dump.py --sample COUNT SAMPLE    COUNT forms with all their readings, what the tests compare

Both files depend on the version of the package alone: no time, no locale, no order of a hash table.
The formats of the source are those of pymorphy3/opencorpora_dict: `words.dawg` maps a form to pairs
(paradigm, row), big-endian; `paradigms.array` holds, for each paradigm, its rows' suffixes, then their tags, then
their prefixes; `p_t_given_w.intdawg` maps "form:tag" to the tag's share of the form's uses in OpenCorpora's corpus, in
millionths.
"""

import collections
import hashlib
import json
import os
import struct
import sys

import pymorphy3_dicts_ru
from dawg_python import IntCompletionDAWG, RecordDAWG


class Source:
    """The dictionary's tables, and an iterator over its entries."""

    def __init__(self):
        folder = pymorphy3_dicts_ru.get_path()
        path = lambda name: os.path.join(folder, name)
        with open(path("meta.json"), encoding="utf-8") as file:
            self.meta = dict(json.load(file))
        with open(path("suffixes.json"), encoding="utf-8") as file:
            self.suffixes = json.load(file)
        with open(path("gramtab-opencorpora-int.json"), encoding="utf-8") as file:
            self.tags = json.load(file)
        self.prefixes = self.meta["compile_options"]["paradigm_prefixes"]
        self.paradigms = []
        with open(path("paradigms.array"), "rb") as file:
            (count,) = struct.unpack("<H", file.read(2))
            for _ in range(count):
                (length,) = struct.unpack("<H", file.read(2))
                numbers = struct.unpack(f"<{length}H", file.read(2 * length))
                size = length // 3
                rows = zip(numbers[:size], numbers[size : 2 * size], numbers[2 * size :])
                self.paradigms.append(list(rows))
        self.shares = IntCompletionDAWG().load(path("p_t_given_w.intdawg"))
        self.words = RecordDAWG(">HH").load(path("words.dawg"))

    def entries(self):
        """All (form, paradigm, row), in the order of the source."""
        for form, (paradigm, row) in self.words.iteritems():
            yield form, paradigm, row

    def stem(self, form, paradigm, row):
        suffix, _, prefix = self.paradigms[paradigm][row]
        suffix, prefix = self.suffixes[suffix], self.prefixes[prefix]
        if not (form.startswith(prefix) and form.endswith(suffix)):
            sys.exit(f"{form}: does not fit row {row} of paradigm {paradigm}")
        return form[len(prefix) : len(form) - len(suffix)]

    def lemma(self, form, paradigm, row):
        suffix, _, prefix = self.paradigms[paradigm][0]
        return self.prefixes[prefix] + self.stem(form, paradigm, row) + self.suffixes[suffix]


def dump(source, out):
    # A pair of stem and paradigm stands for all forms of a lexeme, which makes the dump small. It says the same as
    # the source only if the source has every row of every such pair, so that is counted.
    rows = collections.Counter()
    entries = 0
    for form, paradigm, row in source.entries():
        rows[source.stem(form, paradigm, row), paradigm] += 1
        entries += 1
    for (stem, paradigm), count in rows.items():
        if count != len(source.paradigms[paradigm]):
            sys.exit(f"{stem}: {count} forms, but paradigm {paradigm} has another number")

    line = lambda *fields: out.write("\t".join(map(str, fields)) + "\n")
    line("svodka-lexicon-dump", 1)
    line("revision", source.meta["source_revision"])
    line("entries", entries)
    for prefix in source.prefixes:
        line("prefix", prefix)
    for suffix in source.suffixes:
        line("suffix", suffix)
    for tag in source.tags:
        line("tag", tag.replace(" ", ","))
    for paradigm in source.paradigms:
        line("paradigm", *(",".join(map(str, row)) for row in paradigm))
    for stem, paradigm in sorted(rows):
        line("lexeme", stem, paradigm)
    tags = {tag: number for number, tag in enumerate(source.tags)}
    for key in sorted(source.shares.iterkeys()):
        form, _, tag = key.partition(":")
        if tag in tags:
            line("share", form, tags[tag], source.shares[key])


def sample(source, count, out):
    # The forms with the smallest hashes: random enough, and the same whatever the version of Python.
    forms = collections.defaultdict(list)
    with_yo = collections.defaultdict(set)
    for form, paradigm, row in source.entries():
        forms[form].append((paradigm, row))
        if "ё" in form:
            with_yo[form.replace("ё", "е")].add(form)
    digest = lambda form: hashlib.sha256(b"svodka" + form.encode()).digest()
    chosen = sorted(sorted(forms, key=digest)[:count])

    def spelt(form, key):
        """Whether text that reads `form` may stand for `key`: an е of the text may be an ё of the dictionary."""
        return all(a == b or (a == "е" and b == "ё") for a, b in zip(form, key))

    line = lambda *fields: out.write("\t".join(map(str, fields)) + "\n")
    line("# Forms with lemmas and tags from the OpenCorpora dictionary (https://opencorpora.org), CC BY-SA 3.0;")
    line("# made by Sources/svodka-lexicon/dump.py --sample. Tags are numbered from 0 in the order of their lines.")
    tags = {}
    body = []
    for form in chosen:
        keys = {form} | {key for key in with_yo[form.replace("ё", "е")] if spelt(form, key)}
        lemmas = collections.defaultdict(set)
        for key in sorted(keys):
            for paradigm, row in forms[key]:
                tag = source.tags[source.paradigms[paradigm][row][1]].replace(" ", ",")
                lemmas[source.lemma(key, paradigm, row)].add(tags.setdefault(tag, len(tags)))
        fields = [form]
        for lemma in sorted(lemmas):
            fields += [lemma, ",".join(map(str, sorted(lemmas[lemma])))]
        body.append(fields)
    for tag in tags:
        line("tag", tag)
    for fields in body:
        line("form", *fields)


def main(arguments):
    if len(arguments) == 1:
        path, work = arguments[0], dump
    elif len(arguments) == 3 and arguments[0] == "--sample":
        path, work = arguments[2], lambda source, out: sample(source, int(arguments[1]), out)
    else:
        sys.exit(__doc__)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        work(Source(), out)


main(sys.argv[1:])
