#pragma once

#include <QLocalServer>
#include <QObject>

namespace letopis {

// One window per profile: a second start asks the first to come forward and ends. Main thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profileDirectory, QObject *parent = nullptr);

    // True for the first; false after the one that runs was told.
    bool claim();

Q_SIGNALS:
    void raiseRequested();

private:
    const QString m_name;
    QLocalServer m_server;
};

} // namespace letopis
