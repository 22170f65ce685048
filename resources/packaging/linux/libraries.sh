#!/bin/sh
# Install what the window needs of the system: Debian and Ubuntu, Fedora, Arch. Does nothing elsewhere, and little when all is there.
set -e
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
if command -v apt-get >/dev/null; then
  set -- install -y -qq python3-venv libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libx11-xcb1 \
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
    libxcb-shape0 libxcb-sync1 libxcb-xfixes0
  $as_root apt-get "$@" >/dev/null 2>&1 || { $as_root apt-get update -qq && $as_root apt-get "$@" >/dev/null; }
elif command -v dnf >/dev/null; then
  $as_root dnf install -y -q python3 libglvnd-egl libglvnd-glx glib2 fontconfig dbus-libs libX11-xcb libxkbcommon-x11 \
    libxcb xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm
elif command -v pacman >/dev/null; then
  $as_root pacman -S --needed --noconfirm python libglvnd glib2 fontconfig dbus libx11 libxkbcommon-x11 \
    libxcb xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm
fi
