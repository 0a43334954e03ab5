#pragma once

#include "core/domain/server.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace letopis {

// What is known of one server, with its certificate exceptions and a button on each to withdraw it.
class ServerDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerDetails(QWidget *parent = nullptr);

    void show(const ConferenceServer &server);

Q_SIGNALS:
    void revokeRequested(const QByteArray &sha256);

private:
    QLabel *addFact(const QString &label);
    void setFact(QLabel *fact, const QString &text);
    void showExceptions(const ConferenceServer &server);

    QFormLayout *m_form;
    QLabel *m_api;
    QLabel *m_ssh;
    QLabel *m_root;
    QLabel *m_interval;
    QLabel *m_lastSync;
    QWidget *m_exceptionsBox;
    QVBoxLayout *m_exceptions;
};

QString intervalText(int minutes);

} // namespace letopis
