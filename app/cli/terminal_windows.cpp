#include "app/cli/terminal.h"

#include <io.h>
#include <windows.h>

#include <cstdio>

namespace letopis::cli::console {

bool isInputTerminal()
{
    return ::_isatty(::_fileno(stdin)) != 0;
}

bool isErrorTerminal()
{
    return ::_isatty(::_fileno(stderr)) != 0;
}

bool isOutputTerminal()
{
    return ::_isatty(::_fileno(stdout)) != 0;
}

int outputColumns()
{
    CONSOLE_SCREEN_BUFFER_INFO info{};
    return ::GetConsoleScreenBufferInfo(::GetStdHandle(STD_OUTPUT_HANDLE), &info)
        ? info.srWindow.Right - info.srWindow.Left + 1
        : 0;
}

EchoOff::EchoOff()
{
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (!::GetConsoleMode(input, &mode))
        return;
    m_lineFlags = mode;
    m_isChanged = ::SetConsoleMode(input, mode & ~DWORD(ENABLE_ECHO_INPUT)) != 0;
}

EchoOff::~EchoOff()
{
    if (m_isChanged)
        ::SetConsoleMode(::GetStdHandle(STD_INPUT_HANDLE), DWORD(m_lineFlags));
}

} // namespace letopis::cli::console
