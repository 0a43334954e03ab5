#include "ui/pages/recordings/choicebutton.h"

#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStylePainter>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestText = 180;   // pixels; the rest is elided
constexpr int widestChoice = 400; // of the menu: a format's name is the server's

// Checking one choice does not close it: several are wanted as often as one.
class StayingMenu final : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (QAction *action = actionAt(event->pos()); action && action->isCheckable()) {
            action->trigger();
            return;
        }
        QMenu::mouseReleaseEvent(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Space && activeAction() && activeAction()->isCheckable()) {
            activeAction()->trigger();
            return;
        }
        QMenu::keyPressEvent(event);
    }
};

QString escapedMnemonics(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

ChoiceButton::ChoiceButton(const QString &anyText, QWidget *parent)
    : QToolButton(parent), m_anyText(anyText), m_menu(new StayingMenu(this))
{
    setMenu(m_menu);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setEnabled(false);
    updateText();
}

void ChoiceButton::setChoices(const QList<QPair<QString, QVariant>> &textsAndValues)
{
    if (textsAndValues == m_choices)
        return; // a menu that is open stays as it is
    m_choices = textsAndValues;
    const QVariantList before = chosen();
    m_menu->clear();
    for (const auto &[text, value] : textsAndValues) {
        QAction *action = m_menu->addAction(escapedMnemonics(fontMetrics().elidedText(text, Qt::ElideRight, widestChoice)));
        action->setCheckable(true);
        action->setData(value);
        action->setChecked(before.contains(value));
        connect(action, &QAction::toggled, this, [this] {
            updateText();
            Q_EMIT choiceChanged();
        });
    }
    setEnabled(!textsAndValues.isEmpty());
    updateText();
    if (chosen().size() != before.size())
        Q_EMIT choiceChanged();
}

QVariantList ChoiceButton::chosen() const
{
    QVariantList values;
    for (const QAction *action : m_menu->actions()) {
        if (action->isChecked())
            values.append(action->data());
    }
    return values;
}

void ChoiceButton::setChosen(const QVariantList &values)
{
    for (QAction *action : m_menu->actions()) {
        const QSignalBlocker blocker(action);
        action->setChecked(values.contains(action->data()));
    }
    updateText();
}

void ChoiceButton::updateText()
{
    const QVariantList values = chosen();
    QStringList texts;
    for (const auto &[text, value] : std::as_const(m_choices)) {
        if (values.contains(value))
            texts.append(text);
    }
    const QString whole = texts.isEmpty() ? m_anyText : texts.join(u", "_s);
    setText(fontMetrics().elidedText(whole, Qt::ElideRight, widestText));
    setToolTip(plainToolTip(whole));
    setAccessibleName(whole);
    updateGeometry();
}

QSize ChoiceButton::sizeHint() const
{
    const QStyleOptionComboBox option = comboOption();
    const QSize contents(fontMetrics().horizontalAdvance(text()) + 8, qMax(fontMetrics().height(), 14));
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, contents, this);
}

void ChoiceButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QStylePainter painter(this);
    const QStyleOptionComboBox option = comboOption();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

QStyleOptionComboBox ChoiceButton::comboOption() const
{
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.editable = false;
    option.frame = true;
    option.currentText = text();
    option.subControls = QStyle::SC_All;
    if (underMouse() && isEnabled())
        option.state |= QStyle::State_MouseOver;
    if (isDown())
        option.state |= QStyle::State_Sunken | QStyle::State_On;
    return option;
}

} // namespace letopis
