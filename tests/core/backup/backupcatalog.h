#pragma once

#include "core/backup/catalogbackup.h"
#include "core/backup/catalogrestore.h"
#include "core/storage/contentstore.h"
#include "tests/core/storage/testcatalog.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace letopis::testing {

constexpr KeyCost quickKey{1, 8 << 20};

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool putContent(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// A profile of its own: catalog, store and settings, as the programs have them.
class BackupProfile
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CatalogFiles files() const { return {path(u"catalog.sqlite"_s), path(u"store"_s), path(u"settings.ini"_s), path(u"materials"_s)}; }

    // Servers, recordings, a journal and stored files.
    void fill(qint64 recordings = 60, int storedFiles = 12)
    {
        open();
        ServerRepository servers(*database, clock);
        server = waitFor(servers.add(administrator(), serverNamed(u"Первый"_s))).value();
        more(recordings);
        const ContentStore store(files().store);
        for (int number = 0; number < storedFiles; ++number) {
            QByteArray bytes;
            for (int line = 0; line <= number * 400; ++line)
                bytes += QCryptographicHash::hash(QByteArray::number(number * 1000 + line), QCryptographicHash::Sha1);
            if (!store.put(bytes))
                qFatal("cannot fill the store");
        }
        if (!putContent(files().settings, "[interface]\nlanguage=ru\n"))
            qFatal("cannot write settings");
    }

    // More recordings in further syncs.
    void more(qint64 recordings)
    {
        std::vector<std::vector<RecordingSnapshot>> pages;
        pages.push_back(snapshots(0, m_recordings += recordings));
        if (!syncPages(*database, clock, server, std::move(pages), completeListing(m_recordings)))
            qFatal("cannot fill the catalog");
    }

    void open()
    {
        auto opened = Database::open(files().catalog);
        if (!opened)
            qFatal("cannot open the catalog");
        database = std::move(opened).value();
    }
    void close() { database.reset(); }

    BackupRequest request(const QString &file, const std::optional<SecretText> &passphrase = {}) const
    {
        return {.files = files(),
                .backupFile = file,
                .passphrase = passphrase,
                .application = u"letopis test"_s,
                .now = clock.now(),
                .keyCost = quickKey};
    }

private:
    QTemporaryDir m_folder;
    qint64 m_recordings = 0;

public:
    HandClock clock;
    std::unique_ptr<Database> database;
    ServerId server;
};

inline QByteArray textOf(const QSqlRecord &record)
{
    QByteArray row;
    for (int column = 0; column < record.count(); ++column) {
        const QVariant value = record.value(column);
        row += value.isNull() ? QByteArray("NULL") : QByteArray(value.typeName()) + ' ' + value.toByteArray().toHex();
        row += '|';
    }
    return row;
}

// Every row of every table of a database nobody has open, and the schema itself.
inline QMap<QString, QByteArrayList> rowsOf(const QString &path)
{
    QMap<QString, QByteArrayList> tables;
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        if (!database.open())
            return tables;
        QStringList names{u"sqlite_master"_s};
        QSqlQuery list(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s, database);
        while (list.next())
            names += list.value(0).toString();
        for (const QString &table : std::as_const(names)) {
            // Where a table's pages lie is not part of what it says.
            const QString columns = table == "sqlite_master"_L1 ? u"type, name, tbl_name, sql"_s : u"*"_s;
            QSqlQuery rows(u"SELECT %1 FROM \"%2\""_s.arg(columns, table), database);
            QByteArrayList &found = tables[table];
            while (rows.next())
                found += textOf(rows.record());
            std::sort(found.begin(), found.end());
        }
    }
    QSqlDatabase::removeDatabase(name);
    return tables;
}

// Every file below a folder.
inline QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        files[QDir(folder).relativeFilePath(path)] = contentOf(path);
    }
    return files;
}

} // namespace letopis::testing
