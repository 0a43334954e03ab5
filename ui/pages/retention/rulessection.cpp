#include "ui/pages/retention/rulessection.h"

#include "ui/text/retentiontext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostRows = 8; // more of them scroll
}

RulesSection::RulesSection(const AccessParts &parts, MessageBar &messages, const QString &title, QWidget *parent)
    : QGroupBox(title, parent)
    , m_parts(parts)
    , m_messages(messages)
    , m_column(new QVBoxLayout(this))
    , m_commands(new QHBoxLayout)
    , m_table(new PlainTable)
    , m_model(new QStandardItemModel(this))
    , m_empty(makeTextLabel(u"sectionEmpty"_s))
    , m_note(makeTextLabel(u"sectionNote"_s))
{
    m_column->setSpacing(8);
    m_column->addWidget(m_empty);
    m_column->addWidget(m_table);
    m_column->addWidget(m_note);
    m_column->addLayout(m_commands);
    m_empty->setText(tr("Reading…"));
    m_note->hide();
    m_table->hide();
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { updateButtons(); });
}

void RulesSection::makeTable(const QString &name, const QStringList &headers, const QList<int> &shares, const QList<int> &numbers)
{
    m_table->setObjectName(name);
    m_table->setAccessibleName(title());
    m_numbers = numbers;
    m_shares = shares;
    m_model->setHorizontalHeaderLabels(headers);
    for (int column = 0; column < headers.size(); ++column) {
        const Qt::Alignment side = numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft;
        m_model->horizontalHeaderItem(column)->setTextAlignment(side | Qt::AlignVCenter);
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int column = 0; column < shares.size(); ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is cut is in the tool tip
    m_table->viewport()->installEventFilter(this);
}

bool RulesSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        share();
    return QGroupBox::eventFilter(watched, event);
}

void RulesSection::share()
{
    QHeaderView *header = m_table->horizontalHeader();
    int left = m_table->viewport()->width();
    int sum = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (column < m_shares.size())
            sum += m_shares.at(column);
        else
            left -= header->sectionSize(column);
    }
    for (int column = 0; column < m_shares.size(); ++column)
        header->resizeSection(column, std::max(60, left * m_shares.at(column) / sum));
}

QPushButton *RulesSection::addButton(const QString &name, const QString &text, std::function<void()> run)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(true);
    button->setEnabled(false);
    m_commands->addWidget(button);
    connect(button, &QPushButton::clicked, this, std::move(run));
    return button;
}

void RulesSection::addStretch()
{
    m_commands->addStretch(1);
}

void RulesSection::setRows(const QList<QStringList> &rows, const QStringList &keys, const QString &empty)
{
    m_isRead = true;
    const int before = current();
    const auto kept = keys.indexOf(m_keys.value(before));
    m_keys = keys;
    m_model->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            QStandardItem *item = m_model->item(row, column);
            if (!item) {
                item = new QStandardItem;
                item->setEditable(false);
                if (m_numbers.contains(column))
                    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                m_model->setItem(row, column, item);
            }
            const QString text = rows.at(row).value(column);
            item->setText(text.simplified());
            item->setToolTip(plainToolTip(text));
        }
    }
    m_empty->setText(empty);
    m_empty->setVisible(rows.isEmpty());
    m_table->setVisible(!rows.isEmpty());
    if (!rows.isEmpty())
        selectRow(kept >= 0 ? static_cast<int>(kept) : qBound(0, before, static_cast<int>(rows.size()) - 1));
    fit();
    updateButtons();
}

void RulesSection::fit()
{
    const int rows = qBound(1, m_model->rowCount(), mostRows);
    share();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * plainRowHeight(*m_table) + 2 * m_table->frameWidth());
}

void RulesSection::selectRow(int row)
{
    m_table->setCurrentIndex(m_model->index(row, 0));
}

int RulesSection::current() const
{
    return m_table->currentIndex().row();
}

void RulesSection::setForbidden(const QString &reason)
{
    m_reason = reason;
    updateButtons();
}

void RulesSection::enable(QPushButton *button, bool isPossible, const QString &tip)
{
    button->setEnabled(isPossible && m_isRead && m_reason.isEmpty());
    button->setToolTip(plainToolTip(m_reason.isEmpty() ? tip : m_reason));
}

void RulesSection::tell(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    const ErrorText text = retentionErrorText(error);
    m_messages.showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

void RulesSection::tellReading(const Error &error)
{
    tell(error);
    m_messages.addAction(tr("Try a&gain"), [this] {
        m_messages.clear();
        read();
    });
}

void RulesSection::say(const QString &text)
{
    m_messages.showMessage(MessageBar::Level::Success, text);
}

void RulesSection::say(const QString &text, std::function<void()> undo)
{
    say(text);
    m_messages.addAction(tr("&Undo"), std::move(undo));
}

} // namespace letopis
