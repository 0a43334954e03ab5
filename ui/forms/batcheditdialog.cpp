#include "ui/forms/batcheditdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/batcheditfields.h"
#include "ui/forms/batcheditmodel.h"
#include "ui/text/quantities.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

BatchEditDialog::BatchEditDialog(Workspace &workspace, const Actor &actor, const QList<RecordingId> &recordings,
                                 QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_actor(actor)
    , m_selected(recordings)
    , m_recordings(recordings)
    , m_model(new BatchEditModel(this))
    , m_fields(new BatchEditFields)
    , m_messages(new MessageBar)
    , m_title(makeTextLabel(u"batchTitle"_s))
    , m_summary(makeTextLabel(u"batchSummary"_s))
    , m_pages(new QStackedWidget)
    , m_table(new PlainTable)
    , m_showUnchanged(new QCheckBox(tr("Show also what stays as it &is")))
    , m_busy(new QProgressBar)
{
    setObjectName(u"batchEdit"_s);
    setWindowTitle(tr("Edit %n recording(s)", nullptr, static_cast<int>(recordings.size())));
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_title->setContentsMargins(16, 12, 16, 8);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(4);
    m_busy->setAccessibleName(tr("At work"));
    buildPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_messages);
    layout->addWidget(m_busy);
    layout->addWidget(m_pages, 1);
    buildButtons();
    resize(960, 600);
    readValues();
}

void BatchEditDialog::buildPages()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // the fields scroll it
    scroll->setWidget(m_fields);
    m_pages->addWidget(scroll);
    m_pages->addWidget(buildPlanPage());
    connect(m_fields, &BatchEditFields::changed, this, &BatchEditDialog::updateButtons);
}

