#pragma once

#include "core/access/person.h"
#include "core/domain/server.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
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

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QWidget *line;
        QComboBox *server;
        QLineEdit *id;
    };

    void addRow(ServerId server, const QString &id);
    void removeRow(const QWidget *line);

    const QList<ConferenceServer> m_servers;
    QList<Row> m_rows;
    QVBoxLayout *m_lines;
    QPushButton *m_add;
};

} // namespace letopis
