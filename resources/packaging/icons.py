"""Draw the program's icon in every size and kind the systems ask for: python icons.py FOLDER."""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(folder: Path) -> None:
    """Write app-SIDE.png, app.ico (Windows) and app.icns (macOS)."""
    folder.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(QByteArray((ROOT / "resources/icons/app.svg").read_bytes()))
    for side in (*SIDES, 1024):
        picture = QImage(side, side, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.save(str(folder / f"app-{side}.png"))
    largest = Image.open(folder / "app-1024.png")
    largest.save(folder / "app.icns")
    small = [Image.open(folder / f"app-{side}.png") for side in (16, 24, 32, 48, 64, 128, 256)]
    small[-1].save(folder / "app.ico", append_images=small[:-1], sizes=[picture.size for picture in small])


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
