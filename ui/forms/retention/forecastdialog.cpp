#include "ui/forms/retention/forecastdialog.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/workspace.h"
#include "ui/forms/retention/forecastlistmodel.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ForecastDialog::ForecastDialog(const AccessParts &parts, RetentionChange change, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_change(std::move(change))
    , m_model(new ForecastListModel(parts.clock, this))
    , m_messages(new MessageBar)
    , m_summary(makeTextLabel(u"forecastSummary"_s))
    , m_table(new PlainTable)
    , m_order(new QComboBox)
    , m_save(new QPushButton(tr("Save the &list…")))
    , m_number(new QLineEdit)
    , m_problem(new ProblemLabel)
{
    setObjectName(u"forecastDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(m_change.title);
    layOut();
    connect(m_model, &ForecastListModel::failed, this, [this](const Error &error) { m_messages->showError(error); });
    connect(m_model, &ForecastListModel::pageRead, this,
            [this] { m_table->setColumnHidden(ForecastListModel::Former, !m_model->hasFormer()); });
    connect(m_order, &QComboBox::currentIndexChanged, this, &ForecastDialog::sort);
    connect(m_save, &QPushButton::clicked, this, &ForecastDialog::save);
    connect(m_number, &QLineEdit::textChanged, this, &ForecastDialog::update);
    m_list->setVisible(bool(m_change.preview));
    if (m_change.preview)
        resize(940, 560);
    else
        setMinimumWidth(480);
    update();
}

void ForecastDialog::layOut()
{
    auto *text = makeTextLabel(u"forecastChange"_s);
    text->setText(m_change.text);
    QFont bold = m_summary->font();
    bold.setBold(true);
    m_summary->setFont(bold);
    m_summary->setText(tr("Finding out what would go…"));
    m_problem->setObjectName(u"numberProblem"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(m_change.accept, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptForecast"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_summary);
    layout->addWidget(m_messages);
    layout->addWidget(m_list = buildList(), 1);
    layout->addWidget(m_numberRow = buildNumber());
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ForecastDialog::store);
}

QWidget *ForecastDialog::buildList()
{
    m_table->setObjectName(u"forecastTable"_s);
    m_table->setAccessibleName(tr("What would go"));
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ForecastListModel::Title, QHeaderView::Stretch);
    m_order->setObjectName(u"forecastOrder"_s);
    m_order->addItem(tr("The soonest first"), int(ForecastOrder::Due));
    m_order->addItem(tr("The largest first"), int(ForecastOrder::Size));
    m_order->addItem(tr("The last viewed first"), int(ForecastOrder::LastView));
    auto *label = new QLabel(tr("&Order:"));
    label->setBuddy(m_order);
    m_order->setAccessibleName(tr("Order"));
    m_save->setObjectName(u"saveForecast"_s);
    m_save->setAutoDefault(false);
    auto *tools = new QHBoxLayout;
    tools->addWidget(label);
    tools->addWidget(m_order);
    tools->addStretch(1);
    tools->addWidget(m_save);
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(tools);
    layout->addWidget(m_table, 1);
    return list;
}

QWidget *ForecastDialog::buildNumber()
{
    m_ask = new QLabel;
    m_ask->setObjectName(u"askedNumber"_s);
    m_ask->setTextFormat(Qt::PlainText);
    m_ask->setBuddy(m_number);
    m_number->setObjectName(u"typedNumber"_s);
    m_number->setMaxLength(20);
    m_number->setFixedWidth(140);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_ask);
    layout->addWidget(m_number);
    layout->addStretch(1);
    return row;
}

void ForecastDialog::setForecast(const RetentionForecast &forecast)
{
    m_forecast = forecast;
    m_expected = forecast.count;
    m_summary->setText(forecastText(forecast));
    if (m_order->currentIndex() > 0)
        sort();
    else
        showRows();
    update();
    if (*m_expected > 0)
        m_number->setFocus();
}

