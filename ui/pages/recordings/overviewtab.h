#pragma once

#include "core/domain/recording.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace letopis {

// The recording at a glance, as a list of labelled texts that can be copied.
class OverviewTab final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewTab(QWidget *parent = nullptr);

    void showDetails(const RecordingDetails &details);
    void showFolder(const QString &path); // empty: no such line

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

private:
    void addRow(const QString &label, const QString &text);
    QLabel *makeLabel(const QString &text, QWidget *buddy) const;
    void addId(const QString &label, const QString &id);
    void addLink(const QString &label, const BreakoutLink &link);

    QFormLayout *m_form = nullptr;
    QLabel *m_folder = nullptr;
};

} // namespace letopis
