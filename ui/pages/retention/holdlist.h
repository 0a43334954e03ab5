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

// Asks, telling what would become of the recording, then releases. `done` comes once, unless `parent` is gone; Cancelled: the person
// went back.
void askToRelease(const AccessParts &parts, QWidget *parent, const LegalHold &hold, const std::function<void(const Result<> &)> &done);

} // namespace letopis
