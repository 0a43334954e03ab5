#include "ui/forms/retention/timezonedialog.h"

#include "ui/widgets/buttonorder.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

TimeZoneDialog::TimeZoneDialog(const QByteArray &zone, QWidget *parent) : QDialog(parent), m_before(zone), m_zones(new QComboBox), m_problem(new ProblemLabel)
{
    setObjectName(u"timeZoneDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Time zone of the policies"));
    setMinimumWidth(480);
    auto *about = makeTextLabel(u"zoneAbout"_s);
    about->setText(tr("A recording goes at the beginning of a day. In another time zone days begin earlier or later."));
    m_zones->setObjectName(u"timeZone"_s);
    m_zones->setAccessibleName(tr("Time zone"));
    m_zones->setEditable(true);
    m_zones->setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zones->addItem(QString::fromLatin1(id));
    m_zones->completer()->setFilterMode(Qt::MatchContains);
    m_zones->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zones->setCurrentText(QString::fromLatin1(zone));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Time zone:"), m_zones);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("C&hange"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptZone"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(about);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(m_zones, &QComboBox::editTextChanged, this, &TimeZoneDialog::update);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT chosen(this->zone()); });
    update();
    m_zones->setFocus();
}

QByteArray TimeZoneDialog::zone() const
{
    const QByteArray id = m_zones->currentText().trimmed().toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(id) ? id : QByteArray();
}

void TimeZoneDialog::showProblem(const QString &text)
{
    m_problem->setProblem(text);
}

void TimeZoneDialog::update()
{
    m_problem->setProblem({});
    m_accept->setEnabled(!zone().isEmpty() && zone() != m_before);
}

} // namespace letopis
