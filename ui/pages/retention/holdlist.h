#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/pages/retention/rulessection.h"

namespace letopis {

// What nothing may delete: who holds it since when, and why.
class HoldList final : public RulesSection
{
    Q_OBJECT

public:
    HoldList(const AccessParts &parts, MessageBar &messages, QWidget *parent = nullptr);

    void read() override;
    const QList<LegalHold> &holds() const { return m_holds; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

protected:
    void updateButtons() override;

private:
    void release();

    QList<LegalHold> m_holds;
    QPushButton *m_release;
    QPushButton *m_go;
    quint64 m_generation = 0;
};

} // namespace letopis
