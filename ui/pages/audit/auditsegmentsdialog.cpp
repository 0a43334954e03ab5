#include "ui/pages/audit/auditsegmentsdialog.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/text/auditverdicttext.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/roomyrows.h"
#include "ui/widgets/textlabel.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// Tab leaves it; arrows go from day to month.
class DayEdit final : public QDateEdit
{
protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

constexpr int keptDays = 365; // offered to be left open

QString dayText(qint64 ms)
{
    return ms > 0 ? QLocale().toString(localDate(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)), QLocale::ShortFormat) : QString();
}
} // namespace

AuditSegmentsDialog::AuditSegmentsDialog(const AuditParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_messages(new MessageBar)
    , m_list(new QTreeWidget)
    , m_empty(makeTextLabel(u"segmentsEmpty"_s))
    , m_until(new DayEdit)
    , m_seal(new QPushButton(tr("&Close stretch")))
    , m_store(new QPushButton(tr("&Store in a folder…")))
    , m_dropBox(new QGroupBox(tr("Take the oldest stretch out of the catalog")))
    , m_dropNote(makeTextLabel(u"dropNote"_s))
    , m_file(new QLineEdit)
    , m_choose(new QPushButton(tr("C&hoose…")))
    , m_number(new QLineEdit)
    , m_drop(new QPushButton(tr("&Take out")))
{
    setObjectName(u"auditSegmentsDialog"_s);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Store and shorten the journal"));
    auto *about = makeTextLabel(u"segmentsAbout"_s);
    about->setText(tr("The journal only grows. A stretch of it can be closed, stored in a signed file and then taken out of the catalog: the chain "
                      "goes on from its last event, and the file can be checked at any time. Nothing is taken out that is not stored whole."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_messages);
    layout->addWidget(about);
    layout->addWidget(buildSeal());
    layout->addWidget(buildList(), 1);
    layout->addWidget(buildDrop());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showSegments();
    read();
    m_until->setFocus();
    resize(680, 260);
}

QWidget *AuditSegmentsDialog::buildSeal()
{
    m_until->setObjectName(u"sealUntil"_s);
    m_until->setCalendarPopup(true);
    m_until->setDate(localDate(m_parts.clock.now()).addDays(-keptDays));
    m_until->setMaximumDate(localDate(m_parts.clock.now()));
    m_seal->setObjectName(u"sealSegment"_s);
    auto *label = new QLabel(tr("&Events before"));
    label->setBuddy(m_until);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_until);
    layout->addWidget(m_seal);
    layout->addStretch();
    connect(m_seal, &QPushButton::clicked, this, &AuditSegmentsDialog::seal);
    return row;
}

QWidget *AuditSegmentsDialog::buildList()
{
    m_list->setObjectName(u"segmentList"_s);
    m_list->setAccessibleName(tr("Closed stretches"));
    m_list->setHeaderLabels({tr("Stretch"), tr("From"), tr("To"), tr("State"), tr("File")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    makeRoomy(*m_list, *m_list->header());
    m_list->setItemDelegate(new RoomyRows(m_list));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_store->setObjectName(u"storeSegment"_s);
    m_empty->setText(tr("No stretch was closed yet."));
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 0, Qt::AlignTop);
    layout->addWidget(m_store, 0, Qt::AlignLeft);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AuditSegmentsDialog::updateChoice);
    connect(m_store, &QPushButton::clicked, this, &AuditSegmentsDialog::store);
    return box;
}

QWidget *AuditSegmentsDialog::buildDrop()
{
    m_file->setObjectName(u"dropFile"_s);
    m_choose->setObjectName(u"dropChoose"_s);
    m_number->setObjectName(u"dropNumber"_s);
    m_number->setMaxLength(20);
    m_number->setMaximumWidth(160);
    m_drop->setObjectName(u"dropSegment"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_file, 1);
    row->addWidget(m_choose);
    auto *numberRow = new QHBoxLayout;
    numberRow->setSpacing(8);
    numberRow->addWidget(m_number);
    numberRow->addWidget(m_drop);
    numberRow->addStretch();
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("Its &file:"), row);
    form->addRow(tr("&Number of its events:"), numberRow);
    // Rows made of layouts give their labels no buddy.
    qobject_cast<QLabel *>(form->labelForField(row))->setBuddy(m_file);
    qobject_cast<QLabel *>(form->labelForField(numberRow))->setBuddy(m_number);
    m_file->setAccessibleName(tr("File of the stretch"));
    m_number->setAccessibleName(tr("Number of its events"));
    auto *layout = new QVBoxLayout(m_dropBox);
    layout->addWidget(m_dropNote);
    layout->addLayout(form);
    connect(m_choose, &QPushButton::clicked, this, &AuditSegmentsDialog::chooseFile);
    connect(m_drop, &QPushButton::clicked, this, &AuditSegmentsDialog::drop);
    for (QLineEdit *edit : {m_file, m_number})
        connect(edit, &QLineEdit::textChanged, this, &AuditSegmentsDialog::updateChoice);
    connect(m_number, &QLineEdit::returnPressed, m_drop, &QPushButton::click);
    return m_dropBox;
}

