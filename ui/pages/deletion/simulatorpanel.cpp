#include "ui/pages/deletion/simulatorpanel.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/retention/calendardays.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/forecastlistmodel.h"
#include "ui/pages/deletion/byteplot.h"
#include "ui/pages/deletion/deletioncalendar.h"
#include "ui/pages/deletion/deletionmodels.h"
#include "ui/pages/deletion/serverchoice.h"
#include "ui/pages/deletion/simulatorlayout.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Which rules: 0 those stored, -1 the trial, else the number of a policy.
constexpr qint64 storedRules = 0;
constexpr qint64 trialRule = -1;

} // namespace

SimulatorPanel::SimulatorPanel(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(new SimulationModel(parts.clock, this))
    , m_messages(new MessageBar)
    , m_server(new ServerChoice(true))
    , m_date(new QDateEdit)
    , m_rules(new QComboBox)
    , m_days(new QSpinBox)
    , m_asIfOn(new QCheckBox(tr("As if auto-deletion were &on everywhere")))
    , m_summary(makeTextLabel(u"simulationSummary"_s))
    , m_tabs(new QTabWidget)
    , m_order(new QComboBox)
    , m_save(new QPushButton(tr("Save the &list…")))
    , m_recording(new QPushButton(tr("&Go to recording")))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_calendar(new DeletionCalendar)
    , m_plotText(makeTextLabel(u"plotText"_s))
    , m_plot(new BytePlot)
{
    setObjectName(u"simulatorPanel"_s);
    m_messages->setObjectName(u"simulatorMessages"_s);
    m_tabs->setObjectName(u"simulatorTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildList(), tr("List"));
    m_tabs->addTab(buildCalendar(), tr("Calendar"));
    m_tabs->addTab(layOutCaptioned(m_plotText, m_plot), tr("Space"));
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setContentsMargins(16, 0, 16, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTools());
    layout->addWidget(m_messages);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms); // while a date is typed
    connectAll();
}

QWidget *SimulatorPanel::buildTools()
{
    m_server->setObjectName(u"simulatorServer"_s);
    m_date->setObjectName(u"simulatorDate"_s);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(tr("d MMM yyyy"));
    m_date->setDate(today().addMonths(1));
    m_rules->setObjectName(u"simulatorRules"_s);
    m_rules->setMaximumWidth(340);
    m_rules->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rules->setAccessibleName(tr("Rules"));
    m_days->setObjectName(u"simulatorDays"_s);
    m_days->setRange(0, RetentionPolicy::maxDays);
    m_days->setValue(365);
    showDays();
    m_days->setAccessibleName(tr("Days after the recording"));
    m_days->hide();
    m_asIfOn->setObjectName(u"simulatorAsIfOn"_s);
    m_asIfOn->setChecked(true);
    m_asIfOn->setToolTip(tr("Else only servers on which it is switched on"));
    return layOutSimulatorTools({{tr("&Where:"), m_server}, {tr("&By the end of:"), m_date}, {tr("R&ules:"), m_rules}}, m_days, m_asIfOn);
}

QWidget *SimulatorPanel::buildList()
{
    m_table->setObjectName(u"simulationTable"_s);
    m_table->setAccessibleName(tr("What would go"));
    m_table->setModel(m_model);
    fitColumns(*m_table, *m_model, {SimulationModel::Title});
    m_order->setObjectName(u"simulationOrder"_s);
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("The soonest first"), int(ForecastOrder::Due));
    m_order->addItem(tr("The largest first"), int(ForecastOrder::Size));
    m_order->addItem(tr("The last viewed first"), int(ForecastOrder::LastView));
    m_save->setObjectName(u"saveSimulation"_s);
    m_recording->setObjectName(u"simulationRecording"_s);
    m_empty->setObjectName(u"simulationEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    for (QWidget *page : {static_cast<QWidget *>(new SkeletonRows), static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);
    return layOutSimulatorList(tr("Or&der:"), m_order, {m_recording, m_save}, m_stack);
}

QWidget *SimulatorPanel::buildCalendar()
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"calendarScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_calendar);
    auto *legend = makeTextLabel(u"calendarLegend"_s);
    legend->setText(tr("The number beside a month: recordings that go to the trash in it. Choose a day to see its recordings in the list."));
    return layOutCaptioned(legend, scroll);
}

