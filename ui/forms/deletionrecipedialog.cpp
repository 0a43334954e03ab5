#include "ui/forms/deletionrecipedialog.h"

#include "core/base/durablefile.h"
#include "core/domain/serverrecipe.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DeletionRecipeDialog::DeletionRecipeDialog(const QString &dataRoot, const QString &account, Questions &questions, QWidget *parent)
    : QDialog(parent), m_questions(questions), m_messages(new MessageBar)
{
    setObjectName(u"deletionRecipeDialog"_s);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Deletion on the server"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_messages);
    const QByteArray script = recordingsScript(dataRoot);
    if (script.isEmpty()) {
        auto *problem = makeTextLabel(u"recipeProblem"_s);
        problem->setText(tr("The data root “%1” is no path that a script should hold. Correct it in the form first.").arg(dataRoot));
        layout->addWidget(problem);
    } else {
        addStep(layout, u"recipeScript"_s, tr("1. On the server, as root, put this script into /usr/local/sbin/letopis-recordings, with owner root and mode 0755."), script,
                u"letopis-recordings"_s);
        addStep(layout, u"recipeSudoers"_s,
                account.isEmpty() ? tr("2. Let the account run it, and nothing else: write this into /etc/sudoers.d/letopis with “visudo -f”, with the account's name.")
                                  : tr("2. Let the account “%1” run it, and nothing else: write this into /etc/sudoers.d/letopis with “visudo -f”.").arg(account),
                recordingsSudoers(account), u"sudoers-letopis"_s);
        auto *last = makeTextLabel(u"recipeLast"_s);
        last->setText(tr("3. Then test the connection: it tells whether recordings can be brought back and deleted for good."));
        layout->addWidget(last);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(720, script.isEmpty() ? sizeHint().height() : 600);
}

void DeletionRecipeDialog::addStep(QVBoxLayout *layout, const QString &name, const QString &text, const QByteArray &content, const QString &fileName)
{
    const bool isScript = name == "recipeScript"_L1;
    auto *label = makeTextLabel({});
    label->setText(text);
    auto *view = new QPlainTextEdit(QString::fromUtf8(content));
    view->setObjectName(name);
    view->setAccessibleName(text);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(isScript ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (!isScript)
        view->setFixedHeight(view->fontMetrics().height() * 4 + 16);
    auto *copy = new QPushButton(themedIcon(u"copy"), isScript ? tr("&Copy the script") : tr("C&opy the line"));
    auto *store = new QPushButton(isScript ? tr("&Save the script…") : tr("S&ave the line…"));
    copy->setObjectName(name + u"Copy"_s);
    store->setObjectName(name + u"Save"_s);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {copy, store}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    layout->addWidget(label);
    layout->addWidget(view, isScript ? 1 : 0);
    layout->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this, content] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(content));
        m_messages->showMessage(MessageBar::Level::Success, tr("Copied."));
    });
    connect(store, &QPushButton::clicked, this, [this, content, fileName] { save(content, fileName); });
}

void DeletionRecipeDialog::save(const QByteArray &content, const QString &fileName)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    m_questions.chooseFileToSave(this, {tr("Save for the server"), folder.filePath(fileName), {}}, [this, content](const QString &path) {
        if (path.isEmpty())
            return;
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
            return m_messages->showError(writeError(file));
        m_messages->showMessage(MessageBar::Level::Success, tr("Saved to %1").arg(QDir::toNativeSeparators(path)));
    });
}

} // namespace letopis
