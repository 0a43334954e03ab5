#include "ui/forms/retention/ownretentiondialog.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/owndraft.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/dayedit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString formOf(const QList<RecordingId> &recordings)
{
    return recordings.size() == 1 ? u"retention/own/%1"_s.arg(recordings.first().value) : u"retention/own/several"_s;
}

} // namespace

OwnRetentionDialog::OwnRetentionDialog(const AccessParts &parts, const QList<RecordingId> &recordings, const QString &title,
                                       const std::optional<OwnRetention> &stored, const QByteArray &timeZone, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_recordings(recordings)
    , m_stored(stored)
    , m_timeZone(timeZone)
    , m_messages(new MessageBar)
    , m_asPolicies(new QRadioButton(tr("As the &policies say")))
    , m_onDate(new QRadioButton(tr("On a &date:")))
    , m_never(new QRadioButton(tr("&Never")))
    , m_date(new DayEdit)
    , m_note(makeTextLabel(u"ownNote"_s))
{
    setObjectName(u"ownRetentionDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("When it goes"));
    setMinimumWidth(500);
    layOut(title);
    show(stored.value_or(OwnRetention()));
    if (!stored) { // nothing is chosen for somebody
        for (QRadioButton *button : {m_asPolicies, m_onDate, m_never}) {
            button->setAutoExclusive(false);
            button->setChecked(false);
            button->setAutoExclusive(true);
        }
    }
    m_draft = new OwnDraft(parts.workspace.drafts(), parts.actor, formOf(recordings),
                           {.content = [this] { return draft(); },
                            .restore = [this](const QJsonObject &typed) { return restore(typed); },
                            .putBack = [this] { show(m_stored.value_or(OwnRetention())); }},
                           *m_messages, *this);
    for (QRadioButton *button : {m_asPolicies, m_onDate, m_never})
        connect(button, &QRadioButton::toggled, this, &OwnRetentionDialog::update);
    connect(m_date, &QDateEdit::dateChanged, this, [this] {
        m_onDate->setChecked(true);
        update();
    });
    update();
    if (m_recordings.size() == 1)
        m_draft->begin();
    m_asPolicies->setFocus();
}

void OwnRetentionDialog::layOut(const QString &title)
{
    auto *about = makeTextLabel(u"ownAbout"_s);
    about->setText(m_recordings.size() == 1 ? tr("When does “%1” go to the trash? What is said here beats every policy.").arg(title)
                                            : tr("When do these %n recordings go to the trash? What is said here beats every policy.", nullptr,
                                                 static_cast<int>(m_recordings.size())));
    m_asPolicies->setObjectName(u"ownAsPolicies"_s);
    m_onDate->setObjectName(u"ownOnDate"_s);
    m_never->setObjectName(u"ownNever"_s);
    m_date->setObjectName(u"ownDate"_s);
    m_date->setAccessibleName(tr("Day it goes"));
    m_date->setDate(today().addYears(1));
    auto *day = new QHBoxLayout;
    day->addWidget(m_onDate);
    day->addWidget(m_date);
    day->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Set"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptOwn"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(about);
    layout->addWidget(m_messages);
    layout->addWidget(m_asPolicies);
    layout->addLayout(day);
    layout->addWidget(m_never);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &OwnRetentionDialog::store);
}

QDate OwnRetentionDialog::today() const
{
    return retentionDate(m_parts.clock.now().toMSecsSinceEpoch(), m_timeZone);
}

void OwnRetentionDialog::show(const OwnRetention &own)
{
    if (own.kind == OwnRetention::Kind::OnDate)
        m_date->setDate(own.date);
    m_asPolicies->setChecked(own.kind == OwnRetention::Kind::AsPolicySays);
    m_onDate->setChecked(own.kind == OwnRetention::Kind::OnDate);
    m_never->setChecked(own.kind == OwnRetention::Kind::Never);
}

OwnRetention OwnRetentionDialog::chosen() const
{
    if (m_onDate->isChecked())
        return {.kind = OwnRetention::Kind::OnDate, .date = m_date->date()};
    return {.kind = m_never->isChecked() ? OwnRetention::Kind::Never : OwnRetention::Kind::AsPolicySays, .date = {}};
}

QJsonObject OwnRetentionDialog::draft() const
{
    if (m_stored == chosen())
        return {};
    return {{u"name"_s, windowTitle()}, {u"kind"_s, ownRetentionName(chosen().kind)}, {u"date"_s, m_date->date().toString(Qt::ISODate)}};
}

QStringList OwnRetentionDialog::restore(const QJsonObject &draft)
{
    const auto kind = ownRetentionFromName(draft[u"kind"_s].toString());
    const QDate date = QDate::fromString(draft[u"date"_s].toString(), Qt::ISODate);
    if (kind)
        show({.kind = *kind, .date = *kind == OwnRetention::Kind::OnDate && date.isValid() ? date : today()});
    return {};
}

void OwnRetentionDialog::update()
{
    const bool isChosen = m_asPolicies->isChecked() || m_onDate->isChecked() || m_never->isChecked();
    const OwnRetention own = chosen();
    QString note;
    if (own.kind == OwnRetention::Kind::OnDate) {
        note = own.date <= today() ? tr("That day has begun: the next plan takes it.")
                                   : tr("It goes when that day begins: %1 is its last one.").arg(retentionDay(own.date.addDays(-1)));
        note += u' ' + tr("Days are those of the time zone %1.").arg(QString::fromLatin1(m_timeZone));
    } else if (own.kind == OwnRetention::Kind::Never) {
        note = tr("Nothing takes it by itself. By hand it can still be deleted; a hold forbids that, too.");
    } else if (isChosen) {
        note = tr("The nearest policy decides.");
    }
    m_note->setText(note);
    m_accept->setEnabled(isChosen && !m_isStoring && m_stored != own);
    if (m_draft)
        m_draft->typed();
}

void OwnRetentionDialog::store()
{
    m_isStoring = true;
    m_messages->clear();
    update();
    const OwnRetention own = chosen();
    whenDone(m_parts.workspace.retention().setOwn(m_parts.actor, m_recordings, m_stored, own), this, [this, own](const Result<> &done) {
        m_isStoring = false;
        update();
        if (done) {
            Q_EMIT stored(own);
            return accept();
        }
        const ErrorText text = retentionErrorText(done.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    });
}

} // namespace letopis
