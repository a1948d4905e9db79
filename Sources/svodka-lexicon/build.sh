#!/bin/sh
# Makes Sources/CLexicon/lexicon.bin again from the dictionary's source, byte for byte.
#
# Needs python3 with venv, access to PyPI, and the Swift toolchain; takes about three minutes.
#   Sources/svodka-lexicon/build.sh            writes Sources/CLexicon/lexicon.bin
#   Sources/svodka-lexicon/build.sh --sample   writes the sample that the tests compare as well
set -eu

here=$(cd "$(dirname "$0")" && pwd)
package=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --no-deps --disable-pip-version-check \
  pymorphy3-dicts-ru==2.4.417150.4580142 DAWG2-Python==0.9.0

echo "Reading the dictionary …" >&2
"$work/venv/bin/python" "$here/dump.py" "$work/dump.tsv"
if [ "${1-}" = --sample ]; then
  "$work/venv/bin/python" "$here/dump.py" --sample 20000 \
    "$package/Tests/TextEngineTests/Morphology/Samples/opencorpora.tsv"
fi

# A build folder of its own, so that a running build of the package is not in the way.
swift build --package-path "$package" --scratch-path "$work/build" \
  --configuration release --product svodka-lexicon >&2
"$work/build/release/svodka-lexicon" "$work/dump.tsv" "$here/names.tsv" "$work/lexicon.bin"
mv "$work/lexicon.bin" "$package/Sources/CLexicon/lexicon.bin"
