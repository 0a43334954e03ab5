#include "core/transport/knownhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace letopis {

namespace {

constexpr qint64 maxLineBytes = 64 * 1024;

// '*' and '?' as OpenSSH's match_pattern understands them; no other character is special.
bool matchesPattern(QByteArrayView name, QByteArrayView pattern)
{
    qsizetype n = 0;
    qsizetype p = 0;
    qsizetype starAt = -1;
    qsizetype resumeAt = 0;
    while (n < name.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n]) && pattern[p] != '*') {
            ++n;
            ++p;
        } else if (p < pattern.size() && pattern[p] == '*') {
            starAt = p++;
            resumeAt = n;
        } else if (starAt >= 0) {
            p = starAt + 1;
            n = ++resumeAt;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

// |1|base64 salt|base64 HMAC-SHA1 of the name
bool matchesHash(const QByteArray &name, const QByteArray &field)
{
    const QList<QByteArray> parts = field.split('|');
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    const QByteArray hash = QByteArray::fromBase64(parts[3]);
    return hash.size() == 20 &&
           QMessageAuthenticationCode::hash(name, QByteArray::fromBase64(parts[2]), QCryptographicHash::Sha1) == hash;
}

bool matchesHosts(const QByteArray &name, const QByteArray &field)
{
    if (field.startsWith('|'))
        return matchesHash(name, field);
    bool isMatch = false;
    for (const QByteArray &part : field.toLower().split(',')) {
        if (part.startsWith('!')) {
            if (matchesPattern(name, QByteArrayView(part).sliced(1)))
                return false;
        } else if (matchesPattern(name, part)) {
            isMatch = true;
        }
    }
    return isMatch;
}

QByteArray entryName(const QString &host, int port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

struct Entry
{
    QByteArray marker;
    QByteArray hosts;
    QByteArray type;
    QByteArray blob;
};

std::optional<Entry> parseLine(const QByteArray &line)
{
    QList<QByteArray> words = line.simplified().split(' ');
    Entry entry;
    if (words[0].startsWith('@'))
        entry.marker = words.takeFirst();
    if (words.size() < 3 || words[0].startsWith('#'))
        return {};
    entry.hosts = words[0];
    entry.type = words[1];
    entry.blob = QByteArray::fromBase64(words[2]);
    return entry;
}

class Search
{
public:
    Search(QByteArray name, QByteArray blob)
        : m_name(std::move(name))
        , m_blob(std::move(blob))
        , m_type(hostKeyType(m_blob))
    {
    }

    void look(const Entry &entry, const QString &file, int line)
    {
        if (!matchesHosts(m_name, entry.hosts))
            return;
        const bool isSame = entry.blob == m_blob;
        if (entry.marker == "@revoked") {
            if (isSame)
                decide(HostKeyState::Revoked, file, line);
        } else if (entry.marker.isEmpty()) {
            const bool isSameType = hostKeyType(entry.blob) == m_type;
            decide(isSame       ? HostKeyState::Known
                   : isSameType ? HostKeyState::Changed
                                : HostKeyState::OtherType,
                   file, line);
        }
    }

    const HostKeyVerdict &verdict() const { return m_verdict; }

private:
    // A host may have several keys: one that is the same outweighs one that differs; revocation outweighs all.
    static int weight(HostKeyState state)
    {
        switch (state) {
        case HostKeyState::Unknown:
            return 0;
        case HostKeyState::OtherType:
            return 1;
        case HostKeyState::Changed:
            return 2;
        case HostKeyState::Known:
            return 3;
        case HostKeyState::Revoked:
            return 4;
        }
        return 0;
    }

    void decide(HostKeyState state, const QString &file, int line)
    {
        if (weight(state) > weight(m_verdict.state))
            m_verdict = {state, file, line};
    }

    QByteArray m_name;
    QByteArray m_blob;
    QByteArray m_type;
    HostKeyVerdict m_verdict;
};

Result<HostKeyVerdict> search(const QStringList &files, const QByteArray &name, const QByteArray &blob)
{
    Search search(name, blob);
    for (const QString &fileName : files) {
        QFile file(fileName);
        if (fileName.isEmpty() || !file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::PermissionDenied,
                         QStringLiteral("known_hosts cannot be read: ") + file.errorString(),
                         fileName,
                         {}};
        for (int line = 1; !file.atEnd(); ++line) {
            if (const auto entry = parseLine(file.readLine(maxLineBytes)))
                search.look(*entry, fileName, line);
        }
    }
    return search.verdict();
}

Error cannotRecord(const QFile &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {isFull ? ErrorKind::DiskFull : ErrorKind::PermissionDenied,
            QStringLiteral("the host key cannot be recorded: ") + file.errorString(),
            file.fileName(),
            {}};
}

} // namespace

QByteArray hostKeyType(const QByteArray &keyBlob)
{
    if (keyBlob.size() < 4)
        return {};
    const quint32 length = qFromBigEndian<quint32>(keyBlob.constData());
    return length <= 64 && qsizetype(length) <= keyBlob.size() - 4 ? keyBlob.mid(4, qsizetype(length)) : QByteArray();
}

Result<HostKeyVerdict> checkKnownHosts(const QStringList &files, const QString &host, int port,
                                       const QByteArray &keyBlob)
{
    Result<HostKeyVerdict> verdict = search(files, entryName(host, port), keyBlob);
    if (!verdict || verdict->state != HostKeyState::Unknown || port == 22)
        return verdict;
    // Like OpenSSH: the host's own key counts on every port, but another key on another port proves nothing.
    const Result<HostKeyVerdict> plain = search(files, entryName(host, 22), keyBlob);
    if (!plain || plain->state == HostKeyState::Known || plain->state == HostKeyState::Revoked)
        return plain;
    return verdict;
}

Result<> recordKnownHost(const QString &file, const QString &host, int port, const QByteArray &keyBlob)
{
    // Characters that mean something else in a line, or begin another one.
    static constexpr QByteArrayView special(" \t\r\n,*?!|@#");
    const QByteArray name = host.toUtf8();
    if (name.isEmpty() || name.contains('\0') ||
        std::any_of(name.begin(), name.end(), [](char c) { return special.contains(c); }))
        return Error{ErrorKind::InvalidInput, QStringLiteral("not a host name"), host, {}};
    const QString directory = QFileInfo(file).absolutePath();
    if (!QFileInfo::exists(directory) && QDir().mkpath(directory))
        QFile::setPermissions(directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QFile out(file);
    if (!out.open(QIODevice::ReadWrite | QIODevice::Append, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannotRecord(out);
    QByteArray line = entryName(host, port) + ' ' + hostKeyType(keyBlob) + ' ' + keyBlob.toBase64() + '\n';
    char last = '\n';
    if (out.size() > 0 && out.seek(out.size() - 1) && out.getChar(&last) && last != '\n')
        line.prepend('\n');
    if (out.write(line) != line.size() || !out.flush())
        return cannotRecord(out);
    return {};
}

} // namespace letopis
