#include "ui/forms/access/peopleimportdialog.h"

#include "core/base/whendone.h"
#include "ui/forms/access/peopleimportmodel.h"
#include "ui/text/peopletext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

using Kind = PeopleImportPlan::Kind;

PeopleImportDialog::PeopleImportDialog(PeopleDirectory &directory, Actor actor, const QByteArray &csv, const QString &source, QWidget *parent)
    : QDialog(parent)
    , m_directory(directory)
    , m_actor(std::move(actor))
    , m_csv(csv)
    , m_model(new PeopleImportModel(this))
    , m_messages(new MessageBar)
    , m_summary(makeTextLabel(u"importSummary"_s))
    , m_withUnchanged(new QCheckBox(tr("Show &unchanged")))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"peopleImportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Import people"));
    resize(960, 560);
    layOut(source);
    connect(m_withUnchanged, &QCheckBox::toggled, this, [this](bool isShown) {
        QSet<Kind> kinds{Kind::Added, Kind::Changed, Kind::Error};
        if (isShown)
            kinds += Kind::Unchanged;
        m_model->setShown(kinds);
        update();
    });
    plan();
}

void PeopleImportDialog::layOut(const QString &source)
{
    QLabel *from = makeTextLabel(u"importSource"_s);
    from->setText(tr("From %1").arg(breakable(source)));
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_withUnchanged->setObjectName(u"showUnchanged"_s);
    m_table->setObjectName(u"importTable"_s);
    m_table->setAccessibleName(tr("What the import would do"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(PeopleImportModel::Details, QHeaderView::Stretch);
    header->resizeSection(PeopleImportModel::Line, 70);
    header->resizeSection(PeopleImportModel::What, 120);
    header->resizeSection(PeopleImportModel::Name, 180);
    header->resizeSection(PeopleImportModel::Login, 130);
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptImport"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_withUnchanged);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(from);
    layout->addWidget(m_messages);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PeopleImportDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &PeopleImportDialog::reject);
    update();
}

void PeopleImportDialog::plan()
{
    whenDone(m_directory.planImport(m_actor, m_csv), this, [this](const Result<PeopleImportPlan> &plan) { onPlanned(plan); });
}

void PeopleImportDialog::onPlanned(const Result<PeopleImportPlan> &plan)
{
    m_isPlanned = plan.has_value();
    if (!plan) {
        const ErrorText text = peopleErrorText(plan.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        m_empty->setState(u"file-table", tr("Nothing can be imported"), tr("Mend the file and choose it again."));
        m_stack->setCurrentWidget(m_empty);
        update();
        return;
    }
    m_model->setPlan(*plan);
    if (m_model->rowCount() > 0) { // to be read first
        m_stack->setCurrentWidget(m_table);
        m_table->selectRow(0);
        m_table->setFocus();
    }
    if (plan->hasErrors())
        m_messages->showMessage(MessageBar::Level::Warning,
                                tr("%n line(s) cannot be imported.", nullptr, plan->count(Kind::Error)),
                                tr("All lines are imported or none. Mend them in the file and choose it again."));
    else if (!plan->ignoredColumns.isEmpty())
        m_messages->showMessage(MessageBar::Level::Information,
                                tr("These columns are not read: %1.").arg(plan->ignoredColumns.join(u", "_s)));
    update();
}

void PeopleImportDialog::update()
{
    const PeopleImportPlan &plan = m_model->plan();
    const int count = plan.count(Kind::Added) + plan.count(Kind::Changed);
    m_summary->setText(m_isPlanned ? importSummaryText(plan) : QString());
    m_withUnchanged->setVisible(m_isPlanned && plan.count(Kind::Unchanged) > 0);
    m_accept->setEnabled(m_isPlanned && !m_isApplying && count > 0 && !plan.hasErrors());
    m_accept->setText(count > 0 ? tr("&Import %n people", nullptr, count) : tr("&Import"));
    if (!m_isPlanned)
        return;
    if (m_model->rowCount() == 0)
        m_empty->setState(u"check", tr("There is nothing to do"),
                          plan.lines.isEmpty() ? tr("The list names nobody who is not known already.")
                                               : tr("Everybody in the list is known already, just as it says."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
}

void PeopleImportDialog::reject()
{
    if (!m_isApplying)
        QDialog::reject();
}

void PeopleImportDialog::apply()
{
    m_isApplying = true;
    update();
    whenDone(m_directory.applyImport(m_actor, m_model->plan()), this, [this](const Result<> &done) {
        m_isApplying = false;
        if (done) {
            Q_EMIT applied(m_model->plan().count(Kind::Added), m_model->plan().count(Kind::Changed));
            accept();
            return;
        }
        const ErrorText text = peopleErrorText(done.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        if (done.error().kind == ErrorKind::ContentMismatch) { // as it is now, to be looked at again
            m_isPlanned = false;
            plan();
        }
        update();
    });
}

} // namespace letopis
