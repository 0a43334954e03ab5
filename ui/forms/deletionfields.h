#pragma once

#include "ui/forms/draftfields.h"

namespace letopis {

// What deletes on the server's disk: the one command that its administrator installed, and how to install it.
class DeletionFields final : public DraftFields
{
    Q_OBJECT

public:
    explicit DeletionFields(QWidget *parent = nullptr);
    void load(const ServerDraft &draft) override;
    void store(ServerDraft &draft) const override;
    // Without an SSH account there is nothing to run it.
    void setOffered(bool isOffered);

Q_SIGNALS:
    void recipeRequested();

private:
    QLineEdit *m_command;
};

} // namespace letopis
