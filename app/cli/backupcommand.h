#pragma once

#include "app/cli/commandline.h"
#include "core/backup/catalogbackups.h"

#include <QTimer>

namespace letopis {
struct RestoreReport;
}

namespace letopis::cli {

// What the backup commands share: a progress line, a passphrase from standard input, sentences of their own.
class BackupCommand : public Command
{
    Q_OBJECT

public:
    explicit BackupCommand(Session &session);
    // Backups are the administrators'. Without a workspace there is nobody else to ask for.
    void start() final;
    // Asks the work to stop; the command ends when it did.
    void interrupt() override;

protected:
    virtual void run() = 0;
    // False where it was asked for and is missing; the command has ended then.
    bool readPassphrase(bool isWanted);
    void showReport(const BackupReport &report);
    // `file` is what the command is about.
    void failWith(const Error &error, const QString &file);
    template <typename T, typename Handler>
    void onBackup(const QFuture<Result<T>> &future, const QString &file, Handler handler)
    {
        whenDone(future, this, [this, file, handler](const Result<T> &result) {
            m_sampling.stop();
            if (!result)
                return failWith(result.error(), file);
            if constexpr (std::is_void_v<T>)
                handler();
            else
                handler(*result);
        });
    }
    // The server of this name, by its uuid.
    void onServer(const QString &name, std::function<void(const QString &uuid)> handler);

    std::optional<SecretText> m_passphrase;
    const std::shared_ptr<ProgressCounters> m_progress = std::make_shared<ProgressCounters>();

private:
    QTimer m_sampling;
};

class BackupCreateCommand final : public BackupCommand
{
    Q_OBJECT

public:
    BackupCreateCommand(Session &session, BackupDestination destination, bool isEncrypted);
    void run() override;

private:
    void create(const BackupDestination &destination);

    BackupDestination m_destination; // a server by its name
    bool m_isEncrypted;
};

class BackupListCommand final : public BackupCommand
{
    Q_OBJECT

public:
    BackupListCommand(Session &session, BackupDestination destination);
    void run() override;

private:
    void show(const QList<BackupFile> &backups);

    BackupDestination m_destination;
};

class BackupFetchCommand final : public BackupCommand
{
    Q_OBJECT

public:
    BackupFetchCommand(Session &session, BackupName name, QString server, QString file);
    void run() override;

private:
    BackupName m_name;
    QString m_server;
    QString m_file;
};

// What of the plan is to change; the rest stays.
struct BackupPlanChange
{
    std::optional<BackupInterval> interval;
    std::optional<QString> folder;
    std::optional<QString> server; // by name; empty: none
    std::optional<bool> isEncrypted;
    std::optional<int> keep;

    bool isEmpty() const { return !interval && !folder && !server && !isEncrypted && !keep; }
};

class BackupScheduleCommand final : public BackupCommand
{
    Q_OBJECT

public:
    BackupScheduleCommand(Session &session, BackupPlanChange change);
    void run() override;

private:
    void store(const BackupPlan &plan);
    void show();

    BackupPlanChange m_change;
};

class BackupVerifyCommand final : public BackupCommand
{
    Q_OBJECT

public:
    BackupVerifyCommand(Session &session, QString file, bool isEncrypted);
    void run() override;

private:
    QString m_file;
    bool m_isEncrypted;
};

class BackupRestoreCommand final : public BackupCommand
{
    Q_OBJECT

public:
    BackupRestoreCommand(Session &session, QString file, bool isEncrypted, bool replaces);
    void run() override;

private:
    void show(const RestoreReport &report);

    QString m_file;
    bool m_isEncrypted;
    bool m_replaces;
};

} // namespace letopis::cli
