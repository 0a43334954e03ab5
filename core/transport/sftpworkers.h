#pragma once

#include "core/transport/rangeboard.h"
#include "core/transport/sftpsession.h"

namespace letopis {

// What one session does of a transfer that it may share with others: takes ranges from the board until there are no
// more. What it took and could not do, it gives back. Inside a watched call.

using BytesAt = std::function<Result<>(qint64 offset, QByteArrayView bytes)>;
// An error of `put` fails the board. ContentMismatch where the file ends before a range does.
Result<> fetchRanges(SftpSession &session, const QString &path, RangeBoard &board, const BytesAt &put,
                     LineWatch::Call &call);

// The next range and its bytes; nothing where there is nothing to do at this moment. Thread-safe.
struct Piece
{
    TransferRange range;
    QByteArray bytes;
};
using PieceSource = std::function<Result<std::optional<Piece>>(qint64 maxBytes)>;
using WrittenRange = std::function<void(const TransferRange &range)>;
Result<> sendRanges(SftpSession &session, sftp_file file, const QString &path, RangeBoard &board,
                    const PieceSource &source, const WrittenRange &written, LineWatch::Call &call);

} // namespace letopis
