#include "ui/shell/draftsummary.h"

#include "ui/models/draftdirectory.h"
#include "ui/text/dates.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

DraftSummary::DraftSummary(const DraftDirectory &drafts, QWidget *parent) : QToolButton(parent), m_drafts(drafts)
{
    setObjectName(u"draftSummary"_s);
    setAutoRaise(true);
    setIcon(themedIcon(u"edit"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(&drafts, &DraftDirectory::changed, this, &DraftSummary::updateText);
    connect(this, &QToolButton::clicked, this, &DraftSummary::goOn);
    updateText();
}

void DraftSummary::updateText()
{
    const QList<FormDraft> &all = m_drafts.drafts();
    setVisible(!all.isEmpty());
    if (all.isEmpty())
        return;
    //: Recordings with something typed and not applied; it is kept when Letopis is closed
    setText(tr("Not applied: %n recording(s)", nullptr, static_cast<int>(m_drafts.recordings().size())));
    const QString tip = tr("What you typed is kept until you apply or discard it, also when Letopis is closed. The oldest is from "
                           "%1. Click to go to it.")
                            .arg(absoluteDate(all.first().since));
    setToolTip(plainToolTip(tip));
    setAccessibleName(text());
    setAccessibleDescription(tip);
}

void DraftSummary::goOn()
{
    const QList<FormDraft> &all = m_drafts.drafts();
    if (all.isEmpty())
        return;
    const auto same = [this](const FormDraft &one) { return one.recording == m_last.recording && one.form == m_last.form; };
    const auto last = std::find_if(all.begin(), all.end(), same);
    const bool isAtEnd = last == all.end() || last + 1 == all.end();
    m_last = isAtEnd ? all.first() : *(last + 1);
    Q_EMIT draftRequested(m_last);
}

} // namespace letopis
