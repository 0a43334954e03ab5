#include "app/cli/terminal.h"

#include "app/cli/celltext.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace letopis::cli {

namespace {
constexpr qsizetype longestSecret = 4096;

void writeError(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}
} // namespace

bool Terminal::write(const QByteArray &bytes)
{
    if (m_isOutputOpen) {
        m_isOutputOpen = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size())
            && std::fflush(stdout) == 0;
        if (!m_isOutputOpen)
            m_writeFailure = QString::fromLocal8Bit(std::strerror(errno));
    }
    return m_isOutputOpen;
}

void Terminal::say(const QString &text)
{
    showProgress({});
    writeError(terminalSafe(text, true).toUtf8() + '\n');
}

void Terminal::showProgress(const QString &text)
{
    if (!console::isErrorTerminal() || (text.isEmpty() && !m_isProgressShown))
        return;
    writeError("\r\033[K" + terminalSafe(text).toUtf8());
    m_isProgressShown = !text.isEmpty();
}

std::optional<int> Terminal::outputColumns()
{
    if (!console::isOutputTerminal())
        return std::nullopt;
    const int columns = console::outputColumns();
    return columns > 0 ? columns : 80;
}

std::optional<SecretText> Terminal::readSecretLine(const QString &prompt)
{
    const bool isInteractive = console::isInputTerminal();
    if (isInteractive)
        writeError(prompt.toUtf8());
    QByteArray line;
    line.reserve(longestSecret); // never grows, so that no copy is left behind
    int c = EOF;
    {
        const console::EchoOff silence;
        while ((c = std::fgetc(stdin)) != EOF && c != '\n' && c != console::interruptCharacter
               && line.size() < longestSecret)
            line += char(c);
    }
    if (isInteractive)
        writeError("\n");
    if (line.endsWith('\r'))
        line.chop(1);
    if (c == console::interruptCharacter || (c == EOF && line.isEmpty()))
        return std::nullopt;
    return SecretText(std::move(line));
}

} // namespace letopis::cli
