#pragma once

#include "core/base/error.h"

namespace letopis::cli {

// What went wrong and what to do about it, for people at a terminal. With a certificate or host key as evidence, its
// SHA-256 and how to accept it. Not yet terminal-safe: servers have a say in `subject` and `detail`.
QString textFor(const Error &error);

// Of a program that could not start on its profile.
QString textForStart(const Error &error);

} // namespace letopis::cli
