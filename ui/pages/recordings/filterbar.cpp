#include "ui/pages/recordings/filterbar.h"

#include "ui/models/serverdirectory.h"
#include "ui/pages/recordings/choicebutton.h"
#include "ui/pages/recordings/datefilter.h"
#include "ui/text/names.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

FilterBar::FilterBar(const ServerDirectory &servers, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_directory(servers)
    , m_servers(new QComboBox)
    , m_dates(new DateFilter(clock))
    , m_states(new ChoiceButton(tr("Any state")))
    , m_formats(new ChoiceButton(tr("Any format")))
    , m_clear(new QToolButton)
    , m_visibleTo(new QToolButton)
{
    m_servers->setObjectName(u"serverFilter"_s);
    m_servers->setAccessibleName(tr("Server"));
    m_servers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_servers->setMaximumWidth(220);
    m_states->setObjectName(u"stateFilter"_s);
    m_formats->setObjectName(u"formatFilter"_s);
    QList<QPair<QString, QVariant>> states;
    for (int state = 0; state <= static_cast<int>(PublicationState::Gone); ++state)
        states.append({stateText(static_cast<PublicationState>(state)), state});
    m_states->setChoices(states);
    setFormats({});
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->setText(tr("Clear filters"));
    m_clear->setIcon(themedIcon(u"close"));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);

    m_visibleTo->setObjectName(u"visibleToFilter"_s);
    m_visibleTo->setIcon(themedIcon(u"close"));
    m_visibleTo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_visibleTo->setFocusPolicy(Qt::StrongFocus);
    m_visibleTo->hide();

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->setSpacing(8);
    auto *layout = new QHBoxLayout;
    rows->addLayout(layout);
    rows->addWidget(m_visibleTo, 0, Qt::AlignLeft); // a row of its own: the others need theirs
    layout->setSpacing(8);
    layout->addWidget(m_servers);
    layout->addWidget(m_dates);
    layout->addWidget(m_states);
    layout->addWidget(m_formats);
    layout->addWidget(m_clear);
    layout->addStretch();
    updateServers();
    m_clear->hide();

    connect(&servers, &ServerDirectory::changed, this, &FilterBar::updateServers);
    connect(m_servers, &QComboBox::currentIndexChanged, this, &FilterBar::onChanged);
    connect(m_dates, &DateFilter::rangeChanged, this, &FilterBar::onChanged);
    connect(m_states, &ChoiceButton::choiceChanged, this, &FilterBar::onChanged);
    connect(m_formats, &ChoiceButton::choiceChanged, this, &FilterBar::onChanged);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_visibleTo, &QToolButton::clicked, this, [this] { setVisibleTo({}); });
}

void FilterBar::applyTo(RecordingQuery &query) const
{
    query.server = server();
    query.visibleTo = m_person ? std::optional(std::get<PersonId>(m_person->principal)) : std::nullopt;
    query.since = m_dates->since();
    query.until = m_dates->until();
    query.states.clear();
    for (const QVariant &state : m_states->chosen())
        query.states.append(static_cast<PublicationState>(state.toInt()));
    query.formats.clear();
    for (const QVariant &format : m_formats->chosen())
        query.formats.append(format.toString());
}

bool FilterBar::isActive() const
{
    return m_person || server() || m_dates->isActive() || !m_states->chosen().isEmpty() || !m_formats->chosen().isEmpty();
}

std::optional<ServerId> FilterBar::server() const
{
    const ServerId id{m_servers->currentData().toLongLong()};
    return id.isValid() ? std::optional<ServerId>(id) : std::nullopt;
}

void FilterBar::setServer(std::optional<ServerId> server)
{
    const int index = server ? m_servers->findData(server->value) : 0;
    m_servers->setCurrentIndex(qMax(0, index));
}

void FilterBar::setVisibleTo(const std::optional<NamedPrincipal> &person)
{
    if (m_person == person)
        return;
    m_person = person;
    const QString name = person ? person->name : QString();
    const QString text = tr("Visible to %1").arg(fontMetrics().elidedText(name, Qt::ElideRight, 240));
    m_visibleTo->setVisible(person.has_value());
    m_visibleTo->setText(QString(text).replace(u'&', u"&&"_s));
    m_visibleTo->setAccessibleName(tr("Only what %1 can see. Show everything").arg(name));
    m_visibleTo->setToolTip(plainToolTip(m_visibleTo->accessibleName()));
    onChanged();
}

void FilterBar::setFormats(const QStringList &types)
{
    QList<QPair<QString, QVariant>> choices;
    for (const QString &type : types)
        choices.append({formatText(type), type});
    m_formats->setChoices(choices);
}

void FilterBar::clear()
{
    {
        const QSignalBlocker blocker(this);
        m_servers->setCurrentIndex(0);
        setVisibleTo({});
        m_dates->reset();
        m_states->setChosen({});
        m_formats->setChosen({});
    }
    onChanged();
}

void FilterBar::updateServers()
{
    const std::optional<ServerId> before = server();
    {
        const QSignalBlocker blocker(m_servers);
        m_servers->clear();
        m_servers->addItem(tr("All servers"), qint64(0));
        for (const ConferenceServer &server : m_directory.servers())
            m_servers->addItem(server.name, server.id.value);
        m_servers->setCurrentIndex(before ? qMax(0, m_servers->findData(before->value)) : 0);
    }
    if (server() != before)
        onChanged(); // the chosen one was removed
}

void FilterBar::onChanged()
{
    m_clear->setVisible(isActive());
    Q_EMIT filtersChanged();
}

} // namespace letopis
