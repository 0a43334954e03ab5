#include "core/transport/sftpsession.h"

#include "core/base/logging.h"

#include <QtEndian>

#include <fcntl.h>
#include <libssh/sftp.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

constexpr int maxNameBytes = 4096;
constexpr int maxDropped = 10'000;
constexpr qint64 maxListingBytes = 128LL << 20;
// A symbolic link costs a round trip to see through.
constexpr int maxLinksFollowed = 10'000;

// OpenSSH takes packets of 256 KiB; every server must take 34,000 bytes (draft-ietf-secsh-filexfer-02, 3).
constexpr quint32 opensshRequestSize = 261'120;
constexpr quint32 plainRequestSize = 32 * 1024;

// Within less than this, a full receive window is most of what a line can carry.
constexpr std::chrono::milliseconds longRoundTrip{8};

// What people attach to a recording is not for every account on the server.
constexpr mode_t newFileMode = 0640;
constexpr mode_t newDirectoryMode = 0750;

struct AttributesDeleter
{
    void operator()(sftp_attributes attributes) const { sftp_attributes_free(attributes); }
};
using Attributes = std::unique_ptr<sftp_attributes_struct, AttributesDeleter>;

struct DirectoryCloser
{
    void operator()(sftp_dir directory) const { sftp_closedir(directory); }
};
using Directory = std::unique_ptr<sftp_dir_struct, DirectoryCloser>;

bool hasUsableSize(const sftp_attributes_struct &attributes)
{
    return attributes.flags & SSH_FILEXFER_ATTR_SIZE && attributes.size <= quint64(std::numeric_limits<qint64>::max());
}

RemoteFile remoteFile(const QString &name, const sftp_attributes_struct &attributes)
{
    RemoteFile file;
    file.name = name;
    file.isDirectory = attributes.type == SSH_FILEXFER_TYPE_DIRECTORY;
    file.isRegularFile = attributes.type == SSH_FILEXFER_TYPE_REGULAR;
    file.isLink = attributes.type == SSH_FILEXFER_TYPE_SYMLINK;
    if (hasUsableSize(attributes))
        file.sizeBytes = qint64(attributes.size);
    if (attributes.flags & SSH_FILEXFER_ATTR_ACMODTIME)
        file.modifiedAt = QDateTime::fromSecsSinceEpoch(attributes.mtime, Qt::UTC);
    return file;
}

// A name that can be shown, compared and asked for again; nothing for what has no business in a directory.
std::optional<QString> plainName(const char *bytes)
{
    const QByteArray raw(bytes);
    if (raw.isEmpty() || raw == "." || raw == ".." || raw.contains('/') || raw.size() > maxNameBytes)
        return {};
    const QString name = QString::fromUtf8(raw);
    if (name.toUtf8() != raw)
        return {};
    return name;
}

void appendString(QByteArray &packet, const QByteArray &text)
{
    const quint32 length = qToBigEndian(quint32(text.size()));
    packet.append(reinterpret_cast<const char *>(&length), sizeof length).append(text);
}

void appendNumber(QByteArray &packet, quint32 number)
{
    const quint32 bytes = qToBigEndian(number);
    packet.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
}

bool readExactly(ssh_channel channel, char *to, quint32 count)
{
    while (count > 0) {
        const int got = ssh_channel_read(channel, to, count, 0);
        if (got < 0 || (got == 0 && ssh_channel_is_eof(channel)))
            return false;
        to += got;
        count -= quint32(got);
    }
    return true;
}

} // namespace

Error sftpStatusError(int code, const QString &detail, const QString &path)
{
    switch (code) {
    case SSH_FX_NO_SUCH_FILE:
    case SSH_FX_NO_SUCH_PATH:
        return {ErrorKind::NotFound, detail, path, {}};
    case SSH_FX_PERMISSION_DENIED:
    case SSH_FX_WRITE_PROTECT:
        return {ErrorKind::PermissionDenied, detail, path, {}};
    case SSH_FX_FILE_ALREADY_EXISTS:
        return {ErrorKind::AlreadyExists, detail, path, {}};
    case SSH_FX_OP_UNSUPPORTED:
        return {ErrorKind::Unsupported, detail, path, {}};
    case SSH_FX_BAD_MESSAGE:
        return {ErrorKind::BadAnswer, detail, path, {}};
    case SSH_FX_NO_CONNECTION:
    case SSH_FX_CONNECTION_LOST:
        return {ErrorKind::ConnectionLost, detail, path, {}};
    default:
        return {ErrorKind::ServerRefused, detail, path, {}};
    }
}

