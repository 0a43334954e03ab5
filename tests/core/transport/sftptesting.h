#pragma once

#include "core/domain/ports/filetransport.h"
#include "tests/core/transport/testfiles.h"
#include "tests/support/testsshd.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace letopis::test {

// The same for the same size.
inline QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(quint32(size) + 1);
    for (char &byte : bytes)
        byte = char(generator.generate());
    return bytes;
}

inline QByteArray sha256Of(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

inline bool isRoot()
{
#ifdef Q_OS_UNIX
    return ::geteuid() == 0;
#else
    return false;
#endif
}

inline QByteArray kindOf(const auto &result)
{
    return result ? QByteArray("done") : errorKindName(result.error().kind).toLatin1();
}

// The server as it is seen through a proxy's port, known by the same host keys.
inline SshEndpoint seenThrough(const TestSshd &sshd, int port)
{
    SshEndpoint endpoint = sshd.endpoint();
    endpoint.port = port;
    endpoint.knownHostsFile += QStringLiteral("_%1").arg(port);
    write(endpoint.knownHostsFile,
          sshd.knownHostsLines().replace(QByteArray::number(sshd.port()), QByteArray::number(port)));
    return endpoint;
}

// A small file system of its own, for disks that are full. Root only.
class SmallDisk
{
public:
    SmallDisk(const QString &directory, const QString &size)
        : m_directory(directory)
        , m_isMounted(isRoot() && mount(QStringLiteral("size=") + size))
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_directory});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    bool grow(const QString &size) { return mount(QStringLiteral("remount,size=") + size); }

private:
    bool mount(const QString &options)
    {
        return QProcess::execute(QStringLiteral("mount"),
                                 {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options,
                                  QStringLiteral("tmpfs"), m_directory}) == 0;
    }

    QString m_directory;
    bool m_isMounted;
};

} // namespace letopis::test
