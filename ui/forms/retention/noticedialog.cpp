#include "ui/forms/retention/noticedialog.h"

#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/forecastlistmodel.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

NoticeDialog::NoticeDialog(const AccessParts &parts, const RetentionNotice &notice, const QByteArray &timeZone, QWidget *parent)
    : QDialog(parent), m_model(new ForecastListModel(parts.clock, this)), m_messages(new MessageBar), m_table(new PlainTable)
{
    setObjectName(u"noticeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("About to go"));
    resize(900, 480);
    auto *about = makeTextLabel(u"noticeAbout"_s);
    about->setText(noticeText(notice, timeZone) + u' ' + tr("A date of its own, a hold, or another policy changes that."));
    m_table->setObjectName(u"noticeRows"_s);
    m_table->setAccessibleName(tr("About to go"));
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ForecastListModel::Title, QHeaderView::Stretch);
    m_table->setColumnHidden(ForecastListModel::Former, true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_go = buttons->addButton(tr("&Go to recording"), QDialogButtonBox::ActionRole);
    m_go->setObjectName(u"noticeRecording"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(about);
    layout->addWidget(m_messages);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &NoticeDialog::go);
    connect(m_table, &PlainTable::opened, this, &NoticeDialog::go);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NoticeDialog::update);
    connect(m_model, &ForecastListModel::failed, this, [this](const Error &error) { m_messages->showError(error); });
    m_model->setRows(timeZone, static_cast<qsizetype>(notice.count), [parts, id = notice.id](qsizetype from, int limit) {
        return parts.workspace.retention().noticeRows(parts.actor, id, from, limit);
    });
    update();
}

void NoticeDialog::update()
{
    const int row = m_table->currentIndex().row();
    m_go->setEnabled(row >= 0 && !m_model->row(row).title.isEmpty());
}

void NoticeDialog::go()
{
    if (!m_go->isEnabled())
        return;
    Q_EMIT recordingRequested(m_model->row(m_table->currentIndex().row()).item.recording);
    accept();
}

} // namespace letopis
