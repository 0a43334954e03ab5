#include "ui/forms/retention/conditionlines.h"

#include "ui/text/names.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

using Field = RetentionCondition::Field;
using Match = RetentionCondition::Match;

constexpr qint64 minute = 60'000;

bool isOfText(Field field)
{
    return field == Field::Title || field == Field::Meeting || field == Field::MeetingId || field == Field::MetadataKey || field == Field::Owner;
}

bool isOfNumber(Field field)
{
    return field == Field::ShorterThan || field == Field::FewerThan;
}

Field fieldOf(const QComboBox &box)
{
    return static_cast<Field>(box.currentData().toInt());
}

} // namespace

ConditionLines::ConditionLines(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout), m_add(new QPushButton(tr("&Add condition")))
{
    m_add->setObjectName(u"addPolicyCondition"_s);
    m_add->setAutoDefault(false); // Enter means the policy
    m_layout->setSpacing(8);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(m_layout);
    layout->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addLine({});
        m_lines.last().field->setFocus();
        Q_EMIT edited();
    });
}

void ConditionLines::setConditions(const QList<RetentionCondition> &conditions)
{
    const QSignalBlocker blocker(this);
    while (!m_lines.isEmpty())
        removeLine(m_lines.last().row);
    for (const RetentionCondition &condition : conditions)
        addLine(condition);
}

void ConditionLines::addLine(const RetentionCondition &condition)
{
    Line line{new QWidget, new QComboBox, new QLineEdit, new QComboBox, new QLineEdit, new QSpinBox, new QComboBox, new QToolButton};
    for (const Field field : {Field::Title, Field::Meeting, Field::MeetingId, Field::MetadataKey, Field::Owner, Field::ShorterThan, Field::FewerThan,
                              Field::NeverViewed, Field::State})
        line.field->addItem(conditionFieldText(field), int(field));
    for (const Match match : {Match::Is, Match::Contains, Match::BeginsWith})
        line.match->addItem(conditionMatchText(match), int(match));
    using State = PublicationState;
    for (const State state : {State::Published, State::Unpublished, State::Processed, State::Processing, State::Deleted})
        line.state->addItem(stateText(state), int(state));
    line.key->setMaxLength(int(RetentionPolicy::maxText));
    line.key->setPlaceholderText(tr("Key"));
    line.text->setMaxLength(int(RetentionPolicy::maxText));
    line.remove->setIcon(themedIcon(u"remove"));
    line.remove->setAutoRaise(true);
    line.remove->setFocusPolicy(Qt::TabFocus);
    line.remove->setToolTip(tr("Remove this condition"));
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(line.field);
    row->addWidget(line.key, 1);
    row->addWidget(line.match);
    row->addWidget(line.text, 2);
    row->addWidget(line.number);
    row->addWidget(line.state);
    row->addStretch(0);
    row->addWidget(line.remove);
    m_layout->addWidget(line.row);
    m_lines += line;
    orderLines();
    fill(line, condition);
    connect(line.field, &QComboBox::currentIndexChanged, this, [this, line] {
        showFields(line);
        Q_EMIT edited();
    });
    connect(line.match, &QComboBox::currentIndexChanged, this, &ConditionLines::edited);
    connect(line.state, &QComboBox::currentIndexChanged, this, &ConditionLines::edited);
    connect(line.number, &QSpinBox::valueChanged, this, &ConditionLines::edited);
    connect(line.key, &QLineEdit::textChanged, this, &ConditionLines::edited);
    connect(line.text, &QLineEdit::textChanged, this, &ConditionLines::edited);
    connect(line.remove, &QToolButton::clicked, this, [this, row = line.row] {
        removeLine(row);
        m_add->setFocus();
        Q_EMIT edited();
    });
    nameLines();
}

void ConditionLines::followOnTab(QWidget *field)
{
    m_before = field;
    orderLines();
}

void ConditionLines::orderLines()
{
    QWidget *before = m_before;
    const auto next = [&before](QWidget *widget) {
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    for (const Line &line : std::as_const(m_lines)) {
        for (QWidget *widget : std::initializer_list<QWidget *>{line.field, line.key, line.match, line.text, line.number, line.state, line.remove})
            next(widget);
    }
    next(m_add);
}

void ConditionLines::fill(const Line &line, const RetentionCondition &condition)
{
    line.field->setCurrentIndex(line.field->findData(int(condition.field)));
    line.match->setCurrentIndex(line.match->findData(int(condition.match)));
    line.state->setCurrentIndex(std::max(0, line.state->findData(int(condition.state))));
    line.key->setText(condition.key);
    line.text->setText(condition.text);
    showFields(line);
    const qint64 number = condition.field == Field::ShorterThan ? condition.number / minute : condition.number;
    line.number->setValue(number > 0 ? static_cast<int>(std::min<qint64>(number, line.number->maximum())) : 5);
}

void ConditionLines::showFields(const Line &line)
{
    const Field field = fieldOf(*line.field);
    line.key->setVisible(field == Field::MetadataKey);
    line.match->setVisible(isOfText(field));
    line.text->setVisible(isOfText(field));
    line.number->setVisible(isOfNumber(field));
    line.number->setRange(1, field == Field::ShorterThan ? 60'000 : 1'000'000);
    line.number->setSuffix(field == Field::ShorterThan ? u' ' + tr("min") : QString());
    line.state->setVisible(field == Field::State);
    static_cast<QHBoxLayout *>(line.row->layout())->setStretch(6, isOfText(field) ? 0 : 1);
}

void ConditionLines::removeLine(QWidget *row)
{
    m_lines.removeIf([row](const Line &line) { return line.row == row; });
    row->hide();
    row->deleteLater();
    nameLines();
}

void ConditionLines::nameLines()
{
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        const Line &line = m_lines.at(at);
        const QString number = QString::number(at + 1);
        const auto name = [&number](QWidget *widget, const QString &object, const QString &text) {
            widget->setObjectName(object + number);
            widget->setAccessibleName(text.arg(number));
        };
        name(line.field, u"conditionField"_s, tr("Condition %1: field"));
        name(line.key, u"conditionKey"_s, tr("Condition %1: metadata key"));
        name(line.match, u"conditionMatch"_s, tr("Condition %1: how"));
        name(line.text, u"conditionText"_s, tr("Condition %1: text"));
        name(line.number, u"conditionNumber"_s, tr("Condition %1: number"));
        name(line.state, u"conditionState"_s, tr("Condition %1: state"));
        name(line.remove, u"removePolicyCondition"_s, tr("Remove condition %1"));
    }
    m_add->setEnabled(m_lines.size() < RetentionPolicy::maxConditions);
}

QList<RetentionCondition> ConditionLines::conditions() const
{
    QList<RetentionCondition> conditions;
    for (const Line &line : m_lines) {
        RetentionCondition condition;
        condition.field = fieldOf(*line.field);
        if (isOfText(condition.field)) {
            condition.match = static_cast<Match>(line.match->currentData().toInt());
            condition.text = line.text->text().trimmed();
        }
        if (condition.field == Field::MetadataKey)
            condition.key = line.key->text().trimmed();
        if (isOfNumber(condition.field))
            condition.number = line.number->value() * (condition.field == Field::ShorterThan ? minute : 1);
        if (condition.field == Field::State)
            condition.state = static_cast<PublicationState>(line.state->currentData().toInt());
        conditions += condition;
    }
    return conditions;
}

} // namespace letopis
