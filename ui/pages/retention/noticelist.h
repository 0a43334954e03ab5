#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/pages/retention/rulessection.h"

namespace letopis {

// Warnings of recordings that are about to go. Out of the way while there is none.
class NoticeList final : public RulesSection
{
    Q_OBJECT

public:
    NoticeList(const AccessParts &parts, MessageBar &messages, QWidget *parent = nullptr);

    void read() override;
    const QList<RetentionNotice> &notices() const { return m_notices; }

Q_SIGNALS:
    void counted(qint64 notices);
    void recordingRequested(letopis::RecordingId recording);

protected:
    void updateButtons() override;

private:
    void showRecordings();
    void dismiss();

    QList<RetentionNotice> m_notices;
    QByteArray m_zone;
    QPushButton *m_show;
    QPushButton *m_dismiss;
    quint64 m_generation = 0;
};

} // namespace letopis
