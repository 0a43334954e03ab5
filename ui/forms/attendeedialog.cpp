#include "ui/forms/attendeedialog.h"

#include "ui/forms/dialogdrafts.h"
#include "ui/text/attendancetext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array roles{ConferenceRole::Guest, ConferenceRole::Viewer, ConferenceRole::Presenter, ConferenceRole::Moderator};
constexpr qint64 minute = 60'000;
constexpr int mostMinutes = 7 * 24 * 60;

// Nothing where it is as the automatic list has it.
template<typename T>
FieldWish<T> wishFor(const T &value, const std::optional<T> &automatic)
{
    FieldWish<T> wish;
    wish.emplace(std::nullopt);
    if (automatic != value)
        *wish = value;
    return wish;
}

} // namespace

AttendeeDialog::AttendeeDialog(AttendeeDraft draft, QWidget *parent) : QDialog(parent), m_draft(std::move(draft))
{
    setObjectName(u"attendeeDialog"_s);
    setWindowTitle(m_draft.attendee ? tr("Edit participant") : tr("Add a participant"));
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(480);
    makeFields();
    fill();

    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const std::optional<Participant> &automatic = m_draft.automatic;
    addRow(*form, tr("&Name:"),
           withRestore(m_name, tr("name"), automatic ? automatic->name : QString(), [this] { m_name->setText(m_draft.automatic->name); },
                       [this] { return m_name->text().simplified() == m_draft.automatic->name; }),
           m_name);
    addRow(*form, tr("&Role:"),
           withRestore(m_role, tr("role"), automatic ? serviceRoleText(m_draft.service, automatic->role) : QString(),
                       [this] { m_role->setCurrentIndex(m_role->findData(static_cast<int>(m_draft.automatic->role))); },
                       [this] { return m_role->currentData().toInt() == static_cast<int>(m_draft.automatic->role); }),
           m_role);
    addRow(*form, tr("&User ID:"),
           withRestore(m_externalId, tr("user ID"), automatic ? automatic->externalUserId : QString(),
                       [this] { m_externalId->setText(m_draft.automatic->externalUserId); },
                       [this] { return m_externalId->text().trimmed() == m_draft.automatic->externalUserId; }),
           m_externalId);
    if (m_minutes)
        addRow(*form, tr("&Minutes present:"), m_minutes, m_minutes);
    addRow(*form, tr("N&ote:"), m_note, m_note);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(m_draft.attendee ? tr("&Save") : tr("&Add participant"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptAttendee"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_restored);
    layout->addLayout(form, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true); // once it is in the dialog: else the first one is
    update();
    m_base = values();
    m_name->selectAll();
    m_name->setFocus();
}

void AttendeeDialog::makeFields()
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"attendeeName"_s);
    m_name->setMaxLength(longestAttendeeText);
    m_role = new QComboBox;
    m_role->setObjectName(u"attendeeRole"_s);
    for (const ConferenceRole role : roles)
        m_role->addItem(serviceRoleText(m_draft.service, role), static_cast<int>(role));
    m_externalId = new QLineEdit;
    m_externalId->setObjectName(u"attendeeUserId"_s);
    m_externalId->setMaxLength(longestAttendeeText);
    m_externalId->setToolTip(tr("The user's ID at Moodle, Greenlight or another front end"));
    m_note = new QPlainTextEdit;
    m_note->setObjectName(u"attendeeNote"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().lineSpacing() * 4 + 16);
    if (!m_draft.attendee || m_draft.attendee->provenance == Provenance::Added) {
        m_minutes = new QSpinBox;
        m_minutes->setObjectName(u"attendeeMinutes"_s);
        m_minutes->setRange(-1, mostMinutes);
        //: Minutes present
        m_minutes->setSpecialValueText(tr("Not known"));
        m_minutes->setValue(-1);
    }
    m_restored = makeTextLabel(u"attendeeRestored"_s);
    m_restored->hide();
    m_problem = makeTextLabel(u"attendeeProblem"_s);
    if (m_minutes)
        connect(m_minutes, &QSpinBox::valueChanged, this, &AttendeeDialog::update);
    connect(m_name, &QLineEdit::textChanged, this, &AttendeeDialog::update);
    connect(m_externalId, &QLineEdit::textChanged, this, &AttendeeDialog::update);
    connect(m_role, &QComboBox::currentIndexChanged, this, &AttendeeDialog::update);
    connect(m_note, &QPlainTextEdit::textChanged, this, &AttendeeDialog::update);
}

void AttendeeDialog::fill()
{
    const Participant shown = m_draft.attendee ? m_draft.attendee->participant : Participant{};
    m_name->setText(shown.name);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(shown.role)));
    m_externalId->setText(shown.externalUserId);
    if (m_draft.attendee)
        m_note->setPlainText(m_draft.attendee->note);
    if (m_minutes && shown.presentMs > 0)
        m_minutes->setValue(static_cast<int>(std::min<qint64>((shown.presentMs + minute / 2) / minute, mostMinutes)));
}

void AttendeeDialog::addRow(QFormLayout &form, const QString &label, QWidget *row, QWidget *field)
{
    auto *text = new QLabel(label);
    text->setBuddy(field);
    QString name = label;
    field->setAccessibleName(name.remove(u'&').remove(u':'));
    form.addRow(text, row);
}

