#pragma once

#include "core/domain/recording.h"

#include <QScrollArea>

#include <functional>

class QVBoxLayout;

namespace letopis {

// The ways to play a recording, each with what can be done to it.
class FormatsTab final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormatsTab(std::function<bool(const QString &format)> canPlay, QWidget *parent = nullptr);

    void showFormats(const QList<PlaybackFormat> &formats);

Q_SIGNALS:
    void playRequested(const QString &format);
    void downloadRequested(const QString &format);

private:
    QWidget *makeRow(const PlaybackFormat &format);

    std::function<bool(const QString &)> m_canPlay;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace letopis
