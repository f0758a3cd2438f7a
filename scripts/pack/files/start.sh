#!/bin/sh
# Starts the chapter on this computer with what is installed: Python 3.7 or newer, else Node.
cd "$(dirname "$0")" || exit 1

has_python() {
  command -v python3 >/dev/null 2>&1 || return 1
  # A Mac's own python3 only asks to install Apple's developer tools where they are missing.
  if [ "$(uname)" = Darwin ] && [ "$(command -v python3)" = /usr/bin/python3 ]; then
    xcode-select -p >/dev/null 2>&1 || return 1
  fi
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 7))' 2>/dev/null
}

if has_python; then exec python3 server/serve.py; fi
if command -v node >/dev/null 2>&1; then exec node server/serve.mjs; fi
echo 'The chapter needs Python 3.7 or Node to be served, and neither is installed.'
echo 'Install one of them, from python.org or nodejs.org, and start this again.'
exit 1
