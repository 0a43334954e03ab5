#pragma once

#include "core/base/result.h"
#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QTimer>

namespace letopis {

class DetailsPane;
class RetentionCommands;

// Brings a recording's auto-deletion into its tab of the details, and near ends beside its title; does what is asked for there.
class RetentionPresenter final : public QObject
{
    Q_OBJECT

public:
    RetentionPresenter(const AccessParts &parts, DetailsPane &pane, QWidget *window);

private:
    void load();
    void onRead(const Result<RetentionExplanation> &why);
    void connectForm();

    const AccessParts m_parts;
    DetailsPane &m_pane;
    RetentionCommands *m_commands;
    RecordingId m_shown;
    quint64 m_generation = 0;
    QTimer m_delay; // several signals tell of one change
};

} // namespace letopis
