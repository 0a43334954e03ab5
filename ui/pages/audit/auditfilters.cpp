#include "ui/pages/audit/auditfilters.h"

#include "ui/pages/recordings/choicebutton.h"
#include "ui/pages/recordings/datefilter.h"
#include "ui/text/audittext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

AuditFilters::AuditFilters(const Clock &clock, const QList<QWidget *> &tools, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_actors(new ChoiceButton(tr("Anybody")))
    , m_groups(new ChoiceButton(tr("Anything")))
    , m_servers(new QComboBox)
    , m_dates(new DateFilter(clock))
    , m_clear(new QToolButton)
    , m_recordingChip(new QToolButton)
{
    m_search->setObjectName(u"auditSearch"_s);
    m_search->setPlaceholderText(tr("Search the journal"));
    m_search->setAccessibleName(tr("Search the journal"));
    m_search->setToolTip(plainToolTip(tr("Words of logins, kinds, values and computers; “in quotes” as they stand")));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"), QLineEdit::LeadingPosition);
    m_search->setMaxLength(500);
    m_actors->setObjectName(u"auditActors"_s);
    m_actors->setAccessibleName(tr("Who"));
    m_groups->setObjectName(u"auditKinds"_s);
    m_groups->setAccessibleName(tr("What"));
    QList<QPair<QString, QVariant>> groups;
    for (const AuditGroup group : auditGroups())
        groups.append({auditGroupText(group), static_cast<int>(group)});
    m_groups->setChoices(groups);
    m_servers->setObjectName(u"auditServer"_s);
    m_servers->setAccessibleName(tr("Server"));
    m_servers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_servers->setMaximumWidth(220);
    m_clear->setObjectName(u"auditClear"_s);
    m_clear->setText(tr("Clear filters"));
    m_recordingChip->setObjectName(u"auditRecording"_s);
    for (QToolButton *button : {m_clear, m_recordingChip}) {
        button->setIcon(themedIcon(u"close"));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->hide();
    }
    m_clear->setAutoRaise(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->setSpacing(8);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    for (QWidget *tool : tools)
        first->addWidget(tool);
    first->addWidget(m_search, 1);
    first->addWidget(m_recordingChip);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_actors, m_groups, m_servers, m_dates, m_clear})
        second->addWidget(widget);
    second->addStretch();
    rows->addLayout(first);
    rows->addLayout(second);
    setServers({});
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &AuditFilters::update);
    connect(&m_delay, &QTimer::timeout, this, &AuditFilters::update);
    connect(m_actors, &ChoiceButton::choiceChanged, this, &AuditFilters::update);
    connect(m_groups, &ChoiceButton::choiceChanged, this, &AuditFilters::update);
    connect(m_servers, &QComboBox::currentIndexChanged, this, &AuditFilters::update);
    connect(m_dates, &DateFilter::rangeChanged, this, &AuditFilters::update);
    connect(m_clear, &QToolButton::clicked, this, &AuditFilters::clear);
    connect(m_recordingChip, &QToolButton::clicked, this, [this] { setRecording({}, {}); });
}

AuditQuery AuditFilters::query() const
{
    AuditQuery query;
    for (const QVariant &actor : m_actors->chosen())
        query.actors += actor.toString();
    const QVariantList groups = m_groups->chosen();
    // All of them are everything, also what this version does not know.
    for (const QVariant &group : groups.size() < auditGroups().size() ? groups : QVariantList())
        query.actions += auditActionsOf(static_cast<AuditGroup>(group.toInt()));
    query.server = ServerId{m_servers->currentData().toLongLong()};
    query.recording = m_recording;
    query.sinceMs = m_dates->since().isValid() ? m_dates->since().toMSecsSinceEpoch() : 0;
    query.untilMs = m_dates->until().isValid() ? m_dates->until().toMSecsSinceEpoch() : 0;
    query.text = m_search->text().trimmed();
    return query;
}

bool AuditFilters::isActive() const
{
    AuditQuery other = query();
    if (!m_mayReadWhole)
        other.recording = {};
    return other.isFiltered();
}

void AuditFilters::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_search->clear();
        m_actors->setChosen({});
        m_groups->setChosen({});
        m_servers->setCurrentIndex(0);
        m_dates->reset();
        if (m_mayReadWhole)
            setRecording({}, {});
    }
    update();
}

void AuditFilters::setActors(const QList<AuditFacet> &actors)
{
    QList<QPair<QString, QVariant>> choices;
    for (const AuditFacet &actor : actors) {
        AuditEvent event;
        event.actor = actor.value;
        choices.append({auditActorText(event), actor.value});
    }
    m_actors->setChoices(choices);
}

void AuditFilters::setServers(const QList<std::pair<ServerId, QString>> &servers)
{
    const QVariant chosen = m_servers->currentData();
    const QSignalBlocker blocker(m_servers);
    m_servers->clear();
    m_servers->addItem(tr("All servers"), qint64(0));
    for (const auto &[id, name] : servers)
        m_servers->addItem(name, id.value);
    m_servers->setCurrentIndex(std::max(0, m_servers->findData(chosen)));
}

void AuditFilters::setRecording(RecordingId recording, const QString &title)
{
    m_recording = recording;
    const QString name = title.isEmpty() ? tr("Untitled") : title.simplified();
    const QString text = tr("Of “%1”").arg(fontMetrics().elidedText(name, Qt::ElideRight, 240));
    m_recordingChip->setVisible(recording.isValid());
    m_recordingChip->setText(QString(text).replace(u'&', u"&&"_s));
    m_recordingChip->setAccessibleName(tr("Only the journal of “%1”. Show the whole journal").arg(name));
    m_recordingChip->setToolTip(plainToolTip(m_recordingChip->accessibleName()));
    update();
}

void AuditFilters::setWhole(bool mayReadWhole)
{
    m_mayReadWhole = mayReadWhole;
    m_actors->setVisible(mayReadWhole);
    m_servers->setVisible(mayReadWhole);
    m_recordingChip->setEnabled(mayReadWhole);
    m_clear->setVisible(isActive());
}

void AuditFilters::update()
{
    m_delay.stop();
    m_clear->setVisible(isActive());
    Q_EMIT changed();
}

} // namespace letopis
