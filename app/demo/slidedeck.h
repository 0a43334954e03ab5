#pragma once

#include "app/demo/programs.h"
#include "app/demo/vocabulary.h"

#include <QByteArray>
#include <QString>

namespace letopis::demo {

// A font that has Cyrillic letters; empty when none of the usual ones is installed.
QString usualFont();
// A PNG of one colour, 0xAARRGGBB.
QByteArray plainPng(quint32 width, quint32 height, quint32 color);
// Writes a topic's slides but the pictures into an existing directory.
bool writeDeckTexts(const QString &directory, const Topic &topic);
// Pictures of one colour, for a machine without ffmpeg or without a font.
bool writePlainPictures(const QString &directory, const Topic &topic);
// The ffmpeg call that draws slides and thumbnails from the texts in the directory.
Command drawPictures(const QString &ffmpeg, const QString &font, const QString &directory, const Topic &topic);

} // namespace letopis::demo
