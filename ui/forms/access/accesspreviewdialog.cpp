#include "ui/forms/access/accesspreviewdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/text/accesstext.h"
#include "ui/text/peopletext.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/roomyrows.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { Who, What, Outcome };

QString guardSentences(const NamedPreview &preview)
{
    QStringList groups;
    for (const GroupId group : preview.preview.cycle)
        groups += groupText(preview.groups.value(group));
    QStringList sentences;
    for (const AccessGuard guard : preview.preview.guards)
        sentences += guardText(guard, guard == AccessGuard::Cycle ? cycleText(groups) : QString());
    return sentences.join(u' ');
}

} // namespace

AccessPreviewDialog::AccessPreviewDialog(const AccessParts &parts, const Wording &wording, const QList<Step> &steps, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_steps(steps)
    , m_isOfPeople(wording.isOfPeople)
    , m_messages(new MessageBar)
    , m_summary(makeTextLabel(u"previewSummary"_s))
    , m_tree(new QTreeWidget)
{
    setObjectName(u"accessPreviewDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(wording.title);
    resize(640, 460);
    layOut();
    m_accept->setText(wording.accept);
    update();
    previewNext(0);
}

void AccessPreviewDialog::layOut()
{
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setText(tr("Finding out what changes…"));
    m_tree->setObjectName(u"previewTree"_s);
    m_tree->setAccessibleName(tr("What changes for whom"));
    m_tree->setHeaderLabels({isSingle() ? tr("Person") : m_isOfPeople ? tr("For whom") : tr("Recording or person"), tr("Change"), tr("Result")});
    m_tree->setColumnHidden(Outcome, isSingle());
    m_tree->setRootIsDecorated(!isSingle());
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(Who, 260);
    m_tree->header()->resizeSection(What, isSingle() ? 260 : 280);
    if (!isSingle())
        resize(860, 520);
    auto *buttons = new QDialogButtonBox;
    m_close = buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"closePreview"_s);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptPreview"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_messages);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &AccessPreviewDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_isApplying = true;
        update();
        applyNext(0);
    });
}

void AccessPreviewDialog::previewNext(qsizetype step)
{
    if (step < m_steps.size()) {
        const Step &one = m_steps.at(step);
        whenDone(one.preview ? readyFuture(Result<NamedPreview>(*one.preview)) : m_parts.workspace.access().preview(m_parts.actor, one.change), this,
                 [this, step](const Result<NamedPreview> &preview) {
                     onPreviewed(step, preview);
                     previewNext(step + 1);
                 });
        return;
    }
    m_isPreviewed = true;
    if (!isSingle())
        m_summary->setText(tr("What changes on %n item(s):", nullptr, static_cast<int>(m_steps.size())));
    if (!m_guarded.isEmpty()) {
        m_guarded.removeDuplicates();
        m_messages->showMessage(MessageBar::Level::Error, m_guarded.join(u' '));
    }
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    update();
    (m_accept->isEnabled() ? m_accept : m_close)->setFocus();
}

void AccessPreviewDialog::onPreviewed(qsizetype step, const Result<NamedPreview> &preview)
{
    m_isPossible += preview && preview->preview.guards.isEmpty();
    m_previews += preview ? preview->preview : AccessPreview();
    QTreeWidgetItem *item = nullptr;
    if (!isSingle()) {
        const AccessSubject &subject = m_steps.at(step).subject;
        item = new QTreeWidgetItem(m_tree, {itemText(subject.item, subject.name)});
        item->setIcon(Who, themedIcon(m_isOfPeople ? u"people" : u"recordings"));
    }
    if (!preview) {
        const ErrorText text = peopleErrorText(preview.error());
        if (isSingle()) {
            m_summary->setText(tr("What changes is not known."));
            m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        } else {
            setOutcome(*item, text.sentence);
        }
        return;
    }
    const QString summary = previewText(preview->preview);
    if (item)
        item->setText(What, summary);
    else
        m_summary->setText(summary);
    const QString guards = guardSentences(*preview);
    if (!guards.isEmpty()) {
        m_guarded += guards;
        if (item)
            setOutcome(*item, guards);
    }
    showPeople(item, *preview);
}

void AccessPreviewDialog::showPeople(QTreeWidgetItem *parent, const NamedPreview &preview)
{
    for (const AccessDifference &difference : preview.preview.people) {
        const NamedPrincipal person = preview.people.value(difference.person);
        auto *row = new QTreeWidgetItem({principalText(person), differenceText(difference)});
        row->setIcon(Who, themedIcon(u"person"));
        row->setToolTip(Who, plainToolTip(person.detail));
        if (parent)
            parent->addChild(row);
        else
            m_tree->addTopLevelItem(row);
    }
    const qint64 all = preview.preview.peopleGaining + preview.preview.peopleLosing + preview.preview.peopleChanging;
    const qint64 left = all - preview.preview.people.size();
    if (left <= 0)
        return;
    auto *row = new QTreeWidgetItem({tr("and %n more", nullptr, static_cast<int>(left))});
    if (parent)
        parent->addChild(row);
    else
        m_tree->addTopLevelItem(row);
}

QString AccessPreviewDialog::failureText(const Error &error)
{
    return error.kind == ErrorKind::ContentMismatch && !error.evidence.has_value() ? tr("The list was changed meanwhile.") : peopleErrorText(error).sentence;
}

void AccessPreviewDialog::setOutcome(QTreeWidgetItem &item, const QString &text)
{
    item.setText(Outcome, text);
    item.setToolTip(Outcome, plainToolTip(text));
}

void AccessPreviewDialog::update()
{
    const bool isAnyPossible = m_isPossible.contains(true);
    m_accept->setVisible(!m_isDone);
    m_accept->setEnabled(m_isPreviewed && !m_isApplying && isAnyPossible);
    m_close->setText(m_isDone ? tr("Cl&ose") : tr("&Cancel"));
    m_close->setEnabled(!m_isApplying);
}

void AccessPreviewDialog::applyNext(qsizetype step)
{
    if (step == m_steps.size())
        return onApplied();
    const auto onDone = [this, step](const Result<> &done) {
        m_results += done;
        if (!isSingle())
            setOutcome(*m_tree->topLevelItem(static_cast<int>(step)), done ? tr("Done") : failureText(done.error()));
        applyNext(step + 1);
    };
    if (!m_isPossible.at(step)) {
        m_results += Error{ErrorKind::InvalidInput, u"not possible, as the preview says"_s, {}, {}};
        return applyNext(step + 1);
    }
    whenDone(m_steps.at(step).apply(m_previews.at(step)), this, onDone);
}

void AccessPreviewDialog::onApplied()
{
    m_isApplying = false;
    m_isDone = true;
    const auto failed = std::count_if(m_results.begin(), m_results.end(), [](const Result<> &one) { return !one; });
    Q_EMIT applied(m_results);
    if (failed == 0 || isSingle()) {
        accept();
        return;
    }
    m_summary->setText(tr("Done on %1 of %2.").arg(m_steps.size() - failed).arg(m_steps.size()));
    update();
    m_tree->setFocus();
}

void AccessPreviewDialog::reject()
{
    if (!m_isApplying)
        QDialog::reject();
}

} // namespace letopis