QByteArray sftpPath(const QString &path)
{
    return path.toUtf8();
}

void SftpFileCloser::operator()(sftp_file file) const
{
    sftp_close(file);
}

SftpSession::SftpSession(std::unique_ptr<SshSession> ssh)
    : m_ssh(std::move(ssh))
{
}

SftpSession::~SftpSession()
{
    if (!m_sftp)
        return;
    if (!isUp())
        m_ssh->watch().shutDown(); // else libssh would wait to say good-bye
    const LineWatch::Call call(m_ssh->watch(), {}, std::chrono::seconds(2));
    sftp_free(m_sftp);
}

Result<std::unique_ptr<SftpSession>> SftpSession::open(const SshEndpoint &endpoint,
                                                       const ServerCredentials &credentials,
                                                       const SshTimeouts &timeouts, std::stop_token stop)
{
    auto ssh = SshSession::open(endpoint, credentials, timeouts, stop);
    if (!ssh)
        return ssh.error();
    std::unique_ptr<SftpSession> session(new SftpSession(std::move(ssh).value()));
    if (const Result<> started = session->start(timeouts, stop); !started)
        return started.error();
    return session;
}

Result<> SftpSession::start(const SshTimeouts &timeouts, std::stop_token stop)
{
    const LineWatch::Call call(m_ssh->watch(), stop, timeouts.connect);
    m_sftp = sftp_new(m_ssh->handle());
    if (!m_sftp || sftp_init(m_sftp) != SSH_OK) {
        if (const auto interruption = call.interruption(m_ssh->host()))
            return *interruption;
        if (!m_ssh->isUp())
            return m_ssh->lineError();
        return Error{ErrorKind::Unsupported,
                     u"the server offers no SFTP: "_s + QString::fromUtf8(ssh_get_error(m_ssh->handle())),
                     m_ssh->host(),
                     {}};
    }
    const bool isOpenssh = sftp_extension_supported(m_sftp, "posix-rename@openssh.com", "1") &&
                           QByteArrayView(ssh_get_serverbanner(m_ssh->handle())).contains("OpenSSH");
    m_writeSize = isOpenssh ? opensshRequestSize : plainRequestSize;
    m_readSize = m_writeSize;
    return {};
}

bool SftpSession::isUp() const
{
    return m_sftp && m_ssh->isUp() && ssh_channel_is_open(m_sftp->channel) && !ssh_channel_is_eof(m_sftp->channel);
}

bool SftpSession::answers()
{
    char *path = sftp_canonicalize_path(m_sftp, ".");
    const bool isAnswered = path != nullptr;
    ssh_string_free_char(path);
    return isAnswered || isUp();
}

Error SftpSession::failure(const QString &path) const
{
    if (!isUp())
        return m_ssh->lineError();
    return sftpStatusError(sftp_get_error(m_sftp), QString::fromUtf8(ssh_get_error(m_ssh->handle())), path);
}

std::optional<qint64> SftpSession::freeSpace(const QString &directory)
{
    if (!sftp_extension_supported(m_sftp, "statvfs@openssh.com", "2"))
        return {};
    sftp_statvfs_t volume = sftp_statvfs(m_sftp, sftpPath(directory).constData());
    if (!volume)
        return {};
    constexpr quint64 most = quint64(std::numeric_limits<qint64>::max());
    const quint64 unit = std::max<quint64>(1, volume->f_frsize);
    // A file system without a fixed number of inodes (btrfs) says that it has none at all.
    const bool hasNoInode = volume->f_files > 0 && volume->f_favail == 0;
    const quint64 bytes = hasNoInode ? 0 : volume->f_bavail > most / unit ? most : volume->f_bavail * unit;
    sftp_statvfs_free(volume);
    return qint64(bytes);
}