void AuditSegmentsDialog::read()
{
    whenDone(m_parts.workspace.audit().segments(m_parts.actor), this, [this](const Result<QList<AuditSegment>> &segments) {
        if (!segments) {
            const ErrorText text = auditErrorText(segments.error());
            m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
            m_messages->addAction(tr("Try &again"), [this] { read(); });
            return;
        }
        m_segments = *segments;
        showSegments();
    });
}

void AuditSegmentsDialog::showSegments()
{
    const AuditSegment *before = chosen();
    const qint64 first = before ? before->firstSequence : 0;
    m_list->clear();
    for (const AuditSegment &segment : std::as_const(m_segments)) {
        auto *item = new QTreeWidgetItem(m_list, {segmentText(segment), dayText(segment.firstAtMs), dayText(segment.lastAtMs),
                                                  segmentStateText(segment), segment.fileName});
        item->setData(0, Qt::UserRole, segment.firstSequence);
        item->setToolTip(0, plainToolTip(tr("%1, closed by %2").arg(eventsCount(segment.count()), segment.sealedBy)));
        item->setToolTip(4, plainToolTip(segment.fileName));
        // What is to be done next is at hand.
        if (segment.firstSequence == first || (first == 0 && !m_list->currentItem() && segment.droppedAtMs == 0))
            m_list->setCurrentItem(item);
    }
    if (!m_segments.isEmpty() && m_list->isHidden())
        resize(std::max(width(), 680), std::max(height(), 620)); // room for them
    m_empty->setVisible(m_segments.isEmpty());
    m_list->setVisible(!m_segments.isEmpty());
    m_store->setVisible(!m_segments.isEmpty());
    updateChoice();
}

const AuditSegment *AuditSegmentsDialog::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    for (const AuditSegment &segment : m_segments) {
        if (item && item->data(0, Qt::UserRole).toLongLong() == segment.firstSequence)
            return &segment;
    }
    return nullptr;
}

bool AuditSegmentsDialog::isOldestKept(const AuditSegment &segment) const
{
    for (const AuditSegment &other : m_segments) {
        if (other.droppedAtMs == 0)
            return other.firstSequence == segment.firstSequence;
    }
    return false;
}

void AuditSegmentsDialog::updateChoice()
{
    const AuditSegment *segment = chosen();
    const bool isKept = segment && segment->droppedAtMs == 0;
    const bool mayGo = isKept && segment->exportedAtMs > 0 && isOldestKept(*segment);
    m_until->setEnabled(!m_isBusy);
    m_seal->setEnabled(!m_isBusy);
    m_store->setEnabled(isKept && !m_isBusy);
    m_dropBox->setVisible(!m_segments.isEmpty());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_file, m_choose, m_number})
        widget->setEnabled(mayGo && !m_isBusy);
    bool isNumber = false;
    const qint64 typed = m_number->text().simplified().remove(u' ').toLongLong(&isNumber);
    m_drop->setEnabled(mayGo && !m_isBusy && isNumber && typed == segment->count() && !m_file->text().trimmed().isEmpty());
    if (!segment)
        m_dropNote->setText(tr("Choose a stretch."));
    else if (!isKept)
        m_dropNote->setText(tr("This stretch is only in its file: %1.").arg(segment->fileName));
    else if (segment->exportedAtMs == 0)
        m_dropNote->setText(tr("Store it in a folder first."));
    else if (!mayGo)
        m_dropNote->setText(tr("An older stretch is still in the catalog: that one goes first."));
    else
        m_dropNote->setText(tr("Events %1 to %2 leave this catalog for good. They stay in the file “%3”, which is compared once more before. To take "
                               "them out, type how many they are: %4.")
                                .arg(numberText(segment->firstSequence), numberText(segment->lastSequence), segment->fileName, QString::number(segment->count())));
    if (mayGo && m_file->text().isEmpty() && m_storedAs.contains(segment->firstSequence))
        m_file->setText(QDir::toNativeSeparators(m_storedAs.value(segment->firstSequence)));
}

