#include "ui/forms/informationinput.h"

#include "ui/text/fieldtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMap>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of two texts, how much is the same at both ends: what lies between is what changed.
struct CommonEnds
{
    qsizetype front = 0;
    qsizetype back = 0;
};

CommonEnds commonEnds(QStringView one, QStringView other)
{
    CommonEnds same;
    const qsizetype most = qMin(one.size(), other.size());
    while (same.front < most && one[same.front] == other[same.front])
        ++same.front;
    if (same.front > 0 && one[same.front - 1].isHighSurrogate())
        --same.front; // one character, two units
    while (same.back < most - same.front && one[one.size() - 1 - same.back] == other[other.size() - 1 - same.back])
        ++same.back;
    if (same.back > 0 && one[one.size() - same.back].isLowSurrogate())
        --same.back;
    return same;
}

// As it was typed: toPlainText() would make common spaces of the hard ones.
QString rawText(const QPlainTextEdit &edit)
{
    return edit.document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

// A title copied out of a document comes with line ends and tabs; in one line they are spaces.
QString inOneLine(QString text)
{
    text.replace(u"\r\n"_s, u" "_s);
    for (const QChar one : {QChar(u'\n'), QChar(u'\r'), QChar(u'\t'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)})
        text.replace(one, u' ');
    return text;
}

class LineInput final : public FieldInput
{
public:
    explicit LineInput(FieldDefinition definition)
        : FieldInput(new QLineEdit), m_definition(std::move(definition)), m_line(static_cast<QLineEdit *>(target()))
    {
        if (m_definition.type == FieldType::Tags)
            m_line->setPlaceholderText(FieldInput::tr("Separated by commas"));
        if (m_definition.type == FieldType::Number)
            m_line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString &typed) {
            const QString line = inOneLine(typed);
            if (line != typed) {
                const int cursor = m_line->cursorPosition() - static_cast<int>(typed.size() - line.size());
                m_line->setText(line);
                m_line->setCursorPosition(cursor);
            }
            Q_EMIT edited(line);
        });
    }

    QString text() const override { return m_line->text(); }

    void setText(const QString &text) override
    {
        const bool isSame = canonicalValue(m_definition, text) == canonicalValue(m_definition, m_line->text());
        if (isSame && !m_line->text().isEmpty())
            return; // the cursor stays where it is
        m_line->setText(fieldValueText(m_definition, text));
        m_line->setCursorPosition(m_line->hasFocus() ? static_cast<int>(m_line->text().size()) : 0);
    }

    void setPlaceholder(const QString &text) override { m_line->setPlaceholderText(text); }

private:
    const FieldDefinition m_definition;
    QLineEdit *m_line;
};

class TextInput final : public FieldInput
{
public:
    TextInput() : FieldInput(new QPlainTextEdit), m_edit(static_cast<QPlainTextEdit *>(target()))
    {
        m_edit->setTabChangesFocus(true);
        m_edit->setUndoRedoEnabled(false);
        m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * 8);
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(rawText(*m_edit)); });
    }

    QString text() const override { return rawText(*m_edit); }

    void setText(const QString &text) override
    {
        const QString before = rawText(*m_edit);
        if (text == before)
            return;
        const QSignalBlocker blocker(m_edit);
        if (!m_edit->hasFocus()) {
            m_edit->setPlainText(text); // from its beginning
            return;
        }
        // Undo in the middle of a long text: where it happens is to be seen.
        const CommonEnds same = commonEnds(before, text);
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(static_cast<int>(same.front));
        cursor.setPosition(static_cast<int>(before.size() - same.back), QTextCursor::KeepAnchor);
        cursor.insertText(text.mid(same.front, text.size() - same.front - same.back));
        m_edit->setTextCursor(cursor);
        m_edit->ensureCursorVisible();
    }

    void setPlaceholder(const QString &text) override { m_edit->setPlaceholderText(text); }

private:
    QPlainTextEdit *m_edit;
};

// A value nobody offers any more is shown, too: choosing something else is the person's decision.
class ChoiceInput final : public FieldInput
{
public:
    ChoiceInput() : FieldInput(new QComboBox), m_combo(static_cast<QComboBox *>(target()))
    {
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_combo->setMinimumContentsLength(12);
        m_combo->setFocusPolicy(Qt::StrongFocus);
        //: Nothing is chosen in a field with choices
        m_combo->addItem(FieldInput::tr("Not set"), QString());
        connect(m_combo, &QComboBox::activated, this, [this] { Q_EMIT edited(text()); });
    }

    void add(const QString &label, const QString &value) { m_combo->addItem(label, value); }
    void addSeparator() { m_combo->insertSeparator(m_combo->count()); }

    QString text() const override { return m_combo->currentData().toString(); }

    void setText(const QString &text) override
    {
        if (m_combo->findData(text) < 0)
            m_combo->addItem(text, text);
        m_combo->setCurrentIndex(m_combo->findData(text));
    }

