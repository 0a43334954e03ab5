#pragma once

#include "core/domain/actor.h"
#include "ui/forms/connectionquestions.h"
#include "ui/forms/serverdraft.h"

#include <QObject>
#include <QWidget>

#include <stop_token>

class QCheckBox;
class QLabel;
class QPushButton;

namespace letopis {

class AddressFields;
class ConnectionResults;
class NetworkFields;
class Questions;
class SecretPlace;
class SshFields;
class Workspace;

// What the wizard collects.
struct NewServer
{
    ServerDraft draft;
    QList<TlsException> tlsExceptions;
    QByteArray acceptedHostKey; // for the next attempt only
    std::optional<ConnectionReport> report;
    ServerId saved;
    bool syncNow = true;
};

// One state of the connection wizard: a page that knows nothing of the others, and what must be true to go on.
class ConnectionStep : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    virtual QString nextText() const = 0;
    virtual bool canGoOn() const { return true; }
    virtual bool canGoBack() const { return true; }
    virtual void enter() {}
    // Ends with evaluated(true) to go on, now or later.
    virtual void evaluate() = 0;
    virtual void abandon() {} // the wizard goes back or closes

Q_SIGNALS:
    void evaluated(bool isGood);
    void changed(); // canGoOn(), canGoBack() or nextText() may differ
    void failed(const letopis::Error &error);
};

class AddressStep final : public ConnectionStep
{
    Q_OBJECT

public:
    AddressStep(NewServer &server, Questions &questions, QWidget *parent = nullptr);
    QString title() const override { return tr("The conference server"); }
    QString nextText() const override { return tr("&Next"); }
    void evaluate() override;

private:
    NewServer &m_server;
    AddressFields *m_fields;
    NetworkFields *m_network;
    QPushButton *m_advanced;
};

class SshStep final : public ConnectionStep
{
    Q_OBJECT

public:
    SshStep(NewServer &server, Questions &questions, QWidget *parent = nullptr);
    QString title() const override { return tr("The server's disk"); }
    QString nextText() const override { return tr("&Test the connection"); }
    void evaluate() override;

private:
    NewServer &m_server;
    SshFields *m_fields;
};

class TestStep final : public ConnectionStep
{
    Q_OBJECT

public:
    TestStep(NewServer &server, Workspace &workspace, Actor actor, Questions &questions, QWidget *parent = nullptr);
    ~TestStep() override;
    QString title() const override { return tr("Testing the connection"); }
    QString nextText() const override;
    bool canGoOn() const override;
    void enter() override;
    void evaluate() override;
    void abandon() override;

private:
    void test();
    void onReport(const Result<ConnectionReport> &report);
    void onTrusted(const TrustAnswer &answer);

    NewServer &m_server;
    Workspace &m_workspace;
    const Actor m_actor;
    ConnectionResults *m_results;
    QLabel *m_warning;
    QPushButton *m_again;
    QPushButton *m_question;
    QPushButton *m_recipe;
    std::stop_source m_stop;
    int m_attempt = 0;
    bool m_isTesting = false;
};

class SaveStep final : public ConnectionStep
{
    Q_OBJECT

public:
    SaveStep(NewServer &server, Workspace &workspace, Actor actor, QWidget *parent = nullptr);
    QString title() const override { return tr("Save"); }
    QString nextText() const override { return tr("&Connect"); }
    bool canGoOn() const override;
    bool canGoBack() const override { return !m_isSaving; }
    void enter() override;
    void evaluate() override;

private:
    void save();

    NewServer &m_server;
    Workspace &m_workspace;
    const Actor m_actor;
    QLabel *m_summary;
    SecretPlace *m_secrets;
    QCheckBox *m_syncNow;
    bool m_isSaving = false;
};

} // namespace letopis