QWidget *BatchEditDialog::buildPlanPage()
{
    m_table->setObjectName(u"batchTable"_s);
    m_table->setAccessibleName(tr("What changes"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(BatchEditModel::Before, QHeaderView::Stretch);
    header->setSectionResizeMode(BatchEditModel::After, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(BatchEditModel::Recording, 210);
    header->resizeSection(BatchEditModel::Field, 110);
    header->resizeSection(BatchEditModel::Note, 270);
    m_showUnchanged->setObjectName(u"showUnchanged"_s);
    connect(m_showUnchanged, &QCheckBox::toggled, m_model, &BatchEditModel::setShowsUnchanged);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 0, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_showUnchanged);
    return page;
}

void BatchEditDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    buttons->setContentsMargins(16, 8, 16, 0);
    m_back = buttons->addButton(tr("&Back"), QDialogButtonBox::ActionRole);
    m_back->setObjectName(u"batchBack"_s);
    m_next = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_next->setObjectName(u"batchNext"_s);
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setObjectName(u"batchClose"_s);
    for (QPushButton *button : {m_back, m_next, m_close})
        button->setAutoDefault(false); // Enter goes forward: updateButtons() says where
    connect(m_back, &QPushButton::clicked, this, [this] { setStep(Step::Fields); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_step == Step::Fields)
            makePlan();
        else if (m_step == Step::Plan)
            applyPlan();
        else if (m_step == Step::Done)
            Q_EMIT undoRequested(m_report);
        if (m_step == Step::Done)
            accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &BatchEditDialog::reject);
    layout()->addWidget(buttons);
    setStep(Step::Reading);
}

void BatchEditDialog::reject()
{
    if (m_step != Step::Applying)
        QDialog::reject();
}

void BatchEditDialog::readValues()
{
    AccessDesk &access = m_workspace.access();
    const auto permissions = access.permissionsOn(m_actor, m_selected);
    const auto definitions = m_workspace.editor().fieldDefinitions(m_actor, false);
    whenDone(access.standing(m_actor), this, [=, this](const Result<Standing> &standing) {
        whenDone(permissions, this, [=, this](const Result<QHash<RecordingId, PermissionSet>> &sets) {
            whenDone(definitions, this, [=, this](const Result<QList<FieldDefinition>> &fields) {
                if (!standing || !sets || !fields)
                    return showFailure(!standing ? standing.error() : !sets ? sets.error() : fields.error(), Step::Reading);
                keepEditable(*standing, *sets, *fields);
                showValues();
            });
        });
    });
}

// What somebody may not edit stays as it is; the rest needs not wait for it. The owner is more than general information.
void BatchEditDialog::keepEditable(const Standing &standing, const QHash<RecordingId, PermissionSet> &sets,
                                   const QList<FieldDefinition> &fields)
{
    const auto mayAll = [&](Capability capability, RecordingId recording) {
        return may(standing, capability, sets.value(recording));
    };
    m_recordings = m_selected;
    m_recordings.removeIf([&](RecordingId recording) { return !mayAll(Capability::EditInformation, recording); });
    const bool mayGiveAway = std::all_of(m_recordings.begin(), m_recordings.end(), [&](RecordingId recording) {
        return mayAll(Capability::EditEverythingElse, recording);
    });
    m_definitions = fields;
    m_definitions.removeIf([&](const FieldDefinition &one) { return one.id == field::owner && !mayGiveAway; });
    if (const auto left = static_cast<int>(m_selected.size() - m_recordings.size()); left > 0)
        m_messages->showMessage(MessageBar::Level::Information,
                                tr("%n of the selected recordings may not be edited by you and stay as they are.", nullptr, left));
}

void BatchEditDialog::showValues()
{
    if (m_recordings.isEmpty())
        return showFailure(refused(Capability::EditInformation, Refusal::NoAccess), Step::Reading);
    whenDone(m_workspace.editor().plan(m_actor, m_recordings, BatchEditFields::everyValue(m_definitions)), this,
             [this](const Result<EditPlan> &values) {
                 if (!values)
                     return showFailure(values.error(), Step::Reading);
                 m_fields->showValues(m_definitions, *values);
                 orderTabs(*findChild<QDialogButtonBox *>()); // after the fields, which are made only now
                 setStep(Step::Fields);
                 if (auto *first = m_fields->findChild<QCheckBox *>())
                     first->setFocus();
             });
}

void BatchEditDialog::showFailure(const Error &error, Step backTo)
{
    m_messages->showError(error);
    setStep(backTo);
    m_busy->hide();
    if (backTo != Step::Reading)
        return;
    m_messages->addAction(tr("&Try again"), [this] {
        m_messages->clear();
        setStep(Step::Reading);
        readValues();
    });
}

void BatchEditDialog::makePlan()
{
    if (!m_fields->showProblems())
        return;
    setStep(Step::Planning);
    whenDone(m_workspace.editor().plan(m_actor, m_recordings, m_fields->changes()), this, [this](const Result<EditPlan> &plan) {
        if (!plan) {
            showFailure(plan.error(), Step::Fields);
            return;
        }
        m_model->setPlan(m_definitions, m_fields->withoutRemovedTags(*plan, m_definitions));
        setStep(Step::Plan);
        m_summary->setText(planSummary());
        m_table->setFocus();
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
}

void BatchEditDialog::applyPlan()
{
    setStep(Step::Applying);
    whenDone(m_workspace.editor().apply(m_actor, m_model->edits()), this, [this](const Result<EditReport> &report) {
        if (!report) {
            showFailure(report.error(), Step::Plan);
            return;
        }
        m_report = *report;
        m_model->setReport(m_report);
        setStep(Step::Done);
        m_summary->setText(resultSummary());
        m_close->setFocus();
        Q_EMIT applied(m_report);
    });
}

QString BatchEditDialog::planSummary() const
{
    const BatchEditModel::Counts &counts = m_model->counts();
    QStringList parts{counts.changedRecordings == 0
                          ? tr("Nothing would change.")
                          : tr("%n recording(s) will change.", nullptr, counts.changedRecordings)};
    if (counts.unchanged > 0)
        parts << tr("%n value(s) stay as they are.", nullptr, counts.unchanged);
    if (counts.problems > 0)
        parts << tr("%n value(s) cannot be set.", nullptr, counts.problems);
    if (counts.conflicts > 0)
        parts << tr("%n value(s) are in conflict with the server.", nullptr, counts.conflicts);
    if (counts.pending > 0)
        parts << tr("%n earlier edit(s) still wait to be sent.", nullptr, counts.pending);
    return parts.join(u' ');
}

QString BatchEditDialog::resultSummary() const
{
    const int changed = m_report.count(EditOutcome::Applied);
    const int same = m_report.count(EditOutcome::Unchanged);
    const auto others = static_cast<int>(m_report.results.size()) - changed - same;
    QStringList parts{tr("%n value(s) changed.", nullptr, changed)};
    if (same > 0)
        parts << tr("%n value(s) were so already.", nullptr, same);
    if (others > 0)
        parts << tr("%n value(s) could not be changed; the table says why.", nullptr, others);
    return parts.join(u' ');
}

void BatchEditDialog::setStep(Step step)
{
    m_step = step;
    const bool isPlan = step == Step::Plan || step == Step::Applying || step == Step::Done;
    const bool isBusy = step == Step::Reading || step == Step::Planning || step == Step::Applying;
    m_pages->setCurrentIndex(isPlan ? 1 : 0);
    m_pages->setEnabled(!isBusy);
    m_busy->setVisible(isBusy);
    const auto count = static_cast<int>(m_selected.size());
    switch (step) {
    case Step::Reading: m_title->setText(tr("Reading the values of %n recording(s)…", nullptr, count)); break;
    case Step::Planning: m_title->setText(tr("Working out what changes…")); break;
    case Step::Applying: m_title->setText(tr("Changing the catalog…")); break;
    case Step::Fields: m_title->setText(tr("Only ticked fields change. Nothing happens before you have seen what will.")); break;
    case Step::Plan: m_title->setText(tr("This will change")); break;
    case Step::Done: m_title->setText(tr("Done")); break;
    }
    updateButtons();
}

void BatchEditDialog::updateButtons()
{
    if (!m_next)
        return;
    m_back->setVisible(m_step == Step::Plan);
    m_close->setEnabled(m_step != Step::Applying);
    (m_step == Step::Done ? m_close : m_next)->setDefault(true);
    m_close->setText(m_step == Step::Done ? tr("Close") : tr("Cancel"));
    m_showUnchanged->setVisible(m_model->counts().unchanged > 0);
    const int changed = m_model->counts().changedRecordings;
    switch (m_step) {
    case Step::Reading:
    case Step::Fields:
    case Step::Planning:
        m_next->setText(tr("&Preview changes"));
        m_next->setEnabled(m_step == Step::Fields && !m_fields->changes().isEmpty());
        break;
    case Step::Plan:
    case Step::Applying:
        m_next->setText(tr("&Change %n recording(s)", nullptr, changed));
        m_next->setEnabled(m_step == Step::Plan && changed > 0);
        break;
    case Step::Done:
        m_next->setText(tr("&Undo"));
        m_next->setEnabled(m_report.count(EditOutcome::Applied) > 0);
        break;
    }
}

} // namespace letopis