    void setPlaceholder(const QString &text) override
    {
        m_combo->setPlaceholderText(text);
        m_combo->setCurrentIndex(-1);
    }

protected:
    // A wheel over the form scrolls it and changes nothing.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel) {
            event->ignore();
            return true;
        }
        return FieldInput::eventFilter(watched, event);
    }

private:
    QComboBox *m_combo;
};

constexpr qsizetype longestShownValue = 40;

using Choices = QList<std::pair<QString, QString>>; // name, value

Choices allLanguages()
{
    QMap<QString, QString> names; // by name: the locale's order is not worth a collator over 200 scripts
    for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
        const QString code = QLocale::languageToCode(locale.language());
        if (code.size() == 2 && !QLocale(code).nativeLanguageName().isEmpty())
            names.insert(languageName(code), code);
    }
    Choices choices;
    for (auto one = names.cbegin(); one != names.cend(); ++one)
        choices.append({one.key(), one.value()});
    return choices;
}

FieldInput *makeLanguageInput()
{
    static const Choices languages = allLanguages();
    const QStringList usual{u"ru"_s, u"en"_s};
    auto *input = new ChoiceInput;
    for (const QString &code : usual)
        input->add(languageName(code), code);
    input->addSeparator();
    for (const auto &[name, code] : languages) {
        if (!usual.contains(code))
            input->add(name, code);
    }
    return input;
}

// A date or none: the box says which, and comes first on the keyboard.
class DateInput final : public FieldInput
{
public:
    DateInput() : FieldInput(new QCheckBox), m_has(static_cast<QCheckBox *>(target())), m_date(new QDateEdit)
    {
        m_has->setText(FieldInput::tr("Set"));
        m_date->setCalendarPopup(true);
        m_date->setDate(QDate::currentDate());
        m_date->setEnabled(false);
        m_date->setFocusPolicy(Qt::StrongFocus);
        addSecond(m_date);
        connect(m_has, &QCheckBox::clicked, this, [this](bool has) {
            m_has->setTristate(false);
            m_has->setText(FieldInput::tr("Set"));
            m_date->setEnabled(has);
            Q_EMIT edited(text());
        });
        connect(m_date, &QDateEdit::dateChanged, this, [this] { Q_EMIT edited(text()); });
    }

    QString text() const override
    {
        return m_has->checkState() == Qt::Checked ? m_date->date().toString(Qt::ISODate) : QString();
    }

    void setText(const QString &text) override
    {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        const QSignalBlocker blocker(m_date);
        m_has->setTristate(false);
        //: %1 is what another program wrote into a field for a date
        m_has->setText(text.isEmpty() || date.isValid() ? FieldInput::tr("Set")
                                                        : FieldInput::tr("Set (now “%1”, which is no date)")
                                                              .arg(text.left(longestShownValue).replace(u'&', u"&&"_s)));
        m_has->setChecked(date.isValid());
        m_date->setEnabled(date.isValid());
        if (date.isValid())
            m_date->setDate(date);
    }

    void setPlaceholder(const QString &text) override
    {
        m_has->setText(text);
        m_has->setCheckState(Qt::PartiallyChecked);
    }

private:
    QCheckBox *m_has;
    QDateEdit *m_date;
};

} // namespace

FieldInput *FieldInput::make(const FieldDefinition &definition)
{
    switch (definition.type) {
    case FieldType::Text: return new TextInput;
    case FieldType::Language: return makeLanguageInput();
    case FieldType::Date: return new DateInput;
    case FieldType::Choice: {
        auto *input = new ChoiceInput;
        for (const QString &choice : definition.choices)
            input->add(choice, choice);
        return input;
    }
    case FieldType::Line:
    case FieldType::Tags:
    case FieldType::Number: break;
    }
    return new LineInput(definition);
}

FieldInput::FieldInput(QWidget *target) : m_target(target)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(target, 1);
    target->installEventFilter(this);
}

void FieldInput::setNames(const QString &name, const QString &description)
{
    m_target->setAccessibleName(name);
    m_target->setAccessibleDescription(description);
    if (m_second)
        m_second->setAccessibleName(name);
}

void FieldInput::addSecond(QWidget *second)
{
    m_second = second;
    static_cast<QHBoxLayout *>(layout())->insertWidget(1, second, 1);
    static_cast<QHBoxLayout *>(layout())->setStretch(0, 0);
    second->installEventFilter(this);
    setTabOrder(m_target, second);
}

bool FieldInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    const bool isRedo = key->matches(QKeySequence::Redo) || key->keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    if (!isUndo && !isRedo)
        return QWidget::eventFilter(watched, event);
    event->accept(); // a shortcut override that is accepted comes again as a key press
    if (event->type() == QEvent::KeyPress)
        isUndo ? Q_EMIT undoRequested() : Q_EMIT redoRequested();
    return true;
}

} // namespace letopis
