#include "ui/widgets/messagebar.h"

#include "ui/text/errortext.h"
#include "ui/widgets/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringView iconNameFor(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Information: return u"information";
    case MessageBar::Level::Success: return u"check";
    case MessageBar::Level::Warning: return u"warning";
    case MessageBar::Level::Error: return u"error";
    }
    return u"information";
}

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(plainLabel(u"messageText"_s))
    , m_advice(plainLabel(u"messageAdvice"_s))
    , m_details(plainLabel(u"messageDetails"_s))
    , m_close(new QToolButton)
    , m_buttons(new QHBoxLayout)
{
    QFont bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setIcon(themedIcon(u"close"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });

    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_text);
    texts->addWidget(m_advice);
    texts->addWidget(m_details);
    texts->addLayout(m_buttons);
    m_buttons->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showMessage(Level level, const QString &text, const QString &advice)
{
    clearButtons();
    m_level = level;
    m_hasMessage = true;
    m_text->setText(text);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_details->hide();
    m_icon->setPixmap(themedIcon(iconNameFor(level)).pixmap(QSize(20, 20), devicePixelRatioF()));
    setAccessibleName(text);
    setAccessibleDescription(advice);
    setVisible(true);
    update();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::showError(const Error &error)
{
    const ErrorText text = errorText(error);
    showMessage(Level::Error, text.sentence, text.advice);
    setDetails(error.detail);
}

void MessageBar::clear()
{
    m_hasMessage = false;
    clearButtons();
    hide();
}

void MessageBar::addAction(const QString &text, std::function<void()> run)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

QString MessageBar::text() const
{
    return m_hasMessage ? m_text->text() : QString();
}

void MessageBar::setDetails(const QString &details)
{
    if (details.isEmpty())
        return;
    m_details->setText(details);
    addAction(tr("Details"), [this] { m_details->setVisible(!m_details->isVisible()); });
}

void MessageBar::clearButtons()
{
    while (m_buttons->count() > 1) {
        QLayoutItem *item = m_buttons->takeAt(0);
        if (QWidget *button = item->widget()) {
            button->hide(); // may be the one whose click runs this
            button->deleteLater();
        }
        delete item;
    }
}

// A wash of the highlight for messages, of the text's colour for problems: both come from the palette, so that every theme
// keeps its contrast. The icon and the words carry the meaning.
void MessageBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const bool isProblem = m_level == Level::Warning || m_level == Level::Error;
    const QColor accent = palette().color(isProblem ? QPalette::WindowText : QPalette::Highlight);
    QColor wash = accent;
    wash.setAlphaF(isProblem ? 0.08F : 0.12F);
    QPainter painter(this);
    painter.fillRect(rect(), wash);
    painter.fillRect(QRect(0, 0, 4, height()), accent);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_icon->setPixmap(themedIcon(iconNameFor(m_level)).pixmap(QSize(20, 20), devicePixelRatioF()));
}

} // namespace letopis
