#pragma once

#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"

#include <QDialog>

class QPushButton;

namespace letopis {

class ForecastListModel;
class MessageBar;
class PlainTable;

// The recordings that one warning is about.
class NoticeDialog final : public QDialog
{
    Q_OBJECT

public:
    NoticeDialog(const AccessParts &parts, const RetentionNotice &notice, const QByteArray &timeZone, QWidget *parent = nullptr);

    ForecastListModel &model() const { return *m_model; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

private:
    void go();
    void update();

    ForecastListModel *m_model;
    MessageBar *m_messages;
    PlainTable *m_table;
    QPushButton *m_go = nullptr;
};

} // namespace letopis