void SimulatorPanel::connectAll()
{
    const auto stale = [this] {
        m_isStale = true;
        if (isVisible())
            reload();
    };
    connect(&m_parts.workspace.retention(), &RetentionDesk::retentionChanged, this, stale);
    connect(&m_parts.workspace, &Workspace::serversChanged, this, stale);
    connect(&m_parts.workspace, &Workspace::catalogChanged, this, [this] { m_isStale = true; });
    connect(&m_delay, &QTimer::timeout, this, &SimulatorPanel::simulate);
    connect(m_server, &ServerChoice::chosen, this, &SimulatorPanel::later);
    connect(m_date, &QDateEdit::dateChanged, this, &SimulatorPanel::later);
    connect(m_days, &QSpinBox::valueChanged, this, [this] {
        showDays();
        later();
    });
    connect(m_asIfOn, &QCheckBox::toggled, this, &SimulatorPanel::later);
    connect(m_rules, &QComboBox::currentIndexChanged, this, [this] {
        m_days->setVisible(m_rules->currentData().toLongLong() == trialRule);
        later();
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, &SimulatorPanel::sort);
    connect(m_save, &QPushButton::clicked, this, &SimulatorPanel::save);
    connect(m_recording, &QPushButton::clicked, this, &SimulatorPanel::goToRecording);
    connect(m_table, &PlainTable::opened, this, &SimulatorPanel::goToRecording);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_recording->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_model, &PagedTableModel::failed, this, &SimulatorPanel::showFailure);
    connect(m_empty, &EmptyState::actionRequested, this, &SimulatorPanel::rulesRequested);
    connect(m_calendar, &DeletionCalendar::chosen, this, [this](const QDate &day) {
        m_date->setDate(day);
        m_tabs->setCurrentIndex(0);
        m_table->setFocus();
    });
    m_save->setEnabled(false);
    m_recording->setEnabled(false);
}

void SimulatorPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

QDate SimulatorPanel::today() const
{
    return retentionDate(m_parts.clock.now().toMSecsSinceEpoch(), m_zone);
}

qint64 SimulatorPanel::endOf(const QDate &day) const
{
    const QTimeZone zone(m_zone);
    return CalendarDays(zone.isValid() ? zone : QTimeZone::utc()).startOf(day.toJulianDay() + 1) - 1;
}

void SimulatorPanel::reload()
{
    m_isStale = false;
    RetentionDesk &desk = m_parts.workspace.retention();
    whenDone(desk.servers(m_parts.actor), this, [this, &desk](const Result<QList<ServerRetention>> &servers) {
        if (!servers)
            return showFailure(servers.error());
        m_server->setServers(*servers);
        m_model->setServers(m_server->names());
        whenDone(desk.policies(m_parts.actor), this, [this, &desk](const Result<QList<RetentionPolicy>> &policies) {
            if (!policies)
                return showFailure(policies.error());
            m_policies = *policies;
            showPolicies();
            whenDone(desk.timeZone(m_parts.actor), this, [this](const Result<QByteArray> &zone) {
                if (!zone)
                    return showFailure(zone.error());
                m_zone = *zone;
                simulate();
            });
        });
    });
}

void SimulatorPanel::showPolicies()
{
    const QSignalBlocker quiet(m_rules);
    const qint64 before = m_rules->currentData().toLongLong();
    m_rules->clear();
    m_rules->addItem(tr("The rules as they are"), storedRules);
    m_rules->addItem(tr("Only: so many days after the recording"), trialRule);
    for (const RetentionPolicy &policy : std::as_const(m_policies))
        //: %1: the name of a policy
        m_rules->addItem(tr("Only “%1”").arg(policy.name), policy.id.value);
    const int at = m_rules->findData(before);
    m_rules->setCurrentIndex(std::max(at, 0));
    m_days->setVisible(m_rules->currentData().toLongLong() == trialRule);
}

void SimulatorPanel::showDays()
{
    //: After a number in a field
    m_days->setSuffix(tr(" day(s)", nullptr, m_days->value()));
}

void SimulatorPanel::later()
{
    m_delay.start();
}

ForecastRequest SimulatorPanel::request(qint64 atMs) const
{
    ForecastRequest request;
    request.server = m_server->server();
    request.atMs = atMs;
    request.asIfOn = m_asIfOn->isChecked();
    const qint64 rules = m_rules->currentData().toLongLong();
    if (rules == storedRules)
        return request;
    QList<RetentionPolicy> policies;
    for (const RetentionPolicy &policy : m_policies) {
        if (policy.id.value == rules) {
            policies += policy;
            policies.last().isEnabled = true;
        }
    }
    for (const ServerRetention &server : m_server->servers()) {
        if (rules != trialRule)
            break;
        RetentionPolicy trial;
        trial.name = tr("The trial");
        trial.scope.server = server.server;
        trial.rule = {.kind = RetentionRule::Kind::AfterRecording, .days = m_days->value(), .date = {}};
        policies += trial;
    }
    request.policies = policies;
    return request;
}

