#pragma once

#include <QIODevice>
#include <QImage>

namespace letopis {

// A picture of an image, or of a PDF's first page, at most `side` pixels wide and high. The file is anybody's: only formats of
// a short list are tried, by the file's own first bytes, and only what fits modest bounds of size. Null: not to be shown.
QImage previewOf(QIODevice &file, int side);

bool canRenderPdf(); // built with QtPdf

} // namespace letopis
