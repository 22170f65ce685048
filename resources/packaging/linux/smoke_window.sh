#!/usr/bin/env bash
# smoke_window.sh EXE [FOLDER FOR PICTURES]: the window of the built folder on a virtual screen. Every page is opened by
# its key, and catching up from the Journal; a page that fails would leave a crash report, a window that does not paint a
# screen of one colour, and a key that is not heard the picture before.
set -euo pipefail
exe=$(realpath "$1") pictures=${2:-$(mktemp -d)}
home=$(mktemp -d)
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache LC_ALL=C.UTF-8
unset QT_QPA_PLATFORM WAYLAND_DISPLAY XDG_SESSION_TYPE
mkdir -p "$pictures"
exec 3<>"$home/number" 4<"$home/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 2>/dev/null &
screen=$!
trap 'kill $screen 2>/dev/null || true; rm -rf "$home"' EXIT
for _ in $(seq 100); do [ -s "$home/number" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$home/number")
"$exe" --demo >"$home/out" 2>&1 &
program=$!
window=
for _ in $(seq 300); do
  window=$(xdotool search --onlyvisible --name "Sciatica" 2>/dev/null | head -1) && [ -n "$window" ] && break
  sleep 0.2
done
[ -n "$window" ] || { cat "$home/out"; echo "FAIL: no window"; exit 1; }
xdotool windowfocus "$window"
sleep "${PAUSE:-3}"
failed=0 before=
for step in alt+1 alt+3 alt+4 alt+5 alt+6 alt+0 alt+2 catch-up F2 F3; do
  case $step in
    catch-up) xdotool mousemove 557 126 click 1 ;;
    *) xdotool key "$step" ;;
  esac
  sleep "${PAUSE:-3}"
  import -window root "$pictures/$step.png"
  colours=$(identify -format %k "$pictures/$step.png")
  [ "$colours" -gt 50 ] || { echo "FAIL: $step paints $colours colours only"; failed=1; }
  now=$(identify -format '%#' "$pictures/$step.png")
  [ "$now" != "$before" ] || { echo "FAIL: $step changes nothing"; failed=1; }
  before=$now
done
kill -0 $program || { cat "$home/out"; echo "FAIL: the program ended"; exit 1; }
kill $program
wait $program 2>/dev/null || true
if report=$(find "$home" -name "crash-report.txt" -size +0) && [ -n "$report" ]; then
  cat "$report"
  failed=1
fi
grep -v -e locale -e '^for more' "$home/out" | grep . && { echo "FAIL: it complained"; failed=1; }
[ $failed = 0 ] && echo "the window: 10 pages opened, no complaint"
exit $failed
