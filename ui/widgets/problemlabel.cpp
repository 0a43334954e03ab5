#include "ui/widgets/problemlabel.h"

#include <QApplication>
#include <QEvent>

namespace letopis {

ProblemLabel::ProblemLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setVisible(false);
    colour();
}

void ProblemLabel::setProblem(const QString &text)
{
    m_isWarning = false;
    colour();
    setText(text);
    setVisible(!text.isEmpty());
}

void ProblemLabel::setWarning(const QString &text)
{
    setProblem(text);
    m_isWarning = true;
    colour();
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange)
        colour();
}

void ProblemLabel::colour()
{
    const bool isDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QPalette own = palette();
    if (m_isWarning)
        own.setColor(QPalette::WindowText, isDark ? QColor(0xff, 0xb7, 0x4d) : QColor(0x8a, 0x4b, 0x00));
    else
        own.setColor(QPalette::WindowText, isDark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e));
    setPalette(own);
}

} // namespace letopis
