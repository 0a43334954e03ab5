#pragma once

#include "core/base/error.h"

namespace letopis {

// An error for people. Plain text, translated; no technical detail inside.
struct ErrorText
{
    QString sentence; // what happened, to what
    QString advice;   // what to do next; may be empty
};

ErrorText errorText(const Error &error);

// Of a start that failed: what it needs is on this computer, in the profile.
ErrorText startErrorText(const Error &error);

// Both in one paragraph, for places with room for one string.
QString errorParagraph(const Error &error);
QString errorParagraph(const ErrorText &text);

} // namespace letopis
