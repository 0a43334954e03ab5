#pragma once

#include "core/access/person.h"
#include "core/domain/server.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace letopis {

// By what ids the servers know a person: any number of them, each of one server.
class ExternalIdFields final : public QWidget
{
    Q_OBJECT

public:
    using Ids = QList<std::pair<ServerId, QString>>;

    explicit ExternalIdFields(const QList<ConferenceServer> &servers, QWidget *parent = nullptr);

    void setIds(const Ids &ids);
    Ids ids() const; // without empty ones
    void followOnTab(QWidget *field); // once both are in one window: Tab comes here after it

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QWidget *line;
        QComboBox *server;
        QLineEdit *id;
        QToolButton *remove;
    };

    void addRow(ServerId server, const QString &id);
    void removeRow(const QWidget *line);
    void orderRows();

    const QList<ConferenceServer> m_servers;
    QList<Row> m_rows;
    QVBoxLayout *m_lines;
    QPushButton *m_add;
    QWidget *m_before = nullptr;
};

} // namespace letopis
