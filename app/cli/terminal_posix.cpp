#include "app/cli/terminal.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace letopis::cli::console {

bool isInputTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool isErrorTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

bool isOutputTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

int outputColumns()
{
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

EchoOff::EchoOff()
{
    termios settings{};
    if (::tcgetattr(STDIN_FILENO, &settings) != 0)
        return;
    m_lineFlags = settings.c_lflag;
    m_endOfLine = settings.c_cc[VEOL];
    // Ctrl+C ends the line instead of the process: it would leave the terminal mute.
    settings.c_lflag &= ~tcflag_t(ECHO | ISIG);
    settings.c_cc[VEOL] = interruptCharacter;
    m_isChanged = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) == 0;
}

EchoOff::~EchoOff()
{
    termios settings{};
    if (!m_isChanged || ::tcgetattr(STDIN_FILENO, &settings) != 0)
        return;
    settings.c_lflag = tcflag_t(m_lineFlags);
    settings.c_cc[VEOL] = cc_t(m_endOfLine);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &settings);
}

} // namespace letopis::cli::console
