#pragma once

#include "core/domain/formdraft.h"

#include <QToolButton>

namespace letopis {

class DraftDirectory;

// The status bar's word about what was typed and not applied; a click goes from one to the next. Hidden while there is none.
class DraftSummary final : public QToolButton
{
    Q_OBJECT

public:
    explicit DraftSummary(const DraftDirectory &drafts, QWidget *parent = nullptr);

Q_SIGNALS:
    void draftRequested(const letopis::FormDraft &draft);

private:
    void updateText();
    void goOn();

    const DraftDirectory &m_drafts;
    FormDraft m_last; // gone to
};

} // namespace letopis