void ForecastDialog::setExpected(qint64 count)
{
    m_expected = count;
    m_summary->setText(tr("%1 recording(s) would go earlier than now, or at all.", nullptr, static_cast<int>(std::min<qint64>(count, 1'000'000'000)))
                           .arg(numberText(count)));
    update();
    m_number->setFocus();
}

void ForecastDialog::sort()
{
    const auto order = static_cast<ForecastOrder>(m_order->currentData().toInt());
    whenDone(inOrder(m_forecast, order), this, [this, generation = ++m_generation](const Result<RetentionForecast> &sorted) {
        if (generation != m_generation || !sorted)
            return;
        m_forecast = *sorted;
        showRows();
    });
}

void ForecastDialog::showRows()
{
    const auto count = static_cast<qsizetype>(m_forecast.items ? m_forecast.items->size() : 0);
    m_model->setRows(m_forecast.timeZone, count, [this, forecast = m_forecast](qsizetype from, int limit) {
        return m_parts.workspace.retention().forecastRows(m_parts.actor, forecast, from, limit);
    });
    m_save->setEnabled(count > 0);
}

void ForecastDialog::save()
{
    const FileQuestion question{.title = tr("Save the list"), .suggestedPath = tr("auto-deletion.csv"), .filter = tr("Tables (*.csv)")};
    m_parts.questions.chooseFileToSave(this, question, [this](const QString &file) {
        if (file.isEmpty())
            return;
        whenDone(m_parts.workspace.retention().exportForecast(m_parts.actor, m_forecast, file), this, [this](const Result<> &saved) {
            if (saved)
                m_messages->showMessage(MessageBar::Level::Success, tr("The list was saved."));
            else
                m_messages->showError(saved.error());
        });
    });
}

// Digits, however they are grouped.
std::optional<qint64> ForecastDialog::typed() const
{
    QString digits;
    for (const QChar c : m_number->text()) {
        if (c.isDigit())
            digits += c;
        else if (!c.isSpace() && c != u',' && c != u'.')
            return {};
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void ForecastDialog::update()
{
    const bool asks = m_expected.value_or(0) > 0;
    m_numberRow->setVisible(asks);
    const QString number = m_expected ? numberText(*m_expected) : QString();
    m_ask->setText(tr("Type the number of recordings, %1, to &confirm:").arg(number));
    m_number->setAccessibleName(tr("Type the number of recordings, %1, to confirm").arg(number));
    const bool isRight = m_expected && (!asks || typed() == m_expected);
    const bool isWrong = asks && !isRight && m_number->text().size() >= QString::number(*m_expected).size();
    m_problem->setProblem(isWrong ? tr("That is another number.") : QString());
    m_number->setReadOnly(m_isStoring);
    m_accept->setEnabled(isRight && !m_isStoring);
}

void ForecastDialog::store()
{
    if (m_isStoring || !m_accept->isEnabled())
        return;
    m_isStoring = true;
    m_messages->clear();
    update();
    const bool asks = m_expected.value_or(0) > 0;
    whenDone(m_change.store(asks ? m_expected : std::nullopt), this, [this](const Result<> &result) { onStored(result); });
}

void ForecastDialog::onStored(const Result<> &result)
{
    m_isStoring = false;
    update();
    if (result) {
        Q_EMIT stored();
        return accept();
    }
    const auto *other = std::any_cast<ConfirmationEvidence>(&result.error().evidence);
    const ErrorText text = retentionErrorText(result.error());
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    if (!other)
        return;
    m_number->clear();
    m_messages->showMessage(MessageBar::Level::Warning, tr("What would go changed meanwhile."), tr("Look at it again, then type the new number."));
    if (m_change.preview)
        readAgain();
    else
        setExpected(other->expected);
}

void ForecastDialog::readAgain()
{
    m_expected.reset();
    update();
    whenDone(m_change.preview(), this, [this](const Result<RetentionForecast> &forecast) {
        if (forecast)
            return setForecast(*forecast);
        const ErrorText text = retentionErrorText(forecast.error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        m_messages->addAction(tr("T&ry again"), [this] { readAgain(); });
    });
}

namespace {

using Done = std::function<void(const Result<> &)>;

ForecastDialog *openForecast(const AccessParts &parts, QWidget *parent, const RetentionChange &change, const Done &done)
{
    auto *dialog = new ForecastDialog(parts, change, parent);
    QObject::connect(dialog, &QDialog::finished, parent, [done](int result) {
        done(result == QDialog::Accepted ? Result<>() : Result<>(Error{ErrorKind::Cancelled, {}, {}, {}}));
    });
    dialog->open();
    return dialog;
}

void storeUnasked(const AccessParts &parts, QWidget *parent, const RetentionChange &change, const Done &done)
{
    whenDone(change.store({}), parent, [=](const Result<> &stored) {
        const auto *asked = stored ? nullptr : std::any_cast<ConfirmationEvidence>(&stored.error().evidence);
        if (!asked)
            return done(stored);
        if (change.preview) // it changed in between
            return confirmAndStore(parts, parent, change, done);
        openForecast(parts, parent, change, done)->setExpected(asked->expected);
    });
}

} // namespace

void confirmAndStore(const AccessParts &parts, QWidget *parent, const RetentionChange &change, const Done &done)
{
    if (!change.preview)
        return storeUnasked(parts, parent, change, done);
    whenDone(change.preview(), parent, [=](const Result<RetentionForecast> &forecast) {
        if (!forecast)
            return done(forecast.error());
        if (forecast->count == 0 && !change.isAlwaysShown)
            return storeUnasked(parts, parent, change, done);
        openForecast(parts, parent, change, done)->setForecast(*forecast);
    });
}

} // namespace letopis