bool SftpSession::isRemoteDiskFull(const QString &path)
{
    const std::optional<qint64> left = freeSpace(path.left(std::max<qsizetype>(1, path.lastIndexOf(u'/'))));
    return left && *left < 2 * qint64(m_writeSize);
}

Error SftpSession::writeFailure(const QString &path)
{
    return writeFailure(failure(path), path);
}

Error SftpSession::writeFailure(const Error &error, const QString &path)
{
    // SFTP 3 has no status for a full disk: it is a plain failure.
    if (error.kind == ErrorKind::ServerRefused && isRemoteDiskFull(path))
        return {ErrorKind::DiskFull, u"the server's disk is full"_s, path, {}};
    return error;
}

Result<RemoteFile> SftpSession::usable(sftp_attributes owned, const QString &path)
{
    const Attributes attributes(owned);
    if (!attributes)
        return failure(path);
    if (!hasUsableSize(*attributes))
        return Error{ErrorKind::BadAnswer, u"the server tells no usable size"_s, path, {}};
    return remoteFile(path.mid(path.lastIndexOf(u'/') + 1), *attributes);
}

Result<RemoteFile> SftpSession::stat(const QString &path)
{
    return timed(sftp_stat, path);
}

Result<RemoteFile> SftpSession::linkStat(const QString &path)
{
    return timed(sftp_lstat, path);
}

Result<RemoteFile> SftpSession::timed(sftp_attributes (*ask)(sftp_session, const char *), const QString &path)
{
    const auto asked = std::chrono::steady_clock::now();
    const sftp_attributes attributes = ask(m_sftp, sftpPath(path).constData());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - asked);
    m_roundTrip = std::min(took, m_roundTrip.value_or(took));
    return usable(attributes, path);
}

bool SftpSession::isLongLine() const
{
    return m_roundTrip && *m_roundTrip >= longRoundTrip;
}

std::optional<RemoteFile> SftpSession::listed(sftp_attributes attributes, const QByteArray &directory, int &linksLeft)
{
    const std::optional<QString> name = plainName(attributes->name);
    if (!name)
        return {};
    if (attributes->type == SSH_FILEXFER_TYPE_SYMLINK && linksLeft-- > 0) {
        if (const Attributes target(sftp_stat(m_sftp, (directory + '/' + name->toUtf8()).constData())); target)
            return remoteFile(*name, *target);
    }
    return remoteFile(*name, *attributes);
}

Result<QList<RemoteFile>> SftpSession::list(const QString &directory, SftpLinks links, int maxNames,
                                            LineWatch::Call &call)
{
    const QByteArray path = sftpPath(directory);
    const Directory handle(sftp_opendir(m_sftp, path.constData()));
    if (!handle)
        return failure(directory);
    QList<RemoteFile> files;
    int linksLeft = links == SftpLinks::Follow ? maxLinksFollowed : 0;
    int dropped = 0;
    qint64 bytes = 0;
    for (int seen = 0;; ++seen) {
        const Attributes attributes(sftp_readdir(m_sftp, handle.get()));
        if (!attributes)
            break;
        if (const auto interruption = call.interruption(directory))
            return *interruption;
        bytes += qint64(qstrlen(attributes->name));
        if (files.size() >= maxNames || seen >= maxNames + maxDropped || bytes > maxListingBytes)
            return Error{ErrorKind::TooLarge, u"the directory holds too many names"_s, directory, {}};
        call.alive();
        if (auto file = listed(attributes.get(), path, linksLeft))
            files.append(*std::move(file));
        else
            ++dropped;
    }
    if (!sftp_dir_eof(handle.get()))
        return failure(directory);
    if (dropped > 2) // "." and ".." are always there
        qCDebug(logTransport, "%d names of a directory were dropped", dropped - 2);
    return files;
}

