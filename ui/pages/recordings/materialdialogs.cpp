#include "ui/pages/recordings/materialdialogs.h"

#include "core/domain/materialdescription.h"
#include "ui/forms/dialogdrafts.h"
#include "ui/text/dates.h"
#include "ui/text/materialtext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { Number, File, Size, AddedBy, AddedAt, Place, ColumnCount };

QLabel *makeHeading(const QString &name)
{
    auto *label = makeTextLabel(name);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QTreeWidgetItem *itemFor(const MaterialVersion &version, const QDateTime &nowUtc)
{
    const QStringList cells{QString::number(version.number), shownName(version.fileName), sizeText(version.sizeBytes),
                            shownName(version.addedBy).left(60), relativeDate(version.addedAt, nowUtc),
                            versionStateText(version)};
    auto *item = new QTreeWidgetItem(cells);
    item->setData(Number, Qt::UserRole, version.number);
    item->setTextAlignment(Number, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(AddedAt, plainToolTip(absoluteDate(version.addedAt)));
    item->setToolTip(File, plainToolTip(shownName(version.fileName)));
    item->setData(Number, Qt::AccessibleTextRole,
                  MaterialVersionsDialog::tr("Version %1").arg(version.number) + u", "_s
                      + QStringList(cells.mid(1)).join(u", "_s));
    return item;
}

} // namespace

MaterialVersionsDialog::MaterialVersionsDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(makeHeading(u"versionsName"_s))
    , m_list(new QTreeWidget)
{
    setObjectName(u"materialVersionsDialog"_s);
    setWindowTitle(tr("Versions"));
    m_list->setObjectName(u"versionList"_s);
    m_list->setAccessibleName(tr("Versions"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    //: Column: the version's number
    m_list->setHeaderLabels({tr("No."), tr("File"), tr("Size"), tr("Added by"), tr("Added"), tr("Where")});
    m_list->header()->setStretchLastSection(true);
    makeRoomy(*m_list, *m_list->header());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_open = buttons->addButton(tr("&Open"), QDialogButtonBox::ActionRole);
    m_open->setObjectName(u"openVersion"_s);
    m_save = buttons->addButton(tr("&Save as…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(u"saveVersion"_s);
    m_open->setAutoDefault(false);
    m_save->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_name);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    resize(760, 320);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(current()); });
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(current()); });
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { Q_EMIT openRequested(current()); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &MaterialVersionsDialog::updateButtons);
}

void MaterialVersionsDialog::showMaterial(const Material &material, const QDateTime &nowUtc)
{
    const int before = current();
    m_material = material.id;
    m_name->setText(breakable(shownName(material.name)));
    m_list->clear();
    for (auto version = material.versions.crbegin(); version != material.versions.crend(); ++version) {
        QTreeWidgetItem *item = itemFor(*version, nowUtc);
        m_list->addTopLevelItem(item);
        if (version->number == before)
            m_list->setCurrentItem(item);
    }
    if (before == 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    for (int column = 0; column < ColumnCount; ++column)
        m_list->resizeColumnToContents(column);
    m_list->setColumnWidth(File, qMin(m_list->columnWidth(File), 220));
    updateButtons();
}

int MaterialVersionsDialog::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(Number, Qt::UserRole).toInt() : 0;
}

void MaterialVersionsDialog::updateButtons()
{
    m_open->setEnabled(current() > 0);
    m_save->setEnabled(current() > 0);
}

MaterialDescriptionDialog::MaterialDescriptionDialog(const Material &material, QWidget *parent)
    : QDialog(parent)
    , m_name(material.name)
    , m_before(material.description)
    , m_text(new QPlainTextEdit)
    , m_restored(makeTextLabel(u"descriptionRestored"_s))
    , m_problem(makeTextLabel(u"descriptionProblem"_s))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setObjectName(u"materialDescriptionDialog"_s);
    setWindowTitle(tr("Description"));
    auto *name = makeHeading(u"describedName"_s);
    name->setText(breakable(shownName(material.name)));
    m_text->setObjectName(u"materialDescription"_s);
    m_text->setAccessibleName(tr("Description"));
    m_text->setPlainText(material.description);
    m_text->setTabChangesFocus(true);
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("&Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(name);
    layout->addWidget(m_restored);
    m_restored->hide();
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    orderTabs(*m_buttons);
    resize(440, 260);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MaterialDescriptionDialog::check);
    auto *finish = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(finish, &QShortcut::activated, m_buttons->button(QDialogButtonBox::Save), &QPushButton::click);
    m_text->moveCursor(QTextCursor::End);
    check();
}

QString MaterialDescriptionDialog::text() const
{
    return m_text->toPlainText().trimmed();
}

QJsonObject MaterialDescriptionDialog::draft() const
{
    if (text() == m_before)
        return {};
    return {{u"name"_s, m_name}, {u"typed"_s, m_text->toPlainText()}, {u"base"_s, m_before}};
}

void MaterialDescriptionDialog::restore(const QJsonObject &draft, const QDateTime &since)
{
    m_text->setPlainText(draft[u"typed"_s].toString());
    m_text->moveCursor(QTextCursor::End);
    const bool isOvertaken = draft[u"base"_s].toString() != m_before;
    m_restored->setText(restoredDraftText(since, isOvertaken ? QStringList{tr("Description")} : QStringList()));
    m_restored->show();
}

void MaterialDescriptionDialog::check()
{
    const qsizetype excess = text().size() - longestMaterialDescription;
    m_problem->setText(excess > 0 ? tr("%n character(s) too many", nullptr, static_cast<int>(excess)) : QString());
    m_problem->setVisible(excess > 0);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(excess <= 0);
    Q_EMIT edited();
}

} // namespace letopis
