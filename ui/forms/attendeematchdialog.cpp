#include "ui/forms/attendeematchdialog.h"

#include "core/base/whendone.h"
#include "core/domain/attendeeedits.h"
#include "core/workspace/attendancebook.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostFound = 50;
constexpr qsizetype longestShown = 120;

QString lineOf(const KnownPerson &person, ServerId server, bool isSuggested)
{
    QStringList notes;
    if (isSuggested)
        notes << AttendeeMatchDialog::tr("suggested");
    for (const auto &[at, id] : person.externalIds) {
        if (at == server && !id.isEmpty())
            notes << id.left(longestShown);
    }
    const QString name = person.name.left(longestShown);
    return notes.isEmpty() ? name : u"%1 (%2)"_s.arg(name, notes.join(u", "_s));
}

} // namespace

AttendeeMatchDialog::AttendeeMatchDialog(AttendanceBook &book, Actor actor, Attendee attendee, ServerId server,
                                         std::optional<KnownPerson> suggested, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_actor(std::move(actor))
    , m_attendee(std::move(attendee))
    , m_server(server)
    , m_suggested(std::move(suggested))
    , m_text(new QLineEdit)
    , m_list(new QListWidget)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_messages(new MessageBar)
{
    setObjectName(u"attendeeMatchDialog"_s);
    setWindowTitle(tr("Match to a known person"));
    setWindowModality(Qt::WindowModal);
    setMinimumSize(480, 420);
    layOut();
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &AttendeeMatchDialog::search);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        update();
        m_delay.start();
    });
    connect(m_list, &QListWidget::itemActivated, this, &AttendeeMatchDialog::chooseCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &AttendeeMatchDialog::update);
    m_text->setText(m_attendee.participant.name);
    m_text->selectAll();
    m_text->setFocus();
    update();
    search();
}

void AttendeeMatchDialog::layOut()
{
    QLabel *text = makeTextLabel(u"matchText"_s);
    text->setText(m_attendee.personName.isEmpty()
                      ? tr("Who was %1?").arg(breakable(m_attendee.participant.name))
                      : tr("%1 is matched to %2.").arg(breakable(m_attendee.participant.name), breakable(m_attendee.personName)));
    m_text->setObjectName(u"matchSearch"_s);
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(longestAttendeeText);
    m_text->setPlaceholderText(tr("Name"));
    m_text->setAccessibleName(tr("Search known people by name"));
    m_list->setObjectName(u"matchList"_s);
    m_list->setAccessibleName(tr("Known people"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_match = buttons->addButton(tr("&Match"), QDialogButtonBox::AcceptRole);
    m_match->setObjectName(u"acceptMatch"_s);
    m_create = new QPushButton(tr("Make &known"));
    m_create->setObjectName(u"createPerson"_s);
    m_create->setToolTip(tr("Adds a new known person of the name typed above and matches to them"));
    buttons->addButton(m_create, QDialogButtonBox::ActionRole);
    m_unmatch = new QPushButton(tr("&Unmatch"));
    m_unmatch->setObjectName(u"unmatchPerson"_s);
    buttons->addButton(m_unmatch, QDialogButtonBox::ResetRole);
    m_unmatch->setVisible(m_attendee.person.isValid());
    for (QPushButton *button : {m_create, m_unmatch})
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &AttendeeMatchDialog::chooseCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &AttendeeMatchDialog::createPerson);
    connect(m_unmatch, &QPushButton::clicked, this, [this] { finish({}); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_text);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_match->setDefault(true); // once it is in the dialog: else the first one is
}

void AttendeeMatchDialog::search()
{
    const quint64 generation = ++m_generation;
    whenDone(m_book.findPeople(m_actor, m_text->text().simplified(), mostFound), this,
             [this, generation](const Result<QList<KnownPerson>> &people) {
                 if (generation != m_generation)
                     return; // an answer to what was typed before
                 if (people)
                     showFound(*people);
                 else
                     m_messages->showError(people.error());
             });
}

void AttendeeMatchDialog::showFound(const QList<KnownPerson> &people)
{
    m_people = people;
    // Before anything else was typed: whom the ids or the very same name point at.
    if (m_suggested && m_text->text() == m_attendee.participant.name) {
        m_people.removeIf([this](const KnownPerson &one) { return one.id == m_suggested->id; });
        m_people.prepend(*m_suggested);
    }
    m_list->clear();
    for (const KnownPerson &person : std::as_const(m_people))
        m_list->addItem(lineOf(person, m_server, m_suggested && m_suggested->id == person.id));
    m_list->setCurrentRow(m_people.isEmpty() ? -1 : 0);
    m_empty->setState(u"people", tr("Nobody of that name is known"), tr("“Make known” adds this person to the people Letopis knows."));
    m_stack->setCurrentIndex(m_people.isEmpty() ? 1 : 0);
    update();
}

void AttendeeMatchDialog::update()
{
    m_match->setEnabled(m_stack->currentIndex() == 0 && m_list->currentRow() >= 0);
    m_create->setEnabled(!m_text->text().simplified().isEmpty());
}

void AttendeeMatchDialog::chooseCurrent()
{
    const int row = m_list->currentRow();
    // What is typed but not searched for yet is not what the list shows.
    if (row >= 0 && row < m_people.size() && !m_delay.isActive())
        finish(m_people.at(row).id);
}

void AttendeeMatchDialog::createPerson()
{
    KnownPerson person;
    person.name = m_text->text().simplified();
    if (!m_attendee.participant.externalUserId.isEmpty())
        person.externalIds += {m_server, m_attendee.participant.externalUserId};
    m_create->setEnabled(false);
    whenDone(m_book.addPerson(m_actor, person), this, [this](const Result<PersonId> &added) {
        if (added)
            return finish(*added);
        m_messages->showError(added.error());
        update();
    });
}

void AttendeeMatchDialog::finish(PersonId person)
{
    Q_EMIT chosen(person);
    accept();
}

} // namespace letopis