// The field, and beside it the way back to what the server says.
QWidget *AttendeeDialog::withRestore(QWidget *field, const QString &name, const QString &automaticText,
                                     const std::function<void()> &restore, const std::function<bool()> &isAutomatic)
{
    if (!m_draft.automatic)
        return field;
    auto *button = new QToolButton;
    button->setObjectName(field->objectName() + u"Restore"_s);
    button->setIcon(themedIcon(u"retry"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    //: %1 is a field: "name"
    button->setAccessibleName(tr("Restore the automatic %1").arg(name));
    const QString value = automaticText.isEmpty() ? tr("none") : automaticText;
    button->setAccessibleDescription(tr("Automatic value: %1").arg(value));
    button->setToolTip(plainToolTip(tr("Restore the automatic value: %1").arg(value)));
    connect(button, &QToolButton::clicked, field, [field, restore] {
        restore();
        field->setFocus(); // the button greys itself
    });
    m_restores.append({button, isAutomatic});
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    return row;
}

QString AttendeeDialog::problem() const
{
    if (m_name->text().simplified().isEmpty())
        return tr("A participant needs a name.");
    const qsizetype over = m_note->toPlainText().trimmed().size() - longestAttendeeNote;
    if (over > 0)
        return tr("The note is %n character(s) too long.", nullptr, static_cast<int>(over));
    return {};
}

void AttendeeDialog::update()
{
    for (const auto &[button, isAutomatic] : std::as_const(m_restores))
        button->setEnabled(!isAutomatic());
    const QString wrong = problem();
    if (!m_accept)
        return;
    m_accept->setEnabled(wrong.isEmpty());
    // A form that nobody has touched does not complain.
    m_problem->setText(m_name->isModified() || m_draft.attendee ? wrong : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    Q_EMIT edited();
}

QJsonObject AttendeeDialog::values() const
{
    QJsonObject values{{u"name"_s, m_name->text()},
                       {u"role"_s, m_role->currentData().toInt()},
                       {u"userId"_s, m_externalId->text()},
                       {u"note"_s, m_note->toPlainText()}};
    if (m_minutes)
        values.insert(u"minutes"_s, m_minutes->value());
    return values;
}

void AttendeeDialog::setValue(const QString &key, const QJsonValue &value)
{
    if (key == u"name"_s) {
        m_name->setText(value.toString());
        m_name->setModified(true);
    } else if (key == u"role"_s) {
        m_role->setCurrentIndex(qMax(0, m_role->findData(value.toInt())));
    } else if (key == u"userId"_s) {
        m_externalId->setText(value.toString());
    } else if (key == u"note"_s) {
        m_note->setPlainText(value.toString());
    } else if (key == u"minutes"_s && m_minutes) {
        m_minutes->setValue(value.toInt());
    }
}

QString AttendeeDialog::nameOfField(const QString &key) const
{
    const QWidget *field = key == u"name"_s ? m_name
        : key == u"role"_s                  ? static_cast<QWidget *>(m_role)
        : key == u"userId"_s                ? m_externalId
        : key == u"note"_s                  ? static_cast<QWidget *>(m_note)
                                            : m_minutes;
    return field ? field->accessibleName() : key;
}

QJsonObject AttendeeDialog::draft() const
{
    const QJsonObject typed = values();
    if (typed == m_base)
        return {};
    const QString before = m_draft.attendee ? m_draft.attendee->participant.name : QString();
    return {{u"name"_s, before.isEmpty() ? m_name->text() : before}, {u"typed"_s, typed}, {u"base"_s, m_base}};
}

void AttendeeDialog::restore(const QJsonObject &draft, const QDateTime &since)
{
    const QJsonObject typed = draft[u"typed"_s].toObject();
    const QJsonObject base = draft[u"base"_s].toObject();
    QStringList overtaken;
    for (auto one = typed.constBegin(); one != typed.constEnd(); ++one) {
        if (one.value() == base[one.key()])
            continue; // not typed: whatever it is now stays
        if (m_draft.attendee && m_base[one.key()] != base[one.key()] && m_base[one.key()] != one.value())
            overtaken += nameOfField(one.key());
        setValue(one.key(), one.value());
    }
    m_restored->setText(restoredDraftText(since, overtaken));
    m_restored->show();
    update();
}

AttendeeWishes AttendeeDialog::wishes() const
{
    const std::optional<Participant> &automatic = m_draft.automatic;
    const auto field = [&](auto member) {
        using Field = std::decay_t<decltype(std::declval<Participant>().*member)>;
        return automatic ? std::optional<Field>((*automatic).*member) : std::nullopt;
    };
    AttendeeWishes wishes;
    wishes.name = wishFor(m_name->text().simplified(), field(&Participant::name));
    wishes.externalUserId = wishFor(m_externalId->text().trimmed(), field(&Participant::externalUserId));
    wishes.role = wishFor(static_cast<ConferenceRole>(m_role->currentData().toInt()), field(&Participant::role));
    if (m_minutes) {
        wishes.presentMs.emplace(std::nullopt);
        if (m_minutes->value() >= 0)
            *wishes.presentMs = m_minutes->value() * minute;
    }
    wishes.note = m_note->toPlainText().trimmed();
    return wishes;
}

} // namespace letopis
