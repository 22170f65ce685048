#!/usr/bin/env bash
# make_dmg.sh "dist/Sciatica Journal.app" OUTPUT-FOLDER: a disk image with the program and a way into Applications.
set -euo pipefail
app=$1 out=$2
version=$(/usr/libexec/PlistBuddy -c "Print :CFBundleShortVersionString" "$app/Contents/Info.plist")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "Sciatica Journal" -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$out/Sciatica-Journal-$version.dmg"
