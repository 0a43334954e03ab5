#include "ui/forms/retention/retentionform.h"

#include "ui/text/retentiontext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

RetentionForm::RetentionForm(QWidget *parent)
    : QWidget(parent)
    , m_messages(new MessageBar)
    , m_readOnly(makeTextLabel(u"retentionReadOnly"_s))
    , m_sentence(makeTextLabel(u"retentionSentence"_s))
    , m_decision(makeTextLabel(u"retentionDecision"_s))
    , m_own(makeTextLabel(u"retentionOwn"_s))
    , m_change(new QPushButton(tr("Change…")))
    , m_holds(new QVBoxLayout)
    , m_noHold(makeTextLabel(u"retentionNoHold"_s))
    , m_hold(new QPushButton(tr("Set a hold…")))
    , m_trace(makeTextLabel(u"retentionTrace"_s))
{
    setObjectName(u"retentionForm"_s);
    m_change->setObjectName(u"changeOwnRetention"_s);
    m_hold->setObjectName(u"setHold"_s);
    for (QPushButton *button : {m_change, m_hold})
        button->setAutoDefault(true);
    m_readOnly->setContentsMargins(16, 8, 16, 0);
    m_readOnly->hide();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_inside = buildSections());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_readOnly);
    layout->addWidget(scroll, 1);
    connect(m_change, &QPushButton::clicked, this, &RetentionForm::changeRequested);
    connect(m_hold, &QPushButton::clicked, this, &RetentionForm::holdRequested);
    clear();
}

QWidget *RetentionForm::buildSections()
{
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    auto *own = new QGroupBox(tr("Said of this recording"));
    auto *ownRow = new QHBoxLayout(own);
    ownRow->addWidget(m_own, 1);
    ownRow->addWidget(m_change, 0, Qt::AlignTop);
    auto *hold = new QGroupBox(tr("Hold"));
    auto *holdColumn = new QVBoxLayout(hold);
    holdColumn->addWidget(m_noHold);
    holdColumn->addLayout(m_holds);
    auto *holdFoot = new QHBoxLayout;
    holdFoot->addStretch(1);
    holdFoot->addWidget(m_hold);
    holdColumn->addLayout(holdFoot);
    m_noHold->setText(tr("Nobody holds it. While a recording is held, nothing deletes it, neither a policy nor anybody by hand."));
    m_traceBox = new QGroupBox(tr("Policies about it, the nearest first"));
    auto *trace = new QVBoxLayout(m_traceBox);
    trace->addWidget(m_trace);
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addWidget(m_decision);
    layout->addWidget(own);
    layout->addWidget(hold);
    layout->addWidget(m_traceBox);
    layout->addStretch(1);
    return inside;
}

void RetentionForm::clear()
{
    m_why.reset();
    m_messages->clear();
    m_inside->setVisible(false);
    updateButtons();
}

void RetentionForm::showError(const Error &error)
{
    clear();
    m_showsReadFailure = true;
    m_messages->showError(error);
    m_messages->addAction(tr("Try again"), [this] { Q_EMIT retryRequested(); });
}

void RetentionForm::showExplanation(const RetentionExplanation &why, qint64 nowMs)
{
    if (std::exchange(m_showsReadFailure, false))
        m_messages->clear();
    m_why = why;
    m_sentence->setText(breakable(retentionSentence(why, nowMs)));
    m_decision->setText(breakable(decisionText(why)));
    m_decision->setVisible(!m_decision->text().isEmpty());
    m_own->setText(ownText(why.own));
    QStringList lines = traceTexts(why);
    if (!lines.isEmpty())
        lines += tr("Days are those of the time zone %1.").arg(QString::fromLatin1(why.timeZone));
    m_trace->setText(breakable(lines.join(u'\n')));
    m_traceBox->setVisible(!lines.isEmpty());
    showHolds();
    m_inside->setVisible(true);
    updateButtons();
}

void RetentionForm::showHolds()
{
    const bool hadFocus = m_holdRows && m_holdRows->isAncestorOf(QApplication::focusWidget());
    delete m_holdRows;
    m_holdRows = new QWidget;
    auto *rows = new QVBoxLayout(m_holdRows);
    rows->setContentsMargins({});
    m_holds->addWidget(m_holdRows);
    for (const LegalHold &hold : std::as_const(m_why->holds))
        addHold(hold);
    QWidget *before = m_change; // Tab follows the eye
    for (QPushButton *release : m_holdRows->findChildren<QPushButton *>()) {
        setTabOrder(before, release);
        before = release;
    }
    m_noHold->setVisible(!isHeld(*m_why));
    m_holdRows->setVisible(!m_why->holds.isEmpty());
    if (hadFocus)
        m_hold->setFocus(); // what had it is gone
}

void RetentionForm::addHold(const LegalHold &hold)
{
    auto *text = makeTextLabel({});
    text->setText(breakable(hold.reason.isEmpty() ? holdText(hold) : holdText(hold) + u'\n' + hold.reason));
    auto *row = new QHBoxLayout;
    row->addWidget(text, 1);
    if (hold.isInForce()) {
        auto *release = new QPushButton(tr("Release…"));
        release->setObjectName(u"releaseHold%1"_s.arg(hold.id.value));
        release->setAccessibleName(tr("Release the hold: %1").arg(holdText(hold)));
        release->setAutoDefault(true);
        release->setEnabled(m_readOnly->text().isEmpty());
        release->setToolTip(plainToolTip(m_readOnly->text()));
        connect(release, &QPushButton::clicked, this, [this, hold] { Q_EMIT releaseRequested(hold); });
        row->addWidget(release, 0, Qt::AlignTop);
    }
    static_cast<QVBoxLayout *>(m_holdRows->layout())->addLayout(row);
}

void RetentionForm::setReadOnlyReason(const QString &reason)
{
    if (m_readOnly->text() == reason)
        return;
    m_readOnly->setText(reason);
    m_readOnly->setVisible(!reason.isEmpty());
    if (m_why)
        showHolds();
    updateButtons();
}

void RetentionForm::updateButtons()
{
    const QString reason = m_readOnly->text();
    using Stage = RetentionFacts::Stage;
    const bool isGone = m_why && m_why->stage == Stage::Purged;
    for (QPushButton *button : {m_change, m_hold}) {
        button->setEnabled(m_why && !isGone && reason.isEmpty());
        button->setToolTip(plainToolTip(reason));
    }
}

} // namespace letopis