void AuditSegmentsDialog::begin()
{
    m_isBusy = true;
    m_messages->clear();
    updateChoice();
}

bool AuditSegmentsDialog::end(const Result<AuditSegment> &result)
{
    m_isBusy = false;
    updateChoice();
    if (!result) {
        const ErrorText text = auditErrorText(result.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        return false;
    }
    Q_EMIT journalGrew();
    read();
    return true;
}

void AuditSegmentsDialog::seal()
{
    begin();
    whenDone(m_parts.workspace.audit().seal(m_parts.actor, startOfLocalDay(m_until->date())), this, [this](const Result<AuditSegment> &segment) {
        if (!segment && segment.error().kind == ErrorKind::NotFound) {
            m_isBusy = false;
            updateChoice();
            return m_messages->showMessage(MessageBar::Level::Information, tr("Nothing happened before that day that is not closed already."));
        }
        if (end(segment))
            m_messages->showMessage(MessageBar::Level::Success, tr("The journal is sound, and %1 are closed.").arg(segmentText(*segment)),
                                    tr("Store them in a folder next."));
    });
}

void AuditSegmentsDialog::store()
{
    const AuditSegment *segment = chosen();
    if (!segment)
        return;
    m_parts.questions.chooseFolder(this, {tr("Folder for stretches of the journal"), {}, {}}, [this, first = segment->firstSequence](const QString &folder) {
        if (!folder.isEmpty())
            storeIn(first, folder, true);
    });
}

void AuditSegmentsDialog::storeIn(qint64 firstSequence, const QString &folder, bool isSigned)
{
    if (m_isBusy)
        return;
    begin();
    whenDone(m_parts.workspace.audit().exportSegment(m_parts.actor, firstSequence, folder, isSigned), this,
             [this, firstSequence, folder](const Result<AuditSegment> &stored) {
                 if (!end(stored)) {
                     if (stored.error().kind == ErrorKind::SecretStoreUnavailable)
                         m_messages->addAction(tr("Store it &unsigned"), [this, firstSequence, folder] { storeIn(firstSequence, folder, false); });
                     return;
                 }
                 m_storedAs.insert(stored->firstSequence, QDir(folder).filePath(stored->fileName));
                 m_messages->showMessage(MessageBar::Level::Success, tr("Stored as “%1”, and read back whole.").arg(stored->fileName));
             });
}

void AuditSegmentsDialog::chooseFile()
{
    m_parts.questions.chooseFileToOpen(this, {tr("File of the stretch"), m_file->text(), tr("Stretches of the journal (*.jsonl.zst);;All files (*)")},
                                       [this](const QString &path) {
                                           if (!path.isEmpty())
                                               m_file->setText(QDir::toNativeSeparators(path));
                                       });
}

void AuditSegmentsDialog::drop()
{
    const AuditSegment *segment = chosen();
    if (!segment || !m_drop->isEnabled())
        return;
    begin();
    const QString file = QDir::fromNativeSeparators(m_file->text().trimmed());
    whenDone(m_parts.workspace.audit().dropSegment(m_parts.actor, segment->firstSequence, file), this, [this](const Result<AuditSegment> &dropped) {
        if (!end(dropped))
            return;
        m_number->clear();
        m_file->clear();
        m_messages->showMessage(MessageBar::Level::Success, tr("%1 are out of the catalog.").arg(segmentText(*dropped)),
                                tr("Keep the file “%1”: nothing else has them.").arg(dropped->fileName));
    });
}

} // namespace letopis
