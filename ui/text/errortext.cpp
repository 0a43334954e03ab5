#include "ui/text/errortext.h"

#include "ui/text/refusaltext.h"
#include "ui/text/retentiontext.h"

#include <QCoreApplication>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ErrorTr
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

constexpr qsizetype longestSubject = 160; // hostile names must not fill the window

ErrorText connectionText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Timeout:
        return {ErrorTr::tr("The server did not answer in time"), ErrorTr::tr("Try again later, or check the network connection.")};
    case ErrorKind::HostUnreachable:
        return {ErrorTr::tr("The server cannot be reached"), ErrorTr::tr("Check the address and the network connection.")};
    case ErrorKind::ConnectionLost:
        return {ErrorTr::tr("The connection broke off"), ErrorTr::tr("What has arrived is kept. Try again to continue.")};
    case ErrorKind::ProxyRefused:
        return {ErrorTr::tr("The proxy refused the connection"), ErrorTr::tr("Check the proxy settings of this server.")};
    case ErrorKind::TlsUntrusted:
        return {ErrorTr::tr("The server's certificate is not trusted"),
                ErrorTr::tr("Look at the certificate. Accept it only if the server's administrator confirms its fingerprint.")};
    case ErrorKind::HostKeyUnknown:
        return {ErrorTr::tr("The SSH host key is not known yet"),
                ErrorTr::tr("Compare its fingerprint with the one the server's administrator gives you, then accept it.")};
    case ErrorKind::HostKeyChanged:
        return {ErrorTr::tr("The SSH host key has changed, the connection was refused"),
                ErrorTr::tr("Somebody may be intercepting the connection. Ask the server's administrator; if the key was "
                            "replaced on purpose, remove the old one from known_hosts.")};
    case ErrorKind::AuthenticationRefused:
        return {ErrorTr::tr("The server refused the user name, password or key"),
                ErrorTr::tr("Check the account and its key or password in the server's settings.")};
    case ErrorKind::ChecksumRefused:
        return {ErrorTr::tr("The server refused the shared secret"),
                ErrorTr::tr("Copy the secret again from “bbb-conf --secret” on the server.")};
    default: return {};
    }
}

ErrorText contentText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ServerRefused:
        return {ErrorTr::tr("The server refused the request"), ErrorTr::tr("Details hold the server's own message.")};
    case ErrorKind::BadAnswer:
        return {ErrorTr::tr("The server's answer could not be understood"),
                ErrorTr::tr("Check that the address is that of BigBlueButton's API.")};
    case ErrorKind::NotFound:
        return {ErrorTr::tr("Not found"), ErrorTr::tr("It may have been removed from the server meanwhile.")};
    case ErrorKind::PermissionDenied:
        return {ErrorTr::tr("Access denied"), ErrorTr::tr("See who may read this place on the server, or write it on this computer.")};
    case ErrorKind::AlreadyExists:
        return {ErrorTr::tr("This already exists"), ErrorTr::tr("Choose another name.")};
    case ErrorKind::InvalidInput:
        return {ErrorTr::tr("This value cannot be used"), ErrorTr::tr("Correct it and try again.")};
    case ErrorKind::TooLarge:
        return {ErrorTr::tr("Larger than Letopis accepts"), ErrorTr::tr("It was left out; everything else is kept.")};
    case ErrorKind::ContentMismatch:
        return {ErrorTr::tr("The file differs from what the server promised"), ErrorTr::tr("Download it again.")};
    case ErrorKind::Unsupported:
        return {ErrorTr::tr("The server does not offer this"), {}};
    default: return {};
    }
}

// Exhaustive: a new kind does not compile until it has its sentence.
ErrorText textFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Timeout:
    case ErrorKind::HostUnreachable:
    case ErrorKind::ConnectionLost:
    case ErrorKind::ProxyRefused:
    case ErrorKind::TlsUntrusted:
    case ErrorKind::HostKeyUnknown:
    case ErrorKind::HostKeyChanged:
    case ErrorKind::AuthenticationRefused:
    case ErrorKind::ChecksumRefused: return connectionText(kind);
    case ErrorKind::ServerRefused:
    case ErrorKind::BadAnswer:
    case ErrorKind::NotFound:
    case ErrorKind::PermissionDenied:
    case ErrorKind::AlreadyExists:
    case ErrorKind::InvalidInput:
    case ErrorKind::TooLarge:
    case ErrorKind::ContentMismatch:
    case ErrorKind::Unsupported: return contentText(kind);
    case ErrorKind::Cancelled: return {ErrorTr::tr("Cancelled"), {}};
    case ErrorKind::DiskFull:
        return {ErrorTr::tr("There is no space left on the disk"), ErrorTr::tr("Free some space, then try again.")};
    case ErrorKind::DatabaseFailed:
        return {ErrorTr::tr("The catalog could not be read or written"),
                ErrorTr::tr("Check the disk and try again; nothing saved so far is lost.")};
    case ErrorKind::SchemaTooNew:
        return {ErrorTr::tr("The catalog was made by a newer version of Letopis"), ErrorTr::tr("Install the newer version.")};
    case ErrorKind::SecretStoreUnavailable:
        return {ErrorTr::tr("The keychain of this computer cannot be used"),
                ErrorTr::tr("Unlock it, or let Letopis keep secrets in a file that only you can read.")};
    case ErrorKind::SecretMissing:
        return {ErrorTr::tr("The keychain holds no secret for this server"),
                ErrorTr::tr("Enter the secret again in the server's settings.")};
    case ErrorKind::Internal:
        return {ErrorTr::tr("Something unexpected happened inside Letopis"),
                ErrorTr::tr("Try again; if it happens again, report it with the details.")};
    }
    return {};
}

// What it is about follows a colon: a name inside the sentence would need a grammatical case.
ErrorText about(ErrorText text, const Error &error)
{
    QString subject = error.subject.simplified();
    if (subject.size() > longestSubject)
        subject = subject.left(longestSubject) + u'…';
    text.sentence += subject.isEmpty() ? QString(u'.') : u": "_s + subject + u'.';
    return text;
}

} // namespace

ErrorText errorText(const Error &error)
{
    if (const std::optional<ErrorText> refusal = refusalErrorText(error))
        return *refusal;
    if (const std::optional<ErrorText> retention = retentionEvidenceText(error))
        return *retention;
    return about(textFor(error.kind), error);
}

ErrorText startErrorText(const Error &error)
{
    if (error.kind != ErrorKind::PermissionDenied)
        return errorText(error);
    return about({ErrorTr::tr("Letopis cannot write its profile"),
                  ErrorTr::tr("Make the folder writable for your account, or start Letopis with another one: --profile FOLDER.")},
                 error);
}

QString errorParagraph(const Error &error)
{
    return errorParagraph(errorText(error));
}

QString errorParagraph(const ErrorText &text)
{
    return text.advice.isEmpty() ? text.sentence : text.sentence + u' ' + text.advice;
}

} // namespace letopis
