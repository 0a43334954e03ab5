#pragma once

#include "core/domain/participant.h"

#include <QAbstractTableModel>

#include <tuple>

namespace letopis {

// A span of a meeting as parts of its whole length: 0 is its start, 1 its end.
struct PresencePart
{
    double from = 0;
    double to = 0;
};

// The participants of one meeting.
class ParticipantModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, ConferencePart, Presence, PresentFor, TalkTime, ChatMessages, PollAnswers, ColumnCount };
    enum Role { SortRole = Qt::UserRole, PresenceRole }; // PresenceRole: QList<PresencePart>

    using QAbstractTableModel::QAbstractTableModel;

    // Epoch ms, UTC; an end before the start is taken from the last leave.
    void setParticipants(const QList<Participant> &participants, qint64 startedAtMs, qint64 endedAtMs);
    const Participant &participant(int row) const { return m_participants.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const Participant &participant, int column) const;
    QVariant sortValue(const Participant &participant, int column) const;
    QString presenceText(const Participant &participant) const;
    QList<PresencePart> presence(const Participant &participant) const;

    QList<Participant> m_participants;
    qint64 m_startedAtMs = 0;
    qint64 m_endedAtMs = 0;
    std::tuple<qint64, qint64> m_asked{0, 0}; // the meeting's times, before the participants widened them
};

} // namespace letopis

Q_DECLARE_METATYPE(letopis::PresencePart)
