#pragma once

#include "core/domain/recording.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace letopis {

// What somebody typed into a form and did not apply. The content is the form's own affair: a JSON object.
struct FormDraft
{
    RecordingId recording; // invalid: a form of no recording
    QString form; // "information", "attendee/<uid>", "material/<uuid>"; of no recording "person/<uuid>", "filing"
    QByteArray content;
    QDateTime since;   // UTC, when it was first kept
    QDateTime savedAt; // UTC

    friend bool operator==(const FormDraft &, const FormDraft &) = default;
};

// A paste of a whole library is refused rather than written again with every key.
constexpr qsizetype largestFormDraft = 16 * 1024 * 1024;

} // namespace letopis
