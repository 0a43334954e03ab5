#pragma once

#include "core/domain/recording.h"
#include "ui/forms/access/accessparts.h"

#include <QWidget>

namespace letopis {

// Where auto-deletion is on, by which policies, what they must not touch, and what is about to go.
class RulesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPanel(const AccessParts &parts, QWidget *parent = nullptr);

    void start(); // reads, and keeps itself up to date from then on

Q_SIGNALS:
    void noticesCounted(qint64 notices);
    void recordingRequested(letopis::RecordingId recording);

private:
    const AccessParts m_parts;
};

} // namespace letopis