Result<SftpFile> SftpSession::open(const QString &path, SftpOpen mode)
{
    int flags = O_RDONLY;
    if (mode != SftpOpen::Read)
        flags = O_WRONLY | O_CREAT | (mode == SftpOpen::WriteNew ? O_TRUNC : 0);
    SftpFile file(sftp_open(m_sftp, sftpPath(path).constData(), flags, newFileMode));
    if (!file)
        return mode == SftpOpen::Read ? failure(path) : writeFailure(path);
    return file;
}

Result<> SftpSession::syncToDisk(sftp_file file, const QString &path)
{
    if (sftp_extension_supported(m_sftp, "fsync@openssh.com", "1") && sftp_fsync(file) != SSH_OK)
        return writeFailure(path);
    return {};
}

Result<> SftpSession::close(SftpFile file, const QString &path)
{
    if (sftp_close(file.release()) != SSH_OK)
        return writeFailure(path);
    return {};
}

Result<> SftpSession::remove(const QString &path)
{
    if (sftp_unlink(m_sftp, sftpPath(path).constData()) != SSH_OK)
        return failure(path);
    return {};
}

Result<> SftpSession::makeDirectory(const QString &path)
{
    if (sftp_mkdir(m_sftp, sftpPath(path).constData(), newDirectoryMode) != SSH_OK)
        return writeFailure(path);
    return {};
}

Result<> SftpSession::removeDirectory(const QString &path)
{
    if (sftp_rmdir(m_sftp, sftpPath(path).constData()) != SSH_OK)
        return failure(path);
    return {};
}

Result<> SftpSession::renameNew(const QString &from, const QString &to)
{
    // Not sftp_rename(), which from libssh 0.11 on replaces where the server can.
    QByteArray body;
    appendString(body, sftpPath(from));
    appendString(body, sftpPath(to));
    const Result<> renamed = request(SSH_FXP_RENAME, body, to);
    // SFTP 3 has no status for a name that is taken.
    if (!renamed && renamed.error().kind == ErrorKind::ServerRefused && linkStat(to))
        return Error{ErrorKind::AlreadyExists, renamed.error().detail, to, {}};
    return renamed;
}

Result<> SftpSession::replace(const QString &from, const QString &to)
{
    if (sftp_extension_supported(m_sftp, "posix-rename@openssh.com", "1")) {
        QByteArray body;
        appendString(body, "posix-rename@openssh.com");
        appendString(body, sftpPath(from));
        appendString(body, sftpPath(to));
        return request(SSH_FXP_EXTENDED, body, to);
    }
    // SFTP 3's own rename refuses an existing target.
    if (const Result<> removed = remove(to); !removed && removed.error().kind != ErrorKind::NotFound)
        return removed;
    return renameNew(from, to);
}

// libssh 0.10 has no call for these (PROTOCOL of OpenSSH, 4.3). With no other request under way, a packet and its status
// can go over the channel directly.
Result<> SftpSession::request(quint8 type, const QByteArray &body, const QString &path)
{
    QByteArray content(1, char(type));
    appendNumber(content, ++m_sftp->id_counter);
    content += body;
    QByteArray packet;
    appendString(packet, content);
    if (ssh_channel_write(m_sftp->channel, packet.constData(), quint32(packet.size())) != packet.size())
        return m_ssh->lineError();

    char head[13]; // length, type, id, status
    if (!readExactly(m_sftp->channel, head, sizeof head))
        return m_ssh->lineError();
    const quint32 length = qFromBigEndian<quint32>(head);
    if (head[4] != SSH_FXP_STATUS || length < 9 || length > 64 * 1024)
        return Error{ErrorKind::BadAnswer, u"no status after a request"_s, path, {}};
    QByteArray rest(qsizetype(length) - 9, 0);
    if (!readExactly(m_sftp->channel, rest.data(), quint32(rest.size())))
        return m_ssh->lineError();
    const quint32 status = qFromBigEndian<quint32>(head + 9);
    if (status == SSH_FX_OK)
        return {};
    return sftpStatusError(int(status), u"the request failed with status %1"_s.arg(status), path);
}

} // namespace letopis
