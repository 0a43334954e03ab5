#include "ui/forms/retention/parametersdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/owndraft.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QSpinBox *makeSpin(const QString &objectName, int most, const QString &suffix)
{
    auto *spin = new QSpinBox;
    spin->setObjectName(objectName);
    spin->setRange(0, most);
    spin->setSuffix(suffix);
    spin->setGroupSeparatorShown(true);
    return spin;
}

// "30, 7 1" → 30, 7, 1; empty where something else is in it.
std::optional<QList<int>> daysIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    QList<int> days;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        days += part.toInt(&isNumber);
        if (!isNumber)
            return {};
    }
    std::sort(days.begin(), days.end(), std::greater<>());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

} // namespace

ParametersDialog::ParametersDialog(const AccessParts &parts, const ServerRetention &server, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_server(server)
    , m_messages(new MessageBar)
    , m_warnings(new QLineEdit)
    , m_grace(makeSpin(u"graceDays"_s, 3650, {}))
    , m_percent(makeSpin(u"limitPercent"_s, 100, u" %"_s))
    , m_count(makeSpin(u"limitCount"_s, 1'000'000, {}))
    , m_twoPeople(new QCheckBox(tr("&Two people: who confirms a plan that deletes for good does not approve it")))
    , m_problem(new ProblemLabel)
{
    setObjectName(u"parametersDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Auto-deletion on %1").arg(server.name));
    setMinimumWidth(560);
    layOut();
    show(server.parameters);
    const auto content = [this] {
        const RetentionParameters typed = parameters();
        if (typed == m_server.parameters && problem().isEmpty())
            return QJsonObject();
        QJsonObject json = toJson(typed);
        json.insert(u"name"_s, windowTitle());
        json.insert(u"warnings"_s, m_warnings->text());
        return json;
    };
    m_draft = new OwnDraft(parts.workspace.drafts(), parts.actor, u"retention/server/%1"_s.arg(server.server.value),
                           {.content = content,
                            .restore =
                                [this](const QJsonObject &typed) {
                                    show(retentionParametersFromJson(typed));
                                    m_warnings->setText(typed[u"warnings"_s].toString());
                                    return QStringList();
                                },
                            .putBack = [this] { show(m_server.parameters); }},
                           *m_messages, *this);
    connect(m_warnings, &QLineEdit::textChanged, this, &ParametersDialog::update);
    for (QSpinBox *spin : {m_grace, m_percent, m_count})
        connect(spin, &QSpinBox::valueChanged, this, &ParametersDialog::update);
    connect(m_twoPeople, &QCheckBox::toggled, this, &ParametersDialog::update);
    update();
    m_draft->begin();
    m_warnings->setFocus();
}

void ParametersDialog::layOut()
{
    m_warnings->setObjectName(u"warningDays"_s);
    m_warnings->setAccessibleName(tr("Warn so many days before"));
    m_warnings->setMaxLength(100);
    m_grace->setAccessibleName(tr("Days in the trash"));
    m_percent->setAccessibleName(tr("Limit of a run, per cent of the server's recordings"));
    m_count->setAccessibleName(tr("Limit of a run, recordings"));
    m_twoPeople->setObjectName(u"twoPeople"_s);
    auto *limit = new QHBoxLayout;
    limit->setSpacing(8);
    limit->addWidget(m_percent);
    //: Between "5 %" and a number of recordings
    limit->addWidget(new QLabel(tr("of its recordings, or")));
    limit->addWidget(m_count);
    limit->addWidget(new QLabel(tr("recordings")));
    limit->addStretch(1);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("&Warn so many days before:"), m_warnings);
    form->addRow(tr("&Days in the trash:"), m_grace);
    auto *limitLabel = new QLabel(tr("A &run takes at most:"));
    limitLabel->setBuddy(m_percent);
    form->addRow(limitLabel, limit);
    auto *note = makeTextLabel(u"parametersNote"_s);
    note->setText(tr("The larger of both limits counts; a plan past it waits until somebody confirms it. Until the days in the trash are over, a "
                     "recording can be restored. Changes are written into the journal."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptParameters"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_messages);
    layout->addLayout(form);
    layout->addWidget(m_twoPeople);
    layout->addWidget(note);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ParametersDialog::store);
}

void ParametersDialog::show(const RetentionParameters &parameters)
{
    m_warnings->setText(warningDaysText(parameters.warningDays));
    m_grace->setValue(parameters.graceDays);
    m_percent->setValue(parameters.limitPercent);
    m_count->setValue(parameters.limitCount);
    m_twoPeople->setChecked(parameters.twoPeoplePurge);
}

RetentionParameters ParametersDialog::parameters() const
{
    return {.warningDays = daysIn(m_warnings->text()).value_or(QList<int>()),
            .graceDays = m_grace->value(),
            .limitPercent = m_percent->value(),
            .limitCount = m_count->value(),
            .twoPeoplePurge = m_twoPeople->isChecked()};
}

QString ParametersDialog::problem() const
{
    if (!daysIn(m_warnings->text()))
        return tr("Numbers of days, as “30, 7, 1”.");
    return isWellFormed(parameters()) ? QString() : tr("A few different numbers of days, none of them too large, as “30, 7, 1”.");
}

void ParametersDialog::update()
{
    m_problem->setProblem(problem());
    m_accept->setEnabled(!m_isStoring && problem().isEmpty() && parameters() != m_server.parameters);
    if (m_draft)
        m_draft->typed();
}

void ParametersDialog::store()
{
    m_isStoring = true;
    m_messages->clear();
    update();
    const RetentionParameters after = parameters();
    whenDone(m_parts.workspace.retention().setParameters(m_parts.actor, m_server.server, m_server.parameters, after), this,
             [this, after](const Result<> &done) {
                 m_isStoring = false;
                 update();
                 if (done) {
                     Q_EMIT stored(m_server.parameters, after);
                     return accept();
                 }
                 const ErrorText text = retentionErrorText(done.error());
                 m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
             });
}

} // namespace letopis
