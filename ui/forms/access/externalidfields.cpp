#include "ui/forms/access/externalidfields.h"

#include "ui/widgets/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestId = 300;

} // namespace

ExternalIdFields::ExternalIdFields(const QList<ConferenceServer> &servers, QWidget *parent)
    : QWidget(parent)
    , m_servers(servers)
    , m_lines(new QVBoxLayout)
    , m_add(new QPushButton(themedIcon(u"add"), tr("Add an &ID")))
{
    m_add->setObjectName(u"addExternalId"_s);
    m_add->setAutoDefault(false);
    m_add->setEnabled(!m_servers.isEmpty());
    m_add->setToolTip(m_servers.isEmpty() ? tr("There is no server yet whose IDs could be given.")
                                          : tr("The user's ID at Moodle, Greenlight or another front end of a server"));
    m_lines->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(m_lines);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow(m_servers.first().id, {});
        m_rows.last().id->setFocus();
        Q_EMIT edited();
    });
}

void ExternalIdFields::setIds(const Ids &ids)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.last().line);
    for (const auto &[server, id] : ids)
        addRow(server, id);
}

ExternalIdFields::Ids ExternalIdFields::ids() const
{
    Ids found;
    for (const Row &row : m_rows) {
        if (!row.id->text().trimmed().isEmpty())
            found += {ServerId{row.server->currentData().toLongLong()}, row.id->text().trimmed()};
    }
    return found;
}

void ExternalIdFields::addRow(ServerId server, const QString &id)
{
    Row row{new QWidget, new QComboBox, new QLineEdit(id), new QToolButton};
    row.server->setObjectName(u"externalIdServer"_s);
    row.server->setAccessibleName(tr("Server of the ID"));
    for (const ConferenceServer &one : m_servers)
        row.server->addItem(one.name, one.id.value);
    if (row.server->findData(server.value) < 0) // of a server that is gone
        row.server->addItem(tr("A removed server"), server.value);
    row.server->setCurrentIndex(row.server->findData(server.value));
    row.server->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.server->setMinimumContentsLength(14);
    row.id->setObjectName(u"externalId"_s);
    row.id->setAccessibleName(tr("ID at the server"));
    row.id->setMaxLength(longestId);
    QToolButton *remove = row.remove;
    remove->setObjectName(u"removeExternalId"_s);
    remove->setIcon(themedIcon(u"remove"));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setToolTip(tr("Remove this ID"));
    remove->setAccessibleName(tr("Remove this ID"));
    auto *layout = new QHBoxLayout(row.line);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(row.server, 2);
    layout->addWidget(row.id, 3);
    layout->addWidget(remove);
    m_lines->addWidget(row.line);
    m_rows += row;
    connect(row.server, &QComboBox::currentIndexChanged, this, &ExternalIdFields::edited);
    connect(row.id, &QLineEdit::textChanged, this, &ExternalIdFields::edited);
    connect(remove, &QToolButton::clicked, this, [this, line = row.line] {
        removeRow(line);
        m_add->setFocus();
        Q_EMIT edited();
    });
    orderRows();
}

void ExternalIdFields::followOnTab(QWidget *field)
{
    m_before = field;
    orderRows();
}

void ExternalIdFields::orderRows()
{
    QWidget *last = m_before;
    if (!last)
        return;
    for (const Row &row : std::as_const(m_rows)) {
        for (QWidget *widget : {static_cast<QWidget *>(row.server), static_cast<QWidget *>(row.id), static_cast<QWidget *>(row.remove)}) {
            setTabOrder(last, widget);
            last = widget;
        }
    }
    setTabOrder(last, m_add);
}

void ExternalIdFields::removeRow(const QWidget *line)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).line != line)
            continue;
        QWidget *gone = m_rows.takeAt(i).line;
        m_lines->removeWidget(gone);
        gone->hide();
        gone->deleteLater(); // it may be its own button that asked
        return;
    }
}

} // namespace letopis
