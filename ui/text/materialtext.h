#pragma once

#include "core/domain/material.h"

#include <QLocale>

namespace letopis {

// Words for the form of materials. Plain text, translated.

// A name without the marks that turn the direction of text round or cannot be seen: with them a program's name looks like
// that of a PDF. For showing only.
QString shownName(const QString &name);
// The same inside a sentence: a name written from right to left leaves the words around it where they are.
QString quotedName(const QString &name);

enum class MaterialState { Trashed, Problem, Waiting, Offline, OnServer, Elsewhere };
MaterialState materialState(const Material &material);
QString materialStateText(const Material &material);  // "Waiting to be uploaded"
QString versionStateText(const MaterialVersion &version);
QString materialFacts(const Material &material, const QDateTime &nowUtc, const QLocale &locale = QLocale());
QString versionFacts(const MaterialVersion &version, const QDateTime &nowUtc, const QLocale &locale = QLocale());
QString filesCount(qint64 count); // "3 files"

// Opening it would run it, on one of the systems we know: by its ending, or by its type.
bool isProgram(const MaterialVersion &version);
QStringView materialIcon(const MaterialVersion &version); // for themedIcon()

} // namespace letopis
