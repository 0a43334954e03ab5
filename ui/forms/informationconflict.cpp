#include "ui/forms/informationconflict.h"

#include "ui/text/dates.h"
#include "ui/text/fieldtext.h"
#include "ui/text/textdifference.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Underlined as well as tinted: a colour alone says nothing to many.
void markChanges(QPlainTextEdit &view, const QString &base)
{
    QTextCharFormat format;
    QColor tint = view.palette().color(QPalette::Highlight);
    tint.setAlphaF(0.28F);
    format.setBackground(tint);
    format.setFontUnderline(true);
    QList<QTextEdit::ExtraSelection> marks;
    for (const TextRange &range : changedWords(base, view.toPlainText())) {
        QTextCursor cursor(view.document());
        cursor.setPosition(static_cast<int>(range.position));
        cursor.setPosition(static_cast<int>(range.position + range.length), QTextCursor::KeepAnchor);
        marks.append({cursor, format});
    }
    view.setExtraSelections(marks);
}

} // namespace

InformationConflict::InformationConflict(const FieldEditState &edit, const FieldDefinition &definition, bool hasChanged,
                                         QWidget *parent)
    : QDialog(parent), m_definition(definition)
{
    setObjectName(u"informationConflict"_s);
    setWindowTitle(tr("Conflict: %1").arg(fieldLabel(definition)));
    QLabel *question = makeTextLabel(u"conflictQuestion"_s);
    const QString which = tr("This field was changed here and on the server. Which value stays? The other one remains in the "
                             "field's history.");
    question->setText(hasChanged ? tr("The server's value has changed since you looked: nothing was decided, and this is the "
                                      "new one.") + u' ' + which
                                 : which);
    const QString ours = edit.editedBy.isEmpty()
        ? tr("&Here:")
        : tr("&Here, by %1, %2:").arg(QString(edit.editedBy).replace(u'&', u"&&"_s), absoluteDate(edit.editedAt));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->addWidget(makeSide(u"conflictOurs"_s, ours, edit.ours, edit.base), 0, 0);
    grid->addWidget(makeSide(u"conflictTheirs"_s, tr("On the &server:"), edit.theirs, edit.base), 0, 1);
    grid->addWidget(makeSide(u"conflictBase"_s, tr("Before &both changes:"), edit.base, edit.base), 1, 0, 1, 2);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Decide later"));
    QPushButton *keep = buttons->addButton(tr("&Keep the value here"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"keepOurs"_s);
    QPushButton *take = buttons->addButton(tr("&Take the server's value"), QDialogButtonBox::AcceptRole);
    take->setObjectName(u"takeTheirs"_s);
    for (QPushButton *button : {keep, take})
        button->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true); // Enter by itself decides nothing
    connect(keep, &QPushButton::clicked, this, [this] { Q_EMIT decided(ConflictDecision::KeepOurs); });
    connect(take, &QPushButton::clicked, this, [this] { Q_EMIT decided(ConflictDecision::TakeTheirs); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(question);
    layout->addLayout(grid, 1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    resize(760, definition.type == FieldType::Text ? 520 : 320);
}

QWidget *InformationConflict::makeSide(const QString &name, const QString &label, const QString &value,
                                       const QString &base) const
{
    auto *view = new QPlainTextEdit;
    view->setObjectName(name);
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    view->setPlaceholderText(tr("(empty)"));
    view->setPlainText(fieldValueText(m_definition, value));
    view->setMinimumHeight(view->fontMetrics().lineSpacing() * 3);
    markChanges(*view, fieldValueText(m_definition, base));
    auto *caption = new QLabel(label);
    caption->setBuddy(view);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(caption);
    layout->addWidget(view, 1);
    return side;
}

} // namespace letopis
