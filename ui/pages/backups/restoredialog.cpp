#include "ui/pages/backups/restoredialog.h"

#include "ui/text/backuptext.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Line
{
    QString name;
    QString present;
    QString backup;
};

QString dateOrNone(const QDateTime &utc)
{
    return utc.isValid() ? absoluteDate(utc) : u"–"_s;
}

QList<Line> linesOf(const RestorePreview &preview)
{
    const CatalogSummary &here = preview.present;
    const CatalogSummary &there = preview.backup;
    return {{RestoreDialog::tr("Last change"), dateOrNone(here.lastChangeAt), dateOrNone(there.lastChangeAt)},
            {RestoreDialog::tr("Recordings"), numberText(here.recordings), numberText(there.recordings)},
            {RestoreDialog::tr("Newest recording"), dateOrNone(here.newestRecordingAt), dateOrNone(there.newestRecordingAt)},
            {RestoreDialog::tr("Servers"), numberText(here.servers), numberText(there.servers)},
            {RestoreDialog::tr("Edits waiting for a server"), numberText(here.waitingEdits), numberText(there.waitingEdits)},
            {RestoreDialog::tr("Materials"), numberText(here.materials), numberText(there.materials)},
            {RestoreDialog::tr("Materials not on a server yet"), numberText(here.waitingMaterials),
             numberText(there.waitingMaterials)}};
}

QLabel *cell(const QString &text, bool isBold)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(isBold);
    label->setFont(font);
    return label;
}

QWidget *comparison(const RestorePreview &preview)
{
    auto *table = new QWidget;
    table->setObjectName(u"restoreComparison"_s);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->addWidget(cell(RestoreDialog::tr("In the catalog now"), true), 0, 1);
    grid->addWidget(cell(RestoreDialog::tr("In the backup"), true), 0, 2);
    int row = 1;
    QStringList spoken;
    for (const Line &line : linesOf(preview)) {
        const bool differs = line.present != line.backup;
        grid->addWidget(cell(line.name, false), row, 0);
        grid->addWidget(cell(line.present, differs), row, 1);
        grid->addWidget(cell(line.backup, differs), row, 2);
        spoken << RestoreDialog::tr("%1: now %2, in the backup %3").arg(line.name, line.present, line.backup);
        ++row;
    }
    grid->setColumnStretch(2, 1);
    table->setAccessibleName(RestoreDialog::tr("Comparison of the catalogs"));
    table->setAccessibleDescription(spoken.join(u". "_s));
    return table;
}

} // namespace

RestoreDialog::RestoreDialog(const RestorePreview &preview, bool canRestart, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"restoreDialog"_s);
    setWindowTitle(tr("Restore the catalog"));
    QLabel *what = makeTextLabel(u"restoreWhat"_s);
    what->setText(tr("The backup of %1 was checked and is whole.").arg(absoluteDate(preview.manifest.createdAt)));
    QLabel *meaning = makeTextLabel(u"restoreMeaning"_s);
    meaning->setText(restoreMeaning(preview));
    QLabel *after = makeTextLabel(u"restoreAfter"_s);
    after->setText(tr("The catalog that is here now is kept beside it under another name; recordings and files on the servers are "
                      "not touched. Passwords are never in a backup: this computer's stay. The catalog is replaced while Letopis "
                      "starts, so it has to start anew."));
    auto *buttons = new QDialogButtonBox;
    const auto add = [&](const QString &text, const QString &name, bool restartNow) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::AcceptRole);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, restartNow] {
            accept();
            Q_EMIT confirmed(restartNow);
        });
    };
    if (canRestart)
        add(tr("Restore and &restart"), u"restoreAndRestart"_s, true);
    add(tr("Restore at the &next start"), u"restoreAtNextStart"_s, false);
    QPushButton *cancel = buttons->addButton(tr("Do not restore"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"doNotRestore"_s);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addWidget(what);
    layout->addWidget(comparison(preview));
    layout->addWidget(meaning);
    layout->addWidget(after);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(620);
    cancel->setFocus();
}

} // namespace letopis
