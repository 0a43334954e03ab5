#pragma once

#include "core/base/secrettext.h"

#include <QString>

#include <optional>

namespace letopis::cli {

// Standard input, output and error of this process. UTF-8 everywhere.
class Terminal
{
public:
    // Answers go to standard output; false once nobody reads it any more.
    bool write(const QByteArray &bytes);
    bool write(const QString &text) { return write(text.toUtf8()); }
    // Why writing stopped; empty where all went out.
    QString writeFailure() const { return m_writeFailure; }
    // Everything for people besides the answer goes to standard error. `text` is one or more lines.
    void say(const QString &text);
    // Replaces the progress line; shown only where standard error is a terminal. An empty text takes the line away.
    void showProgress(const QString &text);

    // Columns of standard output, or nothing where it is not a terminal.
    static std::optional<int> outputColumns();
    // One line of standard input without its line break; the prompt is shown, and the echo switched off, on a terminal
    // only. Nothing at the end of input or at Ctrl+C.
    std::optional<SecretText> readSecretLine(const QString &prompt);

private:
    bool m_isProgressShown = false;
    bool m_isOutputOpen = true;
    QString m_writeFailure;
};

// The few calls that differ between operating systems; terminal_posix.cpp and terminal_windows.cpp.
namespace console {
bool isInputTerminal();
bool isErrorTerminal();
bool isOutputTerminal();
int outputColumns(); // 0: cannot be told

inline constexpr char interruptCharacter = 3;

// Switches the echo of standard input off while it lives; Ctrl+C then ends the line as interruptCharacter.
class EchoOff
{
public:
    EchoOff();
    ~EchoOff();
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    bool m_isChanged = false;
    unsigned long m_lineFlags = 0; // as they were
    int m_endOfLine = 0;
};
} // namespace console

} // namespace letopis::cli
