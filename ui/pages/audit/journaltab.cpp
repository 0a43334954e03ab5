#include "ui/pages/audit/journaltab.h"

#include "core/workspace/workspace.h"
#include "ui/pages/audit/auditeventmodel.h"
#include "ui/pages/audit/auditnamebook.h"
#include "ui/text/auditverdicttext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

JournalTab::JournalTab(const AuditParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_names(new AuditNameBook(parts.workspace, parts.actor, this))
    , m_model(new AuditEventModel(parts.workspace, parts.actor, parts.clock, *m_names, this))
    , m_table(new PlainTable)
    , m_note(makeTextLabel(u"journalNote"_s))
    , m_stack(new QStackedWidget)
    , m_open(new QPushButton(themedIcon(u"journal"), tr("Open in the jo&urnal")))
{
    setObjectName(u"journalTab"_s);
    m_table->setObjectName(u"recordingEvents"_s);
    m_table->setAccessibleName(tr("What was done with the recording"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {AuditEventModel::Recording, AuditEventModel::Change, AuditEventModel::Program})
        m_table->setColumnHidden(column, true);
    header->setSectionResizeMode(AuditEventModel::When, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(AuditEventModel::Who, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(AuditEventModel::What, QHeaderView::Stretch);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_note->setContentsMargins(16, 16, 16, 16);
    m_open->setObjectName(u"openJournal"_s);
    m_open->setAutoDefault(true);
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 8, 8, 8);
    foot->addWidget(m_open);
    foot->addStretch();
    layout->addLayout(foot);
    m_delay.setSingleShot(true);
    m_delay.setInterval(500ms);
    connect(&m_delay, &QTimer::timeout, this, &JournalTab::read);
    connect(&parts.workspace, &Workspace::catalogChanged, this, [this] {
        if (!m_delay.isActive())
            m_delay.start();
    });
    connect(m_model, &AuditEventModel::phaseChanged, this, &JournalTab::showRows);
    connect(m_model, &AuditEventModel::pageRead, this, &JournalTab::showRows);
    connect(m_open, &QPushButton::clicked, this, &JournalTab::journalRequested);
    connect(m_table, &PlainTable::opened, m_open, &QPushButton::click);
    showRows();
}

void JournalTab::setRecording(RecordingId recording)
{
    m_recording = recording;
    read();
}

void JournalTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void JournalTab::read()
{
    if (!isVisible() || !m_recording.isValid())
        return;
    m_names->start();
    AuditQuery query;
    query.recording = m_recording;
    if (m_model->query() == query && m_model->phase() == AuditEventModel::Phase::Ready)
        m_model->readNewer();
    else
        m_model->setQuery(query);
}

void JournalTab::showRows()
{
    const bool isFailed = m_model->phase() == AuditEventModel::Phase::Failed;
    if (isFailed)
        m_note->setText(errorParagraph(auditErrorText(m_model->error().value_or(Error{ErrorKind::Internal, {}, {}, {}}))));
    else
        m_note->setText(m_model->phase() == AuditEventModel::Phase::Loading ? tr("Reading…") : tr("Nothing happened yet"));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 && !isFailed ? static_cast<QWidget *>(m_table) : m_note);
    m_open->setEnabled(m_model->rowCount() > 0 && !isFailed);
}

} // namespace letopis
