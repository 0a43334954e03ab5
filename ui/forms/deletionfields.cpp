#include "ui/forms/deletionfields.h"

#include "core/domain/server.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DeletionFields::DeletionFields(QWidget *parent) : DraftFields(false, parent)
{
    form()->setRowWrapPolicy(QFormLayout::WrapAllRows); // a long line, and the other fields' labels are of another width
    m_command = addLine(DraftField::DeletionCommand, u"deletionCommand"_s, tr("Command for deletio&n:"), defaultDeletionCommand());
    m_command->setMaxLength(1000);
    m_command->setToolTip(defaultDeletionCommand());
    QLabel *note = addNote(tr("BigBlueButton's own delete only moves files: they stay on the disk. This command, which the server's administrator "
                              "installs once, brings recordings back from there and deletes them for good. Left empty, neither is possible."));
    m_command->setAccessibleDescription(note->text());
    auto *recipe = new QPushButton(tr("How to &install it…"));
    recipe->setObjectName(u"deletionRecipe"_s);
    recipe->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(recipe);
    row->addStretch();
    form()->addRow(row);
    connect(recipe, &QPushButton::clicked, this, &DeletionFields::recipeRequested);
}

void DeletionFields::load(const ServerDraft &draft)
{
    m_command->setText(draft.deletionCommand);
    updateProblems();
}

void DeletionFields::store(ServerDraft &draft) const
{
    draft.deletionCommand = m_command->text();
}

void DeletionFields::setOffered(bool isOffered)
{
    setVisible(isOffered);
}

} // namespace letopis