void SimulatorPanel::simulate()
{
    m_delay.stop();
    m_messages->clear();
    m_summary->setText(tr("Finding out what would go…"));
    RetentionDesk &desk = m_parts.workspace.retention();
    const quint64 generation = ++m_generation;
    whenDone(desk.simulate(m_parts.actor, request(endOf(m_date->date()))), this, [this, generation](const Result<RetentionForecast> &forecast) {
        if (generation == m_generation)
            onSimulated(forecast);
    });
    whenDone(desk.calendar(m_parts.actor, request(m_parts.clock.now().toMSecsSinceEpoch())), this,
             [this, generation](const Result<RetentionCalendar> &calendar) {
                 if (generation != m_generation)
                     return;
                 if (!calendar)
                     return showFailure(calendar.error());
                 m_calendar->setCalendar(*calendar);
                 m_plot->setCalendar(*calendar);
                 const qint64 left = m_plot->points().isEmpty() ? 0 : m_plot->points().last().bytes;
                 //: Three sizes
                 m_plotText->setText(tr("Of %1 on the servers %2 are left after a year: %3 are freed. New recordings are not counted.")
                                         .arg(sizeText(calendar->nowBytes), sizeText(left), sizeText(calendar->nowBytes - left)));
             });
}

void SimulatorPanel::onSimulated(const Result<RetentionForecast> &forecast)
{
    if (!forecast)
        return showFailure(forecast.error());
    m_forecast = *forecast;
    m_isRead = true;
    m_model->setTimeZone(forecast->timeZone.isEmpty() ? m_zone : forecast->timeZone);
    m_summary->setText(forecastText(*forecast));
    if (m_order->currentIndex() > 0)
        sort();
    else
        showRows();
}

void SimulatorPanel::sort()
{
    const auto order = static_cast<ForecastOrder>(m_order->currentData().toInt());
    whenDone(inOrder(m_forecast, order), this, [this, generation = m_generation, order](const Result<RetentionForecast> &sorted) {
        if (generation != m_generation || !sorted || order != static_cast<ForecastOrder>(m_order->currentData().toInt()))
            return;
        m_forecast = *sorted;
        showRows();
    });
}

void SimulatorPanel::showRows()
{
    const bool isEmpty = !m_forecast.items || m_forecast.items->empty();
    m_model->setPage([this, forecast = m_forecast](int from, int limit) {
        return m_parts.workspace.retention().forecastRows(m_parts.actor, forecast, from, limit);
    });
    m_save->setEnabled(!isEmpty);
    m_recording->setEnabled(false);
    if (m_policies.isEmpty())
        m_empty->setState(u"auto-deletion", tr("No policies yet"), tr("Without a policy nothing goes. Try days after the recording above, or make a policy."),
                          tr("Show &the rules"));
    else
        m_empty->setState(u"check", tr("Nothing would go by then"), tr("Choose a later day, or other rules."));
    m_stack->setCurrentIndex(isEmpty ? 2 : 1);
}

void SimulatorPanel::save()
{
    const FileQuestion question{.title = tr("Save the list"), .suggestedPath = tr("auto-deletion.csv"), .filter = tr("Tables (*.csv)")};
    m_parts.questions.chooseFileToSave(this, question, [this](const QString &file) {
        if (file.isEmpty())
            return;
        const auto count = static_cast<qint64>(m_forecast.items ? m_forecast.items->size() : 0);
        whenDone(m_parts.workspace.retention().exportForecast(m_parts.actor, m_forecast, file), this, [this, file, count](const Result<> &saved) {
            if (!saved)
                return showFailure(saved.error());
            m_messages->showMessage(MessageBar::Level::Success, tr("The list was saved."));
            m_parts.workspace.audit().noteExport(m_parts.actor, {.action = u"retention.exported"_s, .format = u"csv"_s, .file = QFileInfo(file).fileName(), .count = count});
        });
    });
}

void SimulatorPanel::goToRecording()
{
    if (const QModelIndexList rows = m_table->selectionModel()->selectedRows(); !rows.isEmpty())
        Q_EMIT recordingRequested(m_model->row(rows.first().row()).item.recording);
}

void SimulatorPanel::showFailure(const Error &error)
{
    if (!m_isRead)
        m_summary->clear();
    const ErrorText text = retentionErrorText(error);
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    m_messages->addAction(tr("Tr&y again"), [this] { reload(); });
}

} // namespace letopis
