#pragma once

#include "core/base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;
class QHBoxLayout;

namespace letopis {

// What happened, inside the page it happened in: a sentence, a next step, buttons. Never modal; hidden while it has nothing
// to say. Announces itself to screen readers. Plain text only.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Information, Success, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    // Replaces what was shown, buttons included.
    void showMessage(Level level, const QString &text, const QString &advice = {});
    // The sentence and the advice of ui/text for this error, with its technical detail behind "Details".
    void showError(const Error &error);
    void clear();
    // A verb button of the present message.
    void addAction(const QString &text, std::function<void()> run);

    bool hasMessage() const { return m_hasMessage; }
    QString text() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void clearButtons();
    void setDetails(const QString &details);

    bool m_hasMessage = false;
    Level m_level = Level::Information;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_details = nullptr;
    QToolButton *m_close = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace letopis
