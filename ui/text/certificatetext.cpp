#include "ui/text/dates.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"
#include "ui/text/retentiontext.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CertificateTr
{
    Q_DECLARE_TR_FUNCTIONS(CertificateText)
};

constexpr qsizetype mostFiles = 5000; // more are in the file

// What is no tree of the disk, as the certificate names it.
QString leftName(const QString &tree)
{
    if (tree == u"api")
        return CertificateTr::tr("the server's list of recordings");
    if (tree == u"disk")
        return CertificateTr::tr("the server's disk");
    if (tree == u"materials")
        return CertificateTr::tr("our materials on the server");
    if (tree == u"catalog")
        return CertificateTr::tr("its entry in the catalog");
    if (tree == u"savedFiles")
        return CertificateTr::tr("files that people saved");
    return tree;
}

QString leftReason(const QString &why)
{
    if (why == u"link")
        return CertificateTr::tr("a link, which is not followed");
    if (why == u"shared")
        return CertificateTr::tr("shared with other parts of the meeting");
    if (why == u"denied")
        return CertificateTr::tr("the server's account may not remove it");
    if (why == u"busy")
        return CertificateTr::tr("in use");
    if (why == u"exists")
        return CertificateTr::tr("still there");
    return why;
}

QString when(qint64 ms)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    //: %1: a date and time here, %2: the same in UTC
    return CertificateTr::tr("%1 (%2 UTC)").arg(absoluteDate(utc), utc.toString(u"yyyy-MM-dd hh:mm:ss"_s));
}

class Lines
{
public:
    void head(const QString &text) { m_lines += {QString(), u"— %1 —"_s.arg(text)}; }
    void line(const QString &text) { m_lines += text; }
    void pair(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_lines += name + u": "_s + value;
    }
    QString text() const { return m_lines.join(u'\n'); }

private:
    QStringList m_lines;
};

void tellWho(Lines &lines, const DeletionCertificate &one)
{
    lines.line(CertificateTr::tr("Certificate of deletion"));
    lines.line({});
    lines.pair(CertificateTr::tr("Recording"), one.title);
    lines.pair(CertificateTr::tr("ID"), one.externalId);
    lines.pair(CertificateTr::tr("Recorded"), one.startedAtMs > 0 ? when(one.startedAtMs) : QString());
    //: %1: a server's name, %2: its host
    lines.pair(CertificateTr::tr("Server"), one.host.isEmpty() ? one.server : CertificateTr::tr("%1 (%2)").arg(one.server, one.host));
    lines.pair(CertificateTr::tr("Deleted for good"), when(one.issuedAtMs));
    lines.pair(CertificateTr::tr("Reason"), reasonText(one.reason.kind, one.reason.policyName));
    lines.pair(CertificateTr::tr("Carried out by"), one.purgedBy);
    lines.pair(CertificateTr::tr("Confirmed by"), one.confirmedBy);
    lines.pair(CertificateTr::tr("Approved by"), one.approvedBy);
    lines.pair(CertificateTr::tr("Plan"), one.planUuid);
}

void tellRemoved(Lines &lines, const DeletionCertificate &one)
{
    lines.head(CertificateTr::tr("Removed"));
    if (!one.isDiskKnown)
        lines.line(CertificateTr::tr("The server deleted it; its disk could not be looked at, so nothing is known of files there."));
    for (const DiskTree &tree : one.removed)
        lines.line(CertificateTr::tr("%1: %n file(s), %2", nullptr, static_cast<int>(tree.files)).arg(tree.tree, sizeText(tree.bytes)));
    if (one.materialFiles > 0)
        lines.line(CertificateTr::tr("Our materials on the server: %n file(s), %1", nullptr, static_cast<int>(one.materialFiles)).arg(sizeText(one.materialBytes)));
    if (one.localFiles > 0)
        lines.line(CertificateTr::tr("Copies on this computer: %n file(s), %1", nullptr, static_cast<int>(one.localFiles)).arg(sizeText(one.localBytes)));
    if (one.freedBytes() >= 0)
        lines.pair(CertificateTr::tr("Freed on the server"), sizeText(one.freedBytes()));
    lines.head(CertificateTr::tr("What remains"));
    if (one.remains.isEmpty())
        lines.line(one.isDiskKnown ? CertificateTr::tr("Nothing that we know of.") : CertificateTr::tr("Not known."));
    for (const DiskLeft &left : one.remains)
        lines.pair(leftName(left.tree), leftReason(left.why));
}

void tellFiles(Lines &lines, const DeletionCertificate &one)
{
    if (one.files.isEmpty())
        return;
    lines.head(CertificateTr::tr("Files and their SHA-256"));
    for (const DiskFile &file : one.files.first(std::min(one.files.size(), mostFiles)))
        lines.line(u"%1  %2  %3"_s.arg(file.sha256.isEmpty() ? CertificateTr::tr("too large for a checksum") : QString::fromLatin1(file.sha256.toHex()),
                                       sizeText(file.bytes), file.path));
    if (one.files.size() > mostFiles)
        lines.line(CertificateTr::tr("… and %n more: the saved file has them all.", nullptr, static_cast<int>(one.files.size() - mostFiles)));
}

} // namespace

QString certificateText(const IssuedCertificate &issued)
{
    const Result<DeletionCertificate> one = certificateFromJson(issued.json);
    if (!one)
        return errorParagraph(certificateErrorText(one.error()));
    Lines lines;
    tellWho(lines, *one);
    tellRemoved(lines, *one);
    tellFiles(lines, *one);
    lines.head(CertificateTr::tr("What proves it"));
    lines.pair(CertificateTr::tr("SHA-256 of this certificate"), QString::fromLatin1(certificateSha256(issued.json).toHex()));
    if (issued.event.sequence > 0) {
        lines.pair(CertificateTr::tr("Event of the journal"), numberText(issued.event.sequence));
        lines.pair(CertificateTr::tr("Hash of the event"), QString::fromLatin1(issued.event.hash.toHex()));
    } else {
        lines.line(CertificateTr::tr("The journal's event that names it was taken out with its stretch: look into the file that stretch was stored in."));
    }
    return lines.text();
}

ErrorText certificateErrorText(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::BadAnswer:
    case ErrorKind::InvalidInput: return {CertificateTr::tr("This is no certificate of deletion."), CertificateTr::tr("Choose a file that was saved here.")};
    case ErrorKind::Unsupported: return {CertificateTr::tr("A newer version of Letopis issued this certificate."), CertificateTr::tr("Update Letopis to read it.")};
    case ErrorKind::ContentMismatch:
        return {CertificateTr::tr("The certificate was changed: it is not what the journal's event names."), CertificateTr::tr("Ask for the file anew where it was issued.")};
    default: return errorText(error);
    }
}

} // namespace letopis
