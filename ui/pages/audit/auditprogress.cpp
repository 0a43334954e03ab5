#include "ui/pages/audit/auditprogress.h"

#include "ui/text/quantities.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int steps = 1000; // a bar of ints: a journal may have more events than those
}

AuditProgress::AuditProgress(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("&Stop")))
{
    setObjectName(u"auditProgress"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_cancel->setObjectName(u"auditStop"_s);
    m_cancel->setAutoDefault(true);
    m_bar->setTextVisible(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    m_sampling.setInterval(100ms);
    connect(&m_sampling, &QTimer::timeout, this, &AuditProgress::sample);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_stop.request_stop(); });
    hide();
}

AuditProgress::~AuditProgress()
{
    m_stop.request_stop();
}

AuditProgress::Run AuditProgress::begin(const QString &text)
{
    m_stop.request_stop();
    m_stop = {};
    m_counters = std::make_shared<ProgressCounters>();
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    sample();
    show();
    m_sampling.start();
    Q_EMIT runningChanged();
    return {m_counters, m_stop.get_token()};
}

void AuditProgress::end()
{
    m_sampling.stop();
    m_counters.reset();
    hide();
    Q_EMIT runningChanged();
}

void AuditProgress::sample()
{
    const qint64 total = m_counters->total;
    const qint64 done = m_counters->done;
    m_bar->setRange(0, total > 0 ? steps : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * steps) : 0);
    m_bar->setToolTip(total > 0 ? tr("%1 of %2").arg(numberText(done), numberText(total)) : numberText(done));
}

} // namespace letopis
