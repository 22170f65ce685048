#!/usr/bin/env bash
# Build and check everything for Linux, into dist/: the folder, the .deb. Needs what apt.txt beside this file lists.
# Where nothing but the commit differs, the same files come out; use the oldest system that they shall run on.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=resources/packaging
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONHASHSEED=1 LC_ALL=C.UTF-8
rm -rf build/packaging dist && mkdir -p build/packaging dist

python3 -m venv --clear build/packaging/venv
build/packaging/venv/bin/pip install -q -c $here/constraints.txt . pyinstaller
build/packaging/venv/bin/pyinstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build/packaging $here/sciatica-journal.spec

$here/linux/build_deb.sh dist/sciatica-journal build/packaging/sciatica-journal/icons dist
if [ "${CHECK:-yes}" = yes ]; then
  python3 $here/smoke.py dist/sciatica-journal/sciatica-journal
  $here/linux/smoke_window.sh dist/sciatica-journal/sciatica-journal
  desktop-file-validate resources/sciatica-journal.desktop
  appstreamcli validate --no-net $here/linux/sciatica-journal.metainfo.xml
  lintian --allow-root --fail-on error,warning dist/*.deb
fi
du -sm dist/sciatica-journal dist/*.deb
